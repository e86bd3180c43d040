"""Figures that begin with a word: numbers, fractions, ordinals, multiples, orders of magnitude, and "one"."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.figures import codes, kinds
from factcheck.figures.amounts import NEGATIVE, Amount, amount_at, complete, in_digits
from factcheck.figures.hedges import hedge_after, hedge_before, word_before
from factcheck.figures.kinds import Other
from factcheck.figures.numerals import DECIMAL, FRACTION, MULTIPLE, Numeral, tidy
from factcheck.figures.page import POINT, Page
from factcheck.figures.spelled import spelled
from factcheck.figures.units import POINTS
from factcheck.interval import Number
from factcheck.patterns import lazily

VAGUE = "vague"

_PART_FOLLOWS = lazily(
    r"(?: (?:of|in|more|less|fewer|to|and(?! (?:final|last|four|fifth|most|probably|perhaps|possibly))|but|as"
    r"|higher|lower|on|over|from|said|say|back|were|are|have|had|voted|think|million|billion|believe|want|full"
    r"|for|since|after|per|among|at|with"
    r"|this|last|compared|against|between|when|if|while|because|during|by|that|is|was|will|would|has|did|can|could|now)\b"
    r"|[.,;:)\]!?”\"’]|\s*$|\n| [(–-])"
)
_HALF_FOLLOWS = lazily(
    r"(?: {1,2}an? {1,2}|-a-)(?=[a-z])|[ -](?=(?:million|billion|trillion|dozen|thousand|hundred|crore|lakh)\b)"
)
_QUARTER_OF_SCALE = lazily(r"[ -](?:million|billion|trillion)(?![a-z])")
_POINT_FOLLOWS = lazily(r"[ -](?:percentage[ -])?points?(?![a-z])")  # "a quarter-point cut"
_HUNDRED_THOUSAND = lazily(r"hundred (?:thousand|million|billion)(?![a-z])")
_TIMES = lazily(
    r"(?:[ -]times|x)(?![a-z])(?= (?:as|more|the|higher|larger|bigger|that|its|their|his|her|greater|what|faster|over"
    r"|increase|rise|smaller|lower|better|worse)\b)|x(?![a-z0-9])|[ -]?fold(?![a-z])"
)
_TWICE_FOLLOWS = lazily(
    r" (?:as|the|that|its|his|her|their|what|this|over|more|those|of|from|in (?:size|number|value))\b"
)
_ADVERBS = frozenset(("twice", "thrice"))
_ADJECTIVES = frozenset(("double", "triple", "treble", "quadruple"))
_DOUBLING_BEFORE = frozenset(
    ("to", "would", "will", "could", "may", "might", "than", "be", "nearly", "almost", "about", "over", "by", "can")
)
_ONE_FOLLOWS = lazily(
    r" (?:of|another|who|that|which|whose|can|could|should|must|would|will|may|might|is|was|were|has|had|does|did"
    r"|thing|by|to|and|as|for|or|in|on|at|with|where|when|it|he|she|they|we|you|i|after|side)\b"
    r"|['’]s?|[.,;:?!)”\"]|\s*$| ?[–—]|-(?:to|on|and|of)-"
)
_ONE_BEFORE = frozenset(
    ("no", "any", "some", "every", "each", "the", "this", "which", "another", "not", "whatever", "other")
)
_OR_TWO = lazily(r" or two (?!of)[a-z]+|-or-two")
_FEW = lazily(r"(?:(several|few|many|some|couple of) )\Z")
_OF_SCALE = lazily(r" of (thousands|millions|billions|trillions|hundreds)(?![a-z])")
_TEEN_ORDINAL = lazily(r"(?: and |[ -])([a-z]+)(?![a-z])")
_VAGUE_FOLLOWS = lazily(r" (?:of|more|or so|people|upon)\b")
_FEW_FOLLOWS = lazily(r" (?:were|are|have|had|remain|who|still|[a-z]{3,}ed)\b")  # "a handful waited"


def read(page: Page, start: int, word: str) -> Amount | Other | None:
    """What the number word at ``start`` begins, or ends: "one" in "no one"."""
    grammar, end = page.grammar, start + len(word)
    other = kinds.idiom_at(page, start) or kinds.ending_idiom(page, word, end)
    if other is not None and not (word == "one" and other.end == end and page.word_after(end) in grammar.measures):
        return other
    if word == POINT:
        return _one_point(page, start, end)
    if word in grammar.dated:
        return codes.dated(page, start)
    for words, reader in ((grammar.vague, _vague), (grammar.multiples, _multiple), (grammar.ordinals, _part)):
        if word in words:
            return reader(page, start, end, word)
    if word in grammar.spelling.parts:
        return _part(page, start, end, word)
    return _scale(page, start) if word in grammar.spelling.scales else _number(page, start, end, word)


def _one_point(page: Page, start: int, end: int) -> Amount | None:
    """ "a percentage point", "a full percentage point": one point; not "half of a percentage point"."""
    before, match = _ONE_POINT.search(page.low, max(page.floor, start - 13), start), _POINT_FOLLOWS.match(page.low, end)
    if before is None or match is None or page.low[match.end() - 1] == "s":
        return None
    if page.low.endswith(("half", " of"), 0, max(0, before.start() - 1)):
        return None
    begin = before.start()
    return Amount(begin, match.end(), 1, 1, DECIMAL, POINTS, (begin, match.end()), True)


_ONE_POINT = lazily(r"(?<![a-z])a (?:full |whole |single )?\Z")


def _number(page: Page, start: int, end: int, word: str) -> Amount | Other | None:
    """A number in words, an ordinal that begins with one ("twenty-first"), or "one" as a pronoun."""
    if (ordinal := _ordinal(page, start)) is not None:
        return ordinal
    amount = amount_at(page, start)
    if amount is None or word != "one" or amount.core[1] > end or amount.unit or kinds.label(page, amount):
        return amount
    if _is_pronoun(page, start, end):
        return Other("idiom", start, end, 1, (start, end), '"one" counts nothing here')
    return amount


def _ordinal(page: Page, start: int) -> Other | None:
    """A place in an order that begins with a number: "twenty-first", "one hundred and fifth", "two hundredth"."""
    numeral = spelled(page.low, start, page.grammar.spelling)
    match = _TEEN_ORDINAL.match(page.low, numeral.end) if numeral else None
    if numeral is None or match is None or not isinstance(numeral.number, int):
        return None
    last, number = page.grammar.ordinals.get(match[1], 0), numeral.number
    room = 1 if number % 10 else 10 if number % 100 and number % 100 >= 20 else 100 if number % 100 == 0 else 1
    if last >= 100 and number > 1:
        number *= last
    elif 0 < last < room:
        number += last
    else:
        return None
    return Other("ordinal", start, match.end(), number, (start, match.end()), "a place in an order")


def _is_pronoun(page: Page, start: int, end: int) -> bool:
    """Whether "one" stands for somebody or something instead of counting the noun after it."""
    before = page.before(start)
    if before in _ONE_BEFORE:
        return True
    if before in NEGATIVE or hedge_after(page.grammar.hedges, page.low, end):
        return False
    if _OR_TWO.match(page.low, end):
        return False
    if hedge_before(page.grammar.hedges, page.low, start, page.floor) or before in ("just", "only", "by"):
        return False
    return _ONE_FOLLOWS.match(page.low, end) is not None


def _article(page: Page, start: int) -> int | None:
    """Where "a" or "an" before ``start`` stands."""
    low = page.low
    for article in ("a ", "an ", "another "):
        at = start - len(article)
        if at >= page.floor and low.startswith(article, at) and (at == 0 or not low[at - 1].isalnum()):
            return at
    return None


def _scale(page: Page, start: int) -> Amount | Other | None:
    """ "a hundred and five", "several thousand"; "million-pound" alone is no number."""
    at = _article(page, start)
    if at is not None:
        numeral = spelled(page.low, start, page.grammar.spelling, 1)
        return complete(page, at, numeral._replace(start=at), "") if numeral else None
    few = _FEW.search(page.low, max(page.floor, start - 11), start)
    numeral = spelled(page.low, start, page.grammar.spelling, 1)
    if few is None and numeral is not None and _HUNDRED_THOUSAND.match(page.low, start):
        return complete(page, start, numeral, "")
    if few is None or numeral is None:
        return None
    couple, scale = few[1] == "couple of", numeral.number
    begin = _article(page, few.start())
    begin = few.start() if begin is None else begin
    number, low, high = (2 * scale, 2 * scale, 3 * scale) if couple else (3 * scale, 2 * scale, 10 * scale)
    spread = (low, high, tidy(low * Fraction(3, 4)), high)
    return Amount(begin, numeral.end, number, scale, VAGUE, "", (begin, numeral.end), True, spread=spread)


def _part(page: Page, start: int, end: int, word: str) -> Amount | Other | None:
    """A fraction ("half the vote", "a third of") or an ordinal ("third", "a third term")."""
    low, how = page.low, page.grammar.spelling
    if word == "half":
        return _half(page, start, end)
    at = _article(page, start)
    if at is not None and word in how.parts and not word.endswith("s") and _PART_FOLLOWS.match(low, end):
        part = Fraction(1, how.parts[word])
        return complete(page, at, Numeral(at, end, part, part, FRACTION, True), "")
    if word == "quarter" and (_QUARTER_OF_SCALE.match(low, end) or _POINT_FOLLOWS.match(low, end)):
        begin, part = (start if at is None else at), Fraction(1, 4)
        return complete(page, begin, Numeral(begin, end, part, part, FRACTION, True), "")
    if word in page.grammar.ordinals:
        return Other("ordinal", start, end, page.grammar.ordinals[word], (start, end), "a place in an order")
    return None


def _half(page: Page, start: int, end: int) -> Amount | Other | None:
    """ "half", "half a million", "half a per cent"; "half-hearted" is left alone."""
    low, half = page.low, Fraction(1, 2)
    at = _article(page, start)
    begin = start if at is None else at
    numeral = Numeral(begin, end, half, half, FRACTION, True)
    if match := _HALF_FOLLOWS.match(low, end):
        amount = complete(page, begin, numeral._replace(end=match.end() - 1), "")
        if amount.end > match.end():
            return amount
    if _POINT_FOLLOWS.match(low, end):
        return complete(page, begin, numeral, "")
    if low[end : end + 1] == "-" or low[start - 1 : start] == "-":
        return None
    return Amount(begin, end, half, half, FRACTION, "", (begin, end), True)


def _multiple(page: Page, start: int, end: int, word: str) -> Amount | Other | None:
    """A ratio: "doubled", "twice as many", "threefold"; "stood twice" only counts times."""
    number = page.grammar.multiples[word]
    compares = _TWICE_FOLLOWS.match(page.low, end) is not None
    if word in _ADJECTIVES and page.before(start) in _DOUBLING_BEFORE:
        compares = True
    if not compares and (word in _ADVERBS or word in _ADJECTIVES):
        return Other("idiom", start, end, number, (start, end), f'"{word}" compares nothing here')
    return Amount(start, end, number, number, MULTIPLE, "", (start, end), True)


def times(page: Page, amount: Amount) -> Amount | None:
    """The ratio of an amount with "times" or "fold" after it: "four times as many", "10-fold"; and of "doubled"."""
    if amount.style == MULTIPLE:
        return amount
    if amount.unit or page.word_after(amount.end) not in ("times", "fold", "x"):
        return None
    match = _TIMES.match(page.low, amount.end)
    return amount._replace(end=match.end(), style=MULTIPLE) if match else None


def _vague(page: Page, start: int, end: int, word: str) -> Amount | Other | None:
    """ "dozens", "tens of thousands", "a handful": only an order of magnitude."""
    grammar, low = page.grammar, page.low
    alone = word in ("pair", "handful") and _FEW_FOLLOWS.match(low, end)
    if word in ("couple", "pair", "handful", "scores", "tens") and not alone and not _VAGUE_FOLLOWS.match(low, end):
        return None
    if word == "couple" and re.compile(r" of (?:hundred|thousand|million|dozen)(?![a-z])").match(low, end):
        return None  # read from its scale word
    begin = _article(page, start) if word in ("couple", "pair", "handful") else start
    if begin is None:
        return None
    factor: Number = 1
    if (match := _OF_SCALE.match(low, end)) and match[1] in grammar.vague:
        end, factor = match.end(), grammar.vague[match[1]].number
    elif word == "tens":
        return None
    vague = grammar.vague[word]
    spread = tuple(number * factor for number in (*vague.plain, *vague.generous))
    return Amount(begin, end, vague.number * factor, factor, VAGUE, "", (begin, end), True, spread=spread)


def after_code(page: Page, start: int) -> Amount | None:
    """Money with its code before the number: "Rs 500", "EUR 3m", "USD5"."""
    signs, low, word = page.grammar.money_signs, page.low, page.before(start)
    end = start - 1 if low[start - 1 : start] == " " else start
    if not word and low[end - 1 : end] == ".":
        end, word = end - 1, word_before(low, end - 1, page.floor)
    begin = end - len(word)
    if word not in signs or not page.text[begin].isupper() or low[begin - 1 : begin].isalnum():
        return None
    numeral = in_digits(page, start)
    return complete(page, begin, numeral, signs[word]) if numeral else None
