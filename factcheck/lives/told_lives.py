"""The shapes in which sentences tell a birth, a death or an age; see ``shape`` for the signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

KIN = frozenset(
    "father mother parents wife husband widow widower son sons daughter daughters brother brothers sister sisters twin"
    " child children baby partner fiancé fiancée friend uncle aunt nephew niece cousin grandfather grandmother grandson"
    " granddaughter stepfather stepmother dog horse victim victims man woman boy girl colleague predecessor".split()
)
CROWNED = frozenset(
    "king queen pope emperor empress president tsar shah sultan prince minister premier mp"
    " ii iii iv vi vii viii xiv".split()
)
_STOPS = frozenset(
    "who which and but was is were had has he she it when while whose after before leaving survived his her their"
    " to with than".split()
)
_GOVERNS = frozenset("of to with by from for against near beside alongside like ’s 's".split())
_SUPPOSES = frozenset("if had unless should whether were would could".split())
_GOES_ON = frozenset("aged at on in just only".split())
DYING = frozenset({"died", "dies", "dead", "passed"})  # words without which no sentence tells a death
BEARING = frozenset({"born", "b"})
_WORD = r"[a-z][a-z’'.-]*"
_SIGN = r"[DAXNLGS]\d+"
_TAIL = rf"(?P<tail>(?: (?:{_WORD}|,|{_SIGN})){{0,16}})"
_APART = rf"(?P<app> ,(?: (?:{_WORD}|X\d+|[AD]\d+|-)){{1,14}}?(?= ,| who ))?"
_ASIDE = rf"(?: \( [^()]{{0,120}} \))?(?: , (?P<aged>[AN]\d+)(?= ,))?{_APART}(?: ,)?(?: who| she| he)?"
_DIED = r"(?: has| had| have| sadly| suddenly| peacefully| tragically){0,3} (?P<verb>died|dies|dead|passed away)\b"
DEATH = rf"(?P<who>[PX]\d+){_ASIDE}{_DIED}{_TAIL}"
BIRTH = rf"(?P<who>[PX]\d+){_ASIDE}(?: was)? born\b{_TAIL}"
BORN_AND_DIED = (
    rf"(?P<who>[PX]\d+)(?: ,)?(?: who)? was born(?P<app>(?: (?:{_WORD}|X\d+|D\d+|,)){{1,14}}?)(?: ,)? and{_DIED}{_TAIL}"
)
BORN_FIRST = rf"^born{_TAIL} , (?:{_WORD} ){{0,3}}(?P<who>[PX]\d+)"
BRACKET = (
    r"(?P<who>[PX]\d+) \( (?:born|b \.?) (?:in |on )?(?:X\d+ ,? ?)?(?P<born>D\d+)"
    r"(?: [,;–—-] (?:died|d \.?) (?:in |on )?(?P<died>D\d+))? \)"
)
_ON = "(?:on |in )?"
BOTH = (
    rf"(?P<who>[PX]\d+)(?: ,| {_WORD}| X\d+){{0,16}} , (?:was )?born {_ON}(?P<born>D\d+)"
    rf"(?: in X\d+)?(?: [,;.])?(?: and)? died {_ON}(?P<died>D\d+)"
)
SPAN = r"(?P<who>[PX]\d+) \( (?P<span>R\d+|D\d+ [-–—] D\d+) \)"
HEADING = r"^(?:[•*–-] )?(?P<who>[PX]\d+)(?: [:,|–-])? (?P<span>R\d+|D\d+ [-–—] D\d+)$"
PRONOUN = rf"^(?:[a-z]+ )?(?P<who>he|she)(?:{_DIED}|(?: was)? born\b){_TAIL}"
FRAGMENT = rf"^(?:(?P<verb>died)|born)\b{_TAIL}"  # "Born in Leeds on 4 May 1943." below "Mary Jones (1943-2017)."
AGED = r" \( (A\d+)"  # behind a death: "on March 3, 1995 (age 74 years, 311 days)"
UNDER_HEADING = rf"^(?:the|a)(?: {_WORD}){{1,12}} , who{_DIED}{_TAIL}"
THEN = (
    r"(?P<told>A\d+) ,? ?(?:in|on) (?P<day>D\d+)"
    r"|(?:in|on) (?P<day2>D\d+) ,? ?(?:at (?:the )?|when (?:he|she) was )?(?P<told2>A\d+)"
)
WHEN_DIED = r"was (?P<aged>[AN]\d+) when (?:he|she) died (?:on |in )?(?P<day>D\d+)"
NOW = (
    r"(?P<who>[PX]\d+) , (?P<told>N\d+)(?= ,| who|$)|(?P<told2>A\d+) (?P<who2>[PX]\d+)"
    r"|(?P<who3>[PX]\d+) , (?P<told3>A\d+)(?! in | at | on | when )"
)


def is_plain(apposition: str | None) -> bool:
    """Whether what stands between a name and its verb tells only who that is."""
    words = (apposition or "").split()
    return len(words) <= 16 and not set(words) & KIN - {"man", "woman", "widow"}


def is_subject(before: Sequence[str], match: str) -> bool:
    """Whether the name behind some words is who died or was born: not "the wife of P died", "a son of P, born in"."""
    if set(before) & KIN:
        return False
    if before and before[-1] in _SUPPOSES:
        return False
    return not (before and before[-1] in _GOVERNS and " who " not in match)


def cut(tail: str) -> str:
    """What follows a verb, up to the first word that begins something else."""
    words = tail.split()
    stop = next((k for k, word in enumerate(words) if word in _STOPS or _breaks(words, k)), len(words))
    return " ".join(words[:stop])


def _breaks(words: Sequence[str], k: int) -> bool:
    """Whether a comma begins something other than a day, a place or an age."""
    after = words[k + 1] if words[k] == "," and k + 1 < len(words) else "in"
    return after not in _GOES_ON and after[0] not in "DANX"


def signs(tail: str, kind: str) -> list[str]:
    """The signs of a kind in what follows a verb."""
    return [word for word in tail.split() if word[0] == kind]


def bare_age(tail: str) -> str:
    """The bare age of "dies at 98": nothing but a mark or a day may follow."""
    found = re.search(r"(?:^| )at (N\d+)(?= [,DX(]| on| in|$)|^, (N\d+)$", tail)
    return (found[1] or found[2]) if found else ""
