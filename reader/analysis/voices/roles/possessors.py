"""Find the body that "its" or "the bank’s" means in a role: "its president", "the bank’s deputy governor"."""

from typing import TypeAlias

from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, fold, role_of, skeleton, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.roster import Referent, head_word, nearest
from reader.analysis.voices.roles.belonging import OF_PLACES, POSSESSIVE_ENDINGS, WORKPLACES, common_body
from reader.analysis.voices.roles.phrase_reading import GENERIC
from reader.analysis.voices.roles.role_phrases import Role
from reader.analysis.voices.roles.tokens import ARTICLES, Tokens, tokens_around
from reader.analysis.words.grammar import GENITIVES, PREPOSITIONS, RELATIVES, without_genitive, words
from reader.model import Span

Bearers: TypeAlias = dict[str, list[Referent]]

_PAPERS = 24  # names searched back for a newspaper
_BODIES = 6  # names searched back for the owner in "its"


def owner_of(text: str, role: Span, noun: str, bearers: Bearers, names: Names) -> Span | None:
    """Return the body to which a role with the head `noun` refers; None where it is unclear.

    `bearers` are the people and bodies by the skeleton of each of their words.
    """
    t = tokens_around(text, role.start, names)
    return _short_owner(t, role, bearers) or _its_owner(t, role, noun, bearers)


def _short_owner(t: Tokens, role: Span, bearers: Bearers) -> Span | None:
    """The body that a short form in a role means: "the bank's deputy governor" where a Bank of Varland was named.

    "The newspaper's editor" belongs to the paper named last.
    """
    genitives = (i for i in range(max(1, t.at(role.start) - 1), t.past(role.end)) if t.low(i).endswith(GENITIVES))
    at = next((i for i in genitives if not t.is_name(i) and "the" in {t.low(i - 1), t.low(i - 2)}), None)
    if at is None:
        return None
    start, short = t.unit.starts[at], without_genitive(t.low(at))
    if table("called").get(short) == "publication":
        return paper_before(t.text, start, t.names)
    near = (other for other in bearers.get(skeleton(short), ()) if other.names[0].start < start)
    owner = nearest([other for other in near if other.body and fold(head_word(other.words)) == short], start)
    return None if owner is None else max(owner.names, key=lambda name: len(name.words)).span


def is_owned(text: str, role: Span) -> bool:
    """Return whether a role belongs to a body that has no name there: "its president", "company CEO"."""
    first, _, rest = role.of(text).lower().partition(" ")
    its = first == "its" or text.endswith(("its ", "Its "), 0, role.start)
    return its or (rest != "" and first in words("company_nouns"))


def _its_owner(t: Tokens, role: Span, noun: str, bearers: Bearers) -> Span | None:
    """The body named before "its president", "a spokesman for the company", in the sentence or the one before.

    In the sentence before, that is the body that opens it or its only one; for "a spokesman", only the former.
    """
    nouns = role.of(t.text).lower().split()
    own = " ".join(nouns[nouns[0] in ARTICLES :]).replace("chief executive", "executive")
    speaks = {own, own.partition(" ")[2]} & words("speakers_for_bodies") if nouns[0].isalpha() else None
    company = nouns[-2:-1] == ["the"] and nouns[-1] in GENERIC | {"charity"} and noun in words("speakers_for_bodies")
    its = company or is_owned(t.text, role)
    if not (its or speaks):
        return None
    before, bodies, things = t.sentence_before(), [], []
    for name in reversed(t.names.before(role.start, _BODIES)):
        here = t if name.start >= t.unit.span.start else before
        if here is None or name.start < here.unit.span.start:
            break
        first, body = _called(here, name)
        if body and not (name.place or name.owner or name.platform or name.words[0].lower() == "press"):
            if (its and here is t) or first <= 0:
                return name.span
            bodies.append(name.span)
        elif is_a_thing(name, bearers) and t.low(first - 1) not in {"at", "in", "near"}:
            things += [] if name.platform or (first <= 0 and nouns[-1] in OF_PLACES) else [name.span]
    found = bodies or things if its else []
    if its and not found and role_of(noun) == "journalist":
        return paper_before(t.text, role.start, t.names)
    if len(found) == 1 or before is None:
        return found[0] if len(found) == 1 else None
    opening = common_body(before, 0, len(before), WORKPLACES) if before.low(0) in ARTICLES else None
    return None if opening is None or before.low(before.past(opening.end)) in PREPOSITIONS else opening


def _called(t: Tokens, name: Name) -> tuple[int, bool]:
    """Where the phrase with a name begins, and whether it is a body's: "The company, Delta Foods,", "…, a cannery"."""
    first, behind = t.at(name.title), t.behind(name)
    noun = first - 1 - (t.low(first - 1) == ",")
    opener = next((at for at in (noun - 1, noun - 2) if t.low(at) in {"her", "his", "the"}), -1)
    called = opener >= 0 and t.low(noun) in table("called").keys() | words("makers")
    article = t.low(behind) == "," and t.low(behind + 1) in ARTICLES
    is_a = article and any(t.low(at) in RELATIVES for at in range(behind + 3, behind + 6))
    return opener if called else first - (t.low(first - 1) == "the"), name.body or called or is_a


def is_a_thing(name: Name, bearers: Bearers) -> bool:
    """Return whether a name is a single word that no person and no place of the text has as name ("Corvane")."""
    word = name.words[0]
    if len(name.words) > 1 or name.place or name.titled or word in entries("first_names"):
        return False
    return word not in entries("demonyms") and skeleton(word) not in bearers


def paper_before(text: str, offset: int, names: Names) -> Span | None:
    """Return the last paper named before "its columnist" or "the paper's editor"."""
    for name in reversed(names.before(offset, _PAPERS)):
        begun = text[text.rfind("\n", 0, name.title) + 1 : name.title].split()
        called = bool(begun) and table("called").get(begun[-1].lower()) == "publication"
        abroad = len(name.words) > 1 and name.words[0] in FOREIGN_ARTICLES and "\n" not in text[name.start : offset]
        opens = begun in (["For"], ["For", "the"]) and text.startswith(",", name.end)
        if name.outlet or called or abroad or (opens and not (name.place or name.titled)):
            return name.span
    return None


def body_of_name(text: str, name: Name, bearers: Bearers, names: Names) -> Role | None:
    """Return the body that owns a name or follows "from": "the Herald's Ada Cole", "From Delta Park, Ada Cole"."""
    near = names.before(name.title, 1)
    if not near or near[-1].place or near[-1].titled:
        return None
    owner = near[-1]
    thing = len(name.words) > 1 and name.title == name.start and is_a_thing(owner, bearers)
    if not (owner.body or thing) and (len(owner.words) == 1 or owner.words[0] in entries("first_names")):
        return None
    between = text[owner.end : name.title].strip()
    from_it = between == "," and text.endswith(("From ", "From the "), 0, owner.start)
    owned = owner.owner and between in POSSESSIVE_ENDINGS
    return Role(None, owner.span) if from_it or owned else None
