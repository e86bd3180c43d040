"""One draft with five known findings through every report: the same five, at the same places, read back."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import five
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from manyfindings import HERE, checked, many

from factcheck.cli import main
from factcheck.findings import Citation, DocumentReport, Finding, RunReport, Suppression
from factcheck.formats import open_document
from factcheck.report import github, gitlab, html, jsonl, junit, markdown, rdjson, sarif
from factcheck.report import json as as_json


def expected() -> Counter[tuple[str, int]]:
    """Rule and line of the first place that each finding cites; the rules and places are those known by hand."""
    findings = checked().documents[0].findings
    assert Counter(finding.rule for finding in findings) == five.RULES
    cited = {(each.text, each.line) for finding in findings for each in finding.cited}
    assert set(five.PLACES) <= cited
    return Counter((finding.rule, finding.cited[0].line) for finding in findings)


def of_json(report: RunReport) -> Counter[tuple[str, int]]:
    told = json.loads(as_json.render_check(report))["documents"][0]["findings"]
    return Counter((each["rule"], each["figures"][0]["line"]) for each in told)


def of_jsonl(report: RunReport) -> Counter[tuple[str, int]]:
    rows = [json.loads(line) for line in jsonl.render(report).splitlines()]
    return Counter((row["rule"], row["figures"][0]["line"]) for row in rows if row["type"] == "finding")


def of_sarif(report: RunReport) -> Counter[tuple[str, int]]:
    results = json.loads(sarif.render(report))["runs"][0]["results"]
    lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    return Counter(zip((each["ruleId"] for each in results), lines, strict=True))


def of_junit(report: RunReport) -> Counter[tuple[str, int]]:
    cases = Xml.fromstring(junit.render(report)).iter("testcase")
    return Counter(
        (str(each.get("name")).split()[0], int(each.get("line", "")))
        for each in cases
        if each.find("failure") is not None
    )


def of_github(report: RunReport) -> Counter[tuple[str, int]]:
    found = [read_command(line) for line in github.render(report).splitlines()]
    return Counter((given["title"].split(": ")[1], int(given["line"])) for _, given, _ in found)


def of_gitlab(report: RunReport) -> Counter[tuple[str, int]]:
    rows = json.loads(gitlab.render(report))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    return Counter((row["check_name"], row["location"]["lines"]["begin"]) for row in rows)


def of_rdjson(report: RunReport) -> Counter[tuple[str, int]]:
    rows = json.loads(rdjson.render(report))["diagnostics"]
    return Counter((row["code"]["value"], row["location"]["range"]["start"]["line"]) for row in rows)


def of_markdown(report: RunReport) -> Counter[tuple[str, int]]:
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").render(markdown.render(report))
    found = re.findall(r"txt (\d+):\d+ · ([a-z0-9/-]+)", page)
    return Counter((rule, int(line)) for line, rule in found)


def of_html(report: RunReport) -> Counter[tuple[str, int]]:
    cards = re.findall(r'<article class="card error".*?</article>', html.render(report), re.S)
    places = [re.search(r'class="place">(\d+):', card) for card in cards]
    rules = [re.search(r'class="rule">([a-z0-9/-]+)<', card) for card in cards]
    return Counter((rule[1], int(place[1])) for rule, place in zip(rules, places, strict=True) if rule and place)


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: kind, properties and message."""
    kind, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()  # type: ignore[union-attr]
    given = dict(each.split("=", 1) for each in properties.split(","))
    signs = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}

    def back(text: str) -> str:
        return re.sub("%(3A|2C|0D|0A|25)", lambda hit: signs[hit[0]], text)

    return kind, {key: back(value) for key, value in given.items()}, back(message)


@pytest.mark.parametrize(
    "read", [of_json, of_jsonl, of_sarif, of_junit, of_github, of_gitlab, of_rdjson, of_markdown, of_html]
)
def test_the_same_five_at_the_same_places(read: Callable[[RunReport], Counter[tuple[str, int]]]) -> None:
    assert read(checked()) == expected()


