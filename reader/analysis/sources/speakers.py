"""Find the source of a reporting verb: its subject, the subject of a coordinated verb, or a passive's agent."""

from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.sources.owners import TEXTS
from reader.analysis.sources.shared_speakers import (
    CLAUSE,
    EXPLETIVES,
    OTHERS,
    PERSON,
    SUBORDINATING,
    conjunction_before,
    shared_source,
    shared_subject,
    speaker_of_words_before,
    subject_of_unit,
)
from reader.analysis.syntax.adjuncts import SPAN_UNITS
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject, subject_before, subject_of_verb
from reader.analysis.units.noun_phrases import FILMED, SOMEBODY, person_in_phrase, phrase_ending_at
from reader.analysis.units.phrase_heads import names_speaker
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    BE,
    ISSUING,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    WH,
    can_speak,
    is_adverb,
    is_contraction,
    is_present_participle,
    words,
)

_AGENT = 12  # tokens of an agent before what the person was told to do
_MOVING = words("moving")
_LONG_SOURCE = 40  # maximum tokens of a source with its appositions
_SPEECH = frozenset({",", "?", "!"})  # the characters before the end of direct speech and "X said"
_ALSO_NOUNS = frozenset({"lead", "show", "talk", "think"})  # "study lead author", "think tank"
_RESULTING = frozenset({"apparently", "effectively", "essentially", "implicitly", "seemingly", "thereby", "thus"})
_BEFORE_GERUNDS = frozenset({"after", "before", "by", "for", "without"})
_PERCEIVED = frozenset({"caught", "filmed", "heard", "overheard", "seen", "shown"})
_SOME = OTHERS | SOMEBODY | {"one"}
_PARTICLES = frozenset({"down", "off", "out", "up"})  # "held up a sign saying"
_SHOWN = words("showing")


def source_of_cue(  # noqa: C901, PLR0911 - one return a reason
    u: Unit, cue: Cue, number: int, found: UnitFindings
) -> tuple[Phrase | None, bool]:
    """Return the source of a verb, and whether it is the verb's own subject.

    If not, it is the subject of a coordinated verb, or of the main verb for a participle.
    """
    if cue.passive:
        return agent(u, cue), False
    going = cue.group < cue.first and is_present_participle(u.low[cue.group])  # ", going so far as to say"
    participle = going or (cue.verb.form == "ing" and _has_no_auxiliary(u, cue))
    below = _governor(u, cue, participle=participle)
    if below is not None:
        opening = participle and below == 0  # "By saying that it leaks, Roe angered them"
        apart = participle and u.low[max(0, below - 1)] == "," and u.low[below] in {"after", "before"}
        said = next((at for at in range(number) if at in found.sources), None) if apart else None
        if said is not None:
            return found.sources[said], False  # "Roe said it leaks, before adding that …"
        return (main_subject(u, len(u)) if opening else controller(u, below)), False
    if cue.verb.form == "base" and _is_second_infinitive(u, cue.group):
        return None, False
    if participle and u.low[cue.group - 1] in _PERCEIVED:
        return subject_of_verb(u, cue.group - 1), False  # "she can be heard telling"
    shared = None if participle else speaker_of_words_before(u, cue, number, found)
    if shared is not None:
        return shared, False
    issuer = _issuer(u, cue)
    again = number > 0 and u.low[cue.group - 1 : cue.group + 1] == [",", "then"]  # "She said no, then said yes"
    own = issuer or (_modified_noun(u, cue) if participle else None)
    if own is None and not (participle or again):
        own = _unless_time(u, subject_before(u, cue.group))
    if own is not None:
        own = _without_earlier_verb(u, own, found.cues[max(0, number - 2) : number])
        plain = not participle and issuer is None
        return (_with_words_after_marks(u, cue, own) if plain else own), plain
    if cue.group == 0 and u.low[0] == "having":
        doer = main_subject(u, len(u))
        return (None if doer is not None and u.low[doer.head_last] == "there" else doer), False
    joint = u.low[cue.group - 1] if cue.group > 0 else ""
    if not participle and joint not in {"and", "but", ",", "then", "or"}:
        over = conjunction_before(u, cue.group)
        return (None if over is None else subject_of_unit(u, over, found)), False
    shared = None if participle or joint == "," else shared_subject(u, cue, joint, found)
    return shared or shared_source(u, cue, number, found, participle=participle), False


