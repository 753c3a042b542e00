"""What counts as a saying: a cue with content and a source that uses words, no thought and no denied saying."""

from reader.analysis.contents import Content
from reader.analysis.cues import Cue
from reader.analysis.found import marks_in
from reader.analysis.grammar import speaks
from reader.analysis.phrases import Phrase
from reader.analysis.units import Unit

_DOCUMENTS_ONLY = frozenset({"show", "prove", "demonstrate", "imply", "illustrate", "mean"})
_NAMED = frozenset({"identified", "named", "quoted"})
_AGENTS = ("ers", "ists", "ors")
_OF_THINGS_TOO = frozenset({"promise", "threaten"})
_NOBODY = frozenset({"anyone", "anybody", "nobody", "whoever"})


def counts(u: Unit, cue: Cue, content: Content, source: Phrase | None, *, thoughts: bool) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether this cue with this content is a saying: no thought, no denied saying, none without a source."""
    if thoughts:
        held = content.how == "wh" or marks_in(u, content)
        return source is not None or cue.passive or (held and cue.verb.form != "base")
    if source is not None and u.low[source.head_last] in _NOBODY:
        return False
    if content.how == "wh" and cue.verb.kind != "asking":
        return False
    if content.how == "infinitive" and (cue.verb.kind not in {"asking", "saying"} or u.low[content.last] in _NAMED):
        return False
    if content.how == "infinitive" and (_unnamed(u, content) or _portends(u, cue, source)):
        return False
    if cue.verb.kind == "showing" and (source is None or not _uses_words(u, cue, source)):
        return False
    if cue.passive and content.how != "that" and source is None:
        return False
    if marks_in(u, content):
        return cue.verb.kind != "thinking" or content.how == "marks"
    if cue.verb.kind == "thinking" or cue.negated:
        return False
    return source is not None or cue.passive


def _unnamed(u: Unit, content: Content) -> bool:
    """Whether it is only "not to be named"."""
    return any(
        u.low[at] in _NAMED and u.low[at - 1] == "be" for at in range(content.first + 2, min(content.first + 5, len(u)))
    )


def _portends(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether what threatens or promises to happen is a thing ("storms threaten to close the port")."""
    if cue.verb.lemma not in _OF_THINGS_TOO or source is None or source.kind == "pronoun":
        return False
    plain = source.kind == "noun" or (source.head_first == source.head_last == 0 and u.low[0].endswith("s"))
    head = u.low[source.head_last]
    return plain and not (speaks(head) or head.endswith(_AGENTS))


def _uses_words(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether a verb of showing has a source that uses words: a document or speaker, no event or thing."""
    head = u.low[source.head_last]
    if source.kind == "noun":
        return speaks(head)
    if source.kind == "pronoun":
        return head in {"he", "she", "they", "who"}
    return cue.verb.lemma not in _DOCUMENTS_ONLY


def in_relative(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether the cue stands in a relative clause between commas (“X, who said …, left”)."""
    at = cue.group - 1
    if source is not None and source.first > 1 and source.last == at:
        at = source.first - 1
    return at > 0 and u.low[at] in {"who", "which"} and u.low[at - 1] == ","
