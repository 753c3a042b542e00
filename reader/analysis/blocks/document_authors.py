"""Find the author of a document that a lead-in mentions ("The petition says:", "From the transcript:")."""

from collections.abc import Container, Iterator

from reader.analysis.blocks.passages import FURNITURE, PROSE, Passage
from reader.analysis.sources.owners import WORKS, owner_of_noun
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_of_verb
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import WORD, Unit
from reader.analysis.words.grammar import BE, ISSUING, can_speak, is_participle, is_role, without_genitive
from reader.analysis.words.memo import FormCache
from reader.analysis.words.weights import score

POINTERS = frozenset({"it", "they", "this"})  # pronouns by which a lead-in refers to an earlier text
JOINT = frozenset({"agreement", "contract", "convention", "deal", "treaty"})  # made by two, so not one's words
_ARTICLES = frozenset({"a", "an", "another", "some", "that", "the", "this"})
_ARTICLE = 5  # maximum tokens from an article to its noun
_PASSAGES = 2  # author's passages before a lead-in that are searched for the maker
_BACK = 8  # passages before a lead-in that are checked, quotations included
_OBJECT = 10  # maximum tokens from a verb of making to the work
_AGENT = 5  # maximum tokens from a work to the "by" before its maker


def works(u: Unit) -> list[int]:
    """Return the tokens of a unit that are nouns for texts and films, or for parts of them."""
    names = map(_CALLED.__getitem__, u.low)
    return [at for at, name in enumerate(names) if name is not None and (u.kinds[at] == WORD or at == 0)]


def document_author(
    text: str, parts: list[Passage], leadin: int, nouns: frozenset[str | None] | None, quoted: Container[int]
) -> tuple[Unit, Phrase] | None:
    """Return the author of a work named by `nouns`, from passage `leadin` or the author's passages before it.

    Each reading has named features; None where none scores above 0. Without `nouns` any work of the passage itself
    counts ("It says:"). The passages in `quoted` are quotations.
    """
    best: tuple[float, Unit, Phrase] | None = None
    seen = 0
    furthest = leadin if nouns is None else max(0, leadin - _BACK)
    for index in range(leadin, furthest - 1, -1):
        passage = parts[index]
        if index in quoted or passage.kind not in PROSE or FURNITURE.match(passage.text):
            continue
        units = passage.units(text)
        for u, _ in reversed(units):
            for at, relation, phrase in _works_with_maker(u):
                same = nouns is None or document_noun(u, at) in nouns
                features = [relation, phrase.kind, *["same word"] * same, *["further back"] * seen]
                reached = score("maker", features)
                if reached > 0 and (best is None or reached > best[0]):
                    best = reached, u, phrase
        seen += 1
        if seen > _PASSAGES:
            break
    return None if best is None else best[1:]


def document_noun(u: Unit, at: int) -> str | None:
    """Return the noun for a text or film at a token, without its endings; None for any other word."""
    return _CALLED[u.low[at]]


def _called(low: str) -> str | None:
    work = without_genitive(low)
    return work.removesuffix("s") if work in WORKS else None


_CALLED = FormCache(_called)


def last_document(u: Unit, limit: int) -> tuple[Unit, Phrase] | None:
    """Return the last text named before token `limit`, to which a following "it" refers."""
    for at in reversed(works(u)):
        article = next((k for k in range(at, max(-1, at - _ARTICLE), -1) if u.low[k] in _ARTICLES), None)
        phrase = None if article is None else phrase_from(u, article, limit)
        if phrase is not None and phrase.head_last == at:
            return u, phrase
    return None


def _works_with_maker(u: Unit) -> Iterator[tuple[int, str, Phrase]]:
    """The works of a unit, each with its maker and the construction that says so."""
    for at in works(u):
        owner = owner_of_noun(u, at)
        if owner is not None and _can_make(u, owner):
            yield at, "owner", owner
        behind = at + 2 if u.low[at + 1 : at + 2] == [","] else at + 1
        if behind < len(u) and (is_participle(u.low[behind]) or u.low[behind] in ISSUING):
            by = next((k for k in range(behind + 1, min(len(u) - 1, behind + _AGENT)) if u.low[k] == "by"), None)
            agent = None if by is None else phrase_from(u, by + 1, len(u))
            if agent is not None and _can_make(u, agent):
                yield at, "agent", agent
        verb = next((k for k in range(at - 1, max(0, at - _OBJECT), -1) if u.low[k] in ISSUING), None)
        if verb is None or u.low[verb - 1] in BE:
            continue
        subject = subject_of_verb(u, verb)
        if subject is not None and _can_make(u, subject):
            yield at, "issuer", subject


def _can_make(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a single possible author: a name, a pronoun, a person or a body, but not a text."""
    low = u.low[phrase.head_last]
    return phrase.kind != "noun" or (document_noun(u, phrase.head_last) is None and (is_role(low) or can_speak(low)))
