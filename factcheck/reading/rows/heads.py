"""Who heads a row: a person, a party, one side of a question; also names that only the rows around them explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.names.people import Person
from factcheck.reading.draft import Draft
from factcheck.reading.layout import Sentence, Unit
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.naming.mentions import Mention, name_kind

# words that a row may hold beside names and figures
ROW_WORDS = frozenset(
    "the for of and votes vote party got polled received with candidate uk in co-operative co-op elected x re-elected"
    " hold gain win incumbent result results full".split()
)
ROW_MARKS = "-,:()|.q/"
SIDES = {"yes": "Yes", "no": "No", "leave": "Leave", "remain": "Remain", "for": "For", "against": "Against"}
LONGEST_HEAD = 24  # units; more of them are no row's head
OPPOSITE = {"Yes": "No", "No": "Yes", "Leave": "Remain", "Remain": "Leave", "For": "Against", "Against": "For"}
OTHERS, REST = "Others", frozenset({"others", "other"})
NOBODY = frozenset(
    "others other total totals majority turnout electorate rejected spoilt spoiled valid quota swing blank blanks"
    " informal exhausted undecided lead margin invalid registered votes seats results result source count round stage"
    " date page percent percentage counted uncounted counting precinct precincts reporting reported boxes stations"
    " expected remaining updated".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """Who a row belongs to. ``sure``: a known name; else the rows beside it make it one. ``side``: of a question."""

    who: Mention
    sure: bool = True
    side: bool = False
    rest: bool = False  # "Others": all who are not named


def head_of(draft: Draft, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> tuple[Head, int] | None:
    """The one somebody that the units from ``start`` to ``end`` name and nothing else, and where that begins."""
    units = sentence.units
    leads = [k + 1 for k in range(start, end - 1) if units[k].kind == ":" or units[k].low in ("was", "is", "were")]
    starts = [at for at in (start, *leads) if end - at <= LONGEST_HEAD]
    for at in starts:
        head = _plain_head(draft, lexicon, sentence, at, end)
        if head is not None:
            return head, at
    return None


def _plain_head(draft: Draft, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> Head | None:
    units = sentence.units
    start = _after_number(units, start, end)
    words = [u.low for u in units[start:end] if u.kind in "wN"]
    if len(words) == 1 and words[0] in REST:
        return Head(Mention(start, None, OTHERS), rest=True)
    runs: list[list[str]] = []
    for k in range(start, end):
        unit = units[k]
        text = draft.text[unit.start : unit.end]
        if unit.kind in ROW_MARKS or unit.low in ROW_WORDS or name_kind(unit) in ("person", "party", "place"):
            continue
        if unit.kind not in "wN" or not (text[0].isupper() or (end - start == 1 and unit.low in SIDES)):
            return None
        if unit.low in NOBODY or unit.low.rpartition(" ")[2] in NOBODY:
            return None
        joins = runs and k > start and units[k - 1].kind in "wN" and name_kind(units[k - 1]) in ("", "unknown")
        runs[-1 if joins else len(runs) :] = [[*(runs[-1] if joins else ()), *text.split()]]
    return _whose(draft, lexicon, sentence, range(start, end), runs)


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


def _whose(draft: Draft, lexicon: Lexicon, sentence: Sentence, span: range, runs: Sequence[list[str]]) -> Head | None:
    """The person, else the party, of a stretch of names and marks; ``runs`` are the names that nobody knows."""
    units, found = sentence.units, draft.found[sentence.index]
    people = {found[k].person.key: k for k in span if k in found and found[k].person}  # type: ignore[union-attr]
    parties = {units[k].name.key for k in span if name_kind(units[k]) == "party"}  # type: ignore[union-attr]
    if len(people) > 1 or (not people and len(parties) > 1) or len(runs) > 2:
        return None
    party = next(iter(parties)) if len(parties) == 1 else ""
    turned = _turned(units, span, runs, [found[k].name for k in people.values()])
    if people and not turned:
        return Head(_standing(found[next(iter(people.values()))], party, draft, sentence))
    if party and not runs:
        return Head(Mention(span[0], None, party))
    if party and (turned or len(runs) == 1):
        return Head(_new_person(draft, span[0], turned or runs[0], party))
    return _unsure(lexicon, units, span, runs) if runs else None


def _turned(units: Sequence[Unit], span: range, runs: Sequence[list[str]], known: Sequence[str]) -> list[str]:
    """``SMITH, John``: first name first."""
    comma = next((k for k in span if units[k].kind == ","), -1)
    words = [*(" ".join(run) for run in runs[1:]), *known]
    if comma < 1 or comma - span[0] > 2 or not runs or not all(w.isupper() for w in runs[0]) or len(words) != 1:
        return []
    return [*words[0].split(), *(w.title() for w in runs[0])]


def _unsure(lexicon: Lexicon, units: Sequence[Unit], span: range, runs: Sequence[list[str]]) -> Head | None:
    """One side of a question, the letter of a party, a name that the rows beside it may explain."""
    text = " ".join(runs[0])
    marked = any(units[k].kind in "(-,|:" for k in span)
    if len(runs) == 2 and not marked:
        return None
    if text.lower() in SIDES:
        return Head(Mention(span[0], None, SIDES[text.lower()]), side=True)
    if text in lexicon.gazetteer.codes:
        return Head(Mention(span[0], None, lexicon.gazetteer.codes[text]), sure=False)
    known = all(w.lower() in lexicon.not_names for w in runs[0])
    return None if known or len(text) < 3 else Head(Mention(span[0], None, text), sure=False)


def _standing(mention: Mention, party: str, draft: Draft, sentence: Sentence) -> Mention:
    """The person with the party of the row: "Labour (Ann Lee): 694"."""
    person = mention.person
    if person is not None and party and not person.party:
        person.party = party
        mention = Mention(mention.at, person, party)
        draft.found[sentence.index][mention.at] = mention
    return mention


def _new_person(draft: Draft, at: int, words: Sequence[str], party: str) -> Mention:
    """Somebody whom only a party beside the name makes a person: "Ind Andrews 160"."""
    people = draft.people
    if len(words) > 1:
        person = people.full(words)
    else:
        person = Person(words[0].lower(), words[0], "", words[0].lower())
        person = people.all.setdefault(person.key, person)
    person.party = person.party or party
    return Mention(at, person, person.party)


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
