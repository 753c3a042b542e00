"""Turns: paragraphs that begin with their speaker's label, as in interviews, transcripts and posts."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.blocks.passages import HANDLE, PROSE, Passage
from reader.analysis.words.grammar import words
from reader.model import BlockKind, Span

_LABEL = re.compile(
    r"(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?\s|↳\s*)?"  # the time that a line of a chat bears
    r"(?P<label>[QA](?=\s?[:.])|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}(?: \([^()\n]{1,20}\))?)"
    r"\s?(?::|(?<=\b[QA])\.)\s+(?=\S)"
)
_ANSWER = re.compile(r"(?:A|Answer)\s?[:.]\s+(?=\S)")
ASKING = words("asking_labels") | {"global voices"}
"""What the author is called where they ask, who is no voice."""
_ASKED = re.compile(r"Q(?:uestion)?\s?[:.]\s+(?=\S)")
_TURNING = re.compile(
    r"(?:(?:ok(?:ay)?|all right|alright|great|well|finally|thanks|thank you)[,.!–—]*\s+)?"
    r"(?:(?:and\s+)?now\s+(?:for|on to|to)|let[’']s\s+(?:end|finish|move|start|switch|talk|turn)|moving on|time for)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\(([A-Z][A-Z.]{0,5})\)\Z")
FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,3}")
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|spoke (?:to|with)|talk(?:ed|s)? (?:to|with|about)|conversation|chat(?:ted)?"
    r"|caught up with|answers?|answered|Q\s?&\s?A|asked)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|our|us|me|my|you|your)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\b(?:he|she|his|her)\b|@\w", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 2  # speakers of an exchange, and turns of one
_QUESTIONS = 3
_ANSWERED = 0.8  # share of the questions that an answer follows
_LONG_QUESTION = 80  # words
_TURNING_WORDS = 12
_WORDS = 4  # of a turn, on average; fewer are a table
_INTRODUCTION = 12  # passages
_NEAR = 100  # characters around a name


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled turn: the passages `first` to `last`, the label's span and where its words begin.

    The passages from there to before `until`, where the next turn begins, are the author's.
    """

    first: int
    last: int
    label: Span
    words: int
    until: int


class _Tally(NamedTuple):
    """What the turns of one label come to: how many they are, their words, and how many of them ask something."""

    turns: int
    words: int
    questions: int

    def plus(self, other: "_Tally") -> "_Tally":
        """The two together."""
        return _Tally(self.turns + other.turns, self.words + other.words, self.questions + other.questions)


def turns(parts: list[Passage]) -> dict[int, Turn]:
    """The answers of an interview or the lines of a transcript by their first passage.

    Labels count when two of them alternate and one comes back; the turns of a label whose turns mostly end in a
    question are the interviewer's, who is no voice, and are left out. Linear in the number of passages.
    """
    labelled = [(p.index, m) for p in parts if p.kind in PROSE and (m := _label(p))]
    tallies: dict[str, _Tally] = {}
    for index, match in labelled:
        tallies[_name(match)] = _told(parts[index]).plus(tallies.get(_name(match), _Tally(0, 0, 0)))
    _merge(tallies)
    repeated = [tally for tally in tallies.values() if tally.turns >= _FEWEST]
    if len(tallies) < _FEWEST or not repeated or (len(repeated) < _FEWEST and len(labelled) < _FEWEST * 2):
        return {}
    if any(tally.words < _WORDS * tally.turns and not tally.questions for tally in repeated):
        return {}
    asking = {name for name, tally in tallies.items() if name in ASKING or tally.questions * 2 > tally.turns}
    found: dict[int, Turn] = {}
    for number, (index, match) in enumerate(labelled):
        if _name(match) in asking or tallies[_name(match)].turns < _FEWEST:
            continue
        until = labelled[number + 1][0] if number + 1 < len(labelled) else index + 1
        start = parts[index].span.start
        label = Span(start + match.start("label"), start + match.end("label"))
        if match["label"] == "A":
            label = _interviewee(parts[: labelled[0][0]][:_INTRODUCTION]) or label
        found[index] = Turn(index, _until(parts, index, until), label, start + match.end(), until)
    return found


def _merge(tallies: dict[str, _Tally]) -> None:
    """Counts a label in full with its short form: "Ada Roe" with "Roe", "Delta Courier" with "DC"."""
    for name in [name for name in tallies if " " in name]:
        words = name.split()
        for short in (words[-1], "".join(word[0] for word in words)):
            if short in tallies:
                tallies[name] = tallies[short] = tallies[short].plus(tallies[name])
                break


