"""What a voice is, in the article's own words: kind, role and affiliation."""

import re
from dataclasses import dataclass

from reader.analysis.voices.appositions import after, segment
from reader.analysis.voices.lists import entries, role_of, skeleton, table
from reader.analysis.voices.mentions import Mention
from reader.analysis.voices.names import Name, Names
from reader.analysis.voices.phrases import Role
from reader.analysis.voices.premodifiers import before
from reader.analysis.voices.roster import Referent
from reader.model import Span, VoiceKind

_LOOKED_AT = 8  # places of a name that are read for a role
_RETIRED = frozenset({"diplomat", "ambassador", "envoy", "officer", "official", "negotiator", "inspector"})
_READERS = frozenset({"reader", "user", "commenter", "viewer", "listener"})
_GENERAL = re.compile(r"\b(?:attorney|solicitor|surgeon)[ -]general\b", re.IGNORECASE)
_ONE_OF = re.compile(r"one of (?:the )?", re.IGNORECASE)
_FROM = re.compile(r"(?:\A|\W)From (?:the )?\Z")
_BOND = re.compile(r"\s(?:at|from|with|of)\s(?:the\s)?")
_BONDED = re.compile(r"\b(?:in|at|of|from|with|for)\s+(?:the\s+)?\Z")
_NOTE = re.compile(r"\s*\[[^\]\n]{1,24}\]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text has on a referent beside its full name.

    `short` are the places where a title or an apposition stands at the surname alone, `mentions` those beside its
    quotations, `outlet` is where its words appeared, which tells a writer from a bystander. `bearers` are those who
    bear a name, by its skeleton: who works "for Clinton" works for no body.
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
    """Read what stands around a referent's names: the first role that is given, and the first body."""
    role, affiliation, noun = None, None, ""
    for found in _roles(text, referent, evidence, names):
        if role is None and found.role is not None:
            role, noun = found.role, found.noun
            affiliation = found.affiliation or affiliation
        affiliation = affiliation or found.affiliation
        if role is not None and affiliation is not None:
            break
    if affiliation is not None and _is_person(affiliation.of(text), evidence):
        affiliation = None
    if affiliation is not None and (noun in _READERS or text.startswith(" blog", affiliation.end)):
        affiliation = None  # what they read or where they write, not whom they belong to
    role_words = None if role is None else _tidy(role.of(text))
    body_words = None if affiliation is None else _tidy(affiliation.of(text))
    if referent.person and not (referent.noun or referent.handle or referent.joint):
        kind = _kind_of_person(text, referent, role_words, body_words, noun, evidence.outlet)
    else:
        kind = _kind_of_other(referent, noun, evidence.outlet)
    return Profile(kind, role_words, body_words)


def _is_person(name: str, evidence: Evidence) -> bool:
    """Whether one word that looks like a body's name is the surname of somebody in the text."""
    bearers = evidence.bearers.get(skeleton(name), ()) if name.isalpha() and not name.isupper() else ()
    return any(other.person and skeleton(other.words[-1]) == skeleton(name) for other in bearers[:4])


def _roles(text: str, referent: Referent, evidence: Evidence, names: Names) -> list[Role]:
    """All that is said of a referent, in the order in which it is to be believed."""
    if referent.handle or referent.joint:
        return []
    if referent.noun:
        unnamed = _of_unnamed(text, referent, names)
        return [] if unnamed is None else [unnamed]
    found = [_set_apart(text, m.role, names) for m in evidence.mentions[:_LOOKED_AT] if m.role is not None]
    full = [name for name in referent.names if len(name.words) > 1 or referent.body] or referent.names
    beside = [m.names[0] for m in evidence.mentions[:_LOOKED_AT] if len(m.names) == 1 and m.names[0] not in full]
    for name in [*full[:_LOOKED_AT], *evidence.short[:2], *beside]:
        ahead, behind = before(text, name, names), after(text, name, names)
        if ahead and behind and behind.role and ahead.role and " " not in ahead.role.of(text):
            ahead, behind = behind, ahead  # "Archbishop Ada Cole, head of the Delta Trust": the fuller one
        found += [ahead, behind, _possessor(text, name, names)]
    return [role for role in found if role is not None]


def _set_apart(text: str, span: Span, names: Names) -> Role | None:
    """The role that a comma parts from the name behind it: "One of the Lanterns, Ada Cole", "Justice Minister, …"."""
    one = _ONE_OF.match(text, span.start, span.end)
    if one is not None:
        near = names.within(one.start(), span.end)
        return Role(span, near[0].span if near and near[0].end == span.end else None)
    return segment(text, span.start, names, span.end)


def _possessor(text: str, name: Name, names: Names) -> Role | None:
    """The body that a name is said to be of or from: "the Herald's Ada Cole", "From Delta University, Ada Cole"."""
    near = names.before(name.title, 1)
    if not near or not near[-1].body:
        return None
    between = text[near[-1].end : name.title]
    from_it = between == ", " and _FROM.search(text[max(0, near[-1].start - 10) : near[-1].start])
    owned = near[-1].owner and between.strip() in {"’s", "'s", "’", "'"}
    return Role(None, near[-1].span) if from_it or owned else None


def _of_unnamed(text: str, referent: Referent, names: Names) -> Role | None:
    """Role and body of an unnamed source ("a Foreign Office official"), where its words name a body or a person."""
    label = referent.label
    if label is None or referent.body:
        return None
    inside = [n for n in names.within(label.start, label.end) if not n.place]
    if not inside:
        return _bonded(text, label, names)
    tail = next((n for n in inside if n.start > label.start and _BONDED.search(text, label.start, n.start)), None)
    if tail is not None and tail.body:
        return Role(None, tail.span)
    tie = next((n.span for n in inside if n.body and " ".join(n.words) not in entries("platforms")), None)
    official = role_of(referent.noun) == "official" and not referent.plural
    if not official or not (tie or any(n.owner for n in inside)):
        return None
    return Role(Span(max(text.rfind(" ", label.start, label.end) + 1, label.start), label.end), tie, referent.noun)


def _bonded(text: str, label: Span, names: Names) -> Role | None:
    """The body that follows an unnamed source: "an anonymous author" and, behind it, "at Vela Online"."""
    bond = _BOND.match(text, label.end)
    if bond is None:
        return None
    near = names.within(label.end, label.end + 80)
    fits = bool(near) and near[0].title == bond.end() and not near[0].place and not near[0].owner
    return Role(None, near[0].span) if fits else None


def _tidy(words: str) -> str | None:
    """The words on one line, without notes such as "[es]"."""
    return _BLANKS.sub(" ", _NOTE.sub("", words).strip(" ,;:–—-")) or None


def _kind_of_other(referent: Referent, noun: str, outlet: str | None) -> VoiceKind:
    """The kind of a source that is no single named person."""
    if referent.noun:
        return VoiceKind.UNNAMED
    if referent.handle:
        return VoiceKind.PERSON
    if referent.joint and not (referent.body or referent.place):
        return VoiceKind.JOURNALIST if outlet and outlet not in entries("platforms") else VoiceKind.PERSON
    if " ".join(referent.words) in entries("outlets") or referent.words[-1] in entries("outlet_heads"):
        return VoiceKind.PUBLICATION
    if table("called").get(noun) == "publication" or table("bodies").get(noun) == "document":
        return VoiceKind.PUBLICATION
    return VoiceKind.ORGANISATION


def _kind_of_person(  # noqa: PLR0913, PLR0917 - each tells something else of the kind
    text: str, referent: Referent, role: str | None, affiliation: str | None, noun: str, outlet: str | None
) -> VoiceKind:
    """The kind of a person, by the nouns of the role, the body, the outlet and the titles."""
    kinds = [role_of(word.strip(",.")) for word in (role or "").split()]
    told = [kind for kind in kinds if kind is not None and kind != "person"]
    learned = any(
        word.removesuffix("’s").removesuffix("'s") in entries("learned") for word in (affiliation or "").split()
    )
    if told == ["official"] and (role or "").lower().startswith("former ") and noun in _RETIRED:
        return VoiceKind.EXPERT
    if told:
        return VoiceKind.OFFICIAL if _GENERAL.search(role or "") else VoiceKind(told[0])
    if role and learned:
        return VoiceKind.EXPERT
    if outlet and outlet not in entries("platforms"):
        return VoiceKind.JOURNALIST
    lead = {word for n in referent.names[:_LOOKED_AT] if n.titled for word in text[n.title : n.start].split()}
    if lead & {"Sen.", "Rep.", "Gov.", "Gen.", "Cmdr.", "Col.", "Maj.", "Capt.", "Lt.", "Adm.", "PM"}:
        return VoiceKind.OFFICIAL
    return VoiceKind.EXPERT if lead & {"Dr", "Dr.", "Prof", "Prof."} else VoiceKind.PERSON
