"""The one table of foldings: what stands for a quotation mark, a dash, a blank or a letter, named by what it is for.

A folding maps one character to its substitute, which may be several characters or none. Characters that it lacks stay.
The sets that the foldings share stand first, so that a mark that is missing is added once.
"""

from collections.abc import Mapping
from typing import TypeAlias

Folding: TypeAlias = Mapping[str, str]

SINGLE_QUOTES = "‘’‚‛′`´"
"""Single quotation marks and apostrophes, and the primes and accents that are typed for them."""

DOUBLE_QUOTES = "“”„‟″«»"
"""Double quotation marks, and the double prime that is typed for them."""

DASHES = "‐‑‒–—―−"
"""Hyphens, dashes and the minus sign, but for the ASCII hyphen."""

_STRAIGHT_QUOTES = {**dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys(DOUBLE_QUOTES, '"')}
_HYPHENS = dict.fromkeys(DASHES, "-")

SAME_PASSAGE: Folding = {**_STRAIGHT_QUOTES, **_HYPHENS}
"""For finding a passage again in an edition that sets its marks otherwise: character for character."""

AS_TYPED: Folding = {
    **_STRAIGHT_QUOTES,
    **dict.fromkeys("ʼ＇", "'"),
    **_HYPHENS,
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f", ""),
    "…": "...",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "ẞ": "SS",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ς": "σ",
}
"""For searching: what people type for a character. Accents are not here: Unicode's decomposition takes them off."""

ASCII_CELLS: Folding = {
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‐‑–—−", "-"),
    "\u00a0": " ",
    "▎": "|",
    "▌": "#",
    "▀": "'",
    "▄": ".",
    "█": "#",
    "░": ":",
    "━": "=",
    "╸": "-",
    "─": "-",
    "✎": "*",
    "✓": "!",
    "·": ".",
    "•": "*",
    "…": "~",
    "⋯": "~",
    "›": ">",
    "‹": "<",
    "↑": "^",
    "↓": "v",
    "→": ">",
    "←": "<",
    "▲": "^",
    "●": "o",
    "○": "-",
    "◐": "~",
    "◆": "+",
    "æ": "a",
    "Æ": "A",
    "ß": "s",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
}
"""For a screen of ASCII, one character for one: signs and letters that Unicode decomposes to none of ASCII."""

ASCII_SPELLING: Folding = {
    "…": "...",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ß": "ss",
    "ẞ": "SS",
    "þ": "th",
    "Þ": "Th",
    "€": "EUR",
}
"""For a text of ASCII, where a character may become several; it goes before ASCII_CELLS."""

GERMAN_ASCII_SPELLING: Folding = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
"""How German, and no other language, spells these where it has only ASCII."""

NESTED_QUOTES: Folding = {"“": "‘", "”": "’"}
"""For words that are put in double marks: their own double marks become single ones."""

WORD_FORMS: Folding = {**dict.fromkeys("’ʼ", "'"), **dict.fromkeys("‐‑", "-")}
"""For looking a word up in a list: straight apostrophes and ASCII hyphens."""

PLAIN_BLANKS: Folding = dict.fromkeys("\xa0\u2009\u202f\u200e\u200f\u202a\u202b\u202c", " ")
"""For the analysis: blanks that end no line, and marks of the direction of writing, as plain blanks."""
