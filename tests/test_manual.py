"""The manual of packs: the shipped pages are those that the shipped packs make; a page holds what its pack holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.authoring.manual import WRITING, pack_page, writing_page
from factcheck.authoring.wordspage import WORDS, words_page
from factcheck.cli import main
from factcheck.packs import Pack, keys
from factcheck.packs.files import load_pack, load_packs
from factcheck.packs.wordsfile import load_words

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "rules/docs"
PACKS = load_packs(ROOT / "rules")
STALE = "stale: run factcheck rules docs --in rules/docs"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_the_shipped_page_is_that_of_the_pack(pack: Pack) -> None:
    assert (PAGES / f"{pack.name}.md").read_text(encoding="utf-8") == pack_page(pack), STALE


def test_the_page_on_writing_is_that_of_the_table_of_keys() -> None:
    assert (PAGES / WRITING).read_text(encoding="utf-8") == writing_page(), STALE
    for table in (keys.PACK, keys.THING, keys.FIGURE, keys.ROLE, keys.RULE, keys.EXAMPLES, keys.CHANGE):
        assert all(f"| `{name}` |" in writing_page() for name in table)


def test_the_page_on_words_is_that_of_the_file_and_has_every_list() -> None:
    page = words_page((ROOT / "rules/words.yaml").read_text(encoding="utf-8"))
    assert (PAGES / WORDS).read_text(encoding="utf-8") == page, STALE
    for name in load_words(ROOT / "rules/words.yaml").lists:
        section, _, listed = name.partition("/")
        part = page.split(f"\n## {section}\n")[1].split("\n## ")[0]
        assert not listed or f"* `{listed}`" in part, name


def test_the_page_on_words_tells_what_the_comment_above_a_list_says() -> None:
    page = words_page("# Which it is.\nplaces:\n  # those | far <b>\n  far: [a]\n  near: [b]\n")
    assert page.endswith("\n## places\n\nWhich it is.\n\n* `far`: those | far &lt;b>\n* `near`\n")


def test_there_is_a_page_for_each_pack_and_no_other() -> None:
    assert {path.name for path in PAGES.iterdir()} == {WRITING, WORDS, *(f"{pack.name}.md" for pack in PACKS)}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_page_holds_every_rule_with_its_reason_formulas_and_examples(pack: Pack) -> None:
    page = pack_page(pack)
    for rule in pack.rules:
        part = page.split(f"### {rule.name}\n")[1].split("\n### ")[0]
        assert rule.why in part
        assert all(check.text in part for check in rule.checks)
        assert part.count("\n* ") == len(rule.flags) + len(rule.passes) + len(rule.missed)
        assert part.count("(Right would be ") == len(rule.flags)


def test_words_of_a_pack_cannot_steer_the_page(tmp_path: Path) -> None:
    good = (ROOT / "tests/broken_packs/good.yaml").read_text(encoding="utf-8")
    wild = good.replace("nouns: [majority]", 'nouns: ["a|b", "c`d"]').replace(
        "Lee won Thornbury by 507 votes.", '"<script> [[a]](b) *Lee* won | by 507 votes_."'
    )
    (tmp_path / "wild.yaml").write_text(wild)
    page = pack_page(load_pack(tmp_path / "wild.yaml"))
    assert "* \\<script\\> \\[a\\](b) \\*Lee\\* won \\| by 507 votes\\_." in page
    assert "`a\\|b .. <n>`" in page
    assert "`` c`d .. <n> ``" in page


def test_pages_are_written_where_they_are_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack = ROOT / "tests/broken_packs/good.yaml"
    result = CliRunner().invoke(main, ["rules", "docs", str(pack), "--in", "pages"])
    assert (result.exit_code, result.stdout) == (0, f"pages/mini.md\npages/{WRITING}\npages/{WORDS}\n")
    assert Path("pages/mini.md").read_text(encoding="utf-8") == pack_page(load_pack(pack))
    Path("file").write_text("")
    result = CliRunner().invoke(main, ["rules", "docs", str(pack), "--in", "file/pages"])
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
