"""A draft as read: its sentences, figures, names, what each figure counts, whose it is, and who won."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from factcheck.dates.find import Times
from factcheck.dates.when import Time
from factcheck.figures.figures import Figure, find_figures
from factcheck.names.people import Name, People, Person
from factcheck.names.phrases import Phrases
from factcheck.patterns import lowered
from factcheck.reading.contests.offices import offices
from factcheck.reading.contests.sections import Sections, behind_a_break, find_sections
from factcheck.reading.layout import Sentence, Unit, build_units, split_sentences
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.mentions import Mention, mentions, name_kind
from factcheck.reading.names import NameFinder
from factcheck.reading.scope import Event, year_of

# offices and trades by which somebody is spoken of without a name
SOMEBODY = frozenset(
    "mp councillor candidate minister incumbent leader lawyer barrister teacher doctor politician independent"
    " activist challenger newcomer veteran solicitor farmer businessman businesswoman senator governor"
    " congressman congresswoman mayor ex-mp ex-minister president winner man woman nationalist"
    " ex-leader ex-pm ex-councillor frontbencher backbencher chairman chairwoman democrat republican".split()
)
DISTRICTS = frozenset({"district", "ward", "riding", "division", "constituency"})
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
SAYING = frozenset({"said", "says", "told", "added", "confirmed", "announced", "reported"})
SUBJECT = 3  # a name that stands no farther in begins its sentence
MONTHS = frozenset("march april may june july august".split())  # of those that are names of people too
# words that stand before a name that nobody knows and make it a place
PLACE_CUES = frozenset({"in", "across", "around"})


@dataclass(slots=True)
class Draft:
    """Everything found in the words of a draft, before anything is made of it."""

    text: str
    low: str  # the text in lower case, every character in its place
    sentences: list[Sentence]
    figures: list[Figure]
    names: dict[int, list[Name]]
    people: People
    found: dict[int, dict[int, Mention]]  # sentence index -> unit -> who is mentioned
    sections: Sections
    event: Event
    times: list[Time]  # its dates, ages and lengths of time
    homes: dict[str, str] = field(default_factory=dict)  # person key -> race key


def read_draft(
    text: str, lexicon: Lexicon, event: Event, places: Phrases | None = None, today: date | None = None
) -> Draft:
    """Find sentences, dates, figures and names, and settle which race each sentence speaks of and where each person
    stands. ``today`` is the article's date."""
    sentences = split_sentences(text)
    times = Times(text, lowered(text), today)
    figures = find_figures(text, lexicon.words, times)
    finder = NameFinder(lexicon.gazetteer, lexicon.not_names, places)
    names = finder.find(sentences)
    _fill(sentences, figures, names)
    for sentence in sentences:
        _places_by_cue(sentence, lexicon)
    for index, office in offices(sentences).items():
        sentences[index].spot = sentences[index].spot or office
    found = {s.index: mentions(s) for s in sentences}
    for sentence in sentences:  # a party told later in the draft holds for the mentions before it
        found[sentence.index] = {
            k: Mention(m.at, m.person, m.person.party if m.person else m.party)
            for k, m in found[sentence.index].items()
        }
    sections = find_sections(sentences)
    draft = Draft(text, times.low, sentences, figures, names, finder.people, found, sections, event, times.all())
    draft.homes = _homes(draft)
    return draft


def _fill(sentences: Sequence[Sentence], figures: Sequence[Figure], names: Mapping[int, list[Name]]) -> None:
    at = 0
    for sentence in sentences:
        mine = []
        while at < len(figures) and figures[at].start < sentence.end:
            if figures[at].start >= sentence.start:
                mine.append(figures[at])
            at += 1
        build_units(sentence, mine, names[sentence.index])


def _calls_a_seat(units: Sequence[Unit], k: int) -> bool:
    """Whether what follows a name makes it a seat's: "by-election", "constituency" (but not "constituency of X")."""
    if k >= len(units) or units[k].low not in ("by-election", "constituency"):
        return False
    return k + 1 >= len(units) or units[k + 1].low != "of"


