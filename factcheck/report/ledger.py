"""The ledger: what became of every figure of an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck.findings import FigureStatus
from factcheck.report.words import count, listed

# Kinds that are compared with nothing as a rule; they are counted, and listed only if one was checked.
ASIDE = {
    "year": ("year", "years"),
    "date": ("date", "dates"),
    "time": ("clock time", "clock times"),
    "age": ("age", "ages"),
    "ordinal": ("ordinal", "ordinals"),
    "score": ("score", "scores"),
    "label": ("label", "labels"),
    "idiom": ("figure of speech", "figures of speech"),
}
ALONE = "read, but nothing to check it against"
LEFT = "of a kind that the rules leave alone"
STATUSES = {"checked": "checked", "contradicted": "contradicted", "waived": "waived", "unchecked": "not checked"}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of one article: those that count something, and those set aside by their kind."""

    figures: tuple[FigureStatus, ...]
    aside: tuple[FigureStatus, ...]

    @classmethod
    def of(cls, figures: tuple[FigureStatus, ...]) -> Ledger:
        """The ledger of these figures."""
        aside = [figure.kind in ASIDE and figure.status == "unchecked" for figure in figures]
        return cls(
            tuple(figure for figure, off in zip(figures, aside, strict=True) if not off),
            tuple(figure for figure, off in zip(figures, aside, strict=True) if off),
        )

    def total(self) -> str:
        """One line: "18 figures: 11 checked, 2 contradicted, 5 not checked"."""
        counts = self.counts()
        shown = [status for status in STATUSES if counts[status] or status != "waived"]
        parts = [f"{counts[status]} {STATUSES[status]}" for status in shown]
        return f"{count(len(self.figures), 'figure')}: {', '.join(parts)}"

    def set_aside(self) -> str:
        """One line: "3 years and 1 clock time"; empty when there are none."""
        kinds = Counter(figure.kind for figure in self.aside)
        return listed([count(kinds[kind], *nouns) for kind, nouns in ASIDE.items() if kinds[kind]])

    def counts(self) -> Counter[str]:
        """How many figures came out with each status."""
        return Counter(figure.status for figure in self.figures)

    def unchecked(self) -> dict[str, list[FigureStatus]]:
        """The figures that were not checked, by reason; the commonest reason first.

        Of a figure that was read, ``why`` tells how; that it was not checked has the same reason for all of them.
        """
        groups: dict[str, list[FigureStatus]] = {}
        for figure in self.figures:
            if figure.status == "unchecked":
                groups.setdefault(_reason(figure), []).append(figure)
        return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def _reason(figure: FigureStatus) -> str:
    """Why a figure was not checked, for an editor: which form of a rule file set it aside is told by ``read`` alone."""
    if figure.claim is not None:
        return ALONE
    return LEFT if figure.why.startswith("set aside: ") else figure.why
