"""Find dialogues: paragraphs that begin with dashes, in which two people speak in turn."""

import re

from reader.analysis.blocks.passages import PROSE, Passage
from reader.analysis.cues.drafts import without_possessive
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import Unit
from reader.analysis.units.verbs import verb_group
from reader.model import Span

_DASHED = re.compile(r"[–—-]\s*(?=\S)")
_ASKING = frozenset({"asked", "asks", "interviewed", "interviews", "questioned", "questions"})
_BY_REACH = 3  # maximum tokens from a passive verb to "by"


def dialogues(text: str, parts: list[Passage]) -> dict[int, tuple[Span, Span]]:
    """Return the turns of dialogues, by passage: the words, and the name of their speaker.

    Two turns or more follow each other, and one of them is a question. The person who asks speaks first where the first
    turn is a question, else the person who is asked does. Linear in the number of passages.
    """
    found: dict[int, tuple[Span, Span]] = {}
    first = 1
    while first < len(parts):
        last = first
        while last < len(parts) and parts[last].kind in PROSE and _DASHED.match(parts[last].text):
            last += 1
        asks = [parts[at].text.rstrip().endswith("?") for at in range(first, last)]
        if len(asks) > 1 and any(asks):
            both = _both_speakers(text, parts[first - 1])
            for at in range(first, last) if both else ():
                span, dash = parts[at].span, _DASHED.match(parts[at].text)
                words = Span(span.start + (0 if dash is None else dash.end()), span.end)
                found[at] = words, both[(at - first + (not asks[0])) % 2]
        first = max(last, first + 1)
    return found


def _both_speakers(text: str, passage: Passage) -> tuple[Span, ...]:
    """The person who asks and the one who is asked, from the last sentence that names both; empty without one."""
    for u, _ in reversed(passage.units(text)):
        for at in range(1, len(u)):
            pair = _asker_and_asked(u, at) if u.low[at] in _ASKING else None
            if pair is not None:
                return pair
    return ()


def _asker_and_asked(u: Unit, verb: int) -> tuple[Span, Span] | None:
    """The person who asks and the one asked, by a verb ("Roe was questioned by the host", "Roe asked the mayor")."""
    group, passive = verb_group(u, verb)
    subject = subject_before(u, group)
    behind = range(verb + 1, min(len(u), verb + _BY_REACH)) if passive else ()
    by = next((at for at in behind if u.low[at] == "by"), verb)
    other = phrase_from(u, by + 1, len(u)) if by > verb or not passive else None
    if subject is None or other is None or "pronoun" in {subject.kind, other.kind}:
        return None
    asker, asked = (other, subject) if passive else (subject, other)
    return _name(u, asker), _name(u, asked)


def _name(u: Unit, phrase: Phrase) -> Span:
    """The name in a phrase; the whole phrase where it is a noun."""
    first, last = (phrase.head_first, phrase.head_last) if phrase.kind == "name" else (phrase.first, phrase.last)
    return without_possessive(u.text, u.over(first, last))
