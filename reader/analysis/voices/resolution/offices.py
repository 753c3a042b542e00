"""Find the holder of an office who is named later in the text ("the harbour minister … Ada Roe")."""

from collections.abc import Iterable, Iterator

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import marked, role_of, singular
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.analysis.voices.roles.appositions import role_after
from reader.analysis.voices.roles.premodifiers import role_before
from reader.analysis.voices.roles.role_phrases import Role
from reader.model import Span


def said_beside(discourse: Discourse, places: Iterable[Name]) -> Iterator[tuple[Role, Span]]:
    """Yield the role next to a name at some of its mentions, and the words of that role."""
    for name in places:
        for read in (role_before, role_after):
            told = read(discourse.article.text, name, discourse.names)
            if told is not None and told.role is not None:
                yield told, told.role


_AHEAD = 2500  # maximum characters from the phrase to the name
_CHECKED = 3  # mentions of a name that are searched for the office


def named_later(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the only person named later as holder of an office ("Harbour Minister Ada Roe"); else None."""
    office = role_of(mention.noun) == "official" or mention.noun in marked("roles", "executive")
    if mention.plural or not office or not mention.definite:
        return None
    start = mention.core.start
    near = {id(s.who): s.who for s in discourse.between(start, start + _AHEAD) if id(s.who) not in place.excluded}
    people = [who for who in near.values() if who.person and not (who.noun or who.joint)]
    holders = [who for who in people if any(_roles(discourse, who, mention.noun))]
    who = holders[0] if len(holders) == 1 else None
    return None if who is None or not who.names or who.names[0].start < start else who


def _roles(discourse: Discourse, who: Referent, noun: str) -> Iterator[Span]:
    """The words for an office that the text gives a person, at the first mentions of their name."""
    for told, role in said_beside(discourse, who.names[:_CHECKED]):
        if singular(told.noun.strip(".")) == noun and "former" not in role.of(discourse.article.text).lower():
            yield role
