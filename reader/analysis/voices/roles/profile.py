"""Build the profile of a voice in the article's own words: kind, role and affiliation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.analysis.voices.names.forms import NOTE, Form, Mention
from reader.analysis.voices.names.lists import entries, marked, role_of, singular, skeleton, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.roster import Referent, surname
from reader.analysis.voices.roles.appositions import is_plural, role_after
from reader.analysis.voices.roles.belonging import BONDS, body_behind
from reader.analysis.voices.roles.kinds import ADVOCATES, READERS, StatedRole, is_member, kind_of_other, kind_of_person
from reader.analysis.voices.roles.phrase_reading import GENERIC, described
from reader.analysis.voices.roles.possessors import Bearers, body_of_name, is_owned, owner_of
from reader.analysis.voices.roles.premodifiers import role_before, role_up_to
from reader.analysis.voices.roles.role_phrases import Role, ends_of
from reader.analysis.voices.roles.tokens import ARTICLES, Tokens, tokens_around
from reader.analysis.words.grammar import DETERMINERS, POSSESSIVES
from reader.model import Span, VoiceKind

_LOOKED_AT = 8  # mentions of a name that are searched for a role
_BEFORE = 1500  # characters before a user's first words searched for the user name
_ANYBODY = frozenset({"man", "person", "woman"})
_NEAR_TO = frozenset({"colleague", "friend", "neighbor", "neighbour"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text says about a referent apart from its full name.

    `short` are mentions by surname with a title or an apposition, `mentions` those next to its quotations, `outlet` is
    where it wrote or spoke. `bearers` maps the skeleton of a name to people: "for Clinton" names no employer.
    """

    short: list[Name]
    mentions: list[Mention]
    outlet: str | None
    bearers: Bearers


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
        affiliation = owner_of(text, role, noun, evidence.bearers, names)
    if affiliation is not None and (
        noun in READERS
        or text.startswith(" blog", affiliation.end)
        or (evidence.outlet or "").startswith(f"{affiliation.of(text)} ")
    ):
        affiliation = None  # what they read, or where they are quoted, is not their employer
    if role is not None and _bare(role.of(text)) in GENERIC | _ANYBODY:
        role = None
    role_words, body_words = (None if each is None else _on_one_line(each.of(text)) for each in (role, affiliation))
    is_body = role_of(noun) is None and (noun in table("bodies") or noun in table("called"))
    named = not (referent.noun or referent.handle or referent.body or referent.place)
    if named and not is_body:
        stated = StatedRole(role_words or "", body_words or "", noun, evidence.outlet or "")
        kind = kind_of_person(text, referent, stated)
        if kind is VoiceKind.PERSON and referent.joint:
            alone = replace(evidence, short=[], mentions=[])
            kinds = {profile(text, member, alone, names).kind for member in referent.joint}
            kind = kinds.pop() if len(kinds) == 1 else kind
    else:
        kind = kind_of_other(text, referent, noun)
    return Profile(kind, role_words, body_words)


def _is_person(name: str, evidence: Evidence) -> bool:
    """Whether a single word that looks like a body's name is a person's surname in the text."""
    bearers = evidence.bearers.get(skeleton(name), ()) if name.isalpha() and not name.isupper() else ()
    return any(other.person and skeleton(surname(other.words)) == skeleton(name) for other in bearers[:4])


def _roles(text: str, referent: Referent, evidence: Evidence, names: Names) -> Iterable[Role]:
    """The roles given to a referent, the most reliable first, read on demand."""
    if referent.handle:
        return (role for role in _of_handle(text, referent, evidence, names) if role.noun not in READERS)
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
        less = is_member(role.noun) or (role.role is not None and is_owned(text, role.role))
        if role.role is not None and (less or _is_relation(role.role.of(text), role.noun)):
            little.append(role)
        else:
            yield role
    yield from little


def _possible_roles(text: str, referent: Referent, evidence: Evidence, names: Names) -> Iterator[Role | None]:
    """The possible roles of a person or a body, mention by mention."""
    for mention in evidence.mentions[:_LOOKED_AT]:
        if mention.role is not None:
            yield _role_before_comma(text, mention.role, names)
    full = [name for name in referent.names if len(name.words) > 1 or referent.body] or referent.names
    beside = [m.names[0] for m in evidence.mentions[:_LOOKED_AT] if len(m.names) == 1 and m.names[0] not in full]
    for name in [*full[:_LOOKED_AT], *evidence.short[:2], *beside]:
        ahead, behind = role_before(text, name, names), role_after(text, name, names)
        told = ahead and behind and behind.role and ahead.role and ahead.role.of(text)
        kin = behind is not None and behind.noun in marked("roles", "kin")
        if told and ahead and not kin and (" " not in told or ahead.noun in READERS | marked("roles", "kin")):
            ahead, behind = behind, ahead  # "Archbishop Ada Cole, head of the Delta Trust": the fuller one
        yield from (ahead, behind, body_of_name(text, name, evidence.bearers, names))
    yield from (_role_with_as(text, name, names) for name in full[:_LOOKED_AT])
    for mention in evidence.mentions:
        if mention.form is Form.NOUN and mention.definite:
            yield _described_as(text, mention)


