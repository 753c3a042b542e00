"""Build the profile of a voice in the article's own words: kind, role and affiliation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.analysis.voices.names.forms import NOTE, Form, Mention
from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, fold, marked, role_of, skeleton, table
from reader.analysis.voices.names.names import Name, Names, has_article
from reader.analysis.voices.names.roster import Referent, head_word, nearest
from reader.analysis.voices.roles.appositions import GENERIC, is_plural, role_after, segment
from reader.analysis.voices.roles.belonging import OF_PLACES, POSSESSIVE_ENDINGS, SENTENCE_END, SPEAKS_FOR, leading_body
from reader.analysis.voices.roles.kinds import READERS, SHORT_OWNER, StatedRole, kind_of_other, kind_of_person
from reader.analysis.voices.roles.premodifiers import before_handle, role_before
from reader.analysis.voices.roles.relative_clauses import acting, belonging
from reader.analysis.voices.roles.role_phrases import Role, begins_sentence, ends_of
from reader.analysis.voices.roles.unnamed_roles import APPOSED, ARTICLE, ONE_OF, WORDS, of_unnamed
from reader.model import Span, VoiceKind

_LOOKED_AT = 8  # mentions of a name that are searched for a role
_BEFORE = 1500  # characters before a user's first words searched for the user name
_FROM = re.compile(r"(?:\A|\W)From (?:the )?\Z")
_PAPERS = 24  # names searched back for a newspaper
_OF_THE_COMPANY = re.compile(r"\b(?:at|for|of)\sthe\s(?:charity|company|firm|group|organi[sz]ation)\Z")
_OF_COMPANY = re.compile(r"(?:[Aa]gency|[Aa]irline|[Bb]ank|[Cc]lub|[Cc]ompany|[Uu]nion)\s(?=[A-Za-z])")
_BODIES = 6  # names searched back for the owner in "its"
_AS = re.compile(r"As (?:(?<=[.!?”]\sAs )|(?<![^\n]As ))(an?\s[^,.;:!?\n]{3,120}),\s\Z")
_OPENER = 140  # maximum characters before a name that begins the main clause
_OWNER_BEFORE = 30  # characters before a role searched for its owner
_CALLED = re.compile(r"\b(?:[Hh]er|[Hh]is|[Tt]he)\s(?:[a-z’'-]+\s)?([a-z]+),?\s\Z")  # "The company, Delta Foods,"
# A writer for a paper that the paragraph names: "writes editor-in-chief Ada Cole".
_OF_A_PAPER = re.compile(r"(?:[a-z]+\s)?(?:columnist|commentator|correspondent|editor|editor-in-chief)", re.IGNORECASE)
_FOR = re.compile(r"(?:\A|\n)For (?:the )?\Z")  # "For Vela Mar, it is late. Commentator Ada Cole writes"
_ANYBODY = frozenset({"man", "person", "the man", "the person", "the woman", "woman"})
_NEAR_TO = frozenset({"colleague", "friend", "neighbor", "neighbour"})
_IS_A = re.compile(r",\san?\s(?:[\w-]+\s){1,3}(?:that|which)\b")  # "Delta Foods, a cannery that employs"
_MAKERS = frozenset({"employer", "maker", "manufacturer", "operator", "publisher"})
_NOUN = 40  # characters before the name that it describes
_SAME = re.compile(r"(?:the\s)?(?:latter|same)\s|[Oo]ne\sof\sth(?:em|ese|ose)\b")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text says about a referent apart from its full name.

    `short` are mentions by surname with a title or an apposition, `mentions` those next to its quotations, `outlet` is
    where it wrote or spoke. `bearers` maps the skeleton of a name to people: "for Clinton" names no employer.
    """

    short: list[Name]
    mentions: list[Mention]
    outlet: str | None
    bearers: dict[str, list[Referent]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Kind, role and affiliation of a voice; None for what the text does not say."""

    kind: VoiceKind
    role: str | None
    affiliation: str | None


def profile(text: str, referent: Referent, evidence: Evidence, names: Names) -> Profile:
    """Return the profile of a referent: the first role and the first body given around its names."""
    role, affiliation, noun = None, None, ""
    for found in _roles(text, referent, evidence, names):
        if role is None and found.role is not None:
            role, noun = found.role, found.noun
            affiliation = found.affiliation or affiliation
        affiliation = affiliation or (None if found.noun in READERS else found.affiliation)
        noun = noun or found.noun
        if role is not None and affiliation is not None:
            break
    if affiliation is not None and _is_person(affiliation.of(text), evidence):
        affiliation = None
    if affiliation is None and role is not None:
        affiliation = _short_owner(text, role, evidence, names) or _its_owner(text, role, noun, evidence, names)
    if affiliation is None and role is not None and evidence.outlet is None:
        affiliation = _paper_around(text, role, names)
    if affiliation is not None and (
        noun in READERS
        or text.startswith(" blog", affiliation.end)
        or (evidence.outlet or "").startswith(f"{affiliation.of(text)} ")
    ):
        affiliation = None  # what they read, or where they are quoted, is not their employer
    if role is not None and (GENERIC.fullmatch(text, role.start, role.end) or role.of(text) in _ANYBODY):
        role = None
    role_words, body_words = (None if each is None else _on_one_line(each.of(text)) for each in (role, affiliation))
    is_body = role_of(noun) is None and (noun in table("bodies") or noun in table("called"))
    if referent.person and not (referent.noun or referent.handle or referent.joint or is_body):
        kind = kind_of_person(
            text, referent, StatedRole(role_words or "", body_words or "", noun, evidence.outlet or "")
        )
    else:
        kind = kind_of_other(text, referent, noun, evidence.outlet)
    return Profile(kind, role_words, body_words)


def _is_person(name: str, evidence: Evidence) -> bool:
    """Whether a single word that looks like a body's name is a person's surname in the text."""
    bearers = evidence.bearers.get(skeleton(name), ()) if name.isalpha() and not name.isupper() else ()
    return any(other.person and skeleton(other.words[-1]) == skeleton(name) for other in bearers[:4])


def _short_owner(text: str, role: Span, evidence: Evidence, names: Names) -> Span | None:
    """The body whose short form owns a role: "the bank's deputy governor" where a Bank of Varland was named.

    "The newspaper's editor" belongs to the paper named last.
    """
    match = SHORT_OWNER.search(text, max(0, role.start - _OWNER_BEFORE), role.end)
    if match is None or match.end() < role.start:
        return None
    if table("called").get(match[1]) == "publication":
        return _its_paper(text, match.start(), names)
    near = (other for other in evidence.bearers.get(skeleton(match[1]), ()) if other.names[0].start < match.start())
    bodies = [other for other in near if other.body and fold(head_word(other.words)) == fold(match[1])]
    owner = nearest(bodies, match.start())
    return None if owner is None else max(owner.names, key=lambda name: len(name.words)).span


def _is_owned(text: str, role: Span) -> bool:
    """Whether a role belongs to a body that is only called "its" or "company": "its president", "company CEO"."""
    return _OF_COMPANY.match(text, role.start, role.end) is not None or "its " in {
        text[at : at + len("its ")].lower() for at in (role.start, role.start - len("its "))
    }


def _its_owner(text: str, role: Span, noun: str, evidence: Evidence, names: Names) -> Span | None:
    """The body named before "its president", "a spokesman for the company", in the sentence or the one before.

    In the sentence before, that is the body that opens it or its only one; for "a spokesman", only the former.
    """
    its = _is_owned(text, role) or _OF_THE_COMPANY.search(text, role.start, role.end) is not None
    if not its and SPEAKS_FOR.fullmatch(text, role.start, role.end) is None:
        return None
    bodies, things = [], []
    for name in reversed(names.before(role.start, _BODIES)):
        ends = len(SENTENCE_END.findall(text, name.end, role.start))
        if ends > 1:
            break
        first = name.title - len("The ") if has_article(text, name) else name.title
        called = _CALLED.search(text, max(0, name.title - _NOUN), name.title)
        if called is not None and called[0][-2:] != ", ":
            first = called.start()
        is_body = (
            name.body
            or _IS_A.match(text, name.end)
            or (called is not None and called[1] in table("called").keys() | _MAKERS)
        )
        if is_body and not (name.place or name.owner or name.platform or fold(name.words[0]) == "press"):
            first = first if called is None else called.start()
            if (its and not ends) or (ends and begins_sentence(text, first)):
                return name.span
            bodies.append(name.span)
        elif name.platform:
            continue
        elif _is_a_thing(text, name, evidence) and not (begins_sentence(text, first) and _of_a_place(text, role)):
            things.append(name.span)
    found = bodies or things if its else []
    if its and not found and role_of(noun) == "journalist":
        return _its_paper(text, role.start, names)
    return found[0] if len(found) == 1 else leading_body(text, role.start)


def _of_a_place(text: str, role: Span) -> bool:
    """Whether a role can be an office of a town or a country: "its mayor"."""
    return role.of(text).rpartition(" ")[2] in OF_PLACES


def _its_paper(text: str, offset: int, names: Names) -> Span | None:
    """The last paper named before "its columnist" or "the paper's editor"."""
    for name in reversed(names.before(offset, _PAPERS)):
        words = text[max(0, name.title - _NOUN) : name.title].split()
        called = table("called").get(words[-1].lower()) if words else None
        abroad = len(name.words) > 1 and name.words[0] in FOREIGN_ARTICLES and "\n" not in text[name.start : offset]
        opens = _FOR.search(text, max(0, name.title - _NOUN), name.title) and text.startswith(",", name.end)
        if name.outlet or called == "publication" or abroad or (opens and not (name.place or name.titled)):
            return name.span
    return None


def _paper_around(text: str, role: Span, names: Names) -> Span | None:
    """The paper named earlier in the paragraph, for a person who is only called its editor or columnist."""
    paper = _its_paper(text, role.start, names) if _OF_A_PAPER.fullmatch(text, role.start, role.end) else None
    return None if paper is None or "\n" in text[paper.start : role.start] else paper


def _is_a_thing(text: str, name: Name, evidence: Evidence) -> bool:
    """Whether a name is a single word that no person and no place of the text has as name ("Corvane")."""
    known = name.words[0] in entries("first_names") | entries("demonyms") or skeleton(name.words[0]) in evidence.bearers
    place = name.place or text.endswith((" at ", " in ", " near "), 0, name.start)
    return len(name.words) == 1 and not (known or place or name.titled)


def _roles(text: str, referent: Referent, evidence: Evidence, names: Names) -> Iterable[Role]:
    """The roles given to a referent, the most reliable first, read on demand."""
    if referent.handle:
        places = _places_of_handle(text, referent, evidence)
        return [r for at in places for r in _roles_of_handle(text, at, referent, names) if r.noun not in READERS]
    if referent.joint:
        return _of_several(text, evidence, names)
    if referent.noun:
        unnamed = of_unnamed(text, referent, names)
        return [] if unnamed is None else [unnamed]
    return _by_reliability(text, _possible_roles(text, referent, evidence, names))


def _by_reliability(text: str, roles: Iterable[Role | None]) -> Iterator[Role]:
    """The roles that say something, with those that say little at the end."""
    little = []
    for role in roles:
        if role is None or _is_no_role(text, role):
            continue
        if _is_only_relation(text, role):
            little.append(role)
        else:
            yield role
    yield from little


def _possible_roles(text: str, referent: Referent, evidence: Evidence, names: Names) -> Iterator[Role | None]:
    """The possible roles of a person or a body, mention by mention."""
    for mention in evidence.mentions[:_LOOKED_AT]:
        if mention.role is not None and not _describes_name_before(text, mention.role, names):
            yield _role_before_comma(text, mention.role, names)
    full = [name for name in referent.names if len(name.words) > 1 or referent.body] or referent.names
    beside = [m.names[0] for m in evidence.mentions[:_LOOKED_AT] if len(m.names) == 1 and m.names[0] not in full]
    for name in [*full[:_LOOKED_AT], *evidence.short[:2], *beside]:
        ahead, behind = role_before(text, name, names), role_after(text, name, names)
        told = ahead and behind and behind.role and ahead.role and ahead.role.of(text)
        kin = behind is not None and behind.noun in marked("roles", "kin")
        if told and ahead and not kin and (" " not in told or ahead.noun in READERS | marked("roles", "kin")):
            ahead, behind = behind, ahead  # "Archbishop Ada Cole, head of the Delta Trust": the fuller one
        yield from (ahead, behind, _body_of_name(text, name, evidence, names))
        yield from (acting(text, name, names), belonging(text, name, names), _role_with_as(text, name, names))
    for mention in evidence.mentions[:_LOOKED_AT]:
        if mention.form is Form.NOUN and mention.definite:
            yield _described_as(text, mention)


def _describes_name_before(text: str, role: Span, names: Names) -> bool:
    """Whether a role describes the name before it: "In a letter to Ada Cole, the head of a guild, …"."""
    near = names.before(role.start, 1)
    own = bool(near) and text[near[-1].end : role.start] == ", "
    return own and not (near[-1].place or near[-1].body)


def _role_with_as(text: str, name: Name, names: Names) -> Role | None:
    """The role before the name in its sentence: "As a miller at Delta Foods, Ada Cole …"; not "As a child"."""
    opener = _AS.search(text, max(0, name.title - _OPENER), name.title)
    found = opener and segment(text, opener.start(1), names, opener.end(1))
    return None if found is None or role_of(found.noun) in {None, "person"} else found


def _is_no_role(text: str, role: Role) -> bool:
    """Whether it is no role: a reference ("the same miller", "one of them"), a temporary one ("guest"), or empty."""
    if role.noun == "guest" or role.role is None:
        return role.noun == "guest"
    return _SAME.match(text, role.role.start) is not None or role.role.of(text) in _ANYBODY


def _is_only_relation(text: str, role: Role) -> bool:
    """Whether a role is only a relation to an unnamed person: "sister", "her aunt", "its keeper"."""
    if role.role is not None and _is_owned(text, role.role):
        return True
    if role.role is None or role.noun not in marked("roles", "kin") | _NEAR_TO:
        return False
    owner, _, noun = role.role.of(text).rpartition(" ")
    return noun.lower() == role.noun and owner.lower() in {"", "her", "his", "my", "their"}


def _places_of_handle(text: str, referent: Referent, evidence: Evidence) -> Iterator[int]:
    """The places of a user name: next to its first quotations, and shortly before them."""
    places = [mention.core.start for mention in evidence.mentions[:_LOOKED_AT]]
    for place in places[:1]:
        ends = ends_of(referent.handle, text, max(0, place - _BEFORE), place)
        yield from (end - len(referent.handle) for end in ends)
    yield from places


def _roles_of_handle(text: str, start: int, referent: Referent, names: Names) -> Iterator[Role]:
    """The roles before and after a user name: "Kenyan tweep @ana", "@ana, a nurse,"."""
    ahead = before_handle(text, start, names)
    if ahead is not None:
        yield ahead
    apposed = APPOSED.match(text, start + len(referent.handle))
    behind = None if apposed is None else segment(text, apposed.end(), names)
    if behind is not None:
        yield behind


def _of_several(text: str, evidence: Evidence, names: Names) -> list[Role]:
    """The roles of joint speakers: "Bloggers Ana Reis and Tom Cray", "Ana Reis and Tom Cray of Delta Foods"."""
    joint = (m.names for m in evidence.mentions[:_LOOKED_AT] if m.form is Form.JOINT)
    near = [members for members in joint if members[0].end + len(" and ") >= members[1].title]
    pairs = ((role_before(text, members[0], names), role_after(text, members[-1], names)) for members in near)
    found = [role for pair in pairs for role in pair if role is not None]
    return [role for role in found if role.role is None or is_plural(text, role)]


def _described_as(text: str, mention: Mention) -> Role | None:
    """The role in a later description of a person: "the former minister"."""
    phrase = mention.core.of(text)
    article = ARTICLE.match(phrase)
    if article is None or role_of(mention.noun) is None or len(phrase.split()) > WORDS:
        return None
    return Role(Span(mention.core.start + article.end(), mention.core.end), None, mention.noun)


def _role_before_comma(text: str, span: Span, names: Names) -> Role | None:
    """The role before a comma and a name: "One of the Lanterns, Ada Cole", "Justice Minister, …"."""
    one = ONE_OF.match(text, span.start, span.end)
    if one is not None:
        near = names.within(one.start(), span.end)
        return Role(span, near[0].span if near and near[0].end == span.end else None)
    return segment(text, span.start, names, span.end)


def _body_of_name(text: str, name: Name, evidence: Evidence, names: Names) -> Role | None:
    """The body that owns a name or follows "from": "the Herald's Ada Cole", "From Delta University, Ada Cole"."""
    near = names.before(name.title, 1)
    if not near or near[-1].place or near[-1].titled:
        return None
    plain = len(name.words) > 1 and name.title == name.start  # not "Norvia’s ambassador Ada Cole"
    thing = plain and len(near[-1].words) == 1 and _is_a_thing(text, near[-1], evidence)
    if not (near[-1].body or thing) and (len(near[-1].words) == 1 or near[-1].words[0] in entries("first_names")):
        return None
    between = text[near[-1].end : name.title]
    from_it = between == ", " and _FROM.search(text[max(0, near[-1].start - 10) : near[-1].start])
    owned = near[-1].owner and between.strip() in POSSESSIVE_ENDINGS
    return Role(None, near[-1].span) if from_it or owned else None


def _on_one_line(words: str) -> str | None:
    """The words on one line, without notes such as "[es]"."""
    return _BLANKS.sub(" ", NOTE.sub("", words).strip(" ,;:–—-")) or None
