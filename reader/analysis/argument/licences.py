"""Whether words that can tie a claim to an earlier one do so: whose verb it is, said of what, standing where."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reader.analysis.argument.claims import NOTE, Draft
from reader.analysis.argument.cues import Cue, Form
from reader.analysis.argument.names import surnames
from reader.analysis.argument.similarity import counts, stem
from reader.analysis.argument.wordlists import WORD, words
from reader.analysis.words.grammar import without_genitive
from reader.model import Quotation, RelationKind, Span, Voice, VoiceKind

# The end of a sentence, with the space behind it. A colon ends none: what follows it is what was announced.
_STOP = re.compile(r"[.!?][”\"’)\]]*\s+(?=[^\sa-z])|\n+")
_OWNED = re.compile(
    r"(?:\b(?:a|an|the|this|these|those|his|her|its|their|my|our|your|no|some|any|every|each|another|of|across|behind)"
    r"|[’']s?)\s+\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|after|before|when|while|as|because|since|if|where|why|how|although|though"
    r"|until|unless|whether|than)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",[^,]*,\s*|\([^()]*\)\s*|\[[^\[\]]*\]\s*")
_PRONOUN = re.compile(r"(?:\A|[,;:—–”\"]\s*|\b(?:and|but)\s+)(?:he|she|they)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"[”\"’]?(?:\s*(?:[,.:;!?—–]|\Z)|\s+(?:in|on|at|during|strongly|sharply|too|again|online)\b|\s*[“\"])"
)
# “Disagreed with her”, but not “rejected her offer”.
_WHOM = re.compile(
    r"\s+(?:(?:at|with)\s+)?(?:(him)\b|(her)(?=[”\"’)]?\s*(?:[,.:;!?—–]|\Z)|\s+(?:about|and|but|in|on|over|that|when)\b))"
)
_NEAR = 8  # claims, in which the one whom a pronoun stands for is looked for
_OBJECTS = {"he": "him", "she": "her"}
# “The bank denied”: a subject at the start of its sentence that is called by what it is.
_DEFINITE = re.compile(r"(?:But |And )?(?:the|his|her|its|their)\s((?:[\w’'-]+\s){1,3})", re.IGNORECASE)
# “Accusations of brutality” are no others than those of brutality.
_OF_WHAT = re.compile(
    r"\b(?:accusation|allegation|charge|claim|report|rumour|suggestion)s?\s(?:about|of|that)\s"
    r"([^,.;:!?—–“”\"]+?)(?=\s(?:and|but)\s|[,.;:!?—–“”\"]|\Z)"
)
# What a verb is said of stands within this many words behind it.
_OBJECT_REACH = 4
_EXPLETIVE = re.compile(r"\s+(?:that|to)\b")  # "it is absurd that": of what follows, not of what was said
# Connectives that may join any two sentences; the others ("be that as it may") speak of what was said.
_BARE = re.compile(r"(?:and|but|for|however|in|nevertheless|nonetheless|on|yet)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")
# Whose claims a verdict is on, and whose view somebody rejects.
_CLAIMS = re.compile(
    r"((?:\b[^\W\d_a-z][\w’'-]*\s+(?:(?:and|of|the)\s+)*)+(?:[a-z]+\s+)?(?:[a-z]+[’']s?\s+)?)"
    r"(?:accusations?|allegations?|arguments?|charges?|claims?|reports?|statements?|story|words)\b"
)
_OWNER = re.compile(r"\s+(?:[^\W\d_a-z][\w-]*\s+)*([^\W\d_a-z][\w-]*)[’']s?\s")
# Of the connectives that go on, those by which two holders are said to agree.
_LIKENING = re.compile(
    r"likewise|similarly|(?:.* )?(?:same|similar)\b.*"
    r"|(?!(?:follow|regard|concern|consider|reject|dismiss|disput|deny|ignor|despit|exclud)ing)\w+ing .*",
    re.IGNORECASE,
)
_REACH = 40  # claims, in which the one that is answered by name is looked for


@dataclass(frozen=True, slots=True)
class Tie:
    """That `cue` ties a draft to the earlier one at the index `to`."""

    cue: Cue
    to: int


class Licences:
    """The judge of one article's cues: given its drafts with the stems of their words, and its voices."""

    __slots__ = ("_drafts", "_names", "_quotations", "_stems", "_text", "_voices")

    def __init__(
        self,
        text: str,
        drafts: Sequence[Draft],
        stems: Sequence[Counter[str]],
        quotations: Sequence[Quotation],
        voices: Sequence[Voice],
    ) -> None:
        self._text = text
        self._drafts = drafts
        self._stems = stems
        self._quotations = quotations
        self._names: Mapping[str, int] = surnames(voices)
        self._voices = voices

    def tie(self, index: int, cues: Iterable[Cue]) -> Tie | None:
        """The first of `cues` that ties the draft at `index` to an earlier one, and that draft; None where none does.

        A connective stands right between the two, which share a word or a speaker. A verb of answering has this
        claim's speaker as its subject, and the other claim, its speaker or its content as its object. A verdict is
        spoken of what was said.
        """
        for cue in cues:
            found = self._resolved(cue, index)
            target = (
                None
                if found is None
                else next((at for at in self._within(found, index) if self._holds(found, index, at)), None)
            )
            if found is not None and target is not None:
                return Tie(found, target)
        return None

    def _within(self, cue: Cue, index: int) -> Iterable[int]:
        """The drafts that `cue` can tie the one at `index` to, the likeliest first."""
        before = range(max(0, index - _REACH), index)
        if cue.answers is not None:
            return islice((at for at in reversed(before) if self._drafts[at].voice == cue.answers), 1)
        if cue.form in {Form.OPENER, Form.ADDITION}:
            return before[-1:]
        if cue.form is Form.VERDICT and (owners := self._owners(self._before(cue))):
            return islice((at for at in self._others(index, before) if owners & self._called(at)), 1)
        return self._others(index, before[-_NEAR:])

    def _holds(self, cue: Cue, index: int, target: int) -> bool:
        """Whether `cue` ties the draft at `index` to the one at `target`, and not something else to something else."""
        if cue.form is Form.OPENER:
            return self._connects(cue, index, target)
        if cue.form is Form.ADDITION:
            return self._one_holder(index, target)
        if cue.form is Form.VERDICT:
            return self._passes_on(cue, index, target)
        if cue.form is Form.STANCE:
            return self._answers(cue, index, target)
        return True

    def _answers(self, cue: Cue, index: int, target: int) -> bool:
        return not self._one_holder(index, target) and self._answering(cue, index) and self._answered(cue, target)

    def _passes_on(self, cue: Cue, index: int, target: int) -> bool:
        """Whether a verdict is passed on what the claim at `target` says, and not on what follows."""
        if _EXPLETIVE.match(self._text, cue.span.end) or self._one_holder(index, target):
            return False
        return self._speaks_of(self._before(cue), target)

    def _before(self, cue: Cue) -> Span:
        """What stands in the sentence of a cue before it."""
        return Span(self._sentence(cue.span.start).start, cue.span.start)

    def _resolved(self, cue: Cue, index: int) -> Cue | None:
        """`cue` with the voice that a pronoun behind it answers: “agreed with her”.

        None where nobody before said anything for whom the pronoun can stand.
        """
        if cue.form is not Form.STANCE or cue.answers is not None:
            return cue
        whom = _WHOM.match(self._text, cue.span.end)
        if whom is None:
            return cue
        others = self._others(index, range(max(0, index - _NEAR), index))
        found = (self._drafts[at].voice for at in others if self._may_be(whom[1] or whom[2], at))
        answered = next(found, None)
        return None if answered is None else replace(cue, answers=answered)

    def _others(self, index: int, earlier: Sequence[int]) -> Iterator[int]:
        """Those of the `earlier` claims that another holds than the one at `index`, the nearest first."""
        return (at for at in reversed(earlier) if not self._one_holder(at, index))

    def _may_be(self, pronoun: str, index: int) -> bool:
        """Whether the holder of a claim is somebody whom “him” or “her” can stand for."""
        number = self._drafts[index].voice
        voice = None if number is None else self._voices[number - 1]
        if voice is None or voice.kind in {VoiceKind.ORGANISATION, VoiceKind.PUBLICATION}:
            return False
        called = {_OBJECTS.get(mention.of(self._text).lower(), "") for mention in voice.mentions} - {""}
        return not called or pronoun in called

    def _owners(self, span: Span) -> set[str]:
        """The stems of the capitalised words right before a word like “claims”: whose claims they are."""
        found: set[str] = set()
        for match in _CLAIMS.finditer(self._text, span.start, span.end):
            found.update(stem(word) for word in _CAPITALISED.findall(match[1]))
        return found - {""}

    def _called(self, index: int) -> set[str]:
        """The stems of the name of a claim's holder."""
        voice = self._drafts[index].voice
        return set() if voice is None else {stem(word) for word in _CAPITALISED.findall(self._voices[voice - 1].name)}

    def _one_holder(self, one: int, other: int) -> bool:
        return self._drafts[one].shares_holder(self._drafts[other])

    def _connects(self, cue: Cue, index: int, target: int) -> bool:
        """Whether a connective stands right after the claim at `target` and right before or in the other one."""
        draft, before = self._drafts[index], self._drafts[target]
        sentence = self._sentence(cue.span.start)
        start = max(sentence.start, before.span.end)
        between = NOTE.sub("", self._text[before.span.end : start])
        if target != index - 1 or WORD.search(between) or sentence.end < draft.span.start:
            return False
        if draft.block and draft.block == before.block:
            return True
        if self._one_holder(index, target):
            return True
        said = cue.span.of(self._text)
        if cue.kind is RelationKind.SUPPORTS and said.startswith("As "):
            return before.own
        if cue.kind is RelationKind.SUPPORTS and not _LIKENING.fullmatch(said):
            return False  # between two holders "and" goes on with the telling, and takes no side
        return not _BARE.match(said) or bool(self._stems[index].keys() & self._stems[target].keys())

    def _answering(self, cue: Cue, index: int) -> bool:
        """Whether the word is a verb whose subject is the speaker of the claim at `index`."""
        text, draft = self._text, self._drafts[index]
        quotation = self._quotations[draft.block - 1] if draft.block else None
        if quotation is not None and quotation.cue is not None and quotation.cue.overlaps(cue.span):
            return True
        sentence = self._sentence(cue.span.start)
        before = text[sentence.start : cue.span.start]
        if (before.strip() and text[cue.span.start].isupper()) or _OWNED.search(before):
            return False
        if cue.span.of(text).split()[0].lower().endswith("ing") and (
            not before.strip() or before.rstrip().endswith((",", "”", '"', " and"))
        ):
            return True
        ends = [match.end() for match in WORD.finditer(before) if self._names.get(match[0], 0) == draft.voice]
        ends += [match.end() for match in _PRONOUN.finditer(before)]
        if quotation is not None and quotation.mention is not None and quotation.mention.start >= sentence.start:
            ends.append(quotation.mention.end - sentence.start)
        called = _DEFINITE.fullmatch(before)
        if called is not None and called[1].split()[-1].lower() in self._told(draft.voice):
            return True
        near = [end for end in ends if end <= len(before)]
        return bool(near) and self._subject_to_verb(before[max(near) :])

    def _told(self, number: int | None) -> set[str]:
        """The words of a voice's name and role, in small letters."""
        voice = None if number is None else self._voices[number - 1]
        return set() if voice is None else {word.lower() for word in WORD.findall(f"{voice.name} {voice.role or ''}")}

    def _subject_to_verb(self, gap: str) -> bool:
        """Whether nothing between a subject and a verb can have brought in another subject."""
        rest = _ASIDE.sub(" ", gap)
        if _SUBORDINATE.search(rest):
            return False
        said = [match[0] for match in WORD.finditer(rest)]
        if all(word in words("between") or word.endswith("ly") for word in said):
            return True
        return said[-1] in {"and", "but"} and not any(word in self._names for word in said)

    def _answered(self, cue: Cue, target: int) -> bool:
        """Whether the verb is said of the other claim, its speaker or its content, or of nothing in particular."""
        if cue.answers is not None and cue.answers == self._drafts[target].voice:
            return True
        sentence = self._sentence(cue.span.start)
        owned = _OWNER.match(self._text, cue.span.end)
        if owned is not None and self._names.get(owned[1], 0) != self._drafts[target].voice:
            return False
        object_ = Span(cue.span.end, max(cue.span.end, sentence.end))
        if cue.kind is RelationKind.EVIDENCE:  # "explains" is mostly said of one's own words
            return self._points_back(object_, _OBJECT_REACH)
        return _ALONE.match(self._text, cue.span.end) is not None or self._speaks_of(object_, target, _OBJECT_REACH)

    def _points_back(self, span: Span, reach: int | None) -> bool:
        """Whether one of the first `reach` words of `span` refers to what another said; "that" alone opens a clause."""
        found = [match[0].lower() for match in WORD.finditer(self._text, span.start, span.end)][:reach]
        if reach is not None and found[:1] == ["that"]:
            found = found[1:2] if found[1:2] != ["it"] else []
        return any(word in words("referring") for word in found)

    def _speaks_of(self, span: Span, target: int, reach: int | None = None) -> bool:
        """Whether the words of `span` point back (its first `reach` do), name the target's holder or share a word.

        Of “accusations of brutality” it is the brutality that the target has to speak of.
        """
        of = next(_OF_WHAT.finditer(self._text, span.start, span.end), None) if reach is not None else None
        if of is None and self._points_back(span, reach):
            return True
        found = [match[0] for match in WORD.finditer(self._text, span.start, span.end)]
        other = self._drafts[target].voice
        if other is not None and any(self._names.get(without_genitive(word)) == other for word in found):
            return True
        told = span if of is None else Span(*of.span(1))
        return bool(counts(self._text, (told,)).keys() & self._stems[target].keys())

    def _sentence(self, offset: int) -> Span:
        """The sentence around `offset`, as far as stops and line ends tell."""
        text = self._text
        low, high = max(0, offset - 600), min(len(text), offset + 600)
        start, end = low, high
        for stop in _STOP.finditer(text, low, high):
            if stop.end() <= offset:
                start = stop.end()
            elif stop.start() >= offset:
                end = stop.end()
                break
        return Span(start, end)
