"""Read the role and the body of an unnamed source: "a Foreign Office official"."""

from reader.analysis.voices.names.lists import entries, role_of
from reader.analysis.voices.names.names import Names
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.roles.belonging import BONDS, body_behind
from reader.analysis.voices.roles.phrase_reading import described
from reader.analysis.voices.roles.role_phrases import Role
from reader.analysis.voices.roles.tokens import ARTICLES, Tokens, tokens_around
from reader.analysis.words.grammar import DETERMINERS

WORDS = 5  # maximum words of a description that is taken for a role


def of_unnamed(text: str, referent: Referent, names: Names) -> Role | None:
    """Return role and body of an unnamed source ("a Foreign Office official") whose words name a body or a person."""
    label = referent.label
    if label is None or referent.body:
        return None
    t = tokens_around(text, label.start, names)
    first, end = t.at(label.start), t.past(label.end)
    apposed = described(t, end + 1) if t.low(end) == "," and t.low(end + 1) in {"a", "an"} else None
    return apposed or _with_body(t, first, end, plural=referent.plural) or _by_noun(t, first, end, referent)


def _with_body(t: Tokens, first: int, end: int, *, plural: bool) -> Role | None:
    """Role and body of an unnamed source with a body in or after its words: "a spokeswoman for Delta Trust"."""
    one = t.low(first) == "one"
    told = None if one and t.low(first + 1) == "of" else described(t, first + (one or t.low(first) in ARTICLES), end)
    tie = None if told is None else told.affiliation
    if told is not None and tie is not None and t.bond_before(t.at(tie.start)) in BONDS:
        return Role(None, tie) if plural else told
    inside = [t.name_at(at) for at in range(first + 1, end) if t.bond_before(at) in BONDS]
    tail = next((name for name in inside if name is not None and not name.place), None)
    if tail is not None and tail.body and tail.words[-1].removesuffix("s") not in entries("demonyms"):
        return Role(None, tail.span)  # but "26 percent of Democrats"
    tie = body_behind(t, end) if tail is None and t.low(end) in BONDS else None
    return None if tie is None else Role(None, tie)


def _by_noun(t: Tokens, first: int, end: int, referent: Referent) -> Role | None:
    """The role in the label of an unnamed source, with a body before it, or an office: "a senior official"."""
    noun = next((at for at in range(first, end) if t.low(at) == referent.noun), None)
    kind = None if referent.plural or noun is None else role_of(referent.noun)
    if noun is None or kind is None:
        return None
    inside = [name for name in map(t.name_at, range(first, end)) if name is not None and not name.place]
    tie = next((name.span for name in inside if name.body and not name.platform), None)
    owner = next((t.behind(name) for name in inside if name.owner), None)
    if tie is not None or (kind == "official" and owner is not None):
        return Role(t.span(noun, noun + 1), tie, referent.noun)
    lead = first + 1 if t.low(first) in DETERMINERS else owner
    if kind != "official" or lead is None or not lead <= noun < lead + WORDS:
        return None
    return Role(t.span(lead, noun + 1), None, referent.noun)
