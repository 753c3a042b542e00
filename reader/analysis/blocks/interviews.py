"""Find the questions and answers of interviews without speaker labels, and of street polls."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.analysis.blocks.passages import FURNITURE, PROSE, Passage, captioned, goes_on_set_apart
from reader.analysis.blocks.pull_quotes import is_pull_quote
from reader.analysis.words.grammar import words
from reader.model import BlockKind, Span

CAPITALISED = r"(?:[A-ZÀ-ÖØ-Þ]|(?:al|el|d|l)[-’'](?=[A-ZÀ-ÖØ-Þ]))[\w.’'-]*"
"""A word that begins with a capital, or with an article and a capital ("al-Karimi"), as a pattern."""
_PARTICLES = "|".join(sorted(words("name_particles"), key=len, reverse=True))
FULL_NAME = re.compile(rf"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:(?:{_PARTICLES}) ){{0,2}}{CAPITALISED}(?<![.’'-])){{1,3}}")
_ANSWER = re.compile(r"(?:(?:A|Answer)\s?[:.]|[–—-])\s+(?=\S)")
_ASKED = re.compile(r"Q(?:uestion)?\s?[:.]\s+(?=\S)")
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|spoke (?:to|with)|talk(?:ed|s)? (?:to|with|about)|conversation|chat(?:ted)?"
    r"|caught up with|told us|answers?|answered|Q\s?&\s?A|asked|[Ww]e met|met (?:him|her|them))\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:\b(?:at|by|for|from|in|near|of|[Tt]he)|[“\"‘]) ?\Z")
# A description that shows that a name is a person's.
_DESCRIPTION = r"(?:an?|the|one|our|[A-Z][\w ]{1,20}[’']s) [a-z\d]"
_IS_DESCRIBED = rf" (?:is|was) {_DESCRIPTION}"
_APPOSED = re.compile(rf",? (?:\([^)\n]{{1,20}}\))?,? ?(?:{_DESCRIPTION}|who )|{_IS_DESCRIBED}")
NOTE = re.compile(
    r"\[?(?:(?:Author|Editor|Translator)[’']?s?[’']? )?(?i:note|correction|update)s?(?:[,(]? [\w ,()]{1,30})?:"
    r"|\[[^\]]+\]\Z"
)
"""A note of the author's on a line of its own ("Update (May 2): …")."""