def _role_with_as(text: str, name: Name, names: Names) -> Role | None:
    """The role before the name in its sentence: "As a miller at Delta Foods, Ada Cole …"; not "As a child"."""
    t = tokens_around(text, name.title, names)
    comma = t.at(name.title) - 1
    opens = t.low(0) == "as" and t.low(1) in {"a", "an"} and comma > 1 and t.pause(1, comma) == comma
    found = described(t, 1, comma) if opens and t.low(comma) == "," else None
    return None if found is None or role_of(found.noun) in {None, "person"} else found


def _bare(role: str) -> str:
    """The words of a role in lower case without an article."""
    words = role.lower().split()
    return " ".join(words[1:] if words[0] in {"a", "an", "the"} else words)


def _is_no_role(text: str, role: Role) -> bool:
    """Whether it is no role: a reference ("the same miller", "one of them"), a temporary one ("guest"), or empty."""
    if role.noun == "guest" or role.role is None:
        return role.noun == "guest"
    words = _bare(role.role.of(text)).split()
    them = words[:2] == ["one", "of"] and words[2:3] in (["them"], ["these"], ["those"])
    return words[:1] in (["latter"], ["same"]) or them or " ".join(words) in _ANYBODY


def _is_relation(role: str, noun: str) -> bool:
    """Whether a role is only a relation to an unnamed person: "sister", "her aunt", "their lawyer"."""
    owner, _, last = role.lower().rpartition(" ")
    owned = owner in POSSESSIVES and noun in ADVOCATES
    return last == noun and (owned or (noun in marked("roles", "kin") | _NEAR_TO and owner in POSSESSIVES | {""}))


def _of_handle(text: str, referent: Referent, evidence: Evidence, names: Names) -> Iterator[Role]:
    """The roles beside a user name, also shortly before its first words: "Kenyan tweep @ana", "@ana, a nurse,"."""
    places = [mention.core.start for mention in evidence.mentions[:_LOOKED_AT]]
    before = (ends_of(referent.handle, text, max(0, at - _BEFORE), at) for at in places[:1])
    for start in [*(end - len(referent.handle) for ends in before for end in ends), *places]:
        t = tokens_around(text, start, names)
        last, at = t.at(start) - 1, t.past(start + len(referent.handle))
        last -= t.low(last) == ","
        if last >= 0 and role_of(t.word(last)) is not None and singular(t.word(last)) == t.low(last):
            yield role_up_to(t, last)
        apposed = described(t, at + 1) if t.low(at) == "," and t.low(at + 1) in {"a", "an"} else None
        if apposed is not None:
            yield apposed


def _of_several(text: str, evidence: Evidence, names: Names) -> list[Role]:
    """The roles of joint speakers: "Bloggers Ana Reis and Tom Cray", "Ana Reis and Tom Cray of Delta Foods"."""
    joint = (m.names for m in evidence.mentions[:_LOOKED_AT] if m.form is Form.JOINT)
    near = [members for members in joint if members[0].end + len(" and ") >= members[1].title]
    pairs = ((role_before(text, members[0], names), role_after(text, members[-1], names)) for members in near)
    found = [role for pair in pairs for role in pair if role is not None]
    return [role for role in found if role.role is None or is_plural(text, role)]


def _described_as(text: str, mention: Mention) -> Role | None:
    """The role in a later description of a person: "the former minister"."""
    article, _, words = mention.core.of(text).partition(" ")
    begins = article.lower() in ARTICLES | {"another", "one"} and words.count(" ") <= WORDS - 2
    if not begins or role_of(mention.noun) is None:
        return None
    return Role(Span(mention.core.end - len(words), mention.core.end), None, mention.noun)


def _role_before_comma(text: str, span: Span, names: Names) -> Role | None:
    """The role before a comma and a name: "One of the Lanterns, Ada Cole", "Justice Minister, …"."""
    t = tokens_around(text, span.start, names)
    if span.of(text).lower().startswith("one of "):
        near = names.within(span.start, span.end)
        return Role(span, near[0].span if near and near[0].end == span.end else None)
    return described(t, t.at(span.start), t.past(span.end))


def _on_one_line(words: str) -> str | None:
    """The words on one line, without notes such as "[es]"."""
    return " ".join(NOTE.sub("", words).strip(" ,;:–—-").split()) or None


WORDS = 5  # maximum words of a description that is taken for a role


def of_unnamed(text: str, referent: Referent, names: Names) -> Role | None:
    """Return role and body of an unnamed source ("a Foreign Office official") whose words name a body or a person."""
    label = referent.label
    if label is None or referent.body:
        return None
    t = tokens_around(text, label.start, names)
    first, end = t.at(label.start), t.past(label.end)
    apart = t.low(end) == "," and t.low(end + 1) in {"a", "an"} and not referent.plural
    apposed = described(t, end + 1) if apart else None
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
