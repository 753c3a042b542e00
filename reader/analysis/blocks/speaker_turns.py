"""Find the turns of interviews and transcripts: paragraphs that begin with their speaker's label."""

import re
from typing import NamedTuple

from reader.analysis.blocks.interviews import (
    CAPITALISED,
    NOTE,
    Introduction,
    Turn,
    answers_to,
    final_until,
    is_question,
    turn_of,
)
from reader.analysis.blocks.passages import HANDLE, PROSE, Passage, are_sentences
from reader.analysis.blocks.signatures import posted_by
from reader.analysis.words.grammar import TITLES, WH, words
from reader.model import BlockKind, Span

_PARTICLES = "|".join(sorted(words("particles") | {"for", "from"}, key=len, reverse=True))
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"  # with the time before a line of a chat
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?"
_WORD = rf"(?:{CAPITALISED}|[“\"]{CAPITALISED}[”\"]|\d+\b)"  # of a name, a nickname in marks included
_LABEL = re.compile(
    rf"(?:(?P<stamp>[\[(]?(?:{_DAY},? )?{_TIME}(?:,? {_DAY})?[\])]?)\s(?:[–-]\s)?|↳\s*)?"
    rf"(?P<label>[QA](?=\s?[:.])|[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:(?:{_PARTICLES}) ){{0,2}}{_WORD}){{0,5}}"
    r"(?: \([A-Z][A-Z\d.]{0,5}\))?)(?P<role> \([^()\n]{1,80}\))?"  # "Delta Courier (DC):", "ADA ROE (miller):"
    r"(?: \[[^\[\]\n]{1,30}\])?(?:,(?: [A-Z]{2,}){1,3})?"  # "ADA ROE, HOST:"
    r"\s?(?::|(?<=\b[QA])\.)\s+(?=\S)"
)
ASKING = words("asking_labels") | {"global voices"}
"""Labels of the author as interviewer, who is no voice."""
_ANSWERING = frozenset({"a", "answer"})
_SHORT = re.compile(r"\(([A-Z][A-Z\d.]{0,5})\)\Z")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = PROSE | {BlockKind.QUOTE}  # pages set answers as block quotations
_FEWEST = 2  # minimum speakers of an exchange, and minimum turns of one
_MANY = 4  # minimum labels of an exchange of several people, short forms included
_INITIALS = 4
_WORDS = 4  # minimum words of a turn on average; a table has fewer


class _Tally(NamedTuple):
    """The totals of one label: the turns, their words, and how many of them ask something."""

    turns: int
    words: int
    questions: int

    def plus(self, other: "_Tally") -> "_Tally":
        """Add two tallies."""
        return _Tally(self.turns + other.turns, self.words + other.words, self.questions + other.questions)


def turns(parts: list[Passage]) -> dict[int, Turn]:
    """Return the answers of an interview or the lines of a transcript, by their first passage.

    Labels count when two of them alternate and one comes back, or where one comes back after questions without labels.
    Linear in the number of passages.
    """
    labelled = [(p.index, m) for p in parts if p.kind in _SPOKEN and (m := _label(p))]
    if not labelled or sum(posted_by(p) is not None for p in parts) >= _FEWEST:  # posts with their signatures
        return {}
    tallies: dict[str, _Tally] = {}
    for index, match in labelled:
        tallies[_name(match)] = _tally_of(parts[index]).plus(tallies.get(_name(match), _Tally(0, 0, 0)))
    _merge_short_forms(tallies)
    if not _exchanged(parts, labelled, tallies):
        asked = len(tallies) == 1 and any(tally.questions for tally in tallies.values())
        return answers_to(parts, [index for index, _ in labelled]) if asked else {}
    introduction = Introduction(parts[: labelled[0][0]])
    meant = {_name(m): introduction.named(m["label"].partition(" (")[0]) for _, m in labelled}
    asking = _interviewer_labels(tallies, meant, introduction)
    several = len(tallies.keys() - asking) >= _MANY  # as in an oral history, in which the author's paragraphs stand too
    places = {index for index, _ in labelled}
    found: dict[int, Turn] = {}
    for number, (index, match) in enumerate(labelled):
        name = _name(match)
        among = {index - 1, index + 1} <= places
        once = tallies[name].turns < _FEWEST and meant[name] is None
        if name in asking or (once and not (among or match["stamp"] or match["role"] or _is_titled(match))):
            continue
        until = labelled[number + 1][0] if number + 1 < len(labelled) else len(parts)
        if several or until == len(parts):
            until = min(until, final_until(parts, index))
        if not asking and until - 1 > index and is_question(parts[until - 1]):
            until -= 1
        label = Span(match.start("label"), match.end("label")).shifted(parts[index].span.start)
        if name in _ANSWERING:
            label = introduction.interviewee() or label
        elif match["label"].isupper() and len(name) <= _INITIALS:
            label = meant[name] or label
        found[index] = turn_of(parts, index, until, label, parts[index].span.start + match.end())
    return found


