"""A draft as read: its sentences, figures, names, what each figure counts, whose it is, and who won."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from factcheck.dates.find import Times
from factcheck.dates.when import Time
from factcheck.figures.figures import Figure, find_figures
from factcheck.names.people import Name, People
from factcheck.names.phrases import Phrases
from factcheck.patterns import lowered
from factcheck.reading.contests.cues import places_by_cue
from factcheck.reading.contests.offices import offices
from factcheck.reading.contests.sections import Sections, behind_a_break, find_sections
from factcheck.reading.counting.vocabulary import vocabulary
from factcheck.reading.layout import Sentence, build_units, split_sentences
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention, mentions
from factcheck.reading.naming.names import NameFinder
from factcheck.reading.scope.scope import Event, year_of
from factcheck.words import Words


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
    words: Words  # the house's
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
        places_by_cue(sentence, lexicon.roles, lexicon.cues)
    for index, office in offices(sentences, lexicon.words).items():
        sentences[index].spot = sentences[index].spot or office
    found = {s.index: mentions(s) for s in sentences}
    for sentence in sentences:  # a party told later in the draft holds for the mentions before it
        found[sentence.index] = {
            k: Mention(m.at, m.person, m.person.party if m.person else m.party)
            for k, m in found[sentence.index].items()
        }
    sections = find_sections(sentences, vocabulary(lexicon.words))
    people, house = finder.people, lexicon.words
    draft = Draft(text, times.low, sentences, figures, names, people, found, sections, event, times.all(), house)
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