def _places_by_cue(sentence: Sentence, lexicon: Lexicon) -> None:
    """Unknown names that can only be places: "in Thornbury", "won Thornbury", "the Thornbury by-election"."""
    units = sentence.units
    sentence.spot = "" if DISTRICTS.isdisjoint(sentence.words) else _district(units)
    for k in sentence.named:
        name = units[k].name
        before = units[k - 1].low if k else ""
        after = units[k + 1].low if k + 1 < len(units) else ""
        if name and name.kind == "place" and name.place != "seat" and _calls_a_seat(units, k + 1):
            name.place = "seat"
        if name is None or name.kind != "unknown" or name.text.lower() in MONTHS:
            continue
        phrase = lexicon.roles.at(units, k - 1) if k and units[k - 1].kind == "w" else None
        if _cued(units, k, lexicon) or (phrase and phrase.kind == "verbs"):
            name.kind, name.place, name.key, name.why = (
                "place",
                "seat",
                _long_name(units, k),
                "a place by the words around it",
            )
        elif before in PLACE_CUES or after == "county":
            name.kind, name.place, name.key, name.why = "place", "spot", name.text, "a place by the words around it"


def _cued(units: Sequence[Unit], k: int, lexicon: Lexicon) -> bool:
    """Whether a pack's words for its places stand around a name: "MP for _", "_ by-election"."""
    last = units[k - 1].low if k else ""
    following = units[k + 1].low if k + 1 < len(units) else ""
    for before, after in lexicon.cues:
        if before[-1:] in ((), (last,)) and after[:1] in ((), (following,)):
            left = tuple(u.low for u in units[max(0, k - len(before)) : k])
            if left == before and tuple(u.low for u in units[k + 1 : k + 1 + len(after)]) == after:
                return True
    return False


def _district(units: Sequence[Unit]) -> str:
    """``the 3rd District``, ``District C``, ``Riverside ward``: a race known by number, letter or a name of its own."""
    for k, unit in enumerate(units):
        if unit.figure is not None and unit.figure.text.lower().partition(" ")[0] in DISTRICTS:
            return unit.figure.text.lower()  # "District 5"
        if (
            unit.kind in "wN"
            and unit.low.rpartition(" ")[2] in DISTRICTS
            and not (k and name_kind(units[k - 1]) == "person")
        ):
            if k > 1 and units[k - 1].low in ORDINAL_ENDS and units[k - 2].low.isdigit():
                return f"{unit.low} {units[k - 2].low}"  # "10th" is two tokens
            for near in (units[k - 1 : k], units[k + 1 : k + 2]):
                other = near[0] if near else None
                named = (
                    other is not None
                    and unit.low != "constituency"
                    and unit.kind == "w"
                    and other.name is not None
                    and other.name.kind == "unknown"
                )
                if other and (other.kind == "f" or named):
                    shown = other.low or (other.figure.text if other.figure else "")
                    return f"{unit.low} {other.name.text if other.name else shown}"
    return ""


def _long_name(units: Sequence[Unit], k: int) -> str:
    """The whole name that ends at ``units[k]``: the parts of "Hamilton, Larkhall and Stonehouse" are no places."""
    last, j = units[k], k
    while (
        j >= 2 and (units[j - 1].low == "and" or units[j - 1].kind == ",") and (part := units[j - 2].name) is not None
    ):
        if part.kind in ("person", "party"):
            break
        part.kind, part.place, part.key = "place", "spot", part.text
        j -= 2
    words = [u.name.text if u.name else "," if u.kind == "," else u.low for u in units[j : k + 1]]
    return " ".join(words).replace(" ,", ",") if j < k else last.name.text if last.name else last.low


