"""A small pack that works, to begin one's own from."""

from __future__ import annotations

import re

from factcheck.authoring.schema import SCHEMA_FILE
from factcheck.errors import RuleError

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_STARTER = """\
# yaml-language-server: $schema={schema}
pack: {name}
version: 0.1
about: Postal votes, to begin from. Write here what your pack is about.

# Each unit, and whether it counts whole things or may be a fraction. Only one unit can be added up.
units: {{votes: whole, percent: fraction}}

# Whom or what figures are of, and what named them.
things:
  race: {{named: place}}

# What can be counted, and how writers say so: <n> is the figure, .. is a gap, (a|b) a choice, word? may be left out.
figures:
  issued:
    of: race
    unit: votes
    forms: [<n> postal (votes|ballots) were (issued|sent out)]
    reads:
      - In Thornbury [1,200] postal votes were issued.
  returned:
    of: race
    unit: votes
    forms: [<n> were (returned|sent back)]
  postal_turnout:
    of: race
    unit: percent
    nouns: [postal turnout]

# Forms whose figure is read and dropped.
set aside: [<n> were lost in the post]
left alone:
  - In Thornbury 1,200 postal votes were issued, and [15] were lost in the post.

# What must hold. Try it: factcheck rules try {name}.yaml "In Thornbury 1,200 postal votes were issued."
# Prove it:           factcheck rules test {name}.yaml --coverage
rules:
  - id: postal-turnout-off
    check: race.postal_turnout == 100 * race.returned / race.issued
    tolerance: 0.1 percent
    message: A postal turnout of <race.postal_turnout> does not fit <race.returned> of <race.issued>
    severity: error
    why: Postal turnout is the postal votes returned, divided by those sent out.
    examples:
      flags:
        - In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of [57% -> 75%].
      passes:
        - In Thornbury 1,200 postal votes were issued and 900 were returned, a postal turnout of 75%.
"""


def starter(name: str) -> str:
    """A working pack of that name as YAML; RuleError when the name cannot be a pack's."""
    if not _NAME.fullmatch(name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        hint = f'; write "{better}"' if _NAME.fullmatch(better) else ""
        raise RuleError(f'"{name}" cannot name a pack: lower-case words joined by hyphens{hint}')
    return _STARTER.format(name=name, schema=SCHEMA_FILE)
