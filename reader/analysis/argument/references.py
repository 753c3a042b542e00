"""Find the earlier claim to which the words of an article refer."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reader.analysis.argument.claims import ClaimDraft
from reader.analysis.argument.relation_cues import RelationCue
from reader.analysis.argument.similarity import counts, stem
from reader.analysis.argument.wordlists import WORD, words
from reader.analysis.words.grammar import without_genitive
from reader.model import Span, Voice

# The end of a sentence, with the space after it. A colon ends none: what follows it is what was announced.
_STOP = re.compile(r"[.!?][”\"’)\]]*\s+(?=[^\sa-z])|\n+")
# “Accusations of brutality” are only those of brutality.
_OF_WHAT = re.compile(
    r"\b(?:accusation|allegation|charge|claim|report|rumour|suggestion)s?\s(?:about|of|that)\s"
    r"([^,.;:!?—–“”\"]+?)(?=\s(?:and|but)\s|[,.;:!?—–“”\"]|\Z)"
)
# The object of a verb is within this many words after it.
_OBJECT_REACH = 4
_EXPLETIVE = re.compile(r"\s+(?:that|to)\b")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")
# The person that a verdict is about, and the person that a speaker disagrees with.
_CLAIMS = re.compile(
    r"((?:\b[^\W\d_a-z][\w’'-]*\s+(?:(?:and|of|the)\s+)*)+(?:[a-z]+\s+)?(?:[a-z]+[’']s?\s+)?)"
    r"(?:accusations?|allegations?|arguments?|charges?|claims?|reports?|statements?|story|words)\b"
)
_TO_WHAT = r"(?:(?:about|at|by|for|of|on|to|towards?|with)\s+)?"
_THAT_ALONE = re.compile(rf"\s+{_TO_WHAT}that[”\"’]?\s*(?:[,.:;!?—–]|\Z)")
_THESE = frozenset({"such", "these", "this", "those"})  # not “that”, which opens clauses
_LONGEST_SENTENCE = 600  # characters before and after a place in it
_ANSWER_REACH = 300  # characters within which an answer follows
_ANSWER_PARAGRAPHS = 2  # paragraph breaks within which an answer follows
_ASKED = re.compile(r"\?|\b(?:ask|question)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class References:
    """Resolve what words refer to, given the claims of an article with their stems, its voices and their names."""

    text: str
    drafts: Sequence[ClaimDraft]
    stems: Sequence[Counter[str]]
    voices: Sequence[Voice]
    names: Mapping[str, int]

    def one_holder(self, one: int, other: int) -> bool:
        """Return whether two claims (indexes) have the same holder."""
        return self.drafts[one].shares_holder(self.drafts[other])

    def others(self, index: int, earlier: Sequence[int]) -> Iterator[int]:
        """Yield those of the `earlier` claims that have another holder than the one at `index`, nearest first."""
        return (at for at in reversed(earlier) if not self.one_holder(at, index))

    def called(self, index: int) -> set[str]:
        """Return the stems of the name of a claim's holder."""
        voice = self.drafts[index].voice
        return set() if voice is None else {stem(word) for word in _CAPITALISED.findall(self.voices[voice - 1].name)}

    def owners(self, span: Span) -> set[str]:
        """Return the stems of the capitalised words right before a word like “claims”: their owner."""
        found: set[str] = set()
        for match in _CLAIMS.finditer(self.text, span.start, span.end):
            found.update(stem(word) for word in _CAPITALISED.findall(match[1]))
        return found - {""}

    def before(self, cue: RelationCue) -> Span:
        """Return the part of the cue's sentence before the cue."""
        return Span(self.sentence(cue.span.start).start, cue.span.start)

    def right_before(self, cue: RelationCue, index: int, target: int) -> bool:
        """Return whether the claim at `target` is right before the one at `index`, which `cue` introduces or opens.

        No question is between them, and the holder has said nothing else: “that is a scandal” may refer to that.
        """
        between = self.text[self.drafts[target].span.end : cue.span.start]
        near = target == index - 1 and len(between) < _ANSWER_REACH and between.count("\n\n") <= _ANSWER_PARAGRAPHS
        first = self.sentence(cue.span.start).start <= self.drafts[index].span.start
        return near and first and _ASKED.search(between) is None

    def judged(self, cue: RelationCue) -> bool:
        """Return whether a verdict is about something said: “called this a mistake”, “said that figures were wrong”."""
        found = re.findall(r"\w+", self.before(cue).of(self.text).lower())
        linked = False
        while found and (found[-1] in words("copulas") or found[-1].endswith("ly")):
            linked |= found.pop() not in {"a", "an", "the"}
        what, *before = reversed(found or [""])
        if not (linked or words("calling").intersection(before[:_OBJECT_REACH])):
            return False
        if what == "it" and self.looks_ahead(cue):
            return False
        known = words("pointing").union("s").intersection(before[:2])  # "the figures", "Okoro's explanation"
        shown = before[:1] and before[0] in _THESE
        return what in words("pointing") or bool(shown or (what in words("referring") and known))

    def looks_ahead(self, cue: RelationCue) -> bool:
        """Return whether a verdict is about what follows it: “it is absurd that”, “a mistake to”."""
        return _EXPLETIVE.match(self.text, cue.span.end) is not None

    def points_back(self, span: Span, *, near: bool) -> bool:
        """Return whether a word of `span` (only the first if `near`) refers to what another said.

        "That" before other words opens a clause.
        """
        found = [match[0].lower() for match in WORD.finditer(self.text, span.start, span.end)]
        found = found[:_OBJECT_REACH] if near else found
        if near and _THAT_ALONE.match(self.text, span.start, span.end):
            return True
        if near and found[:1] == ["that"]:
            found = found[1:2] if found[1:2] != ["it"] else []
        pairs = pairwise(["", *found])
        return any(word in words("referring") and before not in {"a", "an", "no"} for before, word in pairs)

    def speaks_of(self, span: Span, target: int, *, near: bool = False) -> bool:
        """Return whether `span` refers back, names the target's holder or shares a word with it.

        `near` is as in `points_back`. For “accusations of brutality” the target must mention brutality.
        """
        of = next(_OF_WHAT.finditer(self.text, span.start, span.end), None) if near else None
        if of is None and self.points_back(span, near=near):
            return True
        found = [match[0] for match in WORD.finditer(self.text, span.start, span.end)]
        other = self.drafts[target].voice
        if other is not None and any(self.names.get(without_genitive(word)) == other for word in found):
            return True
        told = span if of is None else Span(*of.span(1))
        return bool(counts(self.text, (told,)).keys() & self.stems[target].keys())

    def sentence(self, offset: int) -> Span:
        """Return the sentence around `offset`, bounded by full stops and line ends."""
        return _sentence(self.text, offset)


@lru_cache(maxsize=8)  # the sentence of one cue is asked for again and again
def _sentence(text: str, offset: int) -> Span:
    """The sentence around `offset`, at most _LONGEST_SENTENCE characters to each side."""
    low, high = max(0, offset - _LONGEST_SENTENCE), min(len(text), offset + _LONGEST_SENTENCE)
    start, end = low, high
    for stop in _STOP.finditer(text, low, high):
        if stop.end() <= offset:
            start = stop.end()
        elif stop.start() >= offset:
            end = stop.end()
            break
    return Span(start, end)
