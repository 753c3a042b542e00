"""Recognise titles and names in quotation marks, which are no speech."""

import re
from collections.abc import Sequence

from reader.analysis.units.marks import MarkedSpan
from reader.analysis.words.grammar import GENITIVES, cue_form, is_role, words
from reader.analysis.words.lexicon import entries

WORD = re.compile(r"\w[\w'’-]*")
"""A word of a title."""

_VERB_BEHIND = re.compile(r" (\w+)(?: \[[a-z]{2,3}\])? (?:about|how|on|that|to|what|why)\b")
_SMALL = words("title_words")
_NAMING = words("naming")
_BEARERS = words("nickname_bearers")
_PUBLISHED = words("published")
_READ = 400  # characters, enough for the longest title
_SHORT = 8  # maximum words of a programme's or page's name
_LONGEST = 24  # maximum words of a title


def is_title(text: str, mark: MarkedSpan, before: Sequence[str]) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a marked span is a title or a name, by the words `before` it in the unit and the word after it.

    After "titled" and "the headline" this is so for any words in marks, and after "user" for a single word ("user
    “eelfan”"). In "his article “The New Age”" and "on Radio Nord's “New Age”" the words must be in title case, in "the
    “Vom alten Wehr” blog" only the first one.
    """
    last = before[-1] if before else ""
    last = before[-2] if last in {",", ":"} and len(before) > 1 else last
    if last in _NAMING:
        return True
    inner = mark.inner(text).of(text)
    inside = WORD.findall(inner[:_READ])
    if not before and _is_named_subject(text, mark, inner, inside):
        return True
    if len(inside) == 1 and last in _BEARERS:
        return True
    if not inside or len(inside) > _LONGEST:
        return False
    following = WORD.match(text, min(len(text), mark.span.end + 1))
    behind = following[0].lower() if following is not None and inner[-1] not in ",.!?" else ""
    if behind in _PUBLISHED and inside[0][0].isupper() and len(inside) <= _SHORT:
        return True
    if not capitalised(inside):
        return False
    if len(inside) > 1 and (mark.single or last == "on" or last.endswith(GENITIVES)):
        return True
    if len(inside) > 1 and last == "the" and _follows_people(before) and inner[-1].isalnum():
        return True
    return last in entries("works") or behind in entries("works")


def _is_named_subject(text: str, mark: MarkedSpan, inner: str, inside: Sequence[str]) -> bool:
    """Whether marks hold a name that is the subject of the verb behind them ("“Bread for Tarn” maintains that …").

    Words that somebody spoke are followed by a verb and its subject.
    """
    if not 1 < len(inside) <= _SHORT or not inner[-1].isalnum():
        return False
    match = _VERB_BEHIND.match(text, mark.span.end) if inside[0][0].isupper() and inside[-1][0].isupper() else None
    return match is not None and cue_form(match[1]) in {"past", "s"}


def _follows_people(before: Sequence[str]) -> bool:
    """Whether "of the" after a noun for people precedes marks ("the organisers of the “March for Mills”")."""
    return len(before) > 2 and before[-2] == "of" and is_role(before[-3].removesuffix("s"))  # noqa: PLR2004


def capitalised(inside: Sequence[str]) -> bool:
    """Return whether words are in title case: all but function words begin with a capital or a digit."""
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in inside)
