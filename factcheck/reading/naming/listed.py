"""Listed names: the parties and places of the gazetteers, found at a token by their longest wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.names.people import Name
from factcheck.names.phrases import Phrase, Phrases
from factcheck.names.placenames import fold
from factcheck.reading.layout import Token

LINKS = frozenset("and of the upon in on &".split())


def longest_listed(
    tokens: list[Token], i: int, tables: Sequence[Phrases], codes: Mapping[str, str]
) -> tuple[Name | None, int]:
    """The longest party or place of the lists that begins at ``tokens[i]``, and how many tokens it takes.

    Of two as long, the first.
    """
    length, kind, key = 0, "", ""
    for words, what, name in _possible(tokens, i, tables):
        takes = _takes(tokens, i, words)
        if takes > length:
            length, kind, key = takes, what, name
    if not length and (party := codes.get(tokens[i].text)) and _codelike(tokens, i):
        length, kind, key = 1, "party", party
    if not length:
        return None, 0
    what = "party" if kind == "party" else "place"
    text = spelled(tokens, i, i + length)
    return Name(tokens[i].start, tokens[i + length - 1].end, text, what, key, f"a known {what}", None, kind), length


def _possible(tokens: list[Token], i: int, tables: Sequence[Phrases]) -> list[Phrase]:
    """The phrases that can begin at ``tokens[i]``, by its word and by the one that goes on."""
    first, *more = fold(tokens[i].text).split("-")
    firsts = (first, first + "s") if _owns(tokens, i) else (first,)  # "Queen's Park" is listed as "queens park"
    begun = [(table, one) for table in tables for one in firsts if one in table.firsts]
    if not begun:
        return []
    j = i + 1
    while not more and j < len(tokens) and (tokens[j].text in "-‑–," or tokens[j].low[1:] == "s"):
        j += 1
    if not more and j < len(tokens):
        more, j = fold(tokens[j].text).strip().split("-"), j + 1
    second = more[0] if more else ""
    seconds = (second, second + "s") if more and _owns(tokens, j - 1) else (second,)
    return [phrase for table, one in begun for two in seconds for phrase in table.going_on(one, two)]


def _owns(tokens: list[Token], i: int) -> bool:
    """Whether a possessive stands behind a token."""
    return i + 1 < len(tokens) and tokens[i + 1].low[1:] == "s"


def _takes(tokens: list[Token], i: int, words: Sequence[str]) -> int:
    """How many tokens from ``i`` on spell these folded words; 0 when they do not, or are not capitalised."""
    at, j = 0, i
    while at < len(words):
        if j >= len(tokens) or tokens[j].text in "'’":
            return 0
        if not _joins(tokens, i, j, words, at):
            parts = _folded(tokens, j, words, at)
            if list(words[at : at + len(parts)]) != parts or _small(tokens[j], parts[0]):
                return 0
            at += len(parts)
        j += 1
    return j - i


def _joins(tokens: list[Token], i: int, j: int, words: Sequence[str], at: int) -> bool:
    """Whether a token only joins the words of a name: a dash, a comma, the "'s" that is folded into the word before."""
    token = tokens[j]
    if j > i and (token.text in "-‑–" or (token.text == "," and len(words) > 1)):
        return True
    return token.low[1:] == "s" and words[at - 1].endswith("s") and token.start == tokens[j - 1].end


def _folded(tokens: list[Token], j: int, words: Sequence[str], at: int) -> list[str]:
    """The folded words of one token; with the "'s" behind it where the list has it so."""
    text = tokens[j].text
    parts = fold(text).split("-") if "-" in text else [fold(text).strip()]
    if _owns(tokens, j) and words[at] == parts[-1] + "s" and len(words) > 1:
        parts[-1] += "s"
    return parts


def _small(token: Token, part: str) -> bool:
    """Whether a word in small letters cannot be part of a name: not "of", nor "independent"."""
    return token.text.islower() and len(part) > 2 and part not in LINKS and not part.startswith("independent")


def _codelike(tokens: list[Token], i: int) -> bool:
    """Whether a short form may stand for a party here: in brackets, between marks, before a figure."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ")"
    before = tokens[i - 1].text if i else "(" if after in "()|:-–—," else "."
    if len(tokens[i].text) == 1 and (tokens[i].text not in "DR" or before != "(" or any(t.text == "L" for t in tokens)):
        return False  # "(L)" and "(R)" tell who stands where in a picture
    return before in "(,-–—:|/\t" or (after[0].isdigit() and i == 0 and tokens[i].low != "all") or after in ")|:"


def spelled(tokens: list[Token], i: int, j: int) -> str:
    """The text of ``tokens[i:j]``, with one space where the draft has any."""
    words = [tokens[i].text]
    for left, right in zip(tokens[i : j - 1], tokens[i + 1 : j], strict=True):
        words.append(("" if left.end == right.start else " ") + right.text)
    return "".join(words)
