"""Names in prose: who, which party and which place is meant, and why it was taken so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.names.people import Name, People
from factcheck.names.phrases import Phrases
from factcheck.names.placenames import fold
from factcheck.reading.layout import Sentence, Token
from factcheck.reading.naming.listed import longest_listed, spelled

if TYPE_CHECKING:
    from factcheck.names.gazetteer import Gazetteer

PARTICLES = frozenset("de da di du del van von der den bin ibn al el ap ab la le".split())
SURNAMES_TOO = frozenset("ward hall may march street house read home law speaker cross field first love right".split())
SIDES = frozenset({"Yes", "No", "Leave", "Remain"})
STACKED = frozenset("former ex deputy vice acting then late outgoing".split())  # they stand before titles
INDEPENDENT = frozenset({"independent", "independents"})  # a party in small letters
GOING_ON = PARTICLES | frozenset("'‘“\".")  # what is no capital and may stand inside a name
LONGEST_RUN = 5


class NameFinder:
    """Finds the names of a draft: full names first, then what titles, surnames and pronouns mean."""

    def __init__(self, gazetteer: Gazetteer, not_names: frozenset[str], places: Phrases | None = None) -> None:
        self.gazetteer = gazetteer
        self.not_names = not_names
        self.tables = [t for t in (places, gazetteer.phrases) if t]
        self.people = People()
        self._phrases: dict[int, tuple[Name | None, int]] = {}  # of the sentence at hand, by place

    def find(self, sentences: Iterable[Sentence]) -> dict[int, list[Name]]:
        """Every name of every sentence, by the sentence's index."""
        sentences = list(sentences)
        found = {s.index: self._spans(s) for s in sentences if not s.title}
        found |= {s.index: self._spans(s) for s in sentences if s.title}
        by_index = {s.index: s for s in sentences}
        for index, names in found.items():
            for name in names:
                if name.kind == "unknown" or self._rather_person(name, by_index[index]):
                    self._resolve(name)
        return {i: [n for n in names if n.kind != "word"] for i, names in found.items()}

    def _rather_person(self, name: Name, sentence: Sentence) -> bool:
        """Whether a place of one word is the surname of somebody named in full: "Paisley" beside Ian Paisley."""
        if name.kind not in ("place", "party") or " " in name.text:
            return False
        if name.kind == "party" and (not self.people.surname(name.text) or _in_a_row(name, sentence)):
            return False
        if not self.people.surname(name.text) and not self.people.first_name(name.text):
            return False
        before = next((t.low for t in reversed(sentence.tokens) if t.end <= name.start), "")
        if before in ("in", "of", "for", "at", "from"):
            return False
        name.kind, name.key = "unknown", ""
        return True

    def _spans(self, sentence: Sentence) -> list[Name]:
        tokens, following = sentence.tokens, 0
        names: list[Name] = []
        self._phrases.clear()
        begins = sentence.large  # no name begins with another word
        if not INDEPENDENT.isdisjoint(sentence.words):
            begins = [i for i, t in enumerate(tokens) if t.text != t.low or t.low in INDEPENDENT]
        for i in begins:
            if i >= following:
                name, step = self._at(tokens, i, sentence, names)
                following = i + step
                if name:
                    names.append(name)
        return names

    def _at(self, tokens: list[Token], i: int, sentence: Sentence, before: list[Name]) -> tuple[Name | None, int]:
        token = tokens[i]
        capital = token.text[0].isupper()
        if not capital and token.low not in INDEPENDENT:
            return None, 1
        if token.text in SIDES and _a_side(tokens, i):
            return Name(token.start, token.end, token.text, "party", token.text, "a side of the vote"), 1
        titled = self._titled(tokens, i) if capital else None
        if titled:
            return titled
        phrase, length = self._phrase(tokens, i)
        run = self._run(tokens, i) if capital else 0
        if run >= 2 and i == 0 and not phrase and not self._first(token) and self._first(tokens[1]):
            return None, 1  # "Similarly Jess Phillips": the first word only begins the sentence
        if run >= 3 and not phrase and not self._first(token) and self._described(tokens, i, run):
            return None, 1  # "Rochdale-born Paul Waugh", "Vice President Joe Biden": the first word describes
        if run >= 2 and self._is_person(tokens, i, run, length, before, sentence):
            return self._person(tokens, i, run), run
        if phrase:
            return phrase, length
        if not run or (sentence.title and not self._known(tokens, i, run)):
            return None, 1
        return self._unknown(tokens, i, run, first=i == 0 or tokens[i - 1].text in "\"“‘'.:"), run

    def _described(self, tokens: list[Token], i: int, run: int) -> bool:
        """Whether a full name begins inside a run of capitals, behind one word or behind nothing but titles."""
        if self._first(tokens[i + 1]):
            return True
        titles, k = self.gazetteer.title_words, i
        while k < i + run - 2 and (tokens[k].low in titles or tokens[k].low in STACKED):
            k += 1
        return k > i and bool(self._first(tokens[k]))

    def _titled(self, tokens: list[Token], i: int) -> tuple[Name, int] | None:
        """A title and the name behind it: "Ms Hollern", "Sir Keir Starmer"."""
        title = tokens[i].low
        if title not in self.gazetteer.titles:
            return None
        j = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text == ".")
        run = self._run(tokens, j) if j < len(tokens) and tokens[j].text[0].isupper() else 0
        if not run or (self._phrase(tokens, j)[0] and not self._first(tokens[j])):
            return None
        sex = self.gazetteer.titles[title]
        text = spelled(tokens, i, j + run)
        words = [t.text for t in tokens[j : j + run] if t.text != "."]
        name = Name(tokens[i].start, tokens[j + run - 1].end, text, "person", why="a title before it")
        if len(words) >= 2:
            name.person = self.people.full(words, sex or self._first(tokens[j]))
            name.key = name.person.key
        else:
            name.kind, name.key = "unknown", f"{title} {words[0]}"
        return name, j + run - i

    def _run(self, tokens: list[Token], i: int) -> int:
        """How many tokens from ``i`` on make one capitalised name."""
        if tokens[i].low in self.not_names:
            return 0
        j = i + 1
        while j < len(tokens) and j - i < LONGEST_RUN and (step := self._step(tokens, i, j)):
            j += step
        return j - i

    def _step(self, tokens: list[Token], i: int, j: int) -> int:
        """How many tokens at ``j`` go on with the name that begins at ``i``; 0 where it ends."""
        token = tokens[j]
        if token.text == token.low and token.low not in GOING_ON:
            return 0
        capital, then = token.text[0].isupper(), j + 1 < len(tokens) and tokens[j + 1].text[0].isupper()
        if token.text == "." and len(tokens[j - 1].text) == 1 and then:
            return 1  # an initial's full stop
        if _nickname(tokens, j):
            return 4
        if token.low in PARTICLES and not capital:
            return _particles(tokens, j)
        return int(capital and self._may_follow(tokens, i, j) and not self._party_at(tokens, j))

    def _may_follow(self, tokens: list[Token], i: int, j: int) -> bool:
        """Whether a capitalised word can belong to a name: "Stephen Ward" is somebody, "Riverside Ward" is not."""
        low = tokens[j].low
        return low not in self.not_names or (low in SURNAMES_TOO and j == i + 1 and bool(self._first(tokens[i])))

    def _party_at(self, tokens: list[Token], j: int) -> bool:
        """Whether a party's name begins here; one that is a surname too ("Green") only with more behind it."""
        phrase, length = self._phrase(tokens, j)
        if phrase is None or phrase.kind != "party":
            return False
        alone = length == 1 and tokens[j].low in ("green", "brown", "white", "price", "hope")
        return not (alone and self._first(tokens[j - 1]))

    def _is_person(
        self, tokens: list[Token], i: int, run: int, phrase: int, before: list[Name], sentence: Sentence
    ) -> bool:
        if sentence.title:
            return self._known(tokens, i, run)
        if phrase >= run or (phrase and not self._first(tokens[i])):
            return False
        if self._first(tokens[i]):
            return True
        return run <= 4 and (_after_party(tokens, i, before) or self._party_behind(tokens, i + run))

    def _party_behind(self, tokens: list[Token], j: int) -> bool:
        """``Name (Labour)``, ``Name, Labour,`` or ``Name of the Greens``."""
        if j + 2 >= len(tokens) or tokens[j].text not in ("(", ",", "-", "–", "—", "|", "of", "for"):
            return False
        return self._party_at(tokens, j + 1) or (tokens[j + 1].low in ("the", "for") and self._party_at(tokens, j + 2))

    def _known(self, tokens: list[Token], i: int, run: int) -> bool:
        key = " ".join(fold(t.text) for t in tokens[i : i + run])
        return key in self.people.all or (run == 1 and bool(self.people.surname(tokens[i].text)))

    def _person(self, tokens: list[Token], i: int, run: int) -> Name:
        words = [t.text for t in tokens[i : i + run] if t.text != "."]
        if all(len(w) > 2 and w.isupper() for w in words):
            words = [w.title() for w in words]
        person = self.people.full(words, self._first(tokens[i]).strip("?"))
        return Name(
            tokens[i].start,
            tokens[i + run - 1].end,
            spelled(tokens, i, i + run),
            "person",
            person.key,
            "a full name",
            person,
        )

    def _first(self, token: Token) -> str:
        """The sex of a first name ("m", "f" or "?"), or "" when it is not one."""
        if token.low.isascii() and token.low.isalpha():
            return self.gazetteer.first_names.get(token.low, "")
        folded = fold(token.text)
        return self.gazetteer.first_names.get(folded) or self.gazetteer.first_names.get(folded.split("-", 1)[0]) or ""

    def _unknown(self, tokens: list[Token], i: int, run: int, *, first: bool) -> Name:
        text = spelled(tokens, i, i + run)
        why = "begins the sentence" if first and run == 1 else ""
        return Name(tokens[i].start, tokens[i + run - 1].end, text, "unknown", "", why)

    def _phrase(self, tokens: list[Token], i: int) -> tuple[Name | None, int]:
        """The longest party or place of the lists that begins here, and how many tokens it takes."""
        if i not in self._phrases:
            self._phrases[i] = longest_listed(tokens, i, self.tables, self.gazetteer.codes)
        return self._phrases[i]

    def _resolve(self, name: Name) -> None:
        """Settle a title with a surname, or a lone surname, where exactly one person is possible."""
        title, _, word = name.key.rpartition(" ")
        sex = self.gazetteer.titles.get(title, "")
        word = word or name.text
        possible = self.people.surname(word, sex) or self.people.first_name(word)
        if title and not possible:
            possible = [self.people.only_surname(word, sex)]
        if len(possible) == 1:
            name.kind, name.person, name.key = "person", possible[0], possible[0].key
            name.why = f"taken as {possible[0].name}"
        elif possible:
            name.why = "two people possible: " + " or ".join(p.name for p in possible)
        elif name.why == "begins the sentence":
            name.kind = "word"
        else:
            name.why = "a name that nobody knows"


