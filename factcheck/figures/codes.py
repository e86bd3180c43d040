"""Digits that count nothing: dates, years, times, ordinals, telephone numbers, and parts of names and codes."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.dates.days import MONTHS, NO_YEAR
from factcheck.dates.when import Time
from factcheck.figures.amounts import Amount, complete
from factcheck.figures.hedges import hedge_before, word_before
from factcheck.figures.kinds import Other, idiom_at
from factcheck.figures.numerals import DECIMAL, FRACTION, WHOLE, Numeral, printed
from factcheck.figures.page import Page
from factcheck.patterns import lazily

_REST = lazily(r"[^\s()\[\]<>|]*[^\s()\[\]<>|.,;:!?'\"’”]|[^\s]")
_DIGITS = lazily(r"[0-9]+(?:[,.][0-9]+)*")
_MERIDIEM = r"(?:[ap]m\b|[ap]\.m\.?)"
_TIME = lazily(
    rf"(?:[01]?[0-9]|2[0-4])(?:(?::[0-5][0-9]){{1,2}}(?![0-9:])(?: ?{_MERIDIEM})?"
    rf"|[.][0-5][0-9] ?(?:{_MERIDIEM}|gmt\b|bst\b)|[- ]?{_MERIDIEM}| ?o['’ ]clock)"
    r"|[0-2][0-9][0-5][0-9] ?(?:gmt|bst|utc|hours|hrs)\b"
)
_ORDINAL = lazily(r"([0-9]{1,3}(?:,[0-9]{3})*)(?:st|nd|rd|th)(?![a-z0-9])")
_RATIO = lazily(r"([0-9]{1,9})(?::[0-9]+)+")
_TELEPHONE = lazily(r"0[0-9]*(?:[ -][0-9]{2,})*")
_ABROAD = lazily(r"[0-9]{1,3}(?:[ -]\(?[0-9]{1,5}\)?){2,}(?![0-9])")  # after a plus
_CHAIN = lazily(r"[0-9]+(?:[-‐‑][0-9]+){2,}(?![0-9])")
_PLURAL = lazily(r"['’]?s(?![a-z0-9])")
_UNITS = lazily(
    r"(?:km|cm|mm|nm|cc|ps|mp|mah|rpm|fps|dpi|bhp|kmpl|nits|kg|mg|g|ft|in|lbs?|oz|st|mph|kph|kmh|mw|gw|kwh|mwh|gwh|twh?|ml|l|k?hz|mhz|ghz|[mgtk]b|ha|c|f|m"
    r"|hrs?|h|mins?|secs?|yrs?|ppm|psi|k?cal|kw|w|v|°c|x|votes?|people|seats)(?![a-z0-9])"
)
_ANY_UNIT = re.compile(r"[a-z]{1,4}(?![a-z0-9])")
_AGE_GROUP = re.compile(r"[1-9][0-9](?= [a-z])(?! per|%)")  # "the under-21 side"
_PLAIN_BEFORE = frozenset((" ", "\n", "(", "", "\t", "[", "“", "‘", '"', "\u00a0", "|", "•", "—"))
_LINKS = frozenset("._@#/\\&=%+~'’:*^°")
_HYPHENS = frozenset("-–‐‑‒")
_PREFIXES = frozenset(
    (
        *("mid", "pre", "post", "early", "late", "since", "then", "now", "ex", "nearly", "almost", "over", "under"),
        *("about", "for", "of", "by", "to", "top"),  # "3-for-5", "36-of-58", "a top-10 finish"
    )
)
AFTER_DAY = frozenset(("of", "to", "and", "or", "day", "am", "pm", "a", "p", "o", "gmt", "bst", "utc", "hours", "hrs"))
_DECADE_BEFORE = frozenset(("the", "early", "late", "mid"))


def before_digits(page: Page, at: int) -> Other | None:
    """What the digits at ``at`` are part of, as the character before them tells: "A12", "Covid-19", "lab17,123"."""
    char = page.low[at - 1 : at] if at else ""
    if char in _PLAIN_BEFORE:
        return None
    if char == "+" and (match := _ABROAD.match(page.low, at)):
        return Other("label", at - 1, match.end(), 0, match.span(), "a telephone number")
    if char.isalnum() or (char in _LINKS and _is_link(page, at)):
        return glued(page, at)
    if char in _HYPHENS and at - 2 >= page.floor and page.low[at - 2].isalpha():
        return _after_hyphen(page, at)
    return None


def leading_point(page: Page, at: int) -> Amount | None:
    """A decimal without its nought: ".5 per cent"."""
    low = page.low
    if (
        low[at - 1 : at] != "."
        or at - 1 < page.floor
        or low[at - 2 : at - 1] not in ("", " ", "(", "\n", "£", "$", "+", "-")
    ):
        return None
    match = _DECIMALS.match(low, at)
    if match is None:
        return None
    step = Fraction(1, 10 ** len(match.group()))
    return complete(page, at - 1, Numeral(at - 1, match.end(), int(match.group()) * step, step, DECIMAL), "")


_DECIMALS = lazily(r"[0-9]{1,9}(?![0-9,a-z]|\.[0-9])")


def _is_link(page: Page, at: int) -> bool:
    """Whether the mark before the digits ties them to something: "x.5", "#5", "10:5"; not " .5", "'90", "73%/14%"."""
    char, before = page.low[at - 1], page.low[at - 2 : at - 1] if at > 1 else ""
    if char in "#@\\=_&":
        return True
    if char == ":":
        return before.isdigit()
    return before.isalnum()


def glued(page: Page, at: int) -> Other:
    """A label: the digits and all that is written on to them without a space."""
    start, low = at, page.low
    while start > max(page.floor, at - 40) and low[start - 1].isalnum():
        start -= 1
    rest = _REST.match(low, at)
    end = rest.end() if rest else at + 1
    digits = _DIGITS.match(low, at)
    malformed = digits is not None and printed(digits.group()) is None
    return Other("label", start, end, 0, (start, end), "malformed grouping" if malformed else "part of a name or code")


def _after_hyphen(page: Page, at: int) -> Other | None:
    """ "Covid-19" is a name; "mid-2019" is not, nor "Labour-12,345", where the hyphen is a dash."""
    word = word_before(page.low, at - 1, page.floor)
    chunk = _DIGITS.match(page.low, at)
    if word in ("under", "over") and (group := _AGE_GROUP.match(page.low, at)):
        return Other("age", at - 1 - len(word), group.end(), int(group.group()), group.span(), "an age group")
    if word in _PREFIXES or chunk is None or not chunk.group().isdecimal() or page.low.startswith("%", chunk.end()):
        return None
    start = at - 1 - len(word)
    if len(chunk.group()) == 4 and page.text[start:at].islower():
        return None
    rest = _REST.match(page.low, at)
    end = rest.end() if rest else chunk.end()
    return Other("label", start, end, 0, (at, chunk.end()), "part of a name or code")


def may_be_other(page: Page, numeral: Numeral) -> bool:
    """A quick look at whether digits may be a date, a time, an ordinal or a code; nearly always they are not."""
    low, end = page.low, numeral.end
    size, following = end - numeral.start, low[end : end + 1]
    if numeral.style == FRACTION or (low[numeral.start] == "0" and numeral.style == WHOLE and size > 1):
        return True
    if following == " ":
        word = page.word_after(end)
        return size == 4 or (size <= 5 and (word in AFTER_DAY or word in MONTHS))
    if following in _ENDS or (following == "." and not low[end + 1 : end + 2].isdigit()):
        return size == 4 and numeral.style == WHOLE
    return True


_ENDS = frozenset((",", ";", ")", "%", "\n", "", "!", "?", "]", "”"))


def at_digits(page: Page, at: int) -> Other | None:
    """A date, year, time, ordinal, telephone number, ratio or idiom that starts with the digits at ``at``."""
    return idiom_at(page, at) or dated(page, at) or _ordinal(page, at) or _coded(page, at)


def _ordinal(page: Page, at: int) -> Other | None:
    match = _ORDINAL.match(page.low, at)
    if match is None or len(match[1]) > 11:
        return None
    return Other("ordinal", at, match.end(), int(match[1].replace(",", "")), match.span(1), "a place in an order")


def _coded(page: Page, at: int) -> Other | None:
    low = page.low
    if match := _TIME.match(low, at):
        hour = int(low[at : at + 2]) if low[at + 1].isdigit() else int(low[at])
        return Other("time", at, match.end(), hour, match.span(), "a time of day")
    if low[at] == "0" and low[at + 1 : at + 2].isdigit() and (match := _TELEPHONE.match(low, at)):
        return Other("label", at, match.end(), 0, match.span(), "a telephone number or code")
    if match := _RATIO.match(low, at):
        return Other("score", at, match.end(), int(match[1]), match.span(), "a ratio")
    if match := _CHAIN.match(low, at):
        return Other("label", at, match.end(), 0, match.span(), "a telephone number or code")
    return None


def dated(page: Page, at: int) -> Other | None:
    """A date or year that starts at ``at``; its core is the year where one is written, else the whole."""
    found = page.dates.written(at)
    if found is None:
        return None
    ends = found.means.ends or (found.means,)
    kind = "year" if ends[0].kind in _YEARS else "date"
    if kind == "year" and (_unit_follows(page, found.end) or _hedged_round(page, found)):
        return None
    year = _YEAR.search(found.text)
    core = (at + year.start(), at + year.end()) if year else (at, found.end)
    number = int(year[0]) if year else int(next(iter(re.findall(r"[0-9]+", found.text)), 0))
    return Other(kind, at, found.end, number, core, _why(found, kind))


_YEARS = frozenset(("year", "decade"))


def _why(found: Time, kind: str) -> str:
    """What is wrong or missing of a date as it is written, whatever the article's own date may settle."""
    ends = found.means.ends or (found.means,)
    unsettled = any(end.day and end.month and not end.year for end in ends)
    return NO_YEAR if unsettled and found.means.first else found.means.why or f"a {kind}"


