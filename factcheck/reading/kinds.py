"""What looks like a figure and counts nothing: years, dates, times, ages, ordinals, scores, labels, idioms."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.reading.amounts import Amount
from factcheck.reading.dates import date_at, year_at
from factcheck.reading.hedges import word_before
from factcheck.reading.numerals import Number, printed
from factcheck.reading.page import Page


class Other(NamedTuple):
    """Something at [start, end) that is no quantity: its kind, the number in it and where that stands, and why."""

    kind: str
    start: int
    end: int
    number: Number
    core: tuple[int, int]
    why: str


_REST = re.compile(r"[^\s()\[\]<>|]*[^\s()\[\]<>|.,;:!?'\"’”]|[^\s]")
_TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-4])(?:(?::[0-5][0-9]){1,2}(?![0-9:])(?: ?[ap]\.?m\b\.?)?|[.][0-5][0-9] ?(?:[ap]\.?m\b\.?|gmt|bst)|[- ]?[ap]\.?m\b\.?| ?o['’ ]clock)"
    r"|[0-2][0-9][0-5][0-9] ?(?:gmt|bst|utc|hours|hrs)\b"
)
_CLOCK = re.compile(r" o['’ ]clock")
_ORDINAL = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})*)(?:st|nd|rd|th)(?![a-z0-9])")
_RATIO = re.compile(r"[0-9]+(?::[0-9]+)+")
_TELEPHONE = re.compile(r"0[0-9]*(?:[ -][0-9]{2,})*")
_SUFFIX = re.compile(r"(?:[a-z]+)(?![0-9])")
_AGE_AFTER = re.compile(r"[- ](?:years?|yrs?|months?|weeks?)[- ]olds?(?![a-z])|[- ]years? of age(?![a-z])")
_AGE_PLURAL = re.compile(r"['’]?s(?![a-z0-9])")
_AFTER_AGE = re.compile(r"[,)]|\.(?:\s|$)| \(| -| –|;")
_UNIT_LETTERS = re.compile(
    r"(?:km|cm|mm|kg|mg|g|ft|in|lbs?|oz|st|mph|kph|kmh|mw|gw|kwh|mwh|gwh|tw|twh|ml|l|hz|khz|mhz|ghz|mb|gb|tb|kb|ha|c|f"
    r"|hrs?|h|mins?|secs?|yrs?|yo|ppm|psi|k?cal|kw|w|v|d|°c)(?![a-z0-9])"
)
_GLUED = frozenset("._@#/\\&=%+~'’:*^$£€°")
_DASHES = "-–‐‑‒"
_BEFORE_DASH = frozenset("mid pre post early late since then now ex nearly almost over under about around just plus".split())
_OVER_UNDER = frozenset(("under", "over", "u", "the", "in", "his", "her", "their", "my", "mid", "early", "late"))


def before_digits(page: Page, at: int) -> Other | None:
    """What the digits at ``at`` are part of, as the character before them tells: "A12", "Covid-19", "lab17,123"."""
    char = page.low[at - 1 : at]
    if char.isalnum() or char in _GLUED and char and _in_a_code(page, at):
        return glued(page, at)
    if char in _DASHES and char and at >= 2 and page.low[at - 2].isalpha() and at - 2 >= page.floor:
        return _after_hyphen(page, at)
    return None


def _in_a_code(page: Page, at: int) -> bool:
    char, before = page.low[at - 1], page.low[at - 2 : at - 1]
    if char in "$£€":
        return False
    if char in "._":
        return before.isalnum()
    return not (char in "+~'’:*^°" and not before.isalnum()) and not (char == ":" and not before.isdigit())


def glued(page: Page, at: int) -> Other:
    """A label: the digits and all that is written on to them without a space."""
    start, low = at, page.low
    while start > max(page.floor, at - 40) and low[start - 1].isalnum():
        start -= 1
    rest = _REST.match(low, at)
    end = rest.end() if rest else at + 1
    why = "part of a name or code" if start < at or "," not in low[at:end] else "malformed grouping"
    if "," in low[at:end] and why != "malformed grouping" and _bad_groups(low[at:end]):
        why = "malformed grouping"
    return Other("label", start, end, 0, (start, end), why)


def _bad_groups(chunk: str) -> bool:
    digits = re.match(r"[0-9]+(?:[,.][0-9]+)*", chunk)
    return digits is not None and printed(digits.group()) is None


def _after_hyphen(page: Page, at: int) -> Other | None:
    """ "Covid-19" is a name; "mid-2019" is not, nor "Labour-12,345", a dash."""
    word = word_before(page.low, at - 1, page.floor)
    chunk = re.compile(r"[0-9]+(?:[,.][0-9]+)*%?").match(page.low, at)
    if word in _BEFORE_DASH or chunk is None or "," in chunk.group() or "%" in chunk.group() or "." in chunk.group():
        return None
    if len(chunk.group()) == 4 and word.islower() and page.text[at - 2].islower() and page.text[at - 1 - len(word)].islower():
        return None
    start = at - 1 - len(word)
    rest = _REST.match(page.low, at)
    return Other("label", start, rest.end() if rest else chunk.end(), 0, (at, chunk.end()), "part of a name or code")


def at_digits(page: Page, at: int) -> Other | None:
    """A date, year, time, ordinal, telephone number, ratio or idiom that starts with the digits at ``at``."""
    return idiom_at(page, at) or dated(page, at) or _coded(page, at)


def _coded(page: Page, at: int) -> Other | None:
    low = page.low
    if (match := _ORDINAL.match(low, at)) and len(match[1]) < 12:
        return Other("ordinal", at, match.end(), int(match[1].replace(",", "")), match.span(1), "a place in an order")
    if match := _TIME.match(low, at):
        return Other("time", at, match.end(), int(re.match("[0-9]{1,2}", match.group())[0]), match.span(), "a time of day")  # type: ignore[index]
    if low[at] == "0" and low[at + 1 : at + 2].isdigit() and (match := _TELEPHONE.match(low, at)):
        return Other("label", at, match.end(), 0, match.span(), "a telephone number or code")
    if match := _RATIO.match(low, at):
        if match.group().count(":") and ":" in match.group():
            return Other("score", at, match.end(), int(match.group().split(":")[0][:30]), match.span(), "a ratio")
    return None


def dated(page: Page, at: int) -> Other | None:
    """A date or year that starts at ``at``; its core is the year where one is written, else the whole."""
    found = date_at(page.text, page.low, at)
    kind = "date"
    if found is None and page.low[at].isdigit():
        found, kind = year_at(page.text, page.low, at), "year"
    if found is None or (kind == "year" and _unit_follows(page, found.end)):
        return None
    year = re.search(r"(?:1[5-9]|20|21)[0-9]{2}", found.text)
    core = (at + year.start(), at + year.end()) if year else (at, found.end)
    number = int(year[0]) if year else int((re.search("[0-9]+", found.text) or ["0"])[0])
    return Other(kind, at, found.end, number, core, found.why or {"date": "a date", "year": "a year"}[kind])


def _unit_follows(page: Page, end: int) -> bool:
    """Whether a four-digit number has a unit, and so is no year: "2000%", "1900 per cent", "2000-plus"."""
    low = page.low
    if low[end : end + 1] == "%" or low.startswith((" per cent", " percent", "-plus", "+", " million", " points"), end):
        return True
    return low[end : end + 2] in ("°c", "°f")


def idiom_at(page: Page, at: int) -> Other | None:
    """An idiom that starts at ``at``: "24/7", "one another", "first past the post"."""
    low = page.low
    end = at + 1
    if low[at].isdigit():
        while low[end : end + 1].isdigit() and end - at < 6:
            end += 1
    else:
        while low[end : end + 1].isalpha() and end - at < 16:
            end += 1
    for idiom in page.grammar.idioms.get(low[at:end], ()):
        stop = at + len(idiom)
        if low.startswith(idiom, at) and not low[stop : stop + 1].isalnum():
            return Other("idiom", at, stop, 0, (at, stop), f'"{idiom}"')
    return None


def ending_idiom(page: Page, start: int, end: int) -> Other | None:
    """An idiom that ends with the number word at [start, end): "no one", "cloud nine"."""
    low = page.low
    for idiom in page.grammar.endings.get(low[start:end], ()):
        begin = end - len(idiom)
        if begin >= page.floor and low.startswith(idiom, begin) and not low[begin - 1 : begin].isalpha():
            return Other("idiom", begin, end, 0, (start, end), f'"{idiom}"')
    return None


def odd_suffix(page: Page, amount: Amount) -> Other | None:
    """Digits with letters or a slash written on: "under-21s" is an age, "3f5c9" a code; a unit is left alone."""
    low, end = page.low, amount.core[1]
    char = low[end : end + 1]
    if char in "'’s" and char and (match := _AGE_PLURAL.match(low, end)) and amount.style == "whole":
        return _plural(page, amount, match.end())
    if end != amount.end or not char or amount.words:
        return None
    if char.isalpha() and not _UNIT_LETTERS.match(low, end) and not _is_counted(page, end):
        return glued(page, amount.start)
    if char in "/@_" and low[end + 1 : end + 2].isalnum():
        return glued(page, amount.start)
    return None


def _is_counted(page: Page, end: int) -> bool:
    """ "15,641votes": a space was forgotten."""
    match = _SUFFIX.match(page.low, end)
    return match is not None and match.group() in ("votes", "vote", "people", "seats")


def _plural(page: Page, amount: Amount, end: int) -> Other | None:
    """ "under-21s", "in her 30s": ages; "2019's" is the possessive of a year and never comes here."""
    if page.low[amount.core[1]] in "'’" and not amount.words and amount.number > 100:
        return None
    start = amount.start
    before = word_before(page.low, start - 1, page.floor)
    if before in ("under", "over"):
        start -= len(before) + 1
    if 0 < amount.number < 110 and not amount.unit:
        return Other("age", start, end, amount.number, amount.core, "an age group or decade")
    return glued(page, amount.start)


def age(page: Page, amount: Amount) -> Other | None:
    """An age: "34-year-old", "aged 34", "Leanne Mohamad, 23,"."""
    if amount.unit or amount.style != "whole" or not 0 < amount.number < 150:
        return None
    low, end = page.low, amount.end
    if low[end : end + 1] in ("-", " ") and (match := _AGE_AFTER.match(low, end)):
        return Other("age", amount.start, match.end(), amount.number, amount.core, "an age")
    if low[end : end + 1] == " " and (match := _CLOCK.match(low, end)):
        return Other("time", amount.start, match.end(), amount.number, amount.core, "a time of day")
    if _said_to_be_aged(low, amount.start) or _between_commas(page, amount):
        return Other("age", amount.start, end, amount.number, amount.core, "an age")
    return None


_AGED = re.compile(r"(?<![a-z])(?:aged?|aged? of|ages of|aged between|aged under|aged over) \Z")


def _said_to_be_aged(low: str, start: int) -> bool:
    return low[start - 1 : start] == " " and "age" in low[max(0, start - 13) : start] and (
        _AGED.search(low, max(0, start - 14), start) is not None
    )


def _between_commas(page: Page, amount: Amount) -> bool:
    """A bare number from 16 to 110 after "Name, " and before a comma or bracket."""
    start, text = amount.start, page.text
    if amount.words or not 16 <= amount.number <= 110 or text[max(0, start - 2) : start] != ", ":
        return False
    if not _AFTER_AGE.match(text, amount.end):
        return False
    begin = start - 2
    while begin > max(page.floor, start - 30) and (text[begin - 1].isalpha() or text[begin - 1] in "-'’"):
        begin -= 1
    return begin < start - 2 and text[begin].isupper() and text[begin : start - 2] != text[begin : start - 2].upper()


def label(page: Page, amount: Amount) -> Other | None:
    """A number that is part of a name ("Section 106", "Formula One", "No 10") or numbers a line of a list."""
    if amount.unit or amount.style != "whole" or amount.number > 9999 or "," in page.low[slice(*amount.core)]:
        return None
    if not amount.words and amount.start in page_list(page, amount):
        return Other("label", amount.start, amount.end, amount.number, amount.core, "the number of a list's line")
    end = amount.start - 1
    if end <= page.floor or page.low[end] != " ":
        return None
    word, dot = _word_with_dot(page, end)
    start = end - len(word)
    if dot not in page.grammar.labels and not (word in page.grammar.capital_labels and page.text[start : start + 1].isupper()):
        return None
    if amount.words and (word in ("no", "nos") or not page.text[amount.core[0]].isupper() and word != "number"):
        return None
    return Other("label", start, amount.end, amount.number, amount.core, f'part of a name: "{page.text[start:amount.end]}"')


def _word_with_dot(page: Page, end: int) -> tuple[str, str]:
    """The word before ``end``, and the same as a label is listed: "no." keeps its point."""
    if page.low[end - 1] == ".":
        word = word_before(page.low, end - 1, page.floor) + "."
        return word, word
    word = word_before(page.low, end, page.floor)
    return word, word


def page_list(page: Page, amount: Amount) -> frozenset[int]:
    """The list numbers of the page, looked for only when a number starts its line."""
    at = amount.start
    if amount.number > 999 or not (at == 0 or page.low[at - 1] in " \t\n") or not page.starts_line(at):
        return frozenset()
    return page.list_numbers