_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|me|my|we|us|our)\b|\b(?:My|We|Our)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|our|us|me|my|you|your)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\b(?:he|she|his|her)\b|@\w", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!…][”\"’)]?(?:\*\*)?\Z")
_QUESTIONS = 2
_FOURTH = 4
_SEVERAL = 3
_LONG = 200  # maximum characters of a question
_ANSWERED = 0.8  # minimum share of the questions that are followed by an answer
_LONG_QUESTION = 80  # words
_INTRODUCTION = 12  # passages
_LONG_INTRODUCTION = 3000  # characters of one of them
_NAMES = 60  # names in an introduction
_NEAR = 100  # characters around a name
_WORD = 8  # characters before a name that are searched for a preposition
_EVIDENCE = 5  # how many mentions a reference to an interview near a name counts for


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: the passages `first` to `last`, the span of its label, and where its words begin.

    The passages after it, up to `until`, where the next turn begins, are the author's, and so are the `asides`.
    """

    first: int
    last: int
    label: Span
    words: int
    until: int
    asides: tuple[int, ...] = ()


class Introduction:
    """The introduction of an exchange: its passages and the people named in them."""

    def __init__(self, parts: list[Passage]) -> None:
        """Count the names in the passages before the first turn or question."""
        begin = [part for part in parts[:_INTRODUCTION] if part.kind is not BlockKind.HEADING or _is_headline(part)]
        texts = [part.text[:_LONG_INTRODUCTION] for part in begin]
        whole = "\n".join(texts)
        self.of_interview = _INTERVIEW.search(whole) is not None
        self._first: dict[str, Span] = {}
        self._points: dict[str, int] = {}
        self._described: set[str] = set()
        for part, text in zip(begin, texts, strict=True):
            for match in FULL_NAME.finditer(text):
                if len(self._first) < _NAMES and not _is_no_person(text, match):
                    self._count(match, text, whole, part.span.start)

    def _count(self, match: re.Match[str], text: str, whole: str, start: int) -> None:
        name = match[0]
        last = name.rsplit(" ", 1)[-1]
        if name not in self._first:
            self._first[name] = Span(*match.span()).shifted(start)
            self._points[name] = whole.count(last)
            if re.search(f"(?i:{re.escape(last)}){_IS_DESCRIBED}", whole):
                self._described.add(name)
        if _APPOSED.match(text, match.end()):
            self._described.add(name)
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        leads = not match.start() or text[match.start() - 1] == "\n"
        self._points[name] += _EVIDENCE * (leads + (_INTERVIEW.search(near) is not None))

    def interviewee(self) -> Span | None:
        """Return the name of the person asked: the person with a role, or the one named most, by full name."""
        first, points = self._first, self._points
        return first[max(points, key=lambda n: (n in self._described, points[n], -first[n].start))] if points else None

    def named(self, label: str) -> Span | None:
        """Return the full name of the person in a label: by name, part of a name or initials."""
        wanted = label.casefold()
        for name, span in self._first.items():
            known = name.casefold()
            if self._described and name not in self._described:
                continue
            if wanted == known or known.startswith(f"{wanted} ") or known.endswith(f" {wanted}"):
                return span
            if label.isupper() and label in _initials(name):
                return span
        return None


def _is_headline(part: Passage) -> bool:
    """Whether a passage is the headline of an interview ("Ada Roe: an interview with the poet")."""
    return not part.index and _INTERVIEW.search(part.text) is not None


def _is_no_person(text: str, match: re.Match[str]) -> bool:
    """Whether a name is a place's or a body's, after a preposition or with an article, or "An Interview"."""
    placed = _PLACED.search(text, max(0, match.start() - _WORD), match.start()) is not None
    return placed or match[0].startswith("The ") or "’s " in f"{match[0]} " or _INTERVIEW.search(match[0]) is not None


def _initials(name: str) -> set[str]:
    """The possible initials for a name: of its first word and its last or second, and of all words."""
    parts = name.split()
    capital = [letter for part in parts if (letter := next(filter(str.isupper, part), ""))]
    return {capital[0] + capital[-1], "".join(capital[:2]), "".join(capital), "".join(p[0].upper() for p in parts)}


def _is_aside(passage: Passage) -> bool:
    """Whether a paragraph within an exchange is a note or a caption, which no speaker says."""
    text = passage.text
    return bool(NOTE.match(text) or FURNITURE.match(text)) or captioned(passage.kind, text)


def turn_of(parts: list[Passage], first: int, until: int, label: Span, words_at: int) -> Turn:
    """Return the turn that begins at passage `first` and ends before `until`; its words begin at offset `words_at`."""
    last = _last_of_turn(parts, first, until)
    asides = tuple(at for at in range(first + 1, last + 1) if _is_aside(parts[at]) or is_pull_quote(parts, at))
    while last in asides:
        last -= 1
    return Turn(first, last, label, words_at, until, tuple(at for at in asides if at < last))


def final_until(parts: list[Passage], first: int) -> int:
    """Return where the last turn, which begins at passage `first`, ends: before the first passage without "I"."""
    until = first + 1
    while until < len(parts) and (_is_in_first_person(parts[until]) or is_pull_quote(parts, until)):
        until += 1
    return until


def _is_in_first_person(passage: Passage) -> bool:
    return not passage.text.endswith(":") and _I.search(passage.unmarked()) is not None


def _last_of_turn(parts: list[Passage], index: int, until: int) -> int:
    """The last passage before `until` that continues the turn that begins at `index`."""
    last = index
    while last + 1 < min(until, len(parts)):
        goes_on = parts[last + 1].kind is BlockKind.PARAGRAPH or goes_on_set_apart(parts[last], parts[last + 1])
        if not goes_on and not is_pull_quote(parts, last + 1):
            break
        if last + 2 < len(parts) and parts[last + 2].kind is BlockKind.QUOTE and parts[last + 1].text.endswith(":"):
            break  # the author introduces a text of the speaker's
        if _introduces_another(parts[last + 1]):
            break
        last += 1
    return last


def _introduces_another(passage: Passage) -> bool:
    """Whether an author's paragraph introduces another's words: it has "he" or "she", and no "I"."""
    if not passage.text.rstrip().endswith(":") or _FIRST_PERSON.search(passage.text):
        return False
    return _THIRD_PERSON.search(passage.text) is not None


def questions(parts: list[Passage]) -> dict[int, Turn]:
    """Return the answers of an interview whose questions have no label, by their first passage.

    A question is a short paragraph that ends with a question mark or begins with "Q:", or one in bold.
    """
    asked = _bold_questions(parts) or [passage.index for passage in parts if is_question(passage)]
    return answers_to(parts, asked)


def answers_to(parts: list[Passage], asked: list[int]) -> dict[int, Turn]:
    """Return the answers to the questions in the passages `asked`, by their first passage.

    There must be at least two questions, with answers between them, after an introduction that names the person who is
    asked. The label is the interviewee's name there.
    """
    if len(asked) < _QUESTIONS or sum(b - a > 1 for a, b in pairwise(asked)) + 1 < len(asked) * _ANSWERED:
        return {}
    introduction = Introduction(parts[: asked[0]])
    name = introduction.interviewee()
    if name is None or not _is_interview(parts, asked, of_interview=introduction.of_interview):
        return {}
    found: dict[int, Turn] = {}
    for number, index in enumerate(asked):
        final = number + 1 == len(asked)
        until = final_until(parts, index + 1) if final else asked[number + 1]
        if index + 1 >= min(until, len(parts)) or parts[index + 1].kind not in PROSE:
            continue
        answer = parts[index + 1]
        label = _ANSWER.match(answer.text)
        words_at = answer.span.start + (label.end() if label else 0)
        found[index + 1] = turn_of(parts, index + 1, until, name, words_at)
    return found


def _bold_questions(parts: list[Passage]) -> list[int]:
    """The paragraphs in bold where they are an interviewer’s: three or more, half of them questions or with "you".

    A bold paragraph at the start of the text, before a person is named, is not one of them.
    """
    asked = [p.index for p in parts if p.bold and p.kind is BlockKind.PARAGRAPH and _SENTENCE.search(p.text)]
    if asked and Introduction(parts[: asked[0]]).interviewee() is None:
        del asked[0]
    to_one = sum(_YOU.search(parts[at].text) is not None or "?" in parts[at].text for at in asked)
    return asked if len(asked) >= _SEVERAL and to_one * 2 >= len(asked) else []


def _is_interview(parts: list[Passage], asked: list[int], *, of_interview: bool) -> bool:
    """Whether questions are those of an interview: several with "you", or few with answers that have "I".

    With a mention of an interview, answers with "I" and questions with "you" must together be a fourth of the answers;
    without one, half of the answers must have "I". Where there are few questions, no answer may introduce others'
    words.
    """
    to_one = sum(_YOU.search(parts[i].text) is not None for i in asked)
    if of_interview and len(asked) >= _SEVERAL and to_one * 2 >= len(asked):
        return True
    answers = [part for part in parts[asked[0] + 1 : asked[-1] + 2] if part.index not in asked]
    if any(part.text.endswith(":") for part in answers) or any(len(parts[i].text) > _LONG for i in asked):
        return False
    by_one = sum(_I.search(part.text) is not None for part in answers)
    if of_interview:
        return (to_one + by_one) * _FOURTH >= len(answers)
    return bool(to_one) and by_one * 2 >= len(answers)


def is_question(passage: Passage) -> bool:
    """Return whether a paragraph can be an interviewer's question: short, asking, and not in quotation marks."""
    body = passage.text
    return (
        passage.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        and passage.index > 0
        and (body.endswith("?") or _ASKED.match(body) is not None)
        and len(body.split()) <= _LONG_QUESTION
        and not body.startswith(("“", '"', "@"))
    )