@pytest.mark.parametrize("style", ["text", "table"])
def test_the_same_five_for_people(style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(five.as_text())
    shown = CliRunner().invoke(main, ["check", "a.txt", "--format", style]).stdout
    assert {rule: len(re.findall(rf"\b{rule}\b", shown)) for rule in five.RULES} == five.RULES or style == "table"
    for finding in checked().documents[0].findings:
        assert f"{finding.cited[0].line}:{finding.cited[0].column}" in shown


@pytest.mark.parametrize("name", ["drafts/fünf a.txt", "a.md", "a.html", "a.docx"])
def test_the_schemas_hold(name: str) -> None:
    schema = json.loads((HERE.parent / "factcheck/report/check-1.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(as_json.render_check(checked(name))))
    strict = json.loads((HERE / "sarif-subset.schema.json").read_text())
    Draft202012Validator.check_schema(strict)
    Draft202012Validator(strict).validate(json.loads(sarif.render(checked(name))))


OFFICIAL = os.environ.get("FACTCHECK_SARIF_SCHEMA", "")


@pytest.mark.skipif(not OFFICIAL, reason="FACTCHECK_SARIF_SCHEMA names no file (npm's sarif-multitool has the schema)")
@pytest.mark.parametrize("name", ["drafts/fünf a.txt", "a.md", "a.html", "a.docx"])
def test_the_official_schema_of_sarif_holds(name: str) -> None:
    schema = json.loads(Path(OFFICIAL).read_text("utf-8-sig"))
    Draft202012Validator(schema).validate(json.loads(sarif.render(checked(name))))


def test_sarif_names_the_page_where_the_package_does() -> None:
    assert sarif.home(["Homepage, https://example.org/x"]) == {"informationUri": "https://example.org/x"}
    assert sarif.home([]) == {}


def test_every_field_of_the_json_is_in_its_schema() -> None:
    schema = json.loads((HERE.parent / "factcheck/report/check-1.schema.json").read_text())
    document = json.loads(as_json.render_check(checked()))["documents"][0]
    for name, row in (
        ("document", document),
        ("finding", document["findings"][0]),
        ("citation", document["findings"][0]["figures"][0]),
        ("figure", document["figures"][0]),
    ):
        assert set(row) == set(schema["$defs"][name]["properties"])


def test_the_schema_is_printed() -> None:
    printed = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    assert printed["properties"]["version"] == {"const": as_json.VERSION}


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx"])
def test_the_same_article_in_another_format_gives_the_same(name: str) -> None:
    """The claims and findings are the same, and each figure stands where it is said to in the file."""
    plain, other = checked().documents[0], checked(name).documents[0]
    assert [told(each) for each in other.findings] == [told(each) for each in plain.findings]
    assert [claim(each) for each in other.claims] == [claim(each) for each in plain.claims]
    assert [(each.text, each.status) for each in other.figures] == [(each.text, each.status) for each in plain.figures]
    assert other.document is not None
    source = other.document.source or other.document.text
    for figure in other.figures:
        assert source[figure.start : figure.end].replace("&#44;", ",") == figure.text
        before = source[: figure.start].replace("\r\n", "\n").split("\n")
        assert (figure.line, figure.column) == (len(before), len(before[-1]) + 1)


def told(finding: Finding) -> tuple[Any, ...]:
    """All of a finding but its places."""
    cited = tuple((each.text, each.label, each.source) for each in finding.figures)
    return finding.rule, finding.severity, finding.message, finding.arithmetic, finding.fits, finding.slips, cited


def claim(each: Any) -> tuple[Any, ...]:
    return each.about, each.attribute, each.value, each.scope, each.evidence, each.text


def test_word_tells_paragraphs_and_cells() -> None:
    report = checked("a.docx").documents[0]
    places = {each.text: report.place(each) for finding in report.findings for each in finding.cited}
    assert five.WORD_PLACES.items() <= places.items()
    location = json.loads(sarif.render(RunReport((report,))))["runs"][0]["results"][0]["locations"][0]
    assert location["logicalLocations"] == [{"fullyQualifiedName": report.place(report.findings[0].cited[0])}]


def test_paths_are_escaped() -> None:
    uri = json.loads(sarif.render(checked()))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert uri["artifactLocation"]["uri"] == "drafts/f%C3%BCnf%20a.txt"
    assert read_command(github.render(checked()).splitlines()[0])[1]["file"] == "drafts/fünf a.txt"


def test_columns_of_rdjson_are_bytes() -> None:
    document = open_document("a.txt", "Zoë Lée 607".encode())
    cited = Citation("607", 8, 11, 1, 9)
    report = RunReport(
        (DocumentReport("a.txt", (Finding("x/y", "error", "inconsistent", "m", (cited,)),), document=document),)
    )
    place = json.loads(rdjson.render(report))["diagnostics"][0]["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == (11, 14)  # two letters of two bytes go before


@pytest.mark.parametrize(("count", "lines"), [(9, 9), (10, 10), (11, 10), (500, 10)])
def test_github_gets_ten_of_a_kind(count: int, lines: int) -> None:
    printed = [read_command(line) for line in github.render(many(count)).splitlines()]
    assert len(printed) == lines
    assert printed[0][1]["file"] == "a,b:c.txt"
    assert printed[0][2].startswith("finding 0: 100%")
    assert (f"and {count - 9} more" in printed[-1][2]) == (count > 10)


def test_what_is_let_pass_is_marked_and_fails_nothing() -> None:
    mark = Suppression("waiver", "the recount is pending", "a.md:3")
    finding = Finding("x/y", "error", "inconsistent", "wrong", (Citation("1", line=1),), suppressed=mark)
    report = RunReport((DocumentReport("a.md", (finding,)),))
    result = json.loads(sarif.render(report))["runs"][0]["results"][0]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the recount is pending (a.md:3)"}
    ]
    suite = Xml.fromstring(junit.render(report)).find("testsuite")
    assert suite is not None
    assert (suite.get("failures"), suite.get("skipped")) == ("0", "1")
    assert github.render(report) == ""
    assert json.loads(gitlab.render(report)) == json.loads(rdjson.render(report))["diagnostics"] == []
    assert "let pass" in markdown.render(report)
