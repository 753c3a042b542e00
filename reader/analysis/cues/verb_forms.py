"""Decide whether a form that can also be a noun ("reports", "claim") is a verb in its context."""

from reader.analysis.syntax.adjuncts import word_before
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    GENITIVES,
    LIGHT,
    ONLY_OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    can_speak,
    can_speak_or_show,
    cue_form,
    cue_verbs,
    is_actor,
    is_adverb,
    means_several,
    words,
)

_PLURALS = words("plurals")
_CONTENT_SIGNS = frozenset({":", "", "that", "whether"})  # "": a marked span, or the end
_ASKED = frozenset({"how", "if", "whether", "why"})
_AFTER_VERB = frozenset({"that", ":", ",", "how", "whether", "why", "to", ""})
_BEFORE_TWO = frozenset({",", ";", "but", "like", "meanwhile", "that", "while"})
_SUBJECT = 8  # maximum tokens of a plural subject with its names
_NO_NOUNS = frozenset({"insist", "say", "tell", "think", "write"})  # verbs whose form in -s is never a plural
_OF_PARTIES = frozenset({"argue", "believe", "insist"})  # verbs, never nouns, of views that parties have
_OF_SEVERAL = AUXILIARIES - {"does", "has", "is", "was"}


def third_person(u: Unit, index: int, verb: Verb, after: str) -> bool:
    """Return whether a form in -s is a verb, not a plural noun."""
    before = u.low[index - 1] if index else ""
    asks = verb.kind == "asking" and u.low_at(index + 2) in PRONOUNS
    further = cue_verbs().get(after)
    shows = verb.kind == "thinking" and further is not None and further.kind == "showing"
    told = shows or cue_form(after) == "past"  # "previous reports indicated that"
    told = told or (after != "has" and (after in FINITE or after in AUXILIARIES))
    if told and not (asks or verb.lemma in _NO_NOUNS or _is_in_relative(u, index)):
        return False
    named = index > 0 and u.kinds[index - 1] == NAME
    stating = verb.lemma == "state" and named and after.endswith("ing")
    if stating or (verb.lemma == "appeal" and after.startswith(("court", "judge"))):
        return False  # "a federal appeals court", "Gulf states hosting troops"
    if after == "that" and u.low_at(index + 2) in _OF_SEVERAL:
        return verb.lemma in _NO_NOUNS  # "claims that are false", but "says that will do"
    counted = index > 0 and u.kinds[index - 1] == NUMBER and not u.low[index - 1].endswith("-old")
    if counted and u.low[index - 2 : index - 1] in (["the"], ["of"], ["these"]):
        return False
    several = index > 1 and u.kinds[index - 1] == WORD and u.low[index - 2] in _PLURALS and before not in PERSONAL
    if several or _is_object(u, index, verb):
        return False  # "many news reports", but "all he says"
    return index > 0 or (len(u) > 1 and u.kinds[1] == NAME)


