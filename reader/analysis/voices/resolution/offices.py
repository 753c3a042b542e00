"""Find the holder of an office ("the president"), of several or one who is named later."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import fold, marked, role_of, singular
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.roles.appositions import role_after
from reader.analysis.voices.roles.premodifiers import role_before
from reader.analysis.voices.roles.role_phrases import Role
from reader.analysis.words.grammar import GENITIVES
from reader.model import Span

OFFICES = frozenset(
    {"chairman", "chairwoman", "chancellor", "governor", "king", "mayor", "minister", "premier", "president", "queen"}
)
"""Offices with a single holder, so that the title alone identifies the person."""


class _Rank(Enum):
    """How a person holds an office."""

    FREE = "by the title alone"
    BOUND = "of a body"
    LESSER = "once, or in the place of another"


_LESSER = frozenset({"assistant", "deputy", "ex", "former", "interim", "late", "lieutenant", "then", "vice"})
_TOGETHER = re.compile(r"\s(?:and|&)\s(?:[\w.’'-]+\s){0,4}")
_PLACES = 6  # mentions of a name that are searched for the office


def holder(
    discourse: Discourse, place: AnaphorPlace, nouns: set[str], best: Referent, called: list[Occurrence]
) -> Referent | None:
    """Return the holder to which an office ("the president") refers; None where two are equally likely.

    A holder with the title alone ("President Orlin") comes first, then the holder of a body's office ("president of the
    Delta Bank"), then a former or lesser one ("vice president"). Of several with the title alone it is the last
    subject.

    `nouns` are the words for the office, `called` the last occurrence of each holder, nearest first; `best` is chosen
    by other features.
    """
    ranks = {id(occurrence.who): _rank(discourse, occurrence.who, nouns) for occurrence in called}
    free = [occurrence for occurrence in called if ranks[id(occurrence.who)] is _Rank.FREE]
    if not free:
        return best
    nearest = free[0]
    if ranks[id(best)] is not _Rank.FREE:
        seen = next(occurrence for occurrence in called if occurrence.who is best)
        if seen.start > nearest.start and ranks[id(best)] is _Rank.BOUND:
            far = discourse.paragraph(place.start) - discourse.paragraph(nearest.start) > PARAGRAPHS
            return best if far else None
        best = nearest.who
    beside = [occurrence for occurrence in free if discourse.where(occurrence.start) == discourse.where(nearest.start)]
    if any(_TOGETHER.fullmatch(discourse.article.text, one.end, nearest.start) for one in beside[1:]):
        return None
    leading = [each for each in beside if not each.owner and "subject" in discourse.position(each).traits]
    if len(leading) == 1:
        return leading[0].who
    return best if len(beside) == 1 else None


def _rank(discourse: Discourse, referent: Referent, nouns: set[str]) -> _Rank:
    """How an office is given to a person: by the title alone, as a body’s or in other words, or as a lesser one."""
    text, rank = discourse.article.text, _Rank.BOUND
    places = [*referent.names[:_PLACES], *discourse.titled.get(id(referent), ())[:_PLACES]]
    for told, role in said_beside(discourse, places):
        if fold(told.noun).rstrip(".") not in nouns:
            continue
        lesser = not _LESSER.isdisjoint(role.of(text).lower().replace("-", " ").split())
        if not lesser and told.affiliation is None:
            return _Rank.FREE
        rank = _Rank.LESSER if lesser else rank
    return rank


def said_beside(discourse: Discourse, places: Iterable[Name]) -> Iterator[tuple[Role, Span]]:
    """Yield the role next to a name at some of its mentions, and the words of that role."""
    for name in places:
        for read in (role_before, role_after):
            told = read(discourse.article.text, name, discourse.names)
            if told is not None and told.role is not None:
                yield told, told.role


_AHEAD = 2500  # maximum characters from the phrase to the name
_CHECKED = 3  # mentions of a name that are searched for the office
_STEM = 3  # letters shared by a country and its adjective
_WORD = re.compile(r"[\w-]+")
_LITTLE = frozenset({"a", "an", "at", "by", "for", "from", "in", "its", "of", "on", "s", "the", "to", "with"})


def named_later(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the only person named later as holder of an office ("Harbour Minister Ada Roe"); else None.

    The words of the phrase in lower case must also be in the role that the text gives that person, and both must name
    the same country or body.
    """
    office = role_of(mention.noun) == "official" or mention.noun in marked("roles", "executive")
    if mention.plural or not office:
        return None
    if not mention.definite:
        return _named_next(discourse, mention)
    text, start = discourse.article.text, mention.core.start
    near = {id(s.who): s.who for s in discourse.between(start, start + _AHEAD) if id(s.who) not in place.excluded}
    people = [who for who in near.values() if who.person and not (who.noun or who.joint)]
    told = [(who, role.of(text)) for who in people for role in _roles(discourse, who, mention.noun)]
    holders = {id(who): who for who, _ in told}
    who = next(iter(holders.values())) if len(holders) == 1 else None
    if who is None or not who.names or who.names[0].start < start:
        return _named_next(discourse, mention)
    return who if any(_agree(mention.core.of(text), role) for _, role in told) else None


def _named_next(discourse: Discourse, mention: Mention) -> Referent | None:
    """Return the person whose full name begins the sentence after an office with an owner, as in "Tarn’s mayor".

    None after "a mayor", and where that sentence gives the person a role.
    """
    if not any(word.endswith(GENITIVES) for word in mention.core.of(discourse.article.text).split()[:-1]):
        return None
    paragraph, here = discourse.where(mention.core.start)
    cut = discourse.sentences(paragraph)
    name = discourse.names.at(cut[here + 1].start) if here + 1 < len(cut) else None
    who = None if name is None or name.titled or len(name.words) == 1 else discourse.roster.find(name)
    if name is None or who is None or not who.person or who.names[0] is not name:
        return None
    return None if any(said_beside(discourse, [name])) else who


def _roles(discourse: Discourse, who: Referent, noun: str) -> Iterator[Span]:
    """The words for an office that the text gives a person, at the first mentions of their name."""
    for told, role in said_beside(discourse, who.names[:_CHECKED]):
        if singular(told.noun.strip(".")) == noun and "former" not in role.of(discourse.article.text).lower():
            yield role


def _agree(phrase: str, role: str) -> bool:
    """Whether a role has the phrase's words in lower case and the same country or body, where both name one."""
    small = {fold(singular(w)) for w in _WORD.findall(phrase) if w.islower() and w not in _LITTLE}
    if not small <= {fold(singular(word)) for word in _WORD.findall(role)}:
        return False
    theirs, own = _proper(phrase, small), _proper(role, small)
    return not (theirs and own) or bool(theirs & own)


def _proper(words: str, small: set[str]) -> set[str]:
    """The first letters of the capitalised words that name a country or a body."""
    capitals = (word for word in _WORD.findall(words) if word[0].isupper() and word not in {"A", "An", "The"})
    return {word[:_STEM] for word in capitals if role_of(word) is None and fold(word) not in small}
