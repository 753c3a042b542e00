"""Recognise remarks of the author: a shell noun or a phrase after a dash behind the content, or a note in brackets."""

from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, PARENTHESIS, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import PREPOSITIONS, words
from reader.analysis.words.lexicon import table

_LANGUAGES = words("languages")
_ADDED = ("(and ", "(but ", "(which ", "(who ")
_FIRST_PERSON = ("I ", "I'", "I’")
_REMARK = 2  # minimum blanks in a bracket that is a remark, not an abbreviation
_REMARKING = words("remarking")
_SHELLS = words("shells") | table("cue_nouns").keys()
_SHELL = 5  # maximum tokens from an article to the noun


def begins_remark(u: Unit, at: int) -> bool:
    """Return whether a dash begins a remark of the author's: it is between spaces and no second dash closes it.

    After "and" or "but" the remark has a verb of its own (" – and that it leaks" continues the content).
    """
    if at + 3 < len(u) and u.low[at + 1] in {"and", "but"}:
        that = u.low[at + 2] == "that" and not finite_at(u, at + 3)
        phrase = u.low[at + 2] in PREPOSITIONS or u.low[at + 2] in {"not", "only"}
        if that or phrase or (u.low[at + 2] == "the" and not opens_clause(u, at + 2)):
            return False
    return (
        u.text[u.starts[at] - 1].isspace()
        and u.kinds[at - 1] != QUOTE
        and at + 1 < len(u)
        and u.low[at + 1] in _REMARKING
        and not any(u.low[i] == u.low[at] for i in range(at + 1, min(len(u), at + 40)))
    )


def begins_shell_noun(u: Unit, comma: int) -> bool:
    """Return whether a shell noun for the whole clause follows the comma (“, a step that angered many”).

    After a name the noun may refer to that instead.
    """
    at = comma + 1 + (u.low[comma + 1] == "in")
    if u.low_at(at) not in {"a", "an", "another", "the"} or (u.kinds[comma - 1] == NAME and at == comma + 1):
        return False
    noun = next((i for i in range(at + 1, min(len(u), at + _SHELL)) if u.low[i] in _SHELLS), 0)
    subject = noun + 1 < len(u) and finite_at(u, noun + 1)
    return noun > 0 and not subject and all(u.kinds[i] == WORD for i in range(at + 1, noun))


def is_note(u: Unit, at: int) -> bool:
    """Return whether the token is an editor's note in square brackets, or a remark of the author in round ones."""
    if u.kinds[at] != PARENTHESIS:
        return False
    if u.text[u.starts[at] + 1 : u.ends[at] - 1].lower() in _LANGUAGES:
        return True
    begin, end = u.starts[at], u.ends[at]
    if u.text[begin] == "[" or u.text.startswith(_ADDED, begin) or u.text[end - 2] in "?!":
        return True
    inner = u.text[begin + 1 : end - 1].lstrip()
    return inner.count(" ") >= _REMARK and (inner[0].islower() or inner.startswith(_FIRST_PERSON))
