"""The words of a text as the readers of time see them, and the numbers among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction

from factcheck.dates.when import Meaning

_TOKEN = re.compile(r"[0-9]+(?:st|nd|rd|th)(?![a-z])|[0-9]+|[^\W\d_]+|[^\w\s]")
_LINE_END = re.compile(r"\n\n+|\n(?![a-z0-9])")
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
SMALL = {word: n for n, word in enumerate([*UNITS, "seventeen", "eighteen", "nineteen"])}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_TEENTH = "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
ORDINALS = {word: n for n, word in enumerate([*_FIRST, *_TEENTH], 1)} | {"thirtieth": 30}
VAGUE = {"few": (3, 7), "several": (3, 9), "many": (3, 99), "some": (2, 99)}
PADDING = ("",) * 24  # farther than any reader looks ahead
Found = tuple[int, Meaning]  # where an expression ends, and what it means
Reader = Callable[["Page", int], Found | None]
NUMBER, LONG, PLACE = "0", "0000", "0th"  # stand for numbers of up to three digits, longer ones, and ordinals
NUMERALS = (NUMBER, LONG)
HYPHENS = frozenset("-–—‐‑")


class Page:
    """A line of a text with its tokens, and the day that "today" is (None where it is not known).

    ``words`` are the tokens in lower case, with "" before the first and after the last, so that one may look past
    either end.
    """

    def __init__(self, text: str, low: str, line: tuple[int, int], today: date | None) -> None:
        """The tokens of one line of a text; ``low`` is the text in lower case, every character in its place."""
        self.text = text
        self.low = low
        tokens = list(_TOKEN.finditer(low, *line))
        self.starts = [token.start() for token in tokens]
        self.ends = [token.end() for token in tokens]
        self.words = [token[0] for token in tokens]
        self.words += PADDING
        self.size = len(tokens)
        self.today = today
        self.points: dict[int, tuple[int, Meaning] | None] = {}  # what was already read at a place
        self.word: Callable[[int], str] = self.words.__getitem__  # the token at a place, in lower case

    def glued(self, i: int) -> bool:
        """Whether nothing stands between the token at ``i`` and the one before."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether the token at ``i`` begins with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def skip(self, i: int, words: frozenset[str]) -> int:
        """The place after the token at ``i`` if it is one of ``words``, else ``i``."""
        return i + 1 if self.word(i) in words else i


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line; one that goes on in small letters or digits on the next is taken with that."""
    at = 0
    for line_end in _LINE_END.finditer(text):
        yield at, line_end.start()
        at = line_end.end()
    yield at, len(text)


def digits(page: Page, i: int, most: int) -> int | None:
    """The whole number in at most ``most`` digits at ``i``."""
    word = page.word(i)
    return int(word) if word.isdigit() and word.isascii() and len(word) <= most else None


def whole(page: Page, i: int) -> tuple[int, int] | None:
    """A whole number below a hundred in words at ``i``, and where it ends: "twenty-one", "twenty and four"."""
    word = page.word(i)
    if word in SMALL:
        return i + 1, SMALL[word]
    if word not in TENS:
        return None
    at = i + 1
    if page.word(at) in HYPHENS or page.word(at) == "and":
        at += 1
    unit = SMALL.get(page.word(at), 0)
    return (at + 1, TENS[word] + unit) if 0 < unit < 10 else (i + 1, TENS[word])


def number(page: Page, i: int) -> tuple[int, Fraction, Fraction] | None:
    """A number at ``i``: where it ends, and the least and the most that it may be ("a few" is 3 to 7)."""
    if page.word(i).isdigit() and page.word(i).isascii():
        return _digits(page, i)
    word, after = page.word(i), page.word(i + 1)
    if word in ("a", "an", "another", "the") and after in VAGUE | {"couple": 0, "hundred": 0, "dozen": 0}:
        return _vague(page, i + 1)
    if word in VAGUE or word in ("couple", "hundred"):
        return _vague(page, i)
    found = _hundreds(page, i) or whole(page, i)
    return _and_a_half(page, found[0], Fraction(found[1])) if found else None


def _hundreds(page: Page, i: int) -> tuple[int, int] | None:
    """``one hundred and fifty``, ``two thousand``."""
    found = whole(page, i)
    size = {"hundred": 100, "thousand": 1000}.get(page.word(found[0]), 0) if found else 0
    if not found or not size:
        return None
    at = found[0] + 1
    rest = _hundreds(page, page.skip(at, frozenset({"and"}))) if size == 1000 else None
    rest = rest or whole(page, page.skip(at, frozenset({"and"})))
    return (rest[0], found[1] * size + rest[1]) if rest else (at, found[1] * size)


def _digits(page: Page, i: int) -> tuple[int, Fraction, Fraction] | None:
    text, at = page.word(i), i + 1
    while page.word(at) in (".", ",") and page.glued(at) and page.glued(at + 1) and page.word(at + 1).isdigit():
        if page.word(at) == "," and len(page.word(at + 1)) != 3:
            break
        text += page.word(at).replace(",", "") + page.word(at + 1)
        at += 2
    if len(text) > 15 or text.count(".") > 1:
        return None
    return _and_a_half(page, at, Fraction(text) if "." in text else Fraction(int(text)))


def _and_a_half(page: Page, at: int, value: Fraction) -> tuple[int, Fraction, Fraction]:
    """``two and a half``, ``one-and-a-half``."""
    words = page.words[at : at + 6]
    if "half" in words and [word for word in words if word not in HYPHENS][:3] == ["and", "a", "half"]:
        while page.word(at) != "half":
            at += 1
        return at + 1, value + Fraction(1, 2), value + Fraction(1, 2)
    return at, value, value


def _vague(page: Page, i: int) -> tuple[int, Fraction, Fraction] | None:
    word, at = page.word(i), page.skip(i + 1, frozenset({"of"}))
    if word in ("couple", "hundred", "dozen"):
        value = Fraction({"couple": 2, "hundred": 100, "dozen": 12}[word])
        return at, value, value
    low, high = VAGUE[word]
    return at, Fraction(low), Fraction(high)


def ordinal(page: Page, i: int) -> tuple[int, int] | None:
    """An ordinal number to 99 at ``i`` and where it ends: "4th", "fourth", "twenty-first"."""
    word = page.word(i)
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return (i + 1, int(word[:-2])) if len(word) <= 4 else None
    if word in ORDINALS:
        return i + 1, ORDINALS[word]
    if word in TENS:
        at = i + 1 + (page.word(i + 1) in HYPHENS)
        unit = ORDINALS.get(page.word(at), 0)
        return (at + 1, TENS[word] + unit) if 0 < unit < 10 else None
    return None


def by_first_word(readers: Iterable[tuple[Reader, Iterable[str]]]) -> dict[str, tuple[Reader, ...]]:
    """The readers for each word that an expression may begin with, in their order."""
    table: dict[str, tuple[Reader, ...]] = {}
    for reader, words in readers:
        for word in dict.fromkeys(words):
            table[word] = (*table.get(word, ()), reader)
    return table


def sign(word: str) -> str:
    """What stands for a token among the words that an expression may begin with."""
    if not "0" <= word[:1] <= "9":
        return word
    return PLACE if word[-1] > "9" else LONG if len(word) > 3 else NUMBER


def first_read(page: Page, i: int, table: dict[str, tuple[Reader, ...]]) -> Found | None:
    """What the first reader makes of the words at ``i`` that makes something of them."""
    for reader in table.get(sign(page.words[i]), ()):
        found = reader(page, i)
        if found is not None:
            return found
    return None
