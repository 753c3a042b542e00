"""Find marks that a cue introduces, labels (what something is called) and objects that contain marks."""

from reader.analysis.cues.cues import Cue, labels_by_agent
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.closings import closing_cue
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, verb_at
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FINITE,
    FUNCTION_WORDS,
    GENITIVES,
    LINKS,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH_STOPS,
    cue_verbs,
    is_adverb,
    is_plural,
    words,
)

_LABELLED = frozenset({"it", "this", "him", "her", "them", "the", "these", "that"})
_NAMING = frozenset({"call", "label", "dub", "brand", "term", "deem"})
_DECLARING = frozenset({"declare", "deem", "proclaim", "pronounce", "rule"})
_COMPLEMENTS = frozenset({"for", "of", "to"})  # "fit to play", "guilty of theft"
_STATES = words("states")
_JUDGING = ("able", "ible", "ful", "less", "ous")  # adjectives end so, and few nouns
_ADDRESSEES = OBJECTS - {"everyone", "journalists", "people", "reporters"}
_NO_LABELS = PERSONAL | PREPOSITIONS | frozenset({"if", "many", "much", "part", "soon", "though", "well"})
_OFTEN = frozenset({"again", "ago", "back", "times", "twice"})  # "called the clerk three times"
_PARTING = CONJUNCTIONS - {"and"}
_NO_PERSON = FINITE | {",", ";", ":"}
_ASIDE = 24  # maximum tokens of an aside about somebody who is called something
_REACH = 12
_OBJECT = 8  # maximum tokens of the object of "declare"
_OBJECT_REACH = 13
_WHAT = 6  # maximum tokens between "what" and the verb
_BEFORE_MARKS = frozenset({",", ":", "that", "-", "–", "—", "“”"})
_NEAR = 3  # tokens to the marks in “cries of “…””, “replied with a simple “…””
_REPORTING = frozenset({"recalled", "recounted", "reported", "reports"})
_RUNNING_ON = words("running_on")
EXAMPLES = frozenset({"as", "like", "including"})