def _a_side(tokens: list[Token], i: int) -> bool:
    """Whether "Yes", "No", "Leave" or "Remain" is a side in a vote: not the first word, or before a figure or ":"."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else "."
    if after[0].isdigit() and tokens[i].text == "No":
        return False  # "No 10"
    quoted = i > 1 and tokens[i - 1].text in "\"“‘'" and after in "\"”’'"
    return after == ":" or after[0].isdigit() or quoted or (i > 0 and tokens[i - 1].text not in "\"“‘'.:")


def _in_a_row(name: Name, sentence: Sentence) -> bool:
    """Whether a party's name stands where lists have parties: in brackets, beside a mark or a figure."""
    before = next((t.text for t in reversed(sentence.tokens) if t.end <= name.start), "(")
    after = next((t for t in sentence.tokens if t.start >= name.end), None)
    marks = "(,-–—:|/"
    return (
        before in marks
        or after is None
        or after.text in ")" + marks
        or after.text[0].isdigit()
        or (after.low in ("party", "candidate", "candidates", "votes", "vote", "mp", "share"))
    )


def _particles(tokens: list[Token], j: int) -> int:
    """How many tokens the particles at ``j`` are with the capital behind them: "von der Leyen"; 0 where none is."""
    k = j
    while k < len(tokens) and tokens[k].text == tokens[k].low and tokens[k].low in PARTICLES:
        k += 1
    return k + 1 - j if k < len(tokens) and tokens[k].text[0].isupper() else 0


def _nickname(tokens: list[Token], j: int) -> bool:
    """``Peter 'Chap' Cleere``: a word in quotation marks between two names."""
    quoted = len(tokens) > j + 3 and tokens[j].text in "'‘“\"" and tokens[j + 2].text in "'’”\""
    return quoted and tokens[j + 1].text[0].isupper() and tokens[j + 3].text[0].isupper()


def _after_party(tokens: list[Token], i: int, before: list[Name]) -> bool:
    """Whether "Labour's", "the Conservative candidate" or the like stands right before."""
    j = i - 1
    while j >= 0 and (
        tokens[j].low in ("candidate", "challenger", "hopeful", ",", ":", "-", "–") or tokens[j].low[1:] == "s"
    ):
        j -= 1
    return bool(before) and j >= 0 and before[-1].kind == "party" and before[-1].end == tokens[j].end
