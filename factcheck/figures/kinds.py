"""Numbers that count nothing by their company: idioms, ages, parts of names, numbers of list lines."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.amounts import Amount
from factcheck.figures.hedges import word_before
from factcheck.figures.numerals import DECIMAL, WHOLE
from factcheck.figures.page import Page
from factcheck.interval import Number
from factcheck.patterns import lazily


class Other(NamedTuple):
    """Something at [start, end) that is no quantity: its kind, the number in it and where that stands, and why."""

    kind: str
    start: int
    end: int
    number: Number
    core: tuple[int, int]
    why: str
    high: Number | None = None  # of a span of ages the upper end


_AGE_JOINTS = frozenset(("and", "to", "or"))
_DASHES = frozenset(("-", "–"))
_FIRST = lazily(r"[a-z]{1,16}|[0-9]{1,6}")
AGE_WORDS = frozenset(("year", "years", "yr", "yrs", "month", "months", "week", "weeks"))
_AGE_AFTER = lazily(
    r"(?:-?( and | to | or |-|–)([0-9]{1,3}))?[- ](?:(?:years?|yrs?|months?|weeks?)[- ]olds?|years? of age)(?![a-z])"
)
_AGES = lazily(r"(-| to |–| and )([0-9]{1,3})(?![0-9,.%]*[0-9%])")  # "aged 18 to 24"
_ADDRESS = lazily(r" (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Square|Terrace|Crescent|Drive|Gardens|Place)\b")
_CLOCK_DECIMAL = lazily(r" (?:in the (?:morning|afternoon|evening|early)|this morning|today|yesterday|on [A-Z0-9])")
_PAST = ("half past ", "quarter past ", "quarter to ")
_CLOCK = lazily(r" o['’ ]clock")
_AGED = lazily(r"(?<![a-z])(?:aged?|ages|aged? of|ages of|aged between|aged under|aged over) \Z")
_AFTER_AGE = lazily(r"[,);]|\.(?:\s|$)| \(| [-–] ")


def idiom_at(page: Page, at: int) -> Other | None:
    """An idiom that starts at ``at``: "24/7", "one another", "first past the post"."""
    first = _FIRST.match(page.low, at)
    if first is None:
        return None
    for idiom in page.grammar.starting.get(first.group(), ()):
        stop = at + len(idiom)
        if not page.low[stop : stop + 1].isalnum() and _is(page.low[at:stop], idiom):
            return Other("idiom", at, stop, 0, (at, stop), f'"{idiom}"')
    return None


def _is(words: str, idiom: str) -> bool:
    """Whether words are an idiom; a blank of the idiom stands for a hyphen too."""
    return words == idiom or words.replace("-", " ") == idiom


def ending_idiom(page: Page, word: str, end: int) -> Other | None:
    """An idiom whose last word is the number word that ends at ``end``: "no one", "cloud nine"."""
    low = page.low
    for idiom in page.grammar.ending.get(word, ()):
        begin = end - len(idiom)
        if begin >= page.floor and _is(low[begin:end], idiom) and not low[begin - 1 : begin].isalpha():
            return Other("idiom", begin, end, 0, (end - len(word), end), f'"{idiom}"')
    return None


def age(page: Page, amount: Amount) -> Other | None:
    """An age ("34-year-old", "aged 34", "Leanne Mohamad, 23,"), or a time ("five o'clock")."""
    if amount.unit or amount.style != WHOLE or not 0 < amount.number < 150:
        return None
    end, word = amount.end, page.word_after(amount.end)
    likely = word in AGE_WORDS or word in _AGE_JOINTS or page.low[end : end + 1] in _DASHES
    if likely and (match := _AGE_AFTER.match(page.low, end)):
        return _age(page, amount, match.end(), match)
    if word == "o" and (match := _CLOCK.match(page.low, end)):
        return Other("time", amount.start, match.end(), amount.number, amount.core, "a time of day")
    if said_to_be_aged(page.low, amount.start):
        ages = _AGES.match(page.low, end)
        return _age(page, amount, ages.end() if ages else end, ages)
    if _between_commas(page, amount):
        return Other("age", amount.start, end, amount.number, amount.core, "an age")
    return None


def _age(page: Page, amount: Amount, end: int, span: re.Match[str] | None) -> Other:
    """An age that ends at ``end``, or a span of ages with its joint and upper end: "18 to 35", "between 18 and 35"."""
    joint, second = span.group(1, 2) if span and span[2] else ("", "0")
    is_span = joint in ("-", " to ", "–") or (joint == " and " and page.before(amount.start) == "between")
    high = int(second) if is_span and int(second) > amount.number else None
    return Other("age", amount.start, end, amount.number, amount.core, "an age", high)


def said_to_be_aged(low: str, start: int) -> bool:
    """Whether "aged", "the age of" or the like stands right before ``start``."""
    around = low[max(0, start - 14) : start]
    return "age" in around and _AGED.search(around) is not None


def _between_commas(page: Page, amount: Amount) -> bool:
    """A bare number from 16 to 110 after "Name, " and before a comma or bracket."""
    start, text = amount.start, page.text
    if amount.words or not 16 <= amount.number <= 110 or start < 3 or text[start - 2 : start] != ", ":
        return False
    if not _AFTER_AGE.match(text, amount.end):
        return False
    begin = start - 2
    while begin > max(page.floor, start - 30) and (text[begin - 1].isalpha() or text[begin - 1] in "-'’"):
        begin -= 1
    name = text[begin : start - 2]
    return len(name) > 1 and name[0].isupper() and not name.isupper()


def label(page: Page, amount: Amount) -> Other | None:
    """A number that is part of a name ("Section 106", "Formula One", "No 10") or numbers a line of a list."""
    if amount.unit or amount.number > 9999 or (amount.style != WHOLE and not _is_version(page, amount)):
        return _race(page, amount) if amount.unit == "m" else None
    start, grammar = amount.start, page.grammar
    word = (page.before(start) or _pointed(page, start)) if page.low[start - 1 : start] == " " else ""
    begin = start - 1 - len(word)
    if not word:
        listed = not amount.words and page.starts_line(start) and start in page.list_numbers
        return _label(start, amount, "the number of a list's line") if listed else None
    if page.low[begin - 1 : begin] == "&":
        word = f"{word_before(page.low, begin - 1, page.floor)}&{word}"  # "S&P 500"
        begin = start - 1 - len(word)
    said = page.text[begin:start]
    if word not in grammar.labels and not (word in grammar.capital_labels and said != said.lower()):
        return None
    if amount.style != WHOLE and word not in grammar.versions:
        return None
    if "," in page.low[slice(*amount.core)] or (amount.words and not _named_in_words(page, word, amount)):
        return None
    more = _AND_MORE.match(page.low, amount.end) if word.endswith("s") else None
    amount = amount._replace(end=more.end()) if more else amount
    return _label(begin, amount, f'part of a name: "{page.text[begin : amount.end]}"')


_AND_MORE = lazily(r"(?:, [0-9]{1,4})*(?: and | to | or |-|–)[0-9]{1,4}(?![0-9,.%]*[0-9%])")  # "junctions 17 and 18"


def _is_version(page: Page, amount: Amount) -> bool:
    """A number with a point behind a thing that has versions: "USB 3.2"."""
    return amount.style == DECIMAL and not amount.words and page.before(amount.start) in page.grammar.versions


def _race(page: Page, amount: Amount) -> Other | None:
    """ "the 100m final", "1500 metres hurdles": the name of a race, not a length."""
    if page.low[amount.end : amount.end + 1] not in (" ", "-") or page.word_after(amount.end) not in page.grammar.races:
        return None
    return _label(amount.start, amount, "the name of a race")


def in_place(page: Page, amount: Amount) -> Other | None:
    """A house number ("10 Downing Street"), a time with a point ("4.30 in the morning"), "six-figure"."""
    if amount.unit:
        return None
    low, end, following = page.low, amount.end, page.low[amount.end : amount.end + 1]
    if following == "-" and page.word_after(end) in ("something", "somethings"):
        return Other("age", amount.start, page.after(end)[2], amount.number, amount.core, "an age, loosely")
    if following == "-" and page.word_after(end) in ("figure", "figures"):
        return Other("idiom", amount.start, page.after(end)[2], 0, amount.core, "only so many digits")
    if amount.number <= 12 and low[max(0, amount.start - 13) : amount.start].endswith(_PAST):
        return Other("time", amount.start, end, amount.number, amount.core, "a time of day")
    if following != " " or amount.words:
        return None
    is_short = amount.style == WHOLE and end - amount.start <= 5
    if is_short and page.text[end + 1 : end + 2].isupper() and _ADDRESS.match(page.text, end):
        return Other("label", amount.start, end, amount.number, amount.core, "a house number")
    a_clock = amount.step == Fraction(1, 100) and 0 < amount.number < 24 and low[end - 2] < "6"
    if a_clock and _CLOCK_DECIMAL.match(page.text, end):
        return Other("time", amount.start, end, amount.number, amount.core, "a time of day")
    return None


def _label(start: int, amount: Amount, why: str) -> Other:
    return Other("label", start, amount.end, amount.number, amount.core, why)


def _pointed(page: Page, start: int) -> str:
    """A shortened word with its point before ``start``: "no.", "p."."""
    word = page.before(start - 2) if page.low[start - 2 : start - 1] == "." else ""
    return f"{word}." if word and page.low[start - 3].isalpha() else ""


def _named_in_words(page: Page, word: str, amount: Amount) -> bool:
    """Whether a number in words after a label word belongs to a name: "Formula One", not "the group two years"."""
    return word == "number" or (word not in ("no", "nos") and page.text[amount.core[0]].isupper())
