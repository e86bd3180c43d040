"""The shipped packs: every rule has examples, and the examples do what they say."""

from __future__ import annotations

import pytest
from articles import UK, check, engine

from factcheck.authoring.examples import run_rule
from factcheck.packs import Pack, Rule

# Rules whose examples fail, and how. A rule that begins to pass must be taken out of here.
KNOWN: dict[str, str] = {}

PACKS = engine().packs
RULES = {rule.name: rule for pack in PACKS for rule in pack.rules}


def test_packs_are_read_without_an_error() -> None:
    assert PACKS
    assert not engine().errors


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_pack_has_rules(pack: Pack) -> None:
    assert pack.rules


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_says_why_and_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.why
    assert rule.flags
    assert rule.passes


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=KNOWN[name]) if name in KNOWN else (),
        )
        for name in RULES
    ],
)
def test_examples_do_what_they_say(name: str) -> None:
    failures = list(run_rule(RULES[name], lambda text: check(text, UK)))
    assert not failures, "\n\n".join(failure.show() for failure in failures)


def test_every_known_failure_is_a_rule() -> None:
    assert KNOWN.keys() <= RULES.keys()
