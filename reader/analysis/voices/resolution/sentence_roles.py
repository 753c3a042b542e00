"""Find the role of a name in its sentence (subject, person asked), as a feature of antecedents."""

import re
from functools import lru_cache

from reader.model import Span

BEFORE_WHO = 'before "who"'
_OPENER = 40  # maximum characters before the subject in its sentence: an opener, a title
_GOVERNED = 60  # maximum characters from a preposition, or the name before a comma, to what comes after it
_BEHIND = 100  # characters after a name that are read
_LONG = 600  # characters before a name in its sentence
_PREPOSITION = re.compile(
    r"\b(?:of|to|with|by|for|from|against|about|on|in|at|than|like|and|between|over|under)\s+(?:the\s+)?(?:\w+\s)?\Z"
)
_AGENT = re.compile(
    r"\b(?:drawn|filmed|made|posted|published|recorded|shared|started|taken|told|tweeted|uploaded|written)"
    r" (?:(?:on|to) [A-Z]\w+ )?by (?:the )?(?:[a-z-]+ ){0,2}\Z"
)
_VERB = re.compile(
    r"\b(?:are|can|could|did|do|does|gave|had|has|have|is|made|may|might|must|said|saw|says|should|told|took|was|were|will"
    r"|would|\w{3,}ed|brought|calls|found|heard|held|knew|left|meets|met|quotes|read|sent|sold|thought|won|wrote)\b"
)
_INTO = re.compile(
    r"\b(?P<be>(?:is|was|are|were|came|comes|sat|stood) )(?:(?:an?|her|his|its|the|their) (?:[a-z-]+ ){1,3})?\Z"
)
_COMES = ("came from ", "comes from ")
_INVERTED = re.compile(
    r"(?:(?:Also|Among|At|Behind|Beside|First|Here|In|Next|On|One|Then|There|With)\b[^.;:!?“”\"\n]{0,80}"
    r"|Another(?: \w+){0,3}) \w+ "
)  # "Among those who came was Ada Cole"
_ASKS = re.compile(r"(?:,\s[^,.;:!?“”\"\n]{2,60},)?\s(?:also |had |has |then )?ask(?:ed|s)\b")
_ASKED = ("asked ", "pressed ", "questioned ", "quizzed ")
# An opening clause or adverbial of any length; the subject follows its comma: "Asked if it would sink, Roe smiled."
_OPENERS = "After|Although|As|Asked|Because|Before|If|Once|Pressed|Since|Though|When|While"
_OPENED = re.compile(
    rf"(?:{_OPENERS}|Told|Until|(?P<adverbial>At|During|In|On))\s[^,;:“”\"\n]{{2,120}},\s(?:[A-Z][\w.]*\s){{0,2}}"
)
# The same with commas in it, where a verb follows the name: "Asked if it, like the weir, would sink, Roe smiled."
_OPENED_AT_LENGTH = re.compile(rf"(?:{_OPENERS})\s[^;:“”\"\n]{{2,400}},\s")
_ACTS = re.compile(rf" (?:also |has |had |\w+ly )?(?:{_VERB.pattern})")
_NAMED = re.compile(r"[A-Z][\w.’'-]*, \Z")  # before an apposition: "Ada Roe, the mayor"


def traits(text: str, begin: int, words: Span, *, asks: bool | None, owner: bool) -> tuple[str, ...]:
    """Return the features of a name or pronoun in the sentence that begins at `begin`.

    `asks` is whether it is the source of a question, None where it is no source; `owner` is whether it is a possessive.
    """
    start, end = words.start, words.end
    if start - begin > _LONG:  # then a copy of the words before each name would take too long
        return _traits(text, begin, (start, end), asks, owner)
    return _repeated_traits(text[begin : end + _BEHIND], 0, (start - begin, end - begin), asks, owner)


def _traits(text: str, begin: int, words: tuple[int, int], asks: bool | None, owner: bool) -> tuple[str, ...]:
    """The features of the name at `words` in the sentence that begins at `begin`."""
    (start, end), speaks = words, asks is not None
    governed = _PREPOSITION.search(text, max(begin, start - _GOVERNED), start) is not None
    before = text[begin:start].rpartition(",")[2] if start - begin < _OPENER else ""
    verb = _INTO.search(text, max(begin, start - _GOVERNED), start)
    inverted = verb is not None and _INVERTED.fullmatch(text, begin, verb.end("be")) is not None
    inverted = inverted or text.endswith(_COMES, begin, start)
    subject = speaks or inverted or (start - begin < _OPENER and not governed and _VERB.search(before) is None)
    opened = _OPENED.fullmatch(text, begin, start)
    # "In a talk with the mayor, Roe, …", "Asked about Roe, the mayor, …": in apposition to what is before the comma.
    apposed = opened is not None and opened["adverbial"] is not None and text.startswith(",", end)
    apposed = apposed or (
        text[start : start + 1].islower() and _NAMED.search(text, max(begin, start - _GOVERNED), start) is not None
    )
    at_length = _ACTS.match(text, end) is not None and _OPENED_AT_LENGTH.fullmatch(text, begin, start) is not None
    subject = subject or (opened is not None and not apposed) or at_length
    agent = governed and not subject and _AGENT.search(text, max(begin, start - _GOVERNED), start) is not None
    found = (
        (BEFORE_WHO, text.startswith(", who", end)),
        ("subject", subject),
        ("agent", agent),
        ("after a preposition", governed and not (subject or agent)),
        ("possessive", owner),
        ("speaks", speaks),
        ("asks", asks if asks is not None else _ASKS.match(text, end) is not None),
        ("is asked", text.endswith(_ASKED, begin, start)),
    )
    return tuple([trait for trait, holds in found if holds])


_repeated_traits = lru_cache(maxsize=1024)(_traits)  # a text may repeat its sentences
