"""Whose a verb of saying is: its own subject, that of the verb it is joined to, or the agent of a passive."""

from reader.analysis.cues import Cue
from reader.analysis.found import Found
from reader.analysis.grammar import CONJUNCTIONS, OBJECTS, PREPOSITIONS, PRONOUNS, contracted, is_adverb, speaks, words
from reader.analysis.phrases import Phrase, pronoun
from reader.analysis.postposed import after
from reader.analysis.subjects import before, main_subject, of_verb
from reader.analysis.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.verbs import finite_at

_ISSUING = words("issuing")
_AGENT = 12  # tokens of an agent before what somebody was told to do
_MOVING = words("moving")
_CLAUSE = 24  # tokens between a verb and the infinitive that goes with it
_LONG_SOURCE = 40  # tokens of a source with its appositions
_SUBORDINATING = CONJUNCTIONS - {"and", "or", "nor"}
_SPEECH = frozenset({",", "?", "!"})  # what stands inside the end of marked speech before "X said"
_NOUNS_TOO = frozenset({"lead", "show", "talk", "think"})  # "study lead author", "think tank"
_RECENT = 8  # cues before one that may lend it their source


def subject(u: Unit, cue: Cue, number: int, found: Found) -> tuple[Phrase | None, bool]:  # noqa: C901, PLR0911 - one return a reason
    """The source of a verb, and whether it is its own subject.

    Else it is that of the verb it is joined to, or for a participle the main verb's.
    """
    if cue.passive:
        return agent(u, cue), False
    progressive = cue.group > 0 and contracted(u.low[cue.group - 1])
    participle = cue.verb.form == "ing" and cue.group == cue.first and not progressive
    below = _below(u, cue, participle=participle)
    if below is not None:
        return _controller(u, below), False
    if cue.verb.form == "base" and _further_infinitive(u, cue.group):
        return None, False
    issuer = _issuer(u, cue)
    own = issuer or (_noun_before(u, cue) if participle else before(u, cue.group))
    if own is not None:
        return (
            own if participle or issuer is not None else _from_marks(u, cue, own)
        ), not participle and issuer is None
    if cue.group == 0 and u.low[0] == "having":
        return main_subject(u, len(u)), False
    joint = u.low[cue.group - 1] if cue.group > 0 else ""
    if not participle and joint not in {"and", "but", ",", "then", "or"}:
        return None, False
    if not participle and joint != ",":
        main = _main(u, cue.group, found)
        if main is not None:
            return main, False
    recent = range(number - 1, max(-1, number - 1 - _RECENT), -1)
    earlier = next((n for n in recent if n in found.sources and _may_lend(u, found, n)), None)
    if earlier is not None:
        return found.sources[earlier], False
    if participle and cue.group <= 1:
        return main_subject(u, len(u)), False
    return _main(u, cue.group, found), False


def _below(u: Unit, cue: Cue, *, participle: bool) -> int | None:
    """The "to" of an infinitive, or the "by" before a gerund ("went on by saying"), that the cue stands behind."""
    if cue.verb.form == "base" and cue.group == cue.first - 1 and u.low[cue.group] == "to":
        return cue.group
    return cue.group - 1 if participle and u.low[cue.group - 1 : cue.group] == ["by"] else None


def _from_marks(u: Unit, cue: Cue, source: Phrase) -> Phrase:
    """The source with all that stands between the marks that somebody speaks and the verb, where no other verb does.

    That is “…,” Ada Roe, a fellow at the Council on Eels, Carp and Pike told us.
    """
    if not u.marks:
        return source
    marks = cue.group - 1
    while marks > max(0, cue.group - _LONG_SOURCE) and u.kinds[marks] != QUOTE:
        marks -= 1
    first = marks + 1
    if u.kinds[marks] != QUOTE or u.stop(marks) not in _SPEECH or first >= source.first:
        return source
    whole = after(u, first, cue.group)
    if whole is None or whole.first != first or whole.kind == "pronoun":
        return source
    if any(
        u.low[at] in _SUBORDINATING or (finite_at(u, at) and u.low[at] not in _NOUNS_TOO)
        for at in range(first, cue.group)
    ):
        return source
    head = source if whole.kind == "noun" and source.kind == "name" else whole
    last = cue.group - 2 if u.kinds[cue.group - 1] == STOP else cue.group - 1
    return head.reaching(first, last)