def _unless_time(u: Unit, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is a span of time after a preposition ("surfaced after several seconds, yelled")."""
    time = phrase is not None and phrase.first and u.low[phrase.head_last] in SPAN_UNITS
    return None if phrase is not None and time and u.low[phrase.first - 1] in PREPOSITIONS else phrase


def _without_earlier_verb(u: Unit, source: Phrase, cues: list[Cue]) -> Phrase:
    """The source without an earlier reporting verb and its subject ("The Post cites *the baker Ada Roe*, who says").

    A participle that modifies a noun does not count ("the lawyer representing the town, Ada Roe, said"), nor a verb
    after "who".
    """
    for cue in cues if source.first < source.head_first else ():
        reduced = cue.verb.form == "ing" and cue.group == cue.first and u.kinds[cue.first - 1] == WORD
        reduced = reduced or u.low[cue.group - 1] == "who"
        if cue.shape == "verb" and source.first < cue.first <= cue.last < source.head_first and not reduced:
            source = source.reaching(cue.last + 1, source.last)
    return source


def _has_no_auxiliary(u: Unit, cue: Cue) -> bool:
    """Whether a participle has no auxiliary (", also saying"); in ", thus proving" the event itself is the subject."""
    if cue.group > 0 and is_contraction(u.low[cue.group - 1]):
        return False
    return all(is_adverb(low) and low not in _RESULTING for low in u.low[cue.group : cue.first])


def _governor(u: Unit, cue: Cue, *, participle: bool) -> int | None:
    """The "to" of an infinitive, or the word before a gerund ("by saying", "after shouting"), that governs the cue."""
    if cue.verb.form == "base" and u.low[cue.first - 1] == "to" and cue.first:
        leading = u.low[cue.group : cue.first - 1]  # "stepped up publicly to say"
        return cue.first - 1 if all(is_adverb(low) for low in leading) else None
    governed = participle and cue.group > 0 and u.low[cue.group - 1] in _BEFORE_GERUNDS
    return cue.group - 1 if governed else None


def _with_words_after_marks(u: Unit, cue: Cue, source: Phrase) -> Phrase:
    """The source with all words from the end of direct speech to its verb, where no other verb is between them.

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
    whole = phrase_from(u, first, cue.group)
    if whole is None or whole.first != first or whole.kind == "pronoun":
        return source
    between = range(first, cue.group)
    if any(u.low[at] in SUBORDINATING or (finite_at(u, at) and u.low[at] not in _ALSO_NOUNS) for at in between):
        return source
    head = source if whole.kind == "noun" and source.kind == "name" else whole
    last = cue.group - 2 if u.kinds[cue.group - 1] == STOP else cue.group - 1
    return head.reaching(first, last)


def _is_second_infinitive(u: Unit, at: int) -> bool:
    """Whether a verb at `at` is the second of two infinitives ("trying to find and report such things")."""
    return at > 2 and u.low[at - 1] in {"and", "or"} and u.low[at - 3] == "to" and u.kinds[at - 2] == WORD  # noqa: PLR2004 - "to find and"


def _issuer(u: Unit, cue: Cue) -> Phrase | None:
    """The issuer of the document that the words are from (“Roe issued a statement saying …”, “a note that says …”)."""
    at = cue.group - 1
    if at > 0 and u.low[at] in {"that", "which"} and u.low[at - 1] != ",":
        at -= 1
    elif cue.verb.form != "ing" or cue.group != cue.first:
        return None
    if at < 1 or u.kinds[at] not in {WORD, NAME}:
        return None
    document = subject_before(u, at + 1)
    if document is None or document.kind != "noun" or document.first == 0 or not can_speak(u.low[document.head_last]):
        return None
    verb = document.first - 1
    while verb > 0 and (u.low[verb] in _PARTICLES or u.kinds[verb] == PARENTHESIS):  # "sent out [nl] a note saying"
        verb -= 1
    return subject_of_verb(u, verb) if u.low[verb] in ISSUING else None


def controller(u: Unit, to: int) -> Phrase | None:
    """Return the understood subject of the infinitive or gerund after `to`.

    It is the object of "led her to say" and "blamed Roe for saying", and the subject of "was jailed for saying".
    """
    verb = next((at for at in range(to - 1, max(0, to - CLAUSE), -1) if finite_at(u, at)), 0)
    if u.low[to] == "for" and verb and u.low[verb] not in BE and u.low[verb - 1] not in BE:
        return phrase_from(u, verb + 1, to) or subject_of_verb(u, verb)
    for at in range(to - 1, max(-1, to - CLAUSE), -1):
        if u.kinds[at] == QUOTE or (u.kinds[at] == STOP and u.low[at] in {";", ":"}):
            return None
        moved = u.kinds[at] == WORD and (u.low[at] in _MOVING or u.low[at] == "for")
        if moved and at + 2 == to and (u.low[at + 1] in OBJECTS or u.low[at + 1] in PRONOUNS):
            return pronoun_phrase(at + 1)
        if moved and at + 1 < to and u.low[at + 1] not in PREPOSITIONS:
            return phrase_from(u, at + 1, to)
        if finite_at(u, at):
            subject = subject_of_verb(u, at)
            return None if subject is None or u.low[subject.head_last] in EXPLETIVES else subject
    return None


def _modified_noun(u: Unit, cue: Cue) -> Phrase | None:
    """The noun that the participle right after it modifies (“the share of voters saying …”), when it opens a clause."""
    at = cue.group - 1
    if at < 0 or u.kinds[at] not in {WORD, NAME} or is_adverb(u.low[at]):
        return None
    link = next((i for i in range(at, max(0, at - PERSON), -1) if u.low[i] in PREPOSITIONS), 0)
    shown = u.low[link] == "with" or (u.low[link] == "of" and u.low[link - 1] in FILMED)
    has_words = u.low[link] in {"by", "to"} and u.low[link + 1] in {"a", "an"} and u.low[at] in TEXTS
    phrase = phrase_ending_at(u, at, link + 1) if link and (shown or has_words) else subject_before(u, cue.group)
    if phrase is None or phrase.kind == "pronoun":
        return None
    if link and (has_words or (shown and phrase.kind == "name")):
        return phrase  # "they were met by a banner saying"
    phrase = person_in_phrase(u, phrase)
    speaks = names_speaker(u, phrase) or u.low[phrase.head_last] in _SOME  # "another one saying that"
    if speaks and phrase.first and u.low[phrase.first - 1] in _SHOWN:
        return phrase
    absolute = u.low[max(0, phrase.first - 2) : phrase.first] == [",", "with"]  # ", with divers warning that"
    if not (speaks or absolute):
        return None
    before_it = u.low[phrase.first - 1] if phrase.first else ""
    governed = before_it in PREPOSITIONS and before_it not in _PARTICLES
    document = u.low[phrase.first] in {"a", "an", "the"} and not governed and phrase.kind == "noun"
    return phrase if document or before_it in {"", ",", "and", "–", "—", "―", "with", "of"} else None


def agent(u: Unit, cue: Cue) -> Phrase | None:
    """Return the agent of a passive: “was described by X as”, “was told by X to go”."""
    for at in range(cue.last + 1, min(len(u), cue.last + 6)):
        if u.low[at] == "by":
            reach = range(at + 2, min(len(u), at + _AGENT))
            ends = (to for to in reach if u.low[to] in {"never", "not", "to"} or u.low[to] in WH)
            of = (to for to in reach if u.low[to] == "of" and to + 1 < len(u))
            charge = (to for to in of if is_present_participle(u.low[to + 1]))
            stop = min(next(ends, len(u)), next(charge, len(u)))
            return phrase_from(u, at + 1, stop)
        marked = u.kinds[at] == QUOTE and u.low_at(at + 1) != "by"  # "is called “a liar” by Roe"
        if marked or u.kinds[at] == STOP or u.low[at] == "that":
            return None
    return None
