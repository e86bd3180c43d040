"""Reports of hostile words, long comments and odd paths: what a draft holds stays words."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as Xml

from manyfindings import checked, many

from factcheck.findings import Citation, DocumentReport, Finding, Range, RunReport
from factcheck.report import github, gitlab, html, jsonl, junit, markdown, rdjson, sarif
from factcheck.report import json as as_json
from factcheck.report.numberline import number_line
from factcheck.report.places import uri

HOSTILE = "<script>alert(1)</script> @all | ```\n# x ](http://e.vil) ]]> \x1b[31m \u202e \ud800 %0A::error::"


def hostile() -> RunReport:
    cited = Citation(HOSTILE, 0, 5, 1, 1, label=HOSTILE, quote=HOSTILE)
    finding = Finding("x/y", "error", "inconsistent", HOSTILE, (cited,), (HOSTILE,), (HOSTILE,), (HOSTILE,), HOSTILE)
    return RunReport((DocumentReport("a\n.txt", (finding,), notes=(HOSTILE,)),), (HOSTILE,))


def test_words_of_a_draft_are_words_in_every_report() -> None:
    for render in (as_json.render_check, jsonl.render, gitlab.render, rdjson.render, sarif.render):
        assert (
            [json.loads(line) for line in render(hostile()).splitlines()]
            if render is jsonl.render
            else json.loads(render(hostile()))
        )
    Xml.fromstring(junit.render(hostile()).encode("utf-8", "replace"))
    assert all(line.startswith("::error ") for line in github.render(hostile()).splitlines())
    page = markdown.render(hostile())
    assert "<script" not in page
    assert "@all" not in page
    assert "\x1b" not in page
    from markdown_it import MarkdownIt

    shown = MarkdownIt("commonmark").render(page)
    assert "<a " not in shown
    assert "<h1" not in shown


def test_the_page_brings_all_it_needs_and_nothing_of_the_draft_is_markup() -> None:
    page = html.render(hostile())
    assert page.count("<script>") == page.count("<style>") == 1
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=[\"'](?!#)", page)
    assert "\x1b" not in page
    assert "\u202e" not in page
    Xml.fromstring(html.render(checked()).split("<main", 1)[1].join(("<main", "")).split("</main>")[0] + "</main>")


def test_the_number_line_draws_both_sides_and_the_gap() -> None:
    sides = (Range("“607” allows", 607, 607, 600, 610, "607"), Range("the others allow", None, 507, None, 507, "507"))
    picture = Xml.fromstring(number_line(sides))
    kinds = [str(each.get("class")) for each in picture.iter()]
    assert kinds.count("plain side0") == kinds.count("generous side0") == kinds.count("plain side1") == 1
    (gap,) = (each for each in picture.iter() if each.get("class") == "gap")
    bars = {str(each.get("class")): float(each.get("x", "")) for each in picture.iter() if each.get("width")}
    assert bars["plain side1"] < float(gap.get("x", "")) < bars["generous side0"] < bars["plain side0"]
    assert "93 apart" in "".join(picture.itertext())  # from 507 to the most generous reading's 600
    assert number_line(sides[:1]) == ""


def test_the_gap_is_what_neither_side_allows_at_its_most_generous() -> None:
    """61.0% may be cut off at 61.1, and 64.0% begin at 63.9: 2.8 points between."""
    page = html.render(checked())
    assert re.findall(r'class="apart"[^>]*>([^<]*)<', page) == ["100 apart", "2.8 apart", "54 apart"]


def test_a_long_comment_is_cut() -> None:
    page = markdown.render(many(2000))
    assert len(page) < 65_000
    assert re.search(r"…and \d+ more\.", page)


def test_a_path_from_the_root_is_a_uri_with_its_scheme() -> None:
    assert uri("drafts/a b.md") == "drafts/a%20b.md"
    assert uri("/home/ann/a.md") == "file:///home/ann/a.md"