def _further_infinitive(u: Unit, at: int) -> bool:
    """Whether a verb at `at` is the second of two in the infinitive ("trying to find and report such things")."""
    return at > 2 and u.low[at - 1] in {"and", "or"} and u.low[at - 3] == "to" and u.kinds[at - 2] == WORD  # noqa: PLR2004 - "to find and"


def _issuer(u: Unit, cue: Cue) -> Phrase | None:
    """Who issued the document whose words follow (“Roe issued a statement saying …”, “a note that says …”)."""
    at = cue.group - 1
    if at > 0 and u.low[at] in {"that", "which"} and u.low[at - 1] != ",":
        at -= 1
    elif cue.verb.form != "ing" or cue.group != cue.first:
        return None
    if at < 1 or u.kinds[at] not in {WORD, NAME}:
        return None
    document = before(u, at + 1)
    if document is None or document.kind != "noun" or document.first == 0 or not speaks(u.low[document.head_last]):
        return None
    verb = document.first - 1
    if u.low[verb] not in _ISSUING:
        return None
    return of_verb(u, verb)


def _controller(u: Unit, to: int) -> Phrase | None:
    """Who does what the infinitive or gerund behind `to` says: the object of "led her to say", else the subject."""
    for at in range(to - 1, max(-1, to - _CLAUSE), -1):
        if u.kinds[at] == QUOTE or (u.kinds[at] == STOP and u.low[at] in {";", ":"}):
            return None
        moved = u.kinds[at] == WORD and (u.low[at] in _MOVING or u.low[at] == "for")
        if moved and at + 2 == to and (u.low[at + 1] in OBJECTS or u.low[at + 1] in PRONOUNS):
            return pronoun(at + 1)
        if moved and at + 1 < to and u.low[at + 1] not in PREPOSITIONS:
            return after(u, at + 1, to)
        if finite_at(u, at):
            subject = of_verb(u, at)
            return None if subject is None or u.low[subject.head_last] in {"it", "there", "that", "this"} else subject
    return None


def _noun_before(u: Unit, cue: Cue) -> Phrase | None:
    """The noun that a participle right behind it describes (“the share of voters saying …”), when it opens a clause."""
    at = cue.group - 1
    if at < 0 or u.kinds[at] not in {WORD, NAME} or is_adverb(u.low[at]):
        return None
    phrase = before(u, cue.group)
    if phrase is None or phrase.kind == "pronoun":
        return None
    absolute = u.low[max(0, phrase.first - 2) : phrase.first] == [",", "with"]  # ", with divers warning that"
    if phrase.kind == "noun" and not (absolute or speaks(u.low[phrase.head_last])):
        return None
    before_it = u.low[phrase.first - 1] if phrase.first else ""
    document = u.low[phrase.first] in {"a", "an", "the"} and before_it not in PREPOSITIONS and phrase.kind == "noun"
    return phrase if document or before_it in {"", ",", "and", "–", "—", "―", "with", "of"} else None


def _may_lend(u: Unit, found: Found, number: int) -> bool:
    """Whether an earlier cue lends its source to a later verb: none inside a relative clause or what is said does."""
    cue = found.cues[number]
    if cue.shape == "according" or (cue.group > 0 and u.low[cue.group - 1] in {"who", "which"}):
        return False
    start = u.starts[cue.first]
    return not any(span.start <= start < span.end for draft in found.drafts for span in draft.spans[:1])


def agent(u: Unit, cue: Cue) -> Phrase | None:
    """The agent of a passive: “was described by X as”, “was told by X to go”."""
    for at in range(cue.last + 1, min(len(u), cue.last + 6)):
        if u.low[at] == "by":
            stop = next((to for to in range(at + 2, min(len(u), at + _AGENT)) if u.low[to] == "to"), len(u))
            return after(u, at + 1, stop)
        if u.kinds[at] in {STOP, QUOTE} or u.low[at] == "that":
            return None
    return None


def _main(u: Unit, until: int, found: Found) -> Phrase | None:
    """The subject of the unit's main verb, before token `until`."""
    if found.main is None:
        found.main = main_subject(u, until)
    return found.main
