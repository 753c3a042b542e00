"""Decide whether a cue word relates a claim to an earlier one, by its grammar and by what it refers to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from reader.analysis.argument.claims import NOTE
from reader.analysis.argument.references import References
from reader.analysis.argument.relation_cues import CueForm, RelationCue
from reader.analysis.argument.wordlists import WORD, words
from reader.model import Quotation, RelationKind, Span, VoiceKind

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
_ANSWERED_PERSON = re.compile(
    r"\s+(?:(?:at|with)\s+)?(?:(him)\b|(her)(?=[”\"’)]?\s*(?:[,.:;!?—–]|\Z)|\s+(?:about|and|but|in|of|on|over|that|when)\b))"
)
_NEAR = 8  # claims that are searched for the antecedent of a pronoun
_RECENT = 3  # others' claims that can be answered without a name
_OBJECTS = {"he": "him", "she": "her"}
# “The bank denied”: a subject at the start of its sentence that is a definite noun phrase.
_DEFINITE = re.compile(r"(?:But |And )?(?:the|his|her|its|their)\s((?:[\w’'-]+\s){1,3})", re.IGNORECASE)
# Connectives that may join any two sentences; the others ("be that as it may") refer to what was said.
_BARE = re.compile(r"(?:and|but|for|however|in|nevertheless|nonetheless|on|yet)\b", re.IGNORECASE)
_OWNER = re.compile(r"\s+(?:[^\W\d_a-z][\w-]*\s+)*([^\W\d_a-z][\w-]*)[’']s?\s")
# The additive connectives that show agreement between two holders.
_ADDITIVE = re.compile(
    r"likewise|similarly|(?:.* )?(?:same|similar)\b.*"
    r"|(?!(?:follow|regard|concern|consider|reject|dismiss|disput|deny|ignor|despit|exclud)ing)\w+ing .*",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+by\s((?:(?!,?\s(?:and|but|while|who)\s)[^.;:\n])+)")
_BEING = re.compile(r"\b(?:is|are|was|were|been|being)\s(?:\w+ly\s)?\Z")
_TITLE_LENGTH = 6  # characters between "But" and a name, for example "Mr"
_REACH = 40  # claims that are searched for the one that is answered by name


@dataclass(frozen=True, slots=True)
class Tie:
    """The relation that `cue` shows between a draft and the earlier one at the index `to`."""

    cue: RelationCue
    to: int


@dataclass(frozen=True, slots=True)
class Licences(References):
    """Decide which cues of an article relate two claims."""

    pronouns: dict[int, set[str]] = field(default_factory=dict)  # the pronouns for each voice, computed on first use
    firsts: list[int] = field(default_factory=list)  # for each claim the first in its row of one holder, as above

    def tie(self, index: int, cues: Iterable[RelationCue]) -> Tie | None:
        """Return the first of `cues` that relates the draft at `index` to an earlier one, with that draft; else None.

        A connective must be right between the two, which share a word or a speaker. A verb of answering has this
        claim's speaker as its subject, and the other claim, its speaker or its content as its object. A verdict must
        refer to what was said.
        """
        for cue in filter(None, (self._with_answered_voice(cue, index) for cue in cues)):
            for way in (cue, replace(cue, way="reply")) if cue.way == "near" else (cue,):
                target = next((at for at in self._possible_targets(way, index) if self._relates(way, index, at)), None)
                if target is not None:
                    return Tie(cue, target)
        return None

    def alone(self, index: int) -> bool:
        """Return whether all claims that the one at `index` could answer have its holder."""
        if not self.firsts:
            for at in range(len(self.drafts)):
                self.firsts.append(self.firsts[-1] if at and self.one_holder(at - 1, at) else at)
        return self.firsts[index] <= max(0, index - _REACH)

    def _possible_targets(self, cue: RelationCue, index: int) -> Iterable[int]:
        """The drafts to which `cue` can relate the one at `index`, the likeliest first."""
        before = range(max(0, index - _REACH), index)
        if cue.answers is not None:
            return islice((at for at in reversed(before) if self.drafts[at].voice == cue.answers), 1)
        if cue.form in {CueForm.OPENER, CueForm.ADDITION}:
            return before[-1:]
        if cue.form is CueForm.VERDICT and (owners := self.owners(self.before(cue))):
            return islice((at for at in self.others(index, before) if owners & self.called(at)), 1)
        return islice(self.others(index, before[-_NEAR:]), _RECENT)

    def _relates(self, cue: RelationCue, index: int, target: int) -> bool:
        """Whether `cue` relates the draft at `index` to the one at `target`, and not two other things."""
        if cue.form is CueForm.OPENER:
            return self._connects(cue, index, target)
        if cue.form is CueForm.ADDITION:
            return self.one_holder(index, target)
        if cue.form is CueForm.VERDICT:
            return self._judges(cue, index, target)
        if cue.form is CueForm.STANCE:
            return self._has_speaker_as_subject(cue, index) and self._refers_to(cue, index, target)
        return True

    def _judges(self, cue: RelationCue, index: int, target: int) -> bool:
        """Whether a verdict is about what the claim at `target` says, and not about what follows."""
        if cue.way == "reply":
            return self.right_before(cue, index, target)
        if self.judged(cue) and self.right_before(cue, index, target):
            return True
        loose = cue.way != "pointing" and not self.looks_ahead(cue)
        return loose and self.speaks_of(self.before(cue), target)

    def _with_answered_voice(self, cue: RelationCue, index: int) -> RelationCue | None:
        """`cue` with the voice that a pronoun after it answers: “agreed with her”.

        None where no speaker before can be the antecedent of the pronoun.
        """
        if cue.form is not CueForm.STANCE or cue.answers is not None:
            return cue
        pronoun = _ANSWERED_PERSON.match(self.text, cue.span.end)
        if pronoun is None:
            return cue
        others = self.others(index, range(max(0, index - _NEAR), index))
        found = (self.drafts[at].voice for at in others if self._can_refer_to(pronoun[1] or pronoun[2], at))
        answered = next(found, None)
        return None if answered is None else replace(cue, answers=answered)

    def _can_refer_to(self, pronoun: str, index: int) -> bool:
        """Whether “him” or “her” can refer to the holder of a claim."""
        number = self.drafts[index].voice
        voice = None if number is None else self.voices[number - 1]
        if voice is None or voice.kind in {VoiceKind.ORGANISATION, VoiceKind.PUBLICATION}:
            return False
        called = self.pronouns.get(voice.id)
        if called is None:
            said = (mention.of(self.text).lower() for mention in voice.mentions)
            called = self.pronouns[voice.id] = {_OBJECTS[word] for word in said if word in _OBJECTS}
        return not called or pronoun in called

    def _connects(self, cue: RelationCue, index: int, target: int) -> bool:
        """Whether a connective is right after the claim at `target` and right before or in the other one."""
        draft, before = self.drafts[index], self.drafts[target]
        sentence = self.sentence(cue.span.start)
        start = max(sentence.start, before.span.end)
        between = NOTE.sub("", self.text[before.span.end : start])
        if target != index - 1 or WORD.search(between) or sentence.end < draft.span.start:
            return False
        quotation = draft.quotation
        if (quotation is not None and quotation is before.quotation) or self.one_holder(index, target):
            return True
        said = cue.span.of(self.text)
        if cue.kind is RelationKind.SUPPORTS and said.startswith("As "):
            return before.own
        if cue.kind is RelationKind.SUPPORTS and not _ADDITIVE.fullmatch(said):
            return False  # between two holders "and" only continues the report, and shows no agreement
        mention = quotation.mention if quotation is not None else None
        opens = mention is not None and 0 < mention.start - cue.span.end <= _TITLE_LENGTH  # "But Ben Ilves said"
        return not _BARE.match(said) or opens or bool(self.stems[index].keys() & self.stems[target].keys())

    def _has_speaker_as_subject(self, cue: RelationCue, index: int) -> bool:
        """Whether the verb of answering has the speaker of the claim at `index` as its subject, or agent with “by”."""
        text, draft = self.text, self.drafts[index]
        quotation = draft.quotation
        if done := self._passive_by(cue):
            return self._names_voice(draft.voice, quotation, Span(*done.span(1)))
        if quotation is not None and quotation.cue is not None and quotation.cue.overlaps(cue.span):
            return True
        sentence = self.sentence(cue.span.start)
        before = text[sentence.start : cue.span.start]
        if (before.strip() and text[cue.span.start].isupper()) or _OWNED.search(before):
            return False
        apart = not before.strip() or before.rstrip().endswith((",", "”", '"', " and"))
        if apart and cue.span.of(text).split()[0].lower().endswith("ing"):
            return True
        ends = [match.end() for match in WORD.finditer(before) if self.names.get(match[0], 0) == draft.voice]
        ends += [match.end() for match in _PRONOUN.finditer(before)]
        if quotation is not None and quotation.mention is not None and quotation.mention.start >= sentence.start:
            ends.append(quotation.mention.end - sentence.start)
        called = _DEFINITE.fullmatch(before)
        if called is not None and called[1].split()[-1].lower() in self._name_words(draft.voice):
            return True
        body = self.voices[draft.voice - 1].affiliation if draft.voice is not None else None
        if body and body in before:  # "The bank denied this", and its director speaks
            ends.append(before.index(body) + len(body))
        gaps = [before[end:] for end in ends if end <= len(before)]
        return "," in map(str.strip, gaps) if cue.way == "aside" else any(map(self._subject_to_verb, gaps))

    def _passive_by(self, cue: RelationCue) -> re.Match[str] | None:
        """The “by” of a passive: “this was disputed by Okoro”."""
        done = _BEING.search(self.before(cue).of(self.text)) and not cue.span.of(self.text).startswith("un")
        return _BY.match(self.text, cue.span.end) if done else None

    def _names_voice(self, voice: int | None, quotation: Quotation | None, span: Span) -> bool:
        """Whether the first name in `span` is this voice, or the source of this quotation."""
        if quotation is not None and quotation.mention is not None and span.overlaps(quotation.mention):
            return True
        named = (self.names.get(word[0]) for word in WORD.finditer(self.text, span.start, span.end))
        return voice is not None and next(filter(None, named), None) == voice

    def _name_words(self, number: int | None) -> set[str]:
        """The words of a voice's name and role, in lower case."""
        voice = None if number is None else self.voices[number - 1]
        return set() if voice is None else {word.lower() for word in WORD.findall(f"{voice.name} {voice.role or ''}")}

    def _subject_to_verb(self, gap: str) -> bool:
        """Whether no other subject can be between a subject and a verb."""
        rest = _ASIDE.sub(" ", gap)
        if _SUBORDINATE.search(rest):
            return False
        said = [match[0] for match in WORD.finditer(rest)]
        if all(word in words("between") or word.endswith("ly") for word in said):
            return True
        return said[-1] in {"and", "but"} and not any(word in self.names for word in said)

    def _refers_to(self, cue: RelationCue, index: int, target: int) -> bool:
        """Whether the object of the verb is the other claim, its speaker or its content, or is missing."""
        subject = self.before(cue)
        if self._passive_by(cue):
            return self.text.startswith("That ", subject.start) or self.speaks_of(subject, target)
        if cue.way == "passive" or (cue.way in {"named", "view"} and cue.answers is None):
            return False
        if cue.way == "reply":
            return cue.answers is not None or self.right_before(cue, index, target)
        object_ = Span(cue.span.end, max(cue.span.end, self.sentence(cue.span.start).end))
        # "Explains" mostly refers to the speaker's own words.
        if cue.kind is RelationKind.EVIDENCE or cue.way in {"pointing", "view"}:
            return self.points_back(object_, near=True)
        owned = _OWNER.match(self.text, cue.span.end)
        if cue.answers is None and owned is not None and self.names.get(owned[1], 0) != self.drafts[target].voice:
            return False
        alone = cue.answers is not None or _ALONE.match(self.text, cue.span.end) is not None
        return alone or self.speaks_of(object_, target, near=True)