def _exchanged(parts: list[Passage], labelled: list[tuple[int, re.Match[str]]], tallies: dict[str, _Tally]) -> bool:
    """Whether labels are those of an exchange, not of a table or of headings and captions, which end in no stop."""
    if not are_sentences(parts[index] for index, _ in labelled):
        return False
    if len(tallies) >= _FEWEST and all(label["stamp"] or _is_titled(label) for _, label in labelled):
        return True  # "[10:05] Ada: No fog.", "Mr Roe: Will she give way?"
    repeated = [tally for tally in tallies.values() if tally.turns >= _FEWEST]
    if not repeated or any(tally.words < _WORDS * tally.turns and not tally.questions for tally in repeated):
        return False
    if all(index and is_question(parts[index - 1]) for index, _ in labelled):
        return True
    return len(tallies) >= _FEWEST and (len(repeated) >= _FEWEST or len(labelled) >= _FEWEST * 2)


def _interviewer_labels(
    tallies: dict[str, _Tally], meant: dict[str, Span | None], introduction: Introduction
) -> set[str]:
    """The labels of the interviewer, who is no voice.

    That is the first label, where it is the only one that matches no person of the introduction; else each label whose
    turns mostly end in a question.
    """
    asking = {name for name, tally in tallies.items() if name in ASKING or tally.questions * 2 > tally.turns}
    if asking.issuperset(name for name, tally in tallies.items() if tally.turns >= _FEWEST):
        asking &= ASKING  # all of them ask: a dialogue
    first = next(iter(meant))
    strange = {name for name, span in meant.items() if span is None and name not in _ANSWERING}
    if strange != {first} or len(meant) == 1 or not (introduction.of_interview or tallies[first].questions):
        return asking
    return strange | (asking & ASKING)


def _merge_short_forms(tallies: dict[str, _Tally]) -> None:
    """Count a label in full together with its short form: "Ada Roe" with "Roe", "Delta Courier" with "DC"."""
    for name in [name for name in tallies if " " in name]:
        words = name.split()
        for short in (words[-1], "".join(word[0] for word in words)):
            if short in tallies:
                tallies[name] = tallies[short] = tallies[short].plus(tallies[name])
                break


def _label(passage: Passage) -> re.Match[str] | None:
    """The label that begins a passage; None without one, and for the question of a heading ("What Happened: …")."""
    label = None if HANDLE.match(passage.text) or NOTE.match(passage.text) else _LABEL.match(passage.text)
    return None if label is None or label["label"].partition(" ")[0].lower() in WH else label


def _is_titled(match: re.Match[str]) -> bool:
    """Whether a label begins with a form of address ("Mr Roe")."""
    return match["label"].partition(" ")[0].rstrip(".") in TITLES


def _name(match: re.Match[str]) -> str:
    """The label in lower case, or its short form in brackets where it has one."""
    label = match["label"]
    short = _SHORT.search(label)
    return (short[1] if short else label).lower()


def _tally_of(passage: Passage) -> _Tally:
    """The totals of one turn; it asks if it has a question mark, or ends in an unfinished sentence."""
    asks = "?" in passage.text or passage.text.rstrip().endswith(("...", "…"))
    return _Tally(1, len(_LETTERS.findall(passage.text)), int(asks))
