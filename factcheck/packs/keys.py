"""Every key of a rule file: what it holds, and what for. The reader, the schema and the manual go by this table."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.answers import SEVERITIES
from factcheck.packs.model import FRAMES


class Key(NamedTuple):
    """What stands at a key; ``shape`` is text, texts (a list of them), number, or the name of a table below."""

    shape: str
    about: str
    choices: tuple[str, ...] = ()


NEEDED = ("pack", "about", "things", "figures", "rules")  # in a pack that stands by itself
ONLY_EXTENDING = ("off", "change")
UNIT_KINDS = ("whole", "fraction", "date", "length")

PACK = {
    "pack": Key("name", "The pack's name, lower-case words joined by hyphens; it begins the ids of its rules."),
    "version": Key("text", "A version, if you like; `factcheck rules` shows it."),
    "about": Key("text", "One line about it."),
    "extends": Key("name", "The pack that this one adds to; it then needs no `things` and no `rules`."),
    "units": Key(
        "units",
        "Each unit, and whether it counts `whole` things or may be a `fraction`; see A unit.",
    ),
    "things": Key("things", "Whom and what figures are of."),
    "words of": Key("lists", "Facts about a thing that are words or names: whether a seat was a hold."),
    "figures": Key("figures", "What can be counted, and how writers say so."),
    "roles": Key("roles", "The parts that are played in a thing, such as the winner of a race."),
    "scope": Key("lists", "Words that make a figure near them one of another time or kind: `before`, `forecast`."),
    "set aside": Key("forms", "Forms whose figure is read and dropped."),
    "left alone": Key("places", "Sentences whose marked figure must not be read: In all [12] votes were stray."),
    "tested with": Key("texts", "The shipped tables that the examples are checked against, if any."),
    "widths": Key("widths", "How far a hedge reaches in your house."),
    "rules": Key("rules", "What must hold."),
    "off": Key("texts", "Ids of rules of the extended pack that are switched off."),
    "change": Key("changes", "Ids of rules of the extended pack, each with a new `severity` or `tolerance`."),
}
UNIT = {
    "counts": Key("text", "What it counts.", UNIT_KINDS),
    "written": Key("texts", "The units that figures of it may be written with: `°C`, `mm`, `GBP`. None is fine too."),
}
THING = {
    "named": Key("texts", "Kinds of name that are its own: `place`, `person`, `party`."),
    "also": Key("texts", "Words around a name that make it one: `MP for _`."),
    "in": Key("text", "The thing that it belongs to: a candidate stands in a race."),
    "two": Key("text", "It is a pair of that thing: `first` and `second`, or `ahead` and `behind`."),
    "frame": Key("text", "A way of saying, known to all packs, that makes such a thing.", FRAMES),
    "unless": Key(
        "texts",
        "With `frame: sentence`: words of a sentence in which there is no such thing; with `row`, of an article.",
    ),
}
FIGURE = {
    "of": Key("text", "The thing that it is counted of."),
    "unit": Key("text", "Its unit; figures are added and compared in one unit only."),
    "nouns": Key("texts", "Nouns that it counts: `votes` reads `<n> votes`."),
    "verbs": Key("texts", "Verbs before a bare figure: `polled` reads `polled <n>`."),
    "bare after": Key("texts", "Other words before a bare figure: `on` reads `on <n>`."),
    "at least": Key("number", "A bare figure counts only from this size on."),
    "goes with": Key("text", "The figure that it accompanies in brackets: 13,303 votes (35.5%)."),
    "columns": Key("texts", "Of a thing with `frame: row`: headings of the column that it stands in, such as `Pts`."),
    "forms": Key("forms", "Words around one `<n>`; the longest form wins."),
    "reads": Key("places", "Sentences whose marked figure must be read as this one: Lee won by [507] votes."),
}
ROLE = {
    "of": Key("text", "The thing in which the part is played."),
    "rank": Key("number", "Its place: 1 for the winner, 2 for the runner-up."),
    "verbs": Key("texts", "X won: X has the role."),
    "beats": Key("texts", "X beat Y: X has the role, and Y is beaten."),
    "beaten by": Key("texts", "Y lost to X: X has the role."),
    "over": Key("texts", "Words before whoever is beaten: a majority over Y."),
    "called": Key("texts", "What such a one is called: the winner, in second place."),
    "implies": Key("text", "A word that its verbs also tell, as attribute=word: `outcome=hold`."),
}
RULE = {
    "id": Key("name", "Lower-case words joined by hyphens; it reads well after \u201callow\u201d."),
    "check": Key("formula", "One formula that must hold."),
    "any of": Key("formulas", "Several formulas, one of which must hold."),
    "each of": Key("formulas", "Several formulas, every one by itself."),
    "when": Key("formula", "A formula that must hold for the rule to count: `race.outcome == hold`."),
    "tolerance": Key("tolerance", "A difference that is let pass, in its unit: `0.1 percent`."),
    "needs": Key("texts", "Roles that the article must have told: `race.winner`."),
    "message": Key("text", "What is told; `<race.majority>` is filled in."),
    "severity": Key("text", "How bad it is.", SEVERITIES),
    "why": Key("text", "The reason, in one sentence."),
    "examples": Key("examples", "Sentences that prove it."),
}
EXAMPLES = {
    "flags": Key("slips", "Told at the mark, and no longer once corrected: a majority of [607 -> 507]."),
    "passes": Key("sentences", "Read, and nothing told."),
    "missed": Key("sentences", "Known not to be told, if any."),
}
CHANGE = {
    "severity": Key("text", "Its new severity.", SEVERITIES),
    "tolerance": Key("tolerance", "Its new tolerance."),
}
WIDTH = {
    "plain": Key("width", "How far the plain reading goes."),
    "generous": Key("width", "How far the widest reading goes that a writer could defend."),
}
REACH = {
    "percent": Key("fraction", "So many per cent of the figure, or"),
    "unit": Key("fraction", "so much of the unit of its last digit that is not nought (100 in 200), if that is less."),
}