def _is_object(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a form in -s is the plural object of a verb (“posted angry comments”, “wrote anti-Velan claims”).

    What can speak before it is its subject (“said management claims”).
    """
    if index < 2 or verb.lemma in _NO_NOUNS or not finite_at(u, index - 2):  # noqa: PLR2004 - a verb and an adjective
        return False
    before = u.low[index - 1]
    adjective = u.kinds[index - 1] == WORD and not (is_adverb(before) or can_speak(before))
    adjective = adjective or ("-" in before and u.word(index - 1)[0].islower())  # no "Roe-Smith"
    return adjective and not any(before in others for others in (PERSONAL, PRONOUNS, CONJUNCTIONS, PREPOSITIONS))


def _is_in_relative(u: Unit, index: int) -> bool:
    """Whether a relative pronoun precedes the subject of a verb (“a trend that the council says will go on”).

    After a number it is a plural (“that 300 claims were late”).
    """
    if u.kinds[index - 1] == NUMBER:
        return False
    for at in range(index - 2, max(-1, index - _SUBJECT), -1):
        if u.low[at] in {"that", "what", "which", "who", "whom"}:  # but "that member states must pay"
            return at + 1 < index - 1 or u.kinds[index - 1] == NAME or u.low[index - 1] in PERSONAL
        if u.kinds[at] not in {WORD, NAME} or finite_at(u, at):
            return False
    return False


def base(u: Unit, index: int, group: int, verb: Verb, after: str) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a base form is a verb: after "to", an auxiliary or a plural subject.

    Args:
        u: The unit.
        index: The token of the form.
        group: The first token of its verb group.
        verb: The reporting verb that the form may be.
        after: The word after the form, "" for none.
    """
    before = word_before(u, index)
    quantified = before in DETERMINERS and before in PRONOUNS and index + 2 < len(u) and u.kinds[index + 1] == WORD
    if quantified and after.endswith("s") and u.kinds[index + 2] == WORD:
        return False
    if before == "to":
        labelled = "l" in verb.frames and bool(u.marked(index, min(len(u) - 1, index + _SUBJECT)))
        asks = after in _ASKED and verb.kind == "asking"
        marked = "q" in verb.frames and after in {",", ":"} and u.kind_at(index + 2) == QUOTE
        told = verb.lemma == "say" and opens_clause(u, index + 1)
        return group < index - 1 or after in _CONTENT_SIGNS or asks or labelled or marked or told
    if verb.lemma == "read" and after in {":", "", ","}:
        return True
    owned = verb.lemma == "state" and after.endswith("ed")  # "for months state owned media"
    if owned or not before or (cue_form(u.low[index - 1]) == "s" and finite_at(u, index - 1)):
        return False  # "the union says offer is late"
    if verb.lemma == "say" and (
        (u.kinds[index - 1] in {WORD, NAME, NUMBER} and before not in PREPOSITIONS)
        or before == ","
        or _plural_near(u, index)
    ):
        return True
    asked = after in _ASKED and verb.kind == "asking"
    asked = asked or (verb.kind == "asking" and "i" in verb.frames and _is_addressee(u, index + 1))
    clause = (
        asked or (after == "that" and "t" in verb.frames) or (verb.lemma in _OF_PARTIES and opens_clause(u, index + 1))
    )
    if clause and (
        before in {",", "but"} or _plural_near(u, index, asked=asked) or _has_party_as_subject(u, index, verb)
    ):
        return True
    if index == 1 and before.endswith("s") and u.kinds[0] == NAME and u.low[0] != "is":
        return True
    texts = verb.kind == "showing" and _has_texts_as_subject(u, index, verb)
    if u.kinds[index - 1] == NAME and after not in _AFTER_VERB | DETERMINERS | PRONOUNS and not texts:
        return False
    if (
        means_several(before)
        or texts
        or of_several(u, index)
        or _has_two_names(u, index)
        or (is_adverb(before) and not (index > 1 and u.low[index - 2].endswith(GENITIVES)))  # "Roe’s only comment was"
        or before in {"and", "percent", "some", "those"}
    ):
        return True
    return before in AUXILIARIES or before in PRONOUNS or before in LIGHT


def _is_addressee(u: Unit, at: int) -> bool:
    """Whether a person who is asked to do something is at a token (“ask people to stay”)."""
    return u.low_at(at + 1) == "to" and (u.low[at] in ONLY_OBJECTS or is_actor(u.low[at]))


def _has_texts_as_subject(u: Unit, index: int, verb: Verb) -> bool:
    """Whether the subject of a base form is texts or “data” (“emails from the minister suggest that he knew”)."""
    clause = u.low_at(index + 1) == "that" or ("b" in verb.frames and opens_clause(u, index + 1))
    subject = subject_before(u, index) if clause else None
    head = "" if subject is None or subject.kind != "noun" else u.low[subject.head_last]
    return can_speak_or_show(head) and means_several(head)


def _has_party_as_subject(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a name before a base form means several people (“Labour insist that it leaks”)."""
    named = u.kinds[index - 1] == NAME and not u.low[index - 1].endswith(GENITIVES)
    return named and verb.lemma in _OF_PARTIES


def ends_subject(u: Unit, index: int) -> bool:
    """Return whether the token before `index` can end a subject in the singular."""
    if u.low[index : index + 2] == ["put", "it"] and index > 1 and u.kinds[index - 1] == WORD:
        return u.low[index - 1] not in AUXILIARIES  # "as the memo put it"
    if index == 0:
        return False
    return u.kinds[index - 1] in {PARENTHESIS, NAME, QUOTE} or u.low[index - 1] in {",", "he", "she", "it", "who"}


def _plural_near(u: Unit, index: int, *, asked: bool = False) -> bool:
    """Whether a plural noun is among the few words before `index`, so that a base form may be its verb.

    With `asked` it may be capitalised too (“Tarnans online wonder”).
    """
    for at in range(index - 1, max(-1, index - _SUBJECT), -1):
        if u.kinds[at] not in {WORD, NAME, NUMBER}:
            return False
        low = u.low[at]
        plural = means_several(low) and (u.kinds[at] == WORD or asked or at == 0 < index - 1)
        if low == "percent" or plural:
            return True
    return False


def _has_two_names(u: Unit, index: int) -> bool:
    """Whether exactly two names before `index` are its subject ("Now, Ada Roe and Otto Reed warn that")."""
    at, joined = index - 1, False
    while at >= 0 and (u.kinds[at] == NAME or (u.low[at] == "and" and not joined)):
        joined = joined or (u.low[at] == "and" and u.kinds[at] == WORD)
        at -= 1
    return joined and (at < 0 or u.low[at] in _BEFORE_TWO)


def of_several(u: Unit, index: int) -> bool:
    """Return whether a number of people ends before `index` ("the two write")."""
    return index > 1 and u.low[index - 1] in _PLURALS and u.low[index - 2] in {"the", "these", "those"}
