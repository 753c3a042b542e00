"""Find quotation marks that a cue introduces: right after it, after a comma, a colon or a noun for words."""

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.closings import closing_cue
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs
from reader.analysis.words.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    SPEECH_STOPS,
    cue_verbs,
    is_adverb,
    words,
)

_BEFORE_MARKS = frozenset({",", ":", "that", "-", "–", "—", "“”"})
_NEAR = 3  # tokens to the marks in “cries of “…””, “replied with a simple “…””
_REPORTING = frozenset({"recalled", "recounted", "reported", "reports"})
_RUNNING_ON = words("running_on")
_WORDED = 8  # tokens to the marks in “chanted slogans against the dam such as “…””
_WORDINGS = words("wordings")
EXAMPLES = frozenset({"as", "like", "including"})


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
    worded = "q" in cue.verb.frames and _has_noun_for_words(u, index, at, previous)
    if not (worded or _introduces(u, cue, index, at, previous)):
        return None
    alone = worded or (cue.verb.frames == "q" and cue.last > cue.first)
    return Content(at, _end_of_list(u, at), "marks") if alone else _marks(u, cue, at)


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


def _has_noun_for_words(u: Unit, index: int, at: int, previous: str) -> bool:
    """Whether a noun for words connects a verb with marks (“chanted slogans against the dam such as “…””)."""
    near = at - index <= _WORDED and (previous in EXAMPLES or previous in _WORDINGS)
    return near and u.low[index] != "with" and not _WORDINGS.isdisjoint(u.low[index:at])


def _marks(u: Unit, cue: Cue, at: int) -> Content:
    """The marked span that is the content, with the rest of the clause when it continues after the marks."""
    row = _end_of_list(u, at)
    if row > at:
        return Content(at, row, "marks")
    following = at + 1
    if following >= len(u) or u.kinds[following] not in {WORD, NAME} or u.stop(at) in SPEECH_STOPS:
        return Content(at, at, "marks")
    low = u.low[following]
    third = u.low_at(following + 1)
    beside = low == "as" and opens_clause(u, following + 1)  # “shouted “shame” as the vote was read out”
    joined = (low in _RUNNING_ON and not beside) or (
        low == "and" and not (third in cue_verbs() or third in FINITE or third in PERSONAL)
    )
    if joined or (low in FINITE and not _is_main_verb(u, cue, following)):
        return Content(at, clause_end(u, at), "bare")
    return Content(at, at, "marks")


def _is_main_verb(u: Unit, cue: Cue, at: int) -> bool:
    """Whether the only finite verb is at a token, so that the cue is in its subject (“Saying “no” is odd”)."""
    later = (u.low[verb - 1] not in AUXILIARIES for verb in finite_verbs(u, at + 1, len(u)))
    return cue.verb.form in {"base", "ing"} and not (finite_between(u, 0, cue.first) or any(later))


def _attributive(u: Unit, at: int) -> bool:
    """Whether a quoted word right after a verb only modifies the noun after it (“offering “royal” dinners”)."""
    if " " in u.word(at) or u.stop(at) in SPEECH_STOPS or at + 1 >= len(u) or u.kinds[at + 1] != WORD:
        return False
    low = u.low[at + 1]
    other = low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS or low in OBJECTS or is_adverb(low)
    return not other and u.text[u.starts[at] + 1].islower() and not finite_at(u, at + 1)


def _end_of_list(u: Unit, first: int) -> int:
    """The last of a list of marked spans that begins at `first`, with “and” before it (“Go,” “Stay” and “Sit”)."""
    last = first
    at = first + 1
    while at < len(u) and (u.kinds[at] == QUOTE or u.low[at] in {",", "and", "or"}):
        if u.kinds[at] == QUOTE:
            last = at
        at += 1
    return last if any(u.low[i] in {"and", "or"} for i in range(first, last)) else first
