"""Forms that never read anything, because another form always takes the figure first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import RuleError
from factcheck.packs.model import SENTENCE, Measure, Origin, Pack, Wording
from factcheck.packs.yamlfile import Mistake, SourceFile
from factcheck.reading.counting.measures import Form, noun_forms, parse_form

Sides = tuple[tuple[str, ...], tuple[str, ...]]


def taken_forms(pack: Pack, home: Path) -> list[RuleError]:
    """An error for each form of a pack's files, those in ``home`` left out, that another figure's form takes first.

    The files of ``home`` are those that are shipped; the tests look at them, and so no run needs to.
    """
    origins = [each for each in (pack.origin, *pack.extensions) if each.file and Path(each.file).parent != home]
    if not origins:
        return []
    by_sides: dict[Sides, list[Form]] = defaultdict(list)
    for form in _every_form(pack):
        by_sides[form.left, form.right].append(form)
    found = [(origin, each, _taker(each, pack, by_sides)) for origin in origins for each in origin.forms]
    return [_error(origin, each, taker) for origin, each, taker in found if taker is not None]


def _every_form(pack: Pack) -> Iterator[Form]:
    """Every spelling, in the order in which forms of one weight are asked."""
    for text in pack.set_aside:
        yield from parse_form(text, None)
    for measure in pack.measures.values():
        for text in (*measure.forms, *noun_forms(measure)):
            yield from parse_form(text, measure)


def _taker(wording: Wording, pack: Pack, by_sides: dict[Sides, list[Form]]) -> Form | None:
    """A form of another figure that matches whenever this one does and counts as much; None when a spelling is free."""
    measure = pack.measures.get(wording.figure)
    if measure is None:
        return None
    takers = [_taker_of(form, measure, by_sides) for form in parse_form(wording.form, measure)]
    return takers[0] if all(taker is not None for taker in takers) else None


def _taker_of(form: Form, measure: Measure, by_sides: dict[Sides, list[Form]]) -> Form | None:
    for left in range(len(form.left) + 1):
        for right in range(len(form.right) + 1):
            for other in by_sides.get((form.left[:left], form.right[:right]), ()):
                if other.measure is measure:
                    if (left, right) == (len(form.left), len(form.right)):
                        break  # of equal forms the first is asked, and this is it
                elif other.weight >= form.weight and _takes(other.measure, measure):
                    return other
    return None


def _takes(other: Measure | None, measure: Measure) -> bool:
    """Whether any figure that could be the one is taken by the other."""
    if other is None:
        return True
    if SENTENCE in (other.whose, measure.whose) and other.of != measure.of:
        return False  # what a sentence says of one thing it may say of another too
    same = (other.unit == measure.unit) if {other.unit, measure.unit} & {"percent", "points", "money"} else True
    return same and set(measure.written) <= {*other.written} and other.at_least <= measure.at_least


def _error(origin: Origin, wording: Wording, taker: Form) -> RuleError:
    by = f"the form `{taker.text}` of `{taker.measure.name}`" if taker.measure else f"the veto `{taker.text}`"
    what = f"`{wording.form}` of `{wording.figure}`: never read, since {by} always goes before it; leave one out"
    source = SourceFile(origin.file, Path(origin.file).read_text(encoding="utf-8-sig"))
    at = source.text.find(wording.form, max(0, source.text.find(f"{wording.figure}:")))
    if at < 0:
        return RuleError(f"{origin.file}: {what}")
    line = source.text.count("\n", 0, at) + 1
    return source.error([Mistake(line, at - source.text.rfind("\n", 0, at), what, len(wording.form))])
