"""Decide how far the content of a cue extends, before and after the words next to it."""

from reader.analysis.content.utterances import content_before
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.sources.shared_speakers import is_inserted_participle
from reader.analysis.syntax.adjuncts import AT_ONE, occasion_noun
from reader.analysis.syntax.boundaries import closes_subject_modifier
from reader.analysis.syntax.closings import adjunct_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, frames_at, subject_end, verb_at
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_participle,
)

_ASIDE = 12  # maximum tokens from a dash to the cue of the aside that it opens


def content_extent(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> Content:
    """Return the content to the right of a cue, as far as it extends there.

    Args:
        u: The unit.
        cue: The cue.
        content: The content next to the cue.
        source: The source of the cue.
    """
    modifies = _modifies_subject(u, cue)
    if is_inserted_participle(u, cue) or is_in_restrictive_clause(u, cue) or _is_in_aside(u, cue, source):
        content = _up_to_main_verb(u, content)
    if content.how in {"that", "bare"} and (modifies or is_in_restrictive_clause(u, cue)):
        content = Content(content.first, subject_end(u, content.first, content.last), content.how)
    if content.how == "infinitive" and modifies:
        content = Content(content.first, subject_end(u, content.first, content.last, begun=True), content.how)
    if content.how == "bare" and _is_in_subject_relative(u, cue, source):
        begun = _is_verb(u, content.first)
        content = Content(content.first, subject_end(u, content.first, content.last, begun=begun), content.how)
    content = _up_to_dash(u, cue, content)
    if content.how in {"that", "bare"} and _introduces_marks(u, content):
        return with_marks_after_colon(u, content)
    return _without_occasion(u, content) if content.how in {"that", "bare", "infinitive", "wh"} else content


def _up_to_dash(u: Unit, cue: Cue, content: Content) -> Content:
    """The content up to the dash that closes the aside of its cue (“the weir -- which Roe says leaks -- is shut”)."""
    opening = next((at for at in range(cue.group - 1, max(0, cue.group - _ASIDE), -1) if u.kinds[at] == STOP), 0)
    dash = u.low[opening] if u.low[opening] in DASHES else None
    closing = next((at for at in range(content.first + 1, content.last) if u.low[at] == dash), content.last + 1)
    return Content(content.first, closing - 1, content.how)


def _modifies_subject(u: Unit, cue: Cue) -> bool:
    """Whether a cue is a participle in the subject of the unit (“A petition asking him to go has been signed”)."""
    participle = cue.verb.form == "ing" and cue.group == cue.first > 1 and u.kinds[cue.first - 1] in {WORD, NAME}
    return participle and u.low[cue.first - 1] not in PREPOSITIONS and not finite_between(u, 0, cue.first - 1)


def _is_in_aside(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether a cue is a participle in an aside after its source (“Roe, in a post saying that it leaks, cites him”)."""
    comma = len(u) if source is None else source.last + 1
    if cue.verb.form != "ing" or comma >= cue.group:
        return False
    inside = u.low[comma] == "," and "," not in u.low[comma + 1 : cue.first]
    begins = u.low[cue.group - 1] == ","  # "A post published in May, claiming that it leaks, cites him"
    comma += begins and is_participle(u.low[comma])
    return (inside or begins) and not finite_between(u, comma, cue.first - 1)


def _is_in_subject_relative(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether a cue with its subject is in a relative clause that modifies the subject of another clause.

    That is “A plant which Roe says is quiet” in “A plant which Roe says is quiet will close”.
    """
    relative = -1 if source is None else source.first - 1
    if source is None or relative < 1 or source.last + 1 < cue.group or u.low[relative] not in RELATIVES:
        return False
    relative -= u.low[relative - 1] in PREPOSITIONS  # "the house in which Roe says she was born"
    noun = None if u.kinds[relative - 1] not in {WORD, NAME} else subject_before(u, relative)
    if noun is None or noun.last != relative - 1 or finite_at(u, relative - 1):
        return False
    return opens(u, noun.first) or u.kinds[noun.first - 1] == STOP or u.low[noun.first - 1] in CONJUNCTIONS


def _is_verb(u: Unit, at: int) -> bool:
    """Whether the verb of a relative clause is at a token, and not its subject (“which Roe says pays for it”)."""
    low, behind = u.low[at], u.low_at(at + 1)
    if u.kinds[at] != WORD or low in DETERMINERS or low in POSSESSIVES or low in PERSONAL:
        return False
    takes = behind in DETERMINERS or behind in POSSESSIVES or behind in PREPOSITIONS or is_adverb(behind)
    return takes or finite_at(u, at) or (at + 1 < len(u) and finite_at(u, at + 1) and low.endswith("s"))


def fronted_content(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: UnitFindings) -> list[Content]:
    """Return the content before "X said" in a clause that continues after it: “The weir, X said, “leaks at night””."""
    if source is None or source.first < 2 or u.low[source.first - 1] != "," or cue.verb.form == "ing":  # noqa: PLR2004 - a word and a comma
        return []
    if source.last + 2 < cue.group or content.how != "marks":
        return []
    split = u.low[content.first - 1] == "," and adjunct_end(u, cue.last + 1) == content.first - 1
    if not split or not u.word(content.first).lstrip("\"'“‘«„")[:1].islower():
        return []
    return content_before(u, source.first - 1, found.taken)


def is_in_restrictive_clause(u: Unit, cue: Cue) -> bool:
    """Return whether the verb is in a relative clause that restricts its noun (“voters who like Roe say”)."""
    at = cue.group - 1
    return at > 0 and u.low[at] in {"who", "which", "that"} and u.kinds[at - 1] in {WORD, NAME}


def each_marks(u: Unit, content: Content) -> list[Content]:
    """Return each marked span by itself where the content is only a list of them (“chanted “Go” and “Stay””)."""
    marks = u.marked(content.first, content.last)
    between = set(range(content.first, content.last)).difference(marks) if len(marks) > 1 else ()
    row = len(marks) > 1 and all(u.kinds[at] == STOP or u.low[at] in {"and", "or"} for at in between)
    return [Content(at, at, "marks") for at in marks] if row else [content]


def _without_occasion(u: Unit, content: Content) -> Content:
    """The content without the occasion at its end, where nothing in it is itself written or said.

    That is “it leaks” in “said that it leaks in a statement” and “to resign” in “urged him to resign in a petition”.
    """
    begins = range(content.first + 2, content.last - 1)
    for at in begins if not AT_ONE.isdisjoint(u.low[begins.start : begins.stop]) else ():
        if verb_at(u, at) is not None:
            break
        if 0 < occasion_noun(u, at) <= content.last:
            return Content(content.first, at - 1, content.how)
    return content


def with_marks_after_colon(u: Unit, content: Content) -> Content:
    """Return the content with the marks that a colon adds to its clause at the end of the unit."""
    at = content.last + 1
    last = len(u) - 1
    while last > at and u.kinds[last] == STOP:
        last -= 1
    if content.how not in {"that", "bare", "wh"} or at >= last or u.low[at] != ":":
        return content
    return Content(content.first, last, content.how)


def _introduces_marks(u: Unit, content: Content) -> bool:
    """Whether a source in a clause says the marks after its colon (“said that a man had shouted: “Out!””)."""
    at = content.last + 1
    if u.low_at(at) != ":" or u.kind_at(at + 1) != QUOTE:
        return False
    return any("q" in frames_at(u, index) for index in range(content.first + 2, at))


def _up_to_main_verb(u: Unit, content: Content) -> Content:
    """The content up to the comma before the main verb, where the cue is a participle after the subject."""
    for at in range(content.first + 1, content.last):
        if u.low[at] == "," and finite_at(u, at + 1) and not closes_subject_modifier(u, content.first, at):
            return Content(content.first, at - 1, content.how)
    return content
