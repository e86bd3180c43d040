"""The words of a finding: a claim's fact as an editor would say it, and a rule's message with its slots filled."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.checking.check import Conflict
from factcheck.checking.resolve import Term
from factcheck.claims import UNNAMED, Claim, Entity
from factcheck.dates.calendar import sayer_of
from factcheck.formula import Expression, Leaf, Path, evaluate
from factcheck.interval import Value
from factcheck.packs.messages import parse_message

MOST_QUOTED = 4  # figures that a message is given which quotes none itself


def describe(claim: Claim) -> str:
    """A claim's fact in an editor's words: "the majority in Blackburn", "Ayoub Khan's votes"."""
    attribute, _, tag = claim.attribute.partition("@")
    words = attribute.replace("_", " ")
    subject = str(claim.subject)
    tags = {"before": "earlier ", "change": "change in ", "shift": "change in ", "ratio": "relative change in "}
    words = tags.get(tag, "") + words
    when = f" in {claim.scope.event}" if claim.scope.event else ""
    if claim.subject.kind == "candidate":
        return f"{subject}’s {words}{when}"
    unnamed = claim.subject.kind == "race" and (claim.subject.key == "" or claim.subject.key.startswith("?"))
    if unnamed or subject in UNNAMED:
        return f"the {words}{when}"
    return f"the {words} of {subject}{when}"


def given(claim: Claim) -> str:
    """How a sentence about a claim begins: "The majority of Blackburn is given", "Ann Lee’s votes are given"."""
    attribute = claim.attribute.partition("@")[0]
    return f"{capital(describe(claim))} {'are' if attribute.endswith('s') else 'is'} given"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def fill(message: str, terms: Mapping[Leaf, Term], root: Entity | None) -> str:
    """A rule's message with its slots filled: a figure as written, an expression as computed."""
    made = []
    for part in parse_message(message):
        made.append(part if isinstance(part, str) else _slot(part, terms, root))
    return "".join(made)


def unquoted(conflict: Conflict) -> str:
    """The figures of a conflict, where the rule's message quotes fewer than two and works nothing out."""
    assert conflict.definition is not None
    slots = [part for part in parse_message(conflict.definition.message) if not isinstance(part, str)]
    quoted = {slot.paths[0] for slot in slots if slot.text == slot.paths[0].text and slot.paths[0] in conflict.terms}
    said = {leaf: [claim.source for claim in term.claims] for leaf, term in conflict.terms.items()}
    rest = [source for leaf, each in said.items() if leaf not in quoted for source in each if source.kind == "article"]
    figures = len(rest) + sum(bool(said[leaf]) for leaf in quoted)
    works_out = any(slot.text != slot.paths[0].text for slot in slots)
    if works_out or not 1 < figures <= MOST_QUOTED or figures - len(rest) > 1:
        return ""
    words = list(dict.fromkeys(f"“{source.text}”" for source in sorted(rest, key=lambda source: source.start)))
    return f": {' and '.join(filter(None, (', '.join(words[:-1]), *words[-1:])))}"


def _slot(slot: Expression, terms: Mapping[Leaf, Term], root: Entity | None) -> str:
    if len(slot.paths) == 1 and slot.text == slot.paths[0].text:
        leaf = slot.paths[0]
        term = terms.get(leaf)
        if term is None:
            return str(root or slot.text)
        if isinstance(leaf, Path) and term.claims:
            return term.claims[0].source.text
        return str(len(term.roles)) if term.roles else str(root)
    try:
        found = evaluate(slot, {leaf: term.reading(False) for leaf, term in terms.items()})
        return sayer_of(slot, {leaf: kind(term) for leaf, term in terms.items()})(found)
    except KeyError:
        return slot.text


def kind(term: Term) -> str:
    """How the value of a term is shown: as a "date", a "length" of time, or, "", as a number."""
    return term.value.kind if isinstance(term.value, Value) else ""
