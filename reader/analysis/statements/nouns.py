"""Find statements with nouns of speech (“X’s claim that …”) and charges (“accused X of …”)."""

from reader.analysis.content.content_clauses import content_after
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.drafts import drop_possessive
from reader.analysis.cues.speech_nouns import (
    content_of_noun,
    frames_of_noun,
    owner_behind_noun,
    possessive_of_noun,
    sender_start,
    verb_with_noun,
)
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, is_in_content
from reader.analysis.sources.speakers import source_of_cue
from reader.analysis.statements.extents import is_in_restrictive_clause
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrase_heads import cannot_speak
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import subject_end, verb_at, verb_group
from reader.analysis.words.grammar import ONLY_OBJECTS, POSSESSIVES, PREPOSITIONS, Verb, words

_AGAIN = frozenset({"echo", "reaffirm", "reiterate", "repeat", "restate"})
_CHARGE = 5  # maximum tokens from “of” to the deed (“of also having lied”)
_THINGS = frozenset({"it", "that", "this", "which"})
_POSING = words("posing")


def add_noun_statement(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add the statement of a noun of speech: “X's claim that …”, “X voiced the hope that …”, “a call by X to go”."""
    noun = cue.first
    content = None if u.kinds[noun + 1] == QUOTE else content_of_noun(u, noun)
    content = content or content_after(u, cue)
    if content is None or content.how == "object":
        return
    letters = frames_of_noun(u.low[noun])
    owned_by = possessive_of_noun(u, noun)
    source: Phrase | None = None
    if owned_by is not None and letters != "v":
        source = _owner(u, owned_by)
        source = _repeating_speaker(u, source, number, found) or source
    else:
        # also of "expressed her belief"
        source = owner_behind_noun(u, noun) or _source_of_noun(u, cue, number, found, content.first)
    unheard = content.how == "colon" and u.low[noun + 1] == ":"  # "Breaking news: …"
    if source is None and (content.how == "marks" or "n" not in letters or unheard):
        return
    if source is not None:
        if _is_own_view(u, cue, source, found):
            return
        found.sources[number] = source
    draft = add_draft(u, cue, [content], source, found)
    draft.evidence = f"“{u.word(noun)}” of the source"
    drop_possessive(draft, u)


def _is_own_view(u: Unit, cue: Cue, source: Phrase, found: UnitFindings) -> bool:
    """Whether a speaker only says that they hold a view (“Roe said she had no doubt that it leaks”)."""
    held = source.kind == "pronoun" and "v" in frames_of_noun(u.low[cue.first])
    return held and is_in_content(u, cue, found)


def _owner(u: Unit, at: int) -> Phrase | None:
    """The owner in the possessive at `at`; for a genitive the nearest noun phrase ("fear of the mayor’s threat")."""
    if u.low[at] in POSSESSIVES:
        return None if u.low[at] in {"my", "our"} else pronoun_phrase(at)
    whole = subject_before(u, at + 1)
    if whole is None or whole.kind == "name":
        return whole
    link = next((i for i in range(at - 1, whole.first, -1) if u.low[i] in PREPOSITIONS), None)
    return whole if link is None else phrase_from(u, link + 1, at + 1) or whole


def _repeating_speaker(u: Unit, owner: Phrase | None, number: int, found: UnitFindings) -> Phrase | None:
    """The speaker who repeats another's words (“Roe repeated the guild’s claim that …”); None without one."""
    at = 0 if owner is None or owner.kind == "pronoun" else owner.first - 1
    verb = verb_at(u, at) if at > 0 else None
    if verb is None or verb[0].lemma not in _AGAIN:
        return None
    speaker, _ = source_of_cue(u, Cue(at, at, verb_group(u, at)[0], verb[0], "verb"), number, found)
    thing = speaker is None or cannot_speak(u, speaker) or u.low[speaker.head_last] in _THINGS
    return None if thing else speaker


def _source_of_noun(u: Unit, cue: Cue, number: int, found: UnitFindings, first: int) -> Phrase | None:
    """The source of a noun's content that begins at `first`: its sender or its verb's subject; None without one."""
    behind = sender_start(u, cue.first)
    if behind is not None:
        return phrase_from(u, behind, first)
    verb = verb_with_noun(u, cue.first)
    if verb is None or (frames_of_noun(u.low[cue.first]) == "c" and u.low[verb] not in _POSING):
        return None
    group, passive = verb_group(u, verb)
    doing = u.low[verb].endswith("ing")
    voicing, passive = Verb(u.low[verb], "saying", "", "ing" if doing else "past"), passive and not doing
    return source_of_cue(u, Cue(verb, verb, group, voicing, "verb", passive), number, found)[0]


def _before_joined_verb(u: Unit, first: int, end: int) -> int:
    """The end of a charge before "and" and a verb of the accuser (“accuse him of theft and link him to a gang”)."""
    joints = (at for at in range(first + 2, end - 1) if u.low[at] == "and" and u.kinds[at + 1] == WORD)
    verbs = (at for at in joints if u.low[at + 2] in ONLY_OBJECTS and not u.low[at + 1].endswith("ing"))
    return next((at - 1 for at in verbs if u.low[at + 1] not in PREPOSITIONS), end)


def _is_only_named(u: Unit, first: int, of: int) -> bool:
    """Whether a charge is only a noun without marks (“accused him of fraud”), and tells of no deed."""
    last = min(len(u), of + _CHARGE)
    return not u.marked(first, last - 1) and not any(low.endswith("ing") for low in u.low[of + 1 : last])


def add_charge(u: Unit, cue: Cue, number: int, found: UnitFindings) -> None:
    """Add the statement of a charge: “accused X of …”, “X was accused by Y of …”. Its content is X and the charge.

    “X was accused of …” has only the charge as content, and no source.
    """
    source, _ = source_of_cue(u, cue, number, found)
    if cue.negated or (source is None and not (cue.passive and cue.verb.lemma == "accuse")):
        return
    if source is not None:
        found.sources[number] = source
    accused = subject_before(u, cue.group) if cue.passive else None
    for at in range(cue.last + (1 if source is None else 2), min(len(u), cue.last + 12)):
        blame = cue.verb.lemma == "blame"
        if u.low[at] == "for" or u.low[at] == ("on" if blame else "of"):
            if u.low[at] != "on" and _is_only_named(u, cue.last + 1, at):
                return
            if source is None:
                add_draft(u, cue, [Content(at, clause_end(u, at), "gerund")], None, found)
                return
            end = _before_joined_verb(u, at, clause_end(u, cue.last + 1))
            end = subject_end(u, cue.last + 1, end, begun=True) if is_in_restrictive_clause(u, cue) else end
            parts = [Content(cue.last + 1, end, "bare")]
            if accused is not None:
                parts = [Content(accused.first, accused.last, "left"), Content(at, clause_end(u, at), "bare")]
            add_draft(u, cue, parts, source, found).evidence = f"“{u.word(cue.first)}” and its charge"
            return
        if u.kinds[at] == STOP and not (u.low[at] == "," and u.kinds[at - 1 : at + 2 : 2] == [NAME, NAME]):
            return  # not at the comma of “accused Roe, Poe and Trask of”