def label_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return what something is called: the quoted words, or the clause in "calls this a farce"; None without one."""
    return _label_after_aside(u, cue, index) or _label(u, cue, index)


def _label(u: Unit, cue: Cue, index: int) -> Content | None:
    named = cue.verb.lemma in _NAMING and not (cue.passive and u.low[index] in {"as", "by"})
    if u.low[index] == "what" or (named and u.low[index] in PREPOSITIONS):
        return None  # "rejected what Roe called “a farce”", "prison terms for “riot”"
    for at in range(index, min(len(u), index + _REACH)):
        if u.kinds[at] == QUOTE:
            return _marked_label(u, cue, index, at)
        if u.kinds[at] == STOP:
            break
        if at > index and u.low[at] in FINITE:
            return None
    if cue.passive:
        return None
    named = cue.verb.lemma in _NAMING and cue.verb.form != "ing"
    return (_unmarked_label(u, cue, index) if named else None) or _judged_content(u, cue, index)


def _unmarked_label(u: Unit, cue: Cue, index: int) -> Content | None:
    """What a thing is called without marks, from the thing on; None without that."""
    behind = u.names_end(index)
    if u.kinds[index] == NAME and u.low[index] == "the" and u.low_at(behind) != "a":
        return None  # "a shop called The Red Door"
    noun = u.low[index] in _LABELLED or (behind > index and u.low_at(behind) in {"a", "an", "the"})
    return (_noun_label(u, cue, index) if noun else None) or _judgement(u, index)


def _noun_label(u: Unit, cue: Cue, index: int) -> Content | None:
    """A thing and the noun phrase that it is called (“called the plan a mistake”); None without one."""
    end = clause_end(u, index)
    what = phrase_from(u, index, end + 1) if u.low[index] == "the" else None
    behind = index + 1 if what is None else what.last + 1
    judged = u.low_at(behind) == "as" and cue.verb.lemma != "call"  # "labels it as a mistake"
    telephoned = behind > end or (u.low[behind] in LINKS and not judged) or is_adverb(u.low[behind])
    alone = telephoned or u.kinds[behind] == STOP  # "which had called the strike, said"
    return None if alone or u.low[end] in _OFTEN else Content(index, end, "label")


def _judgement(u: Unit, index: int) -> Content | None:
    """A thing and the adjective that it is called (“called the plan unfair”); None without one."""
    if not (u.kinds[index] == NAME or u.low[index] in DETERMINERS or u.low[index] in POSSESSIVES):
        return None
    for at in range(index + 1, min(len(u), index + _OBJECT)):
        low, following = u.low[at], u.low_at(at + 1)
        if u.kinds[at] not in {WORD, NAME} or low in LINKS or finite_at(u, at):
            return None
        last = u.kind_at(at + 1) in {"", STOP} or following in LINKS
        if last and (low in _STATES or low.endswith(_JUDGING)) and u.low[at - 1] not in DETERMINERS:
            return Content(index, object_end(u, at), "label")
    return None


def _label_after_aside(u: Unit, cue: Cue, index: int) -> Content | None:
    """The marks after an aside about who is called that (“called Roe, the mayor, a “liar””); None without them."""
    comma = next((at for at in range(index + 1, min(len(u), index + _REACH)) if u.low[at] in _NO_PERSON), index)
    if cue.verb.lemma not in _NAMING or u.low[comma] != "," or QUOTE in u.kinds[index:comma]:
        return None
    closing = range(comma + 2, min(len(u) - 2, comma + _ASIDE))
    marks = next((at + 2 for at in closing if u.low[at] == "," and u.low[at + 1] in {"a", "an"}), comma)
    return Content(marks, marks, "label") if u.kinds[marks] == QUOTE else None


def declared_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """Return what a thing is declared to be, without marks (“declared the search a success”); else None."""
    if cue.verb.lemma not in _DECLARING or cue.passive or not _begins_declared(u, index):
        return None
    for at in range(index + 1, min(len(u), index + _OBJECT)):
        before = u.low[at - 1]
        noun = before not in DETERMINERS or before in _ADDRESSEES
        noun = noun and not (before in LINKS or is_adverb(before))
        further = u.kind_at(at + 1) == WORD and u.low[at + 1] not in LINKS
        if noun and u.low[at] in _STATES and not further:
            return Content(index, object_end(u, at) if u.low_at(at + 1) in _COMPLEMENTS else at, "label")
        if u.kinds[at] not in {WORD, NAME} or finite_at(u, at):
            return None
        if noun and u.low[at] in {"a", "an"}:
            return Content(index, object_end(u, at), "label")
        if noun and u.low[at : at + 2] == ["to", "be"]:
            break
    else:
        return None
    return Content(index, clause_end(u, at), "label")


def _begins_declared(u: Unit, index: int) -> bool:
    """Whether a thing that is declared to be something may begin at a token."""
    low = u.low[index]
    named = u.kinds[index] == NAME or low in DETERMINERS or low in POSSESSIVES or low in _ADDRESSEES
    several = is_plural(low) and u.low[index + 1 : index + 3] == ["to", "be"]  # "proclaimed thieves to be heroes"
    return (named or several) and low not in {"a", "an"}


def names_only(u: Unit, cue: Cue, index: int) -> bool:
    """Return whether a participle only gives a name, without object at `index` (“a page, called “Eels””)."""
    marks = index + 1 if u.low[index] == "here" else index
    if u.kind_at(marks) != QUOTE:
        return False
    if cue.verb.lemma not in _NAMING or cue.verb.form != "past" or _what_before(u, cue):
        return False
    if labels_by_agent(u, cue.first, cue.verb):
        return False
    before = cue.group - 1
    if before < 0 or u.low[before] == "," or u.low[before] in DASHES:
        return before >= 0
    noun = u.kinds[before] == WORD and u.low[before] not in PERSONAL and u.low[before] not in PRONOUNS
    return noun and not cue.passive and RELATIVES.isdisjoint(u.low[max(0, before - _WHAT) : before])


def _what_before(u: Unit, cue: Cue) -> bool:
    """Whether "what" is before the verb ("what he called “a lie”")."""
    return "what" in u.low[max(0, cue.group - _WHAT) : cue.group]


def _judged_content(u: Unit, cue: Cue, index: int) -> Content | None:
    """The content after verbs such as "dismiss", without marks ("dismissed the plan as a trap")."""
    if u.low[index] == "to" and cue.verb.lemma == "refer":
        index += 1
    if u.kind_at(index) not in {WORD, NAME} or u.low[index] in LINKS:
        return None
    end = object_end(u, index)
    for at in range(index + 1, end):
        if u.low[at] == "as":
            owned = u.low[at + 1].endswith(GENITIVES)  # "as Roe’s mistake"
            noun = u.kinds[at + 1] == WORD and u.low[at + 1] not in _NO_LABELS
            return Content(index, end, "label") if owned or noun or u.low[at + 1] in DETERMINERS else None
        if finite_at(u, at) or u.kinds[at] == STOP:
            return None
    return None


def _marked_label(u: Unit, cue: Cue, index: int, at: int) -> Content:
    judged = cue.verb.lemma != "call" and u.low_at(at + 1) == "as"
    if judged and at > index and "as" not in u.low[index:at]:
        return Content(index, object_end(u, index), "object")  # "dismissed his “red period” as childish"
    again = next((i for i in u.marked(at + 1, at + 7)), None)
    if again is not None and (
        u.low[again - 1] == "("  # “ein Fehler” (“a mistake”)
        or any(verb_at(u, i) is not None or finite_at(u, i) for i in range(at + 1, again))
    ):
        again = None
    if again is not None and u.low[again - 1] not in {",", "as"}:
        return Content(index, again, "object")
    alone = u.low[index:at] == ["as"] or (at == index + 1 and u.low[index] in DETERMINERS)
    if _what_before(u, cue) and at > index:
        return Content(at, at, "label") if alone else Content(index, object_end(u, index), "object")
    named = cue.verb.lemma in _NAMING or "as" in u.low[index:at]
    modified = at < len(u) - 1 and u.kinds[at + 1] == WORD and u.low[at + 1] not in LINKS and u.stop(at) != ","
    return Content(index, object_end(u, index), "object") if modified and not named else Content(at, at, "label")


def object_with_marks(u: Unit, index: int) -> Content | None:
    """Return a noun phrase with quoted words in it: "stressed the “historic relations” of both"; else None."""
    if u.low[index] in LINKS or u.kinds[index] in {STOP, QUOTE} or _has_participle_with_content(u, index):
        return None
    for at in range(index + 1, min(len(u), index + _OBJECT_REACH)):
        if u.kinds[at] == QUOTE:
            named = u.low[at - 1] in {"called", "song", "book", "film", "slogan"}
            return None if named else Content(index, object_end(u, index), "object")
        if u.kinds[at] == STOP or u.low[at] in FINITE or u.low[at] in _PARTING or u.low[at] in {"what", "which"}:
            return None  # "wrote a note in which she called it “late”"
    return None


def _has_participle_with_content(u: Unit, at: int) -> bool:
    """Whether a participle of saying at `at` introduces something itself (“replied saying “…””)."""
    verb = cue_verbs().get(u.low[at])
    return verb is not None and verb.form == "ing" and not {"b", "t"}.isdisjoint(verb.frames)


def introduced_marks(u: Unit, cue: Cue, index: int, at: int, previous: str) -> Content | None:
    """Return the marks at `at` as the content of a cue; None where the cue does not introduce them.

    Args:
        u: The unit.
        cue: The cue.
        index: The token after the cue and its adverbs.
        at: The token of the marks.
        previous: The word before the marks.
    """
    far = previous == ":" or (previous == "," and at > index + 1)
    if far and "p" not in cue.verb.frames and u.stop(at) == "," and _is_followed_by_cue(u, cue, at):
        return None  # "defends it on the air: “…,” the mayor says to us"
    if not _introduces(u, cue, index, at, previous):
        return None
    alone = cue.verb.frames == "q" and cue.last > cue.first
    return Content(at, at, "marks") if alone else _marks(u, at)


def _is_followed_by_cue(u: Unit, cue: Cue, marks: int) -> bool:
    """Whether "X said" follows the marks; a speaker before them is relayed by X (“told us, “…,” the Post reported”)."""
    at = closing_cue(u, marks + 1)
    return at is not None and not (cue.verb.lemma == "tell" and u.low[at] in _REPORTING)


def _introduces(u: Unit, cue: Cue, index: int, at: int, previous: str) -> bool:
    """Whether the cue introduces the marks at `at`: right after it, or after a comma, a colon, "with"."""
    if ("q" not in cue.verb.frames and "l" not in cue.verb.frames) or (at == cue.last + 1 and _attributive(u, at)):
        return False
    near = previous in {"against", "of", "with"} or u.low[index : index + 2] in (["with", "a"], ["with", "an"])
    talking = cue.verb.frames == "q" and cue.last > cue.first and at == index + 1 and previous in DETERMINERS
    return at == index or talking or previous in _BEFORE_MARKS or (near and at - index <= _NEAR)


def _marks(u: Unit, at: int) -> Content:
    """The marked span that is the content, with the rest of the clause when it continues after the marks."""
    following = at + 1
    if u.kind_at(following) not in {WORD, NAME} or u.stop(at) in SPEECH_STOPS:
        return Content(at, at, "marks")
    low = u.low[following]
    third = u.low_at(following + 1)
    beside = low == "as" and opens_clause(u, following + 1)  # “shouted “shame” as the vote was read out”
    joined = (low in _RUNNING_ON and not beside) or (
        low == "and" and not (third in cue_verbs() or third in FINITE or third in PERSONAL)
    )
    if joined or low in FINITE:
        return Content(at, clause_end(u, at), "bare")
    return Content(at, at, "marks")


def _attributive(u: Unit, at: int) -> bool:
    """Whether a quoted word right after a verb only modifies the noun after it (“offering “royal” dinners”)."""
    if " " in u.word(at) or u.stop(at) in SPEECH_STOPS or u.kind_at(at + 1) != WORD:
        return False
    low = u.low[at + 1]
    other = low in FUNCTION_WORDS or low in OBJECTS or is_adverb(low)
    return not other and u.text[u.starts[at] + 1].islower() and not finite_at(u, at + 1)