def _homes(draft: Draft) -> dict[str, str]:
    """In which race each person stands: the one place of the sentences (or of the section) they are named in."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    direct: set[str] = set()
    for sentence in draft.sentences:
        here = draft.sections.of[sentence.index]
        if here and _of_another_year(sentence, draft.event):
            continue
        race = here[0] if len(here) == 1 else ""
        for key, place in _one_each(sentence, draft) if len(here) > 1 else ():
            direct.add(key)
            met[key] = Counter({place: 1}) if key not in met else met[key]
        if not here:
            race = draft.sections.before[sentence.index] or draft.sections.under[sentence.index]
        for k, mention in draft.found[sentence.index].items():
            if mention.person and race and not behind_a_break(sentence, k, race):
                if here and mention.person.key not in direct:
                    direct.add(mention.person.key)
                    met[mention.person.key].clear()
                met[mention.person.key][race] += bool(here) or mention.person.key not in direct
    return {key: _likeliest(counts) for key, counts in met.items()}


def _one_each(sentence: Sentence, draft: Draft) -> list[tuple[str, str]]:
    """People and places by turns: "Ann Lee won Thornbury, Tom Hill Aldwick"; empty where they do not take turns."""
    found = draft.found[sentence.index]
    turns: list[tuple[str, str]] = []
    for i, unit in enumerate(sentence.units):
        person = found[i].person if i in found else None
        if person:
            turns.append(("person", person.key))
        elif unit.name and unit.name.kind == "place" and unit.name.key in draft.sections.names:
            turns.append(("place", unit.name.key))
    firsts, seconds = turns[::2], turns[1::2]
    if len(firsts) != len(seconds) or {k for k, _ in firsts} == {k for k, _ in seconds}:
        return []
    if len({k for k, _ in firsts}) != 1 or len({k for k, _ in seconds}) != 1:
        return []
    both = zip(firsts, seconds, strict=True)
    return [(a[1], b[1]) if a[0] == "person" else (b[1], a[1]) for a, b in both]


def _of_another_year(sentence: Sentence, event: Event) -> bool:
    """Whether the place of a sentence has another year beside it: "stood in Holborn in 2017"."""
    units = sentence.units
    for k in sentence.named:
        name = units[k].name
        if name and name.kind == "place":
            years = [year_of(u) for u in units[k + 1 : k + 4]]
            if any(year and year != event.year for year in years):
                return True
    return False


def _likeliest(counts: Counter[str]) -> str:
    ranked = counts.most_common(2)
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return next(iter(counts))
    return ranked[0][0]


def antecedent(draft: Draft, sentence: Sentence, before: int, sex: str) -> Person | None:
    """Who "he" or "she" is at place ``before``: the one person of that sex in this sentence, else in the last ones.

    Nobody, where the sentence has a subject that is not named: "The former MP saw his vote fall".
    """
    for index in range(sentence.index, max(-1, sentence.index - 4), -1):
        found = draft.found[index]
        told = [k for k, m in found.items() if m.person and (index < sentence.index or k < before)]
        heard = [k for k in told if index == sentence.index or not _only_says(draft.sentences[index].units, k)]
        here = [p for k in heard or told if (p := found[k].person) is not None]
        fitting = {p.key: p for p in here if p.sex in (sex, "", "?")}
        certain = {key: p for key, p in fitting.items() if p.sex == sex}
        if fitting:
            only = certain or fitting
            return next(iter(only.values())) if len(only) == 1 else None
        if index == sentence.index and _somebody(sentence, before):
            return None
        if index < sentence.index and any(name_kind(u) == "unknown" for u in draft.sentences[index].units[:SUBJECT]):
            return None  # "Incumbent Bonner Gaylord was ahead": a name that nobody knows may be meant
    return None


def the_party(draft: Draft, sentence: Sentence, before: int) -> str:
    """Which party "the party" is at place ``before``: the subject of this sentence, or else of the last with parties.

    Only where that sentence names no other; else "".
    """
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        found = draft.found[index]
        named = {k: m.party for k, m in found.items() if m.party and (index < sentence.index or k < before)}
        if named:
            units, first = draft.sentences[index].units, min(named)
            subject = first <= SUBJECT or any(u.low == "that" for u in units[max(0, first - 2) : first])
            return named.popitem()[1] if len(set(named.values())) == 1 and subject else ""
    return ""


def _only_says(units: Sequence[Unit], k: int) -> bool:
    """Whether somebody is only quoted: "a loss of two votes, spokesperson Ann Hill said"."""
    return k > SUBJECT and k + 1 < len(units) and units[k + 1].low in SAYING


def _somebody(sentence: Sentence, before: int) -> bool:
    """Whether somebody without a name stands before a place: an office, or a party's candidate."""
    return any(u.kind == "w" and u.low in SOMEBODY for u in sentence.units[:before])


def described(draft: Draft, sentence: Sentence) -> Person | None:
    """Who "The former MP ..." is at the head of a sentence without names: the one person of the sentence before."""
    units = sentence.units
    if not units or units[0].low not in ("the", "a") or draft.found[sentence.index].get(0) or sentence.index == 0:
        return None
    head = list(units[:8])
    stop = next((k for k, u in enumerate(head) if u.kind not in {"w", "N"}), len(head))
    if not any(u.kind == "w" and u.low in SOMEBODY for u in head[:stop]):
        return None
    if any(u.name and u.name.kind in ("person", "party") for u in head[:stop]):
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        people = {m.person.key: (k, m.person) for k, m in reversed(draft.found[index].items()) if m.person}
        if people:
            place, person = next(iter(people.values()))
            return person if len(people) == 1 and place <= SUBJECT else None
    return None
