"""Every article of ours: what must be found is found, nothing else is told, and the ledger says what was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from articles import FOLDER, Expected, Run, alarms, all_runs, article, figures_like, show

from factcheck.findings import DocumentReport

# What the engine does not do yet, and why. A test that begins to pass must be taken out of here.
KNOWN: dict[str, str] = {
    "found:aberdeen-north-gap-second-third:lead-off:6,982+12,773": "6,982: nothing to check it against",
    "found:amethi-lakh-digits-swapped:majority-off:1,76,196+5,39,228": (
        "5,39,228: “Rajiv”: a name that nobody knows; 3,72,032: “Union”: a name that nobody knows"
    ),
    "found:barnet-council-net-change:net-change-off:38+22": (
        "38: counts nothing known; 22: nothing to check it against; 18: counts nothing known"
    ),
    "found:carlisle-majority-points-turnout-chain+table:reference-differs:51.9%": "read, but told otherwise",
    "found:chichester-list-votes-over-total+table:reference-differs:8,759": "read, but told otherwise",
    "found:greens-tally-against-list:tally-off:three+Carla Denyer": "three: counts nothing known",
    "found:greens-tally-against-list+table:tally-off:three+Carla Denyer": "three: counts nothing known",
    "found:ilford-north-majority-as-votes:winner-behind:528+15,119": (
        "528: nobody it could belong to; 15,119: “British-Palestinian”: a name that nobody knows"
    ),
    "found:independents-seed-retold+table:name-near:Healther Iqbal": "read, but told otherwise",
    "found:leicester-east-hold-for-gain:outcome-off:held": "read, but told otherwise",
    "found:leicester-east-hold-for-gain+table:outcome-off:held": "read, but told otherwise",
    "found:north-antrim-electorate-chain+table:turnout-off:64,697+55.1%": "64,697: counts nothing known",
    "found:north-herefordshire-margin-as-swing:swing-off:11.7 points+34.4 points": (
        "11.7 points: nothing to check it against; 34.4 points: nothing to check it against; 31.0 points: a cha..."
    ),
    "found:perry-barr-shares-only-chain+table:share-off:12,796+31.4%": (
        "12,796: nothing to check it against; 31.4%: nothing to check it against"
    ),
    "found:tunbridge-wells-three-shares-chain+table:share-off:6,844+12.0%": "read, but told otherwise",
    "found:western-isles-name-misspelt+table:name-near:Torquil Crichton": "read, but told otherwise",
}

# Figures that hold and are not checked yet, by article. One that begins to be checked must be taken out of here.
MISSED: dict[str, tuple[str, ...]] = {
    "aberdeen-north-gap-second-third": ("2,100",),
    "aberdeen-north-gap-second-third+table": ("30.3%",),
    "barnet-council-net-change": (
        "22",
        "19",
        "25",
        "16",
    ),
    "bristol-central-green-gain-correct": (
        "24.0 percentage points",
        "28.2 points",
    ),
    "chichester-list-votes-over-total+table": ("21,490",),
    "clacton-one-digit-wrong+table": (
        "1,935",
        "24,702",
    ),
    "derby-north-party-list-correct": (
        "13.6 per cent",
        "5.7 percentage points",
        "21.5",
        "2,216",
    ),
    "election-night-live-blog-correct+table": ("26,195",),
    "eu-referendum-2016-correct": (
        "46,500,001",
        "72.21%",
        "1,661,191",
        "1,018,322",
        "62.0%",
        "38.0%",
    ),
    "great-yarmouth-electorate-as-votes-cast+table": ("17,663",),
    "greens-tally-against-list+table": (
        "56.6%",
        "10,407",
    ),
    "hexham-run-on-list-correct+table": ("10,549",),
    "ilford-north-majority-as-votes+table": ("5,218",),
    "independents-seed-retold+table": ("8,707",),
    "islington-north-hedge-too-high+table": ("32",),
    "lok-sabha-2024-correct": (
        "293",
        "234",
        "16",
    ),
    "minnesota-2008-recount-margins-correct": (
        "41.99 per cent",
        "41.98 per cent",
    ),
    "perry-barr-shares-only-chain+table": (
        "4,227",
        "1,302",
    ),
    "rochdale-by-election-and-general-correct": ("4,814",),
    "scotland-2014-shares-over-100": (
        "53.5",
        "46.5",
    ),
    "western-isles-name-misspelt+table": ("63.4%",),
    "wimbledon-rank-word-denied+table": ("12,610",),
    "ynys-mon-pipe-table-correct": (
        "35.5%",
        "nearly 3,000",
    ),
    "ynys-mon-pipe-table-correct+table": ("1,968",),
}

RUNS = all_runs()


def known(names: Iterable[str]) -> list[object]:
    """Parameters of a test, those that are known to fail marked so."""
    return [
        pytest.param(
            name,
            marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=KNOWN[name]) if name in KNOWN else (),
        )
        for name in names
    ]


def by_name(kind: str, part: Callable[[Run], tuple[Expected, ...]]) -> dict[str, tuple[Run, Expected]]:
    """Each expected finding of the runs under a name of its own."""
    return {
        f"{kind}:{run.id}:{expected.rules[0].partition('/')[2]}:{'+'.join(expected.cites[:2])}": (run, expected)
        for run in RUNS
        for expected in part(run)
    }


WANTED = by_name("found", lambda run: run.findings)
NOTES = by_name("note", lambda run: run.notes)
QUIET = {f"quiet:{run.id}": run for run in RUNS}
CHECKED = {run.id: run for run in RUNS if run.checked}


@pytest.mark.parametrize("name", known(WANTED))
def test_what_must_be_found_is_found(name: str) -> None:
    run, expected = WANTED[name]
    report = run.report()
    assert any(expected.met_by(f) for f in report.findings), f"no {expected}; {show(report, *expected.cites)}"


@pytest.mark.parametrize("name", known(NOTES))
def test_notes_that_must_come_come(name: str) -> None:
    run, expected = NOTES[name]
    report = run.report()
    assert any(expected.met_by(f) for f in report.findings), f"no {expected}; {show(report, *expected.cites)}"


@pytest.mark.parametrize("name", known(QUIET))
def test_nothing_else_is_told(name: str) -> None:
    run = QUIET[name]
    report = run.report()
    allowed = (*run.findings, *run.may)
    false = [f.message for f in alarms(report) if not any(expected.met_by(f) for expected in allowed)]
    assert not false, show(report)
    cited = {figure.text for finding in alarms(report) for figure in finding.figures}
    assert not cited & set(run.not_flagged), show(report)


@pytest.mark.parametrize("name", CHECKED)
def test_what_must_be_checked_is_checked(name: str) -> None:
    run = CHECKED[name]
    report = run.report()
    missed = tuple(text for text in run.checked if not is_checked(report, text))
    assert missed == MISSED.get(name, ()), show(report, *missed)


def is_checked(report: DocumentReport, text: str) -> bool:
    """Whether the ledger has the figure as checked, or as contradicted where a finding cites it."""
    lines = figures_like(report, text)
    cited = {(figure.start, figure.end) for finding in alarms(report) for figure in finding.figures}
    return any(s.status == "checked" or (s.status == "contradicted" and (s.start, s.end) in cited) for s in lines)


def test_every_known_failure_is_a_test() -> None:
    assert KNOWN.keys() <= {*WANTED, *NOTES, *QUIET}
    assert MISSED.keys() <= CHECKED.keys()


def test_every_article_has_an_expectation_and_every_expectation_an_article() -> None:
    articles = {path.stem for path in FOLDER.iterdir() if path.suffix in (".txt", ".md")} - {"README"}
    assert articles == {run.name for run in RUNS}
    assert all(article(run.name).is_file() for run in RUNS)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.id)
def test_expectations_speak_of_words_that_stand_in_the_article(run: Run) -> None:
    cites = [text for expected in (*run.findings, *run.notes, *run.may) for text in expected.cites]
    for text in (*cites, *run.checked, *run.not_flagged):
        assert text in run.text, f"{run.id}: “{text}” does not stand in the article"
