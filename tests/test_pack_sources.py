"""Packs of one's own: folders, installed packages, and packs that extend others."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.document import Document
from factcheck.engine import Engine
from factcheck.errors import RuleError
from factcheck.packs import Pack
from factcheck.packs.files import load_packs, read_packs
from factcheck.words import Width

GOOD = (Path(__file__).parent / "broken_packs/good.yaml").read_text(encoding="utf-8")
HOUSE = """\
pack: house
version: 0.2
about: Our house's way with elections.
extends: election
figures:
  votes: {nouns: [jots]}
  crosses: {of: race, unit: votes, forms: [<n> jots on paper]}
roles:
  winner: {verbs: [stormed home]}
scope: {before: [in days of yore]}
set aside: [<n> jots of rain]
off: [tally-off]
change:
  majority-off: {severity: warning, tolerance: 3 votes}
widths:
  just under: {plain: {percent: 1, unit: 1/10}, generous: {percent: 2, unit: 1/5}}
"""
ARTICLE = "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796."


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path) -> tuple[Engine, Pack]:
    engine = Engine.load([folder])
    return engine, next(pack for pack in engine.packs if pack.name == "election")


def told(folder: Path) -> str:
    with pytest.raises(RuleError) as caught:
        load_packs(folder)
    return str(caught.value)


def findings(engine: Engine, text: str) -> dict[str, str]:
    return {finding.rule: finding.severity for finding in engine.check(Document("a", text)).findings}


# --- extending


def test_an_extension_adds_switches_off_and_changes(tmp_path: Path) -> None:
    engine, pack = load(write(tmp_path, house=HOUSE))
    assert engine.errors == ()
    assert [each.name for each in engine.packs].count("house") == 0
    assert {"votes", "jots"} <= set(pack.measures["votes"].nouns)
    assert pack.measures["votes"].of == "candidate"
    assert pack.measures["crosses"].unit == "votes"
    assert {"won", "stormed home"} <= set(pack.roles["winner"].verbs)
    assert "in days of yore" in pack.scope["before"]
    assert pack.set_aside[-1] == "<n> jots of rain"
    assert "tally-off" not in {rule.id for rule in pack.rules}
    changed = next(rule for rule in pack.rules if rule.id == "majority-off")
    assert (changed.severity, changed.tolerance, changed.name) == ("warning", "3 votes", "election/majority-off")


def test_what_it_adds_is_read_and_what_it_changes_counts(tmp_path: Path) -> None:
    plain, (house, _) = Engine.load(), load(write(tmp_path, house=HOUSE))
    assert findings(plain, ARTICLE) == {"election/majority-off": "error"}
    assert findings(house, ARTICLE) == {"election/majority-off": "warning"}
    jots = ARTICLE.replace("votes", "jots")
    assert findings(plain, jots) == {"general/gap-off": "error"}  # by the arithmetic of any article
    assert findings(house, jots) == {"election/majority-off": "warning"}
    near = ARTICLE.replace("607", "509")  # 507, and three votes are let pass
    assert findings(plain, near) == {"election/majority-off": "error"}
    assert findings(house, near) == {}


def test_a_width_is_changed_for_every_figure(tmp_path: Path) -> None:
    house, _ = load(write(tmp_path, house=HOUSE.replace(", tolerance: 3 votes", "")))
    hedge = next(hedge for hedge in house.lexicon.words.hedges if hedge.name == "just under")
    assert hedge.plain == Width(1, Fraction(1, 10))
    assert hedge.generous == Width(2, Fraction(1, 5))
    just = ARTICLE.replace("a majority of 607", "a majority of just under 510")  # 505 up at the most generous; now 508
    assert findings(Engine.load(), just) == {"election/majority-off": "note"}
    assert findings(house, just) == {"election/majority-off": "warning"}


def test_an_extension_has_rules_of_its_own_under_its_own_name(tmp_path: Path) -> None:
    rules = GOOD[GOOD.index("rules:") :].replace("race.rank[2].votes", "race.runner_up.votes")
    _, pack = load(write(tmp_path, house=HOUSE + rules))
    assert pack.rules[-1].name == "house/majority-off"


def test_an_extension_of_an_extension_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    local = "pack: local\nabout: More.\nextends: house\nfigures:\n  votes: {nouns: [tittles]}\n"
    _, pack = load(write(tmp_path, z=HOUSE, a=local))
    assert {"jots", "tittles"} <= set(pack.measures["votes"].nouns)
    assert [origin.name for origin in pack.extensions] == ["house", "local"]


def test_extensions_that_extend_nothing_or_each_other(tmp_path: Path) -> None:
    one = "pack: one\nabout: One.\nextends: two\n"
    write(tmp_path, good=GOOD, one=one, two=one.replace("two", "one").replace("pack: one", "pack: two"))
    assert "one.yaml:3:10: `two`: no pack of that name can be used; there is `mini`" in told(tmp_path)
    write(tmp_path, one=one.replace("extends: two", "extends: minni"), two="pack: two\nabout: Two.\nextends: mini\n")
    assert "`minni`: no pack of that name can be used; did you mean `mini`?" in told(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tally-off]", "taly-off]", "12:7: `taly-off`: no such rule; did you mean `tally-off`?"),
        ("majority-off:", "majorty-off:", "14:3: `majorty-off`: no such rule; did you mean `majority-off`?"),
        ("severity: warning", "severity: loud", "14:28: `loud`: no such severity; there are"),
        ("3 votes}", "3 percent}", "14:48: `3 percent`: no check of this rule is in percent"),
        (
            "just under:",
            "just undr:",
            "16:3: `just undr`: no hedge of that name has widths; did you mean `just under`?",
        ),
        ("percent: 2", "percent: 1/0", "16:69: `1/0` is no width; write a number such as 5, 0.5 or 1/4"),
        ("percent: 2", "percent: 0.5", "16:3: the generous width of `just under` is narrower than the plain one"),
        ("{nouns: [jots]}", "{of: race, nouns: [jots]}", "6:11: the figure `votes` is there already; leave out `of`"),
        ("extends: election", "extends: elction", "4:10: `elction`: no pack of that name can be used; did you mean"),
        ("pack: house", "pack: election", "1:7: a pack named `election` is on already, from"),
        ("pack: house", "pack: core", "1:7: `core` is the name of what is built in"),
    ],
)
def test_mistakes_of_an_extension_are_told_and_the_base_stays(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in HOUSE
    engine, pack = load(write(tmp_path, house=HOUSE.replace(old, new)))
    assert len(engine.errors) == 1
    assert message in engine.errors[0]
    assert "jots" not in pack.measures["votes"].nouns
    assert findings(engine, ARTICLE) == {"election/majority-off": "error"}


def test_off_and_change_belong_to_extensions(tmp_path: Path) -> None:
    write(tmp_path, good=f"{GOOD}off: [majority-off]\n")
    assert "`off` belongs in a pack that extends another: `extends: NAME`" in told(tmp_path)


def test_two_packs_of_one_name_are_refused_by_file(tmp_path: Path) -> None:
    write(tmp_path, a=GOOD, b=GOOD)
    packs, errors = read_packs(tmp_path)
    assert len(packs) == 1
    assert str(errors[0]).startswith(
        f"{tmp_path}/b.yaml:1:7: a pack named `mini` is on already, from {tmp_path}/a.yaml"
    )


# --- packages


def package(site: Path, value: str = "weather_packs", name: str = "weather") -> None:
    info = site / "newsroom_weather-1.4.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-weather\nVersion: 1.4\n")
    (info / "entry_points.txt").write_text(f"[factcheck.packs]\n{name} = {value}\n")
    home = site / "weather_packs"
    home.mkdir()
    (home / "__init__.py").write_text("raise SystemExit('a package of packs is never imported')\n")
    (home / "mini.yaml").write_text(GOOD)


def test_packs_of_an_installed_package_are_on_and_never_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    engine = Engine.load()
    pack = next(pack for pack in engine.packs if pack.name == "mini")
    assert engine.errors == ()
    assert (pack.origin.where, pack.origin.version) == ("package newsroom-weather", "1.4")
    assert "weather_packs" not in sys.modules


@pytest.mark.parametrize("value", ["nowhere_at_all", "weather_packs.deeper", "json.decoder"])
def test_an_entry_point_that_leads_nowhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    package(tmp_path, value)
    monkeypatch.syspath_prepend(str(tmp_path))
    engine = Engine.load()
    assert engine.errors == (
        f"package newsroom-weather: its entry point `weather = {value}` names no package; its author must mend it",
    )
    assert {pack.name for pack in Engine.load().packs} == {pack.name for pack in engine.packs}


# --- the list


def test_the_list_says_what_is_on_and_from_where(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["rules", "--rules", str(write(tmp_path, house=HOUSE))])
    assert result.exit_code == 0
    words = " ".join(result.stdout.split())
    assert f"house 0.2 {tmp_path}" in words
    assert "extends election; off: tally-off; changed: majority-off" in words
    assert "election/tally-off" not in result.stdout
