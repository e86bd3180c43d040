"""Who heads a row: a person, a party, one side of a question; also names that only the rows around them explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.mentions import Mention
from factcheck.reading.people import Person

# words that a row may hold beside names and figures
ROW_WORDS = frozenset(
    "the for of and votes vote party got polled received with candidate uk in co-operative elected x re-elected hold gain win"
    " incumbent result results full".split()
)
ROW_MARKS = "-,:()|.q/"
SIDES = {"yes": "Yes", "no": "No", "leave": "Leave", "remain": "Remain", "for": "For", "against": "Against"}
OPPOSITE = {"Yes": "No", "No": "Yes", "Leave": "Remain", "Remain": "Leave", "For": "Against", "Against": "For"}
NOBODY = frozenset(
    "others other total totals majority turnout electorate rejected spoilt spoiled valid quota swing blank blanks informal"
    " exhausted undecided lead margin invalid registered votes seats results result source count round stage date page".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """Who a row belongs to. ``sure``: by a known name; else only the rows beside it make it one. ``side``: of a question."""

    who: Mention
    sure: bool = True
    side: bool = False


def head_of(draft: Draft, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> tuple[Head, int] | None:
    """The one somebody that the units from ``start`` to ``end`` name and nothing else, and where that begins."""
    units = sentence.units
    starts = [start] + [k + 1 for k in range(start, end - 1) if units[k].kind == ":" or units[k].low in ("was", "is", "were")]
    for at in starts:
        head = _plain_head(draft, lexicon, sentence, at, end)
        if head is not None:
            return head, at
    return None


def _plain_head(draft: Draft, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> Head | None:
    units = sentence.units
    start = _after_number(units, start, end)
    stretch = units[start:end]
    odd = [k for k in range(start, end) if not _belongs(units[k])]
    named = [k for k in range(start, end) if units[k].name is not None and units[k].low not in ROW_WORDS]
    if odd or not named:
        return _odd_head(draft, lexicon, sentence, stretch, start) if len(odd) <= 1 and not named else None
    return _named_head(draft, sentence, named, end)


def _after_number(units: Sequence[Unit], start: int, end: int) -> int:
    """Past the number of a row, and marks: "1. ", "- "."""
    while start < end and (units[start].kind in "-.)|" or _number(units, start)):
        start += 1
    return start


def _number(units: Sequence[Unit], k: int) -> bool:
    figure = units[k].figure
    behind = units[k + 1].kind if k + 1 < len(units) else ""
    if figure is None:
        return False
    return figure.kind in ("label", "ordinal") or (figure.number < 100 and behind in (".", ")"))


def _belongs(unit: Unit) -> bool:
    return unit.kind == "N" or unit.kind in ROW_MARKS or unit.low in ROW_WORDS


def _named_head(draft: Draft, sentence: Sentence, named: Sequence[int], end: int) -> Head | None:
    """The person, else the party, of a stretch that holds names and marks only."""
    units, found = sentence.units, draft.found[sentence.index]
    people = {found[k].person.key: k for k in named if k in found and found[k].person}  # type: ignore[union-attr]
    parties = {units[k].name.key for k in named if units[k].name.kind == "party"}  # type: ignore[union-attr]
    unknown = [k for k in named if units[k].name.kind == "unknown"]  # type: ignore[union-attr]
    if len(people) > 1 or (not people and len(parties) > 1) or len(unknown) > 2:
        return None
    party = next(iter(parties)) if len(parties) == 1 else ""
    if people:
        at = next(iter(people.values()))
        return Head(_standing(found[at], party, draft, sentence))
    if not unknown and party:
        return Head(Mention(named[0], None, party))
    words = _words(draft, units, unknown)
    if party and words:
        return Head(_new_person(draft, sentence, unknown[0], words, party))
    return Head(Mention(unknown[0], None, " ".join(words)), sure=False) if len(unknown) == 1 else None


def _standing(mention: Mention, party: str, draft: Draft, sentence: Sentence) -> Mention:
    """The person with the party of the row: "Labour (Ann Lee): 694"."""
    person = mention.person
    if person is not None and party and not person.party:
        person.party = party
        mention = Mention(mention.at, person, party)
        draft.found[sentence.index][mention.at] = mention
    return mention


def _words(draft: Draft, units: Sequence[Unit], unknown: Sequence[int]) -> list[str]:
    """The words of a name that nobody knows; "SMITH, John" is John Smith."""
    texts = [draft.text[units[k].start : units[k].end] for k in unknown]
    if len(texts) == 2:
        apart = units[unknown[0] + 1].kind == "," and unknown[1] == unknown[0] + 2
        if not (apart and texts[0].isupper()):
            return []
        texts = [texts[1], texts[0].title()]
    return [w for text in texts for w in text.split() if w != "."]


def _new_person(draft: Draft, sentence: Sentence, at: int, words: Sequence[str], party: str) -> Mention:
    """Somebody whom only a party beside the name makes a person: "Ind Andrews 160"."""
    people = draft.people
    if len(words) > 1:
        person = people.full(words)
    else:
        person = Person(words[0].lower(), words[0], "", words[0].lower())
        person = people.all.setdefault(person.key, person)
    person.party = person.party or party
    mention = Mention(at, person, person.party)
    draft.found[sentence.index][at] = mention
    return mention


def _odd_head(draft: Draft, lexicon: Lexicon, sentence: Sentence, stretch: Sequence[Unit], start: int) -> Head | None:
    """A head of one word: one side of a question, the letter of a party, a name not known as one."""
    words = [u for u in stretch if u.kind == "w"]
    if len(words) != 1:
        return None
    text = draft.text[words[0].start : words[0].end]
    if text.lower() in SIDES:
        return Head(Mention(start, None, SIDES[text.lower()]), side=True)
    if text in lexicon.gazetteer.codes:
        return Head(Mention(start, None, lexicon.gazetteer.codes[text]), sure=False)
    if text[0].isupper() and len(text) > 2 and text.lower() not in NOBODY and text.lower() not in lexicon.not_names:
        return Head(Mention(start, None, text), sure=False)
    return None


def joined(draft: Draft, heads: Sequence[Head]) -> Head | None:
    """The one somebody of a name and a party on two lines."""
    if len(heads) == 1:
        return heads[0] if heads[0].sure else None
    people = [h for h in heads if h.who.person]
    parties = [h.who.party for h in heads if h.sure and not h.who.person]
    if len(people) == 1:
        person = people[0].who.person
        assert person is not None
        person.party = person.party or (parties[0] if parties else "")
        return Head(Mention(people[0].who.at, person, person.party))
    unknown = [h for h in heads if not h.sure]
    if people or len(parties) != 1 or len(unknown) != 1:
        return None
    person = draft.people.full(unknown[0].who.party.split()) if " " in unknown[0].who.party else None
    if person is None:
        return None
    person.party = person.party or parties[0]
    return Head(Mention(-1, person, person.party))