def _until(parts: list[Passage], index: int, until: int) -> int:
    """The last passage before `until` that goes on with the turn that begins at `index`."""
    last = index
    while last + 1 < min(until, len(parts)) and parts[last + 1].kind is BlockKind.PARAGRAPH:
        if last + 2 < len(parts) and parts[last + 2].kind is BlockKind.QUOTE and parts[last + 1].text.endswith(":"):
            break  # the author leads into a text of the speaker's
        if _leads_away(parts[last + 1]):
            break
        last += 1
    return last


def _leads_away(passage: Passage) -> bool:
    """Whether a paragraph of the author's leads into what somebody else says: "he" or "she", and nobody is "I"."""
    if not passage.text.rstrip().endswith(":") or _FIRST_PERSON.search(passage.text):
        return False
    return _THIRD_PERSON.search(passage.text) is not None


def questions(parts: list[Passage]) -> dict[int, Turn]:
    """The answers of an interview whose questions bear no label, by their first passage.

    Three questions or more, each a short paragraph that ends with a question mark or begins with "Q:", with answers
    between them, after an introduction that speaks of an interview. The label is the interviewee's name there. A line
    that turns to the next questions ("Now for a little fun.") is the interviewer's.
    """
    asked = [p.index for p in parts if _question(p)]
    if len(asked) < _QUESTIONS or sum(_YOU.search(parts[i].text) is not None for i in asked) * 2 < len(asked):
        return {}
    if sum(b - a > 1 for a, b in pairwise(asked)) + 1 < len(asked) * _ANSWERED:
        return {}
    name = _interviewee(parts[: asked[0]][:_INTRODUCTION])
    if name is None:
        return {}
    found: dict[int, Turn] = {}
    for number, index in enumerate(asked):
        until = asked[number + 1] if number + 1 < len(asked) else index + 2
        if index + 1 < until and parts[index + 1].kind is BlockKind.PARAGRAPH:
            last = _until(parts, index + 1, until)
            if index + 1 < last == until - 1 and number + 1 < len(asked) and _turns_to(parts[last]):
                last -= 1
            answer = parts[index + 1]
            label = _ANSWER.match(answer.text)
            words_at = answer.span.start + (label.end() if label else 0)
            found[index + 1] = Turn(index + 1, last, name, words_at, until)
    return found


def _question(passage: Passage) -> bool:
    body = passage.text
    return (
        passage.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        and passage.index > 0
        and (body.endswith("?") or _ASKED.match(body) is not None)
        and len(body.split()) <= _LONG_QUESTION
        and not body.startswith(("“", '"', "@"))
    )


def _turns_to(passage: Passage) -> bool:
    """Whether a short paragraph turns to what will be asked next."""
    return len(passage.text.split()) <= _TURNING_WORDS and _TURNING.match(passage.text) is not None


def _interviewee(intro: list[Passage]) -> Span | None:
    """The name that the introduction of an interview gives most often, where it first stands in full."""
    if not any(_INTERVIEW.search(p.text) for p in intro):
        return None
    counts: dict[str, int] = {}
    first: dict[str, Span] = {}
    for passage in intro[1:] or intro:
        for match in FULL_NAME.finditer(passage.text):
            name, start = match[0], passage.span.start
            if name.startswith("The "):
                continue
            if name not in first:
                first[name] = Span(start + match.start(), start + match.end())
                counts[name] = sum(p.text.count(name.rsplit(" ", 1)[-1]) for p in intro)
            near = passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            counts[name] += 5 if _INTERVIEW.search(near) else 0
    return first[max(counts, key=lambda n: (counts[n], -first[n].start))] if counts else None


def _label(passage: Passage) -> re.Match[str] | None:
    return None if HANDLE.match(passage.text) else _LABEL.match(passage.text)


def _name(match: re.Match[str]) -> str:
    """The label in lower case, or its short form in brackets where it gives one."""
    label = match["label"]
    short = _SHORT.search(label)
    return (short[1] if short else label).lower()


def _told(passage: Passage) -> _Tally:
    """What one turn comes to; it asks with a question mark, or with a sentence that it does not end."""
    asks = "?" in passage.text or passage.text.rstrip().endswith(("...", "…"))
    return _Tally(1, len(_LETTERS.findall(passage.text)), int(asks))
