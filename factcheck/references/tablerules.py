"""Whether a reference table holds together: the packs' own rules, run over its rows instead of an article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.checking.check import Conflict, Outcome, near
from factcheck.checking.resolve import COMPLETE
from factcheck.claims import Book, Claim, Entity, Source
from factcheck.formula import Formula, show
from factcheck.interval import Verdict
from factcheck.packs import Rule
from factcheck.tables.claims import by_votes, enter_race, named_winner
from factcheck.tables.tables import Reference, TableRace, check_table

OWN = "article"  # a table under check speaks as an article does: it is the text that may be wrong
_PLACE = re.compile(r"(.{1,200}?) row (\d{1,9}), (.*)", re.DOTALL)


def table_problems(reference: Reference, rules: Sequence[Rule]) -> list[str]:
    """Everything wrong with a table, one line each: file, row, and the arithmetic. Empty where it holds together."""
    found = [str(problem) for problem in check_table(reference)]
    exact = [*map(_exact, rules), adds_up()]
    for key in reference.races:
        race = reference.races[key]
        found += _of_race(race, _checked(race, exact, complete=reference.complete))
    return found


def _of_race(race: TableRace, outcome: Tally) -> list[str]:
    """Sums that do not come out; else places that are not those of the votes; else whatever else does not hold."""
    wrong = [conflict for conflict in outcome.conflicts if conflict.verdict is Verdict.INCONSISTENT]
    sums = [conflict for conflict in wrong if conflict.formula and conflict.formula.op == "=="]
    return list(_told(sums, outcome.stood)) or list(_places(race)) or list(_told(wrong, outcome.stood))


def _checked(race: TableRace, rules: Sequence[Rule], *, complete: bool) -> Tally:
    """The rules run on one race; by itself, so that the time grows with the table and no faster."""
    book, parties, outcome = Book(), dict[str, str](), Tally()
    entity = Entity("race", race.key, race.name)
    enter_race(book, parties, race, entity, OWN)
    if complete:
        book.add(Claim(entity, COMPLETE, "all", Source(OWN)))
    near(book, parties, rules, outcome)
    return outcome


@dataclass
class Tally(Outcome):
    """An outcome that also counts in how many checks each claim stood."""

    stood: Counter[int] = field(default_factory=Counter)

    def took_part(self, claims: Iterable[Claim], rule: str) -> None:
        """Count a check of these claims."""
        self.stood.update(id(claim) for claim in claims)


def adds_up() -> Rule:
    """The rule that holds for a table alone: where every candidate is listed, their votes are the votes cast."""
    formula = Formula.parse("sum(race.candidates.votes) == race.votes_cast")
    message = "the candidates’ votes do not add up to the votes cast"
    return Rule("votes-add-up", "table", (formula,), message, "error", "All votes cast are somebody's.")


def _exact(rule: Rule) -> Rule:
    """A table's cells are as exact as they are printed: no tolerance, which is for what writers round."""
    return replace(rule, tolerance="")


def _told(conflicts: Sequence[Conflict], stood: Mapping[int, int]) -> Iterator[str]:
    """One line for each cell that explains conflicts: the one in most of them, and in the fewest checks that hold."""
    by_claim: dict[int, list[Conflict]] = defaultdict(list)
    claims = {id(claim): claim for conflict in conflicts for claim in conflict.claims if claim.source.cell}
    for conflict in conflicts:
        for claim in conflict.claims:
            by_claim[id(claim)].append(conflict)
    told: set[int] = set()
    for at in sorted(claims, key=lambda at: (-len(by_claim[at]), stood[at])):
        explained = [conflict for conflict in by_claim[at] if id(conflict) not in told]
        if explained:
            told.update(map(id, explained))
            yield f"{_place(claims[at])}: {_explained(explained[0])}"


def _place(claim: Claim) -> str:
    """``candidates.csv, row 371: Votes 12,905``."""
    parts = _PLACE.fullmatch(claim.source.cell)
    return f"{parts[1]}, row {parts[2]}: {parts[3].replace(': ', ' ', 1)}" if parts else claim.source.cell


def _explained(conflict: Conflict) -> str:
    from factcheck.telling.wording import fill

    assert conflict.formula is not None
    assert conflict.definition is not None
    formula = conflict.formula
    values = {leaf: term.reading(generous=False) for leaf, term in conflict.terms.items()}
    sides = f"{show(formula.left, values, {})} against {show(formula.right, values, {})}"
    message = fill(conflict.definition.message, conflict.terms, conflict.root)
    return f"{message} ({formula.text}: {sides})"


def _places(race: TableRace) -> Iterator[str]:
    """Ranks that are not those of the votes, or a winner named who is not the first or is nobody listed."""
    listed = [each for each in race.candidates if each.rank]
    for rank, candidate in by_votes(race) if listed else []:
        if candidate.rank != rank:
            cell = next((c for c in candidate.cells if c.path == "candidate.rank"), candidate.cells[0])
            place = f"{cell.resource}, row {cell.row}"
            yield f"{place}: {candidate.name} is given rank {candidate.rank}, but is {rank} by votes"
    yield from _winner(race)


def _winner(race: TableRace) -> Iterator[str]:
    cell = next((each for each in race.cells if each.path == "race.winner"), None)
    if cell is None or not race.candidates:
        return
    named = named_winner(race)
    first = next((each for rank, each in by_votes(race) if rank == 1), None)
    if named is None:
        yield f"{cell.resource}, row {cell.row}: {cell.column}: “{cell.text}” is no candidate of {race.name}"
    elif first is not None and first is not named[0]:
        yield f"{cell.resource}, row {cell.row}: {cell.column}: {cell.text}, but {first.name} has the most votes"
