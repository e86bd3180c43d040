"""The laws that hold on every desk, as a pack: they are built in, and listed and explained beside the packs' rules."""

from __future__ import annotations

from factcheck.checking.check import REFERENCE, SAME_FACT
from factcheck.checking.days import ELECTION_DAY, FAR_YEAR, NO_DAY, WEEKDAY
from factcheck.packs import Example, Pack, Place, Rule
from factcheck.references.references import NAME_NEAR

TABLE = "uk-general-election-2024"  # what the examples of the last two are checked against


def core_pack() -> Pack:
    """The built-in laws. They have no formulas; the examples are checked like those of every pack."""
    return Pack(
        "core",
        "What holds on every desk.",
        rules=(_same_fact(), _reference(), _name_near(), _weekday(), _no_such_day(), _far_year(), _election_day()),
    )


def _law(name: str, severity: str, *, message: str, why: str, flags: tuple[str, ...], passes: tuple[str, ...]) -> Rule:
    pack, _, short = name.partition("/")
    place = Place(f"built in: {short}", 1)
    return Rule(
        short,
        pack,
        (),
        message,
        severity,
        why,
        flags=tuple(Example(text, place) for text in flags),
        passes=tuple(Example(text, place) for text in passes),
        place=place,
    )


def _same_fact() -> Rule:
    return _law(
        SAME_FACT,
        "error",
        message="A figure is given as one thing and as another",
        why="Two claims about the same fact must be able to agree: the same thing, of the same owner, at the same "
        "time. A rounded figure agrees with an exact one that rounds to it.",
        flags=(
            "Published 5 July 2024. Ann Lee won Thornbury with a majority of [607 -> 507]. "
            "The majority in Thornbury was 507.",
        ),
        passes=(
            "Published 5 July 2024. Ann Lee won Thornbury with a majority of just over 500. "
            "The majority in Thornbury was 507.",
            "Published 5 July 2024. Ann Lee won Thornbury with a majority of 507. "
            "In 2019 the majority in Thornbury was 9,000.",
        ),
    )


def _reference() -> Rule:
    return _law(
        REFERENCE,
        "error",
        message="A figure is given as one thing; the reference table has another",
        why="An article and a reference table that speak of the same fact must be able to agree. A table speaks only "
        "of its own event, and only when it is named with --reference. A figure of an earlier event is a warning.",
        flags=(
            "Published 5 July 2024. Adnan Hussain won Blackburn for the independents with [10,158 -> 10,518] votes.",
            "Published 5 July 2024. Labour lost Blackburn by [just under 200 -> fewer than 200] votes.",
        ),
        passes=(
            "Published 13 December 2019. Kate Hollern held Blackburn for Labour with a majority of 18,304.",
            "Published 5 July 2024. Adnan Hussain won Blackburn with more than 10,000 votes.",
        ),
    )


def _name_near() -> Rule:
    return _law(
        NAME_NEAR,
        "warning",
        message="A name is near one in the reference table, but is not it",
        why="A name that is near a candidate's or a seat's of the table but is not it is likely misspelt, or a seat of "
        "old. It is never taken silently for the other; once told, its figures are checked as the other's. Accents, "
        "hyphens, short forms, middle names and turned-round seat names are no difference.",
        flags=(
            "Published 5 July 2024. Iqbal Mohamed won Dewsbury and Batley with 15,641 votes. "
            "Labour's [Healther -> Heather] Iqbal had 8,707 votes.",
            "Published 5 July 2024. Reform UK won [Basildon South and Thurrock -> Basildon South and East Thurrock], "
            "where James McMurdock had a majority of 98.",
        ),
        passes=(
            "Published 5 July 2024. Rob Jenrick held Newark with 20,968 votes.",
            "Published 5 July 2024. Adnan Hussain won Blackburn with 10,518 votes, wrote our reporter Kate Holern.",
        ),
    )


def _weekday() -> Rule:
    return _law(
        WEEKDAY,
        "error",
        message="A date is given with a weekday that it does not have",
        why="A day of the calendar is one weekday only.",
        flags=("The result was declared on [Thursday -> Friday] 5 July 2024.",),
        passes=("The result was declared on Friday 5 July 2024.",),
    )


def _no_such_day() -> Rule:
    return _law(
        NO_DAY,
        "error",
        message="A day that the calendar does not have",
        why="A month has 28 to 31 days, and 29 February is a day of leap years only.",
        flags=("The library closes on [31 -> 30] June 2024.", "She was born on [29 -> 28] February 1943."),
        passes=("The library closes on 30 June 2024.", "She was born on 29 February 1944."),
    )


def _far_year() -> Rule:
    return _law(
        FAR_YEAR,
        "error",
        message="A day is dated to a year too far ahead to be meant",
        why="Nobody gives the weekday, or publishes on a day, of a year after 2199; other dates may lie as far ahead.",
        flags=("The count was on Friday, July 5, [8024 -> 2024].", "Published 5 July [2204 -> 2024]. Ann Lee won."),
        passes=("The count was on Friday, July 5, 2024. The asteroid may come on 16 March 2880.",),
    )


def _election_day() -> Rule:
    return _law(
        ELECTION_DAY,
        "error",
        message="The election is dated to another year than the article that reports it",
        why="An article that reports an election is of its year; a date right but for the year is a slip.",
        flags=("Published 5 July 2024. Ann Lee stood in the general election held on [4 July 2004 -> 4 July 2024].",),
        passes=("Published 5 July 2024. Ann Lee first stood in the general election held on 6 May 2010.",),
    )
