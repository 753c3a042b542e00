"""Find the words that can relate a claim to an earlier one: connectives and verbs of answering."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import accumulate, product

from reader.analysis.argument.claims import ClaimDraft
from reader.analysis.argument.wordlists import WORD, rows, words
from reader.analysis.words.grammar import without_genitive
from reader.model import Quotation, QuotationKind, RelationKind, Span

_PUNCTUATION = re.compile(r"[,;:.!?“”\"()\n]")
_CLAUSE = re.compile(rf"{_PUNCTUATION.pattern}|\b(?:that|whether)\b")
# "Correct but beside the point".
_LIMITED = re.compile(r",?\s(?:but|though|although|in theory|on paper|only|up to a point)\b")
_NEGATION = frozenset({"didn’t", "didn't", "doesn’t", "doesn't", "don’t", "don't", "never", "not"})
_POINTING = re.compile(
    r"[A-Z][a-z]+ing(?: (?:to|on|out))? (?:this|that|these|those|another|other|similar|further|such|the same)"
    r"(?: [a-z]+){0,2}(?=,)"
)
# "As Dana Okoro put it, ...": the maximum length from "As" to the verb, in characters.
_AS_REACH = 60
# A name is that of the answered voice when it is within this many characters after the cue.
_NAME_REACH = 60
_OPENING = 64
# The person at fault is named within this many words before the fault.
_FAULT_REACH = 5


class CueForm(Enum):
    """The grammatical form of a cue, which decides how it is checked."""

    STANCE = auto()
    PHRASE = auto()
    VERDICT = auto()
    FAULT = auto()
    ADDITION = auto()
    OPENER = auto()


@dataclass(frozen=True, slots=True)
class RelationCue:
    """The words at `span` that can show a relation of `kind`; `cue_licences.py` decides whether they do.

    `opens` is true for a connective that opens a sentence, false for a stance in a lead-in or a reporting clause;
    `answers` is the voice (id) that the text names as answered, None where it names none. `way` is "reply" for a verb
    that answers what was said right before, "pointing" for one that only does so if its object refers to it.
    """

    span: Span
    kind: RelationKind
    form: CueForm
    opens: bool = False
    answers: int | None = None
    way: str = ""


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """An entry of a word list: its words, the kind of answer, its form, and the way it answers."""

    words: tuple[str, ...]
    kind: RelationKind
    form: CueForm
    way: str


class CuePhrases:
    """The phrases of a word list, to be found among words in lower case."""

    __slots__ = ("_by_words", "_lengths")

    def __init__(self, phrases: Iterable[CuePhrase]) -> None:
        self._by_words: dict[tuple[str, ...], CuePhrase] = {}
        lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            self._by_words.setdefault(phrase.words, phrase)
            lengths.setdefault(phrase.words[0], set()).add(len(phrase.words))
        self._lengths = {first: sorted(group, reverse=True) for first, group in lengths.items()}

    def __iter__(self) -> Iterator[CuePhrase]:
        return iter(self._by_words.values())

    def begin_in(self, said: Iterable[str]) -> bool:
        """Return whether a phrase begins with one of some words."""
        return not self._lengths.keys().isdisjoint(said)

    def at(self, said: Sequence[str], index: int) -> CuePhrase | None:
        """Return the longest phrase at an index among words, None without one."""
        for length in self._lengths.get(said[index], ()):
            phrase = self._by_words.get(tuple(said[index : index + length]))
            if phrase is not None:
                return phrase
        return None

    def among(self, said: Sequence[str]) -> list[tuple[int, CuePhrase]]:
        """Return the phrases among words with their positions; of those with the same first word the longest."""
        if not self.begin_in(said):
            return []  # the most common case
        found = ((index, self.at(said, index)) for index, word in enumerate(said) if word in self._lengths)
        return [(index, phrase) for index, phrase in found if phrase is not None]


@cache
def _phrases(name: str) -> CuePhrases:
    """The phrases of a list; a stance that is a verb is listed in its forms."""
    return CuePhrases(
        CuePhrase(said, RelationKind(kind), _form(phrase), "".join(way))
        for phrase, kind, *way in rows(name)
        for said in product(*(word.split("/") for word in phrase.split()))
    )


@cache
def _joining() -> frozenset[str]:
    """The last words of the stances that may also join two claims of one holder: "however", "for example"."""
    return frozenset(phrase.words[-1] for phrase in _phrases("stances") if phrase.form is CueForm.OPENER)


def _form(phrase: str) -> CueForm:
    """The form of an entry of a list."""
    return CueForm.STANCE if "/" in phrase else CueForm.OPENER if phrase in words("openers") else CueForm.PHRASE


class Cues:
    """Find the cues of one article, given its quotations and the voice of each name."""

    __slots__ = ("_ends", "_names", "_starts", "_text")

    def __init__(self, text: str, quotations: Sequence[Quotation], names: Mapping[str, int]) -> None:
        self._text = text
        self._names = names
        quoted = sorted(span for q in quotations if q.kind is not QuotationKind.BLOCK for span in q.spans)
        self._starts = [span.start for span in quoted]
        self._ends = list(accumulate((span.end for span in quoted), max))

    def of(self, draft: ClaimDraft, *, alone: bool = False) -> Iterator[RelationCue]:
        """Yield the words that can show the relation of `draft`, the strongest first.

        In this order: a stance in the lead-in or the reporting clause ("concurred"), a verdict on another's words ("is
        false"), a fault with a name ("Okoro misread it"), a verb of continuing ("added"), a connective that opens the
        lead-in or the claim ("But"). Where the draft is `alone`, only its holder speaks before it, and what can only
        answer another may be left out.
        """
        quotation = draft.quotation
        reported = quotation is not None and quotation.kind is not QuotationKind.BLOCK
        if draft.frame is not None:
            yield from self._stances(draft.frame, self._words(draft.frame), draft.voice, "stances")
        if not draft.own:
            told = draft.span
            if quotation is not None and not reported and not draft.leads:  # the words before a block
                told = Span(told.start, max(told.start, quotation.span.start))
            if not alone:
                said = self._words(told)
                for name in ("stances", "verdicts"):
                    yield from self._stances(told, said, draft.voice, name)
                yield from self._faults(draft, said)
            elif any(map(told.of(self._text).lower().__contains__, _joining())):
                yield from self._stances(told, self._words(told), draft.voice, "stances")
        yield from self._continuation(draft, quotation if reported else None)
        yield from self._opening_cues(draft)

    def _words(self, span: Span) -> list[str]:
        """The words of a span in lower case."""
        return [word.lower() for word in WORD.findall(self._text, span.start, span.end)]

    def _stances(self, span: Span, lower: list[str], speaker: int | None, name: str) -> Iterator[RelationCue]:
        """The entries of a list in `span`: not negated, and outside quotation marks unless they are verdicts."""
        found = _phrases(name).among(lower)
        verdict = name == "verdicts"
        tokens = list(WORD.finditer(self._text, span.start, span.end)) if found else []
        for index, phrase in found:
            before = lower[index - 1] if index else ""
            strengthened = verdict and before.endswith("ly")
            last = index + len(phrase.words) - 1 - (phrase.words[-1] == "that")
            start, end = tokens[index - strengthened].start(), tokens[last].end()
            if before in _NEGATION or (not verdict and self._quoted(start)):
                continue
            if phrase.way == "aside" and not self._text.startswith(",", end):
                continue  # "Okoro, too, said"
            form = CueForm.VERDICT if verdict else phrase.form
            kind = RelationKind.QUALIFIES if verdict and _LIMITED.match(self._text, end) else phrase.kind
            yield RelationCue(Span(start, end), kind, form, answers=self._named_after(end, speaker), way=phrase.way)

    def _faults(self, draft: ClaimDraft, said: list[str]) -> Iterator[RelationCue]:
        """“Okoro misread it”: the faults of another voice, named right before them, of which the holder speaks."""
        phrases = _phrases("faults")
        if not phrases.begin_in(said):
            return
        told = WORD.findall(self._text, draft.span.start, draft.span.end)
        lower = [word.lower() for word in told if not word.endswith("ly")]  # "is simply wrong"
        found = phrases.among(lower)
        matches = WORD.finditer(self._text, draft.span.start, draft.span.end) if found else ()
        tokens = [match for match in matches if not match[0].endswith("ly")]
        for index, phrase in found:
            if lower[index - 1] in _NEGATION:
                continue
            span = Span(tokens[index].start(), tokens[index + len(phrase.words) - 1].end())
            for before in reversed(tokens[max(0, index - _FAULT_REACH) : index]):
                if _PUNCTUATION.search(self._text, before.end(), span.start):
                    break
                voice = self._voice_named_by(before[0])
                if voice is not None and voice != draft.voice:
                    yield RelationCue(span, phrase.kind, CueForm.FAULT, answers=voice)

    def _continuation(self, draft: ClaimDraft, quotation: Quotation | None) -> Iterator[RelationCue]:
        """“He added”, or “As Dana Okoro put it”: the cue of the claim's own quotation."""
        if quotation is None or quotation.cue is None:
            return
        text, cue, start = self._text, quotation.cue, draft.span.start
        if cue.of(text).lower() in words("additions"):
            yield RelationCue(cue, RelationKind.SUPPORTS, CueForm.ADDITION)
        if text.startswith("As ", start) and start < cue.start <= start + _AS_REACH:
            yield RelationCue(Span(start, cue.end), RelationKind.SUPPORTS, CueForm.OPENER, opens=True)

    def _opening_cues(self, draft: ClaimDraft) -> Iterator[RelationCue]:
        """A connective, or a participle with a word that refers back ("Echoing this view,"), at the very start."""
        for span in draft.told:
            openers, end = _phrases("openers"), min(span.end, span.start + _OPENING)
            first = WORD.search(self._text, span.start, end)
            opens = first is not None and openers.begin_in([first[0].lower()])
            tokens = list(WORD.finditer(self._text, span.start, end)) if opens else []
            phrase = openers.at([match[0].lower() for match in tokens], 0) if tokens else None
            if phrase is not None:
                cue = Span(tokens[0].start(), tokens[len(phrase.words) - 1].end())
                yield RelationCue(cue, phrase.kind, CueForm.OPENER, opens=True)
            pointing = _POINTING.match(self._text, span.start, span.end)
            if pointing is not None:
                yield RelationCue(Span(*pointing.span()), RelationKind.SUPPORTS, CueForm.OPENER, opens=True)

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def _named_after(self, after: int, speaker: int | None) -> int | None:
        """The voice, other than the speaker, that is named after a cue before the next punctuation mark."""
        stop = _CLAUSE.search(self._text, after, after + _NAME_REACH)
        for match in WORD.finditer(self._text, after, stop.start() if stop else after + _NAME_REACH):
            voice = self._voice_named_by(match[0])
            if voice is not None and voice != speaker:
                return voice
        return None

    def _voice_named_by(self, word: str) -> int | None:
        """The voice that a word names, also in the genitive."""
        return self._names.get(without_genitive(word))