def _hedged_round(page: Page, found: Time) -> bool:
    """Whether a round "year" is a count, since it is bounded: "fewer than 2000", but "about 1900" stays a year."""
    if len(found.text) != 4 or not found.text.endswith("00"):
        return False
    hedge = hedge_before(page.grammar.hedges, page.low, found.start, page.floor)
    return (
        hedge is not None and hedge.hedge.bound != "about" and hedge.wording not in ("over", "under", "above", "below")
    )


_YEAR = lazily(r"(?:1[5-9]|20|21)[0-9]{2}")
_UNIT_STARTS = lazily(
    r" ?%|-plus\b|\+|-odd\b| (?:per ?cent|million|billion|points?|times|gmt|bst|utc|hours|hrs)(?![a-z])"
)


def _unit_follows(page: Page, end: int) -> bool:
    """Whether a four-digit number has a unit, and so is no year: "2000%", "1900 per cent", "2000-plus"."""
    return _UNIT_STARTS.match(page.low, end) is not None


def odd_suffix(page: Page, amount: Amount) -> Other | None:
    """Digits with letters or a slash written on: "under-21s" is an age, "3f5c9" a code; a unit is left alone."""
    low, end = page.low, amount.core[1]
    char = low[end : end + 1]
    if not char.isalpha() and char not in _LINKS:
        return None
    if char in "'’s" and amount.style == WHOLE and (match := _PLURAL.match(low, end)):
        return _plural(page, amount, match.end())
    if end != amount.end:
        return None
    if char.isalpha():
        is_code = page.text[end] == "G" or (amount.style != DECIMAL and "," not in low[amount.start : end])
        if not is_code and _ANY_UNIT.match(low, end):
            return None  # "57.6dpi", "1,353cc": with a point or a comma it is a measure, if not one that is known
        return None if _UNITS.match(low, end) and page.text[end] != "G" else glued(page, amount.start)
    return glued(page, amount.start) if char in "/@_#=\\" and low[end + 1 : end + 2].isalnum() else None


def _plural(page: Page, amount: Amount, end: int) -> Other | None:
    """ "under-21s", "in her 30s" are ages, "the late 90s" years; a possessive is left alone."""
    before = word_before(page.low, amount.start - 1, page.floor)
    shortened = page.low[amount.start - 1 : amount.start] in ("'", "’")
    if 20 <= amount.number <= 90 and amount.number % 10 == 0 and (shortened or before in _DECADE_BEFORE):
        return Other("year", amount.start, end, 1900 + amount.number, amount.core, "a decade")
    if page.low[amount.core[1]] in "'’":
        return None
    if not 0 < amount.number < 110 or amount.unit:
        return glued(page, amount.start)
    start = amount.start - (len(before) + 1 if before in ("under", "over") else 0)
    return Other("age", start, end, amount.number, amount.core, "an age group or decade")
