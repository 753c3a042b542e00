"""What a voice is, in the article's own words: kind, role, affiliation, and where its words appeared."""

import re
from dataclasses import dataclass

from reader.analysis.voices import phrases
from reader.analysis.voices.lists import entries, role_of, table
from reader.analysis.voices.mentions import Mention
from reader.analysis.voices.names import Name, Names
from reader.analysis.voices.roster import Referent
from reader.model import Span, VoiceKind

_LOOKED_AT = 8  # places of a name that are read for a role
_LEARNED = frozenset(
    "University Institute Center Centre Council College School Academy Initiative Foundation House Laboratory "
    "Brookings Chatham Carnegie".split()
)
_PRESS_KINDS = frozenset({"author", "writer", "host", "producer", "publisher", "contributor", "critic"})


@dataclass(frozen=True, slots=True)
class Profile:
    """Kind, role and affiliation of a voice; None for what the text does not say."""

    kind: VoiceKind
    role: str | None
    affiliation: str | None


def profile(
    text: str, referent: Referent, short: list[Name], mentions: list[Mention], names: Names, outlet: str | None
) -> Profile:
    """Read everything that stands around a referent's names.

    `short` are the places where a title stands before the surname alone; `mentions` those beside quotations;
    `outlet` is where the words appeared, which tells a writer from a bystander.
    """
    role, affiliation, noun = None, None, ""
    for found in _roles(text, referent, short, mentions, names):
        if role is None and found.role is not None:
            role, noun = found.role, found.noun
            affiliation = found.affiliation or affiliation
        elif affiliation is None and found.affiliation is not None:
            affiliation = found.affiliation
        if role is not None and affiliation is not None:
            break
    if noun in {"reader", "user", "commenter", "viewer", "listener"}:
        affiliation = None  # what they read is no affiliation
    role_words = _tidy(role.of(text)) if role is not None else None
    body_words = _tidy(affiliation.of(text)) if affiliation is not None else None
    return Profile(_kind(text, referent, role_words, body_words, noun, outlet), role_words, body_words)


def _roles(
    text: str, referent: Referent, short: list[Name], mentions: list[Mention], names: Names
) -> list[phrases.Role]:
    found: list[phrases.Role | None] = []
    if referent.handle or referent.joint:
        return []
    if referent.noun:
        return [role for role in [_of_unnamed(text, referent, names)] if role is not None]
    for mention in mentions[:_LOOKED_AT]:
        if mention.role is not None:
            found.append(_set_apart(text, mention.role, names))
    full = [name for name in referent.names if len(name.words) > 1 or referent.body] or referent.names
    beside = [m.names[0] for m in mentions[:_LOOKED_AT] if len(m.names) == 1 and m.names[0] not in full]
    for name in [*full[:_LOOKED_AT], *short[:2], *beside]:
        found.append(phrases.before(text, name, names))
        found.append(phrases.after(text, name, names))
        found.append(_possessor(text, name, names))
    return [role for role in found if role is not None]


def _set_apart(text: str, span: Span, names: Names) -> phrases.Role | None:
    one = re.compile(r"one of (?:the )?", re.IGNORECASE).match(text, span.start, span.end)
    if one is not None:
        near = names.within(one.start(), span.end)
        return phrases.Role(span, near[0].span if near and near[0].end == span.end else None)
    return phrases.segment(text, span.start, names, span.end)


def _possessor(text: str, name: Name, names: Names) -> phrases.Role | None:
    """The body that a name is said to be of: "the Herald's Ada Cole"."""
    near = names.before(name.title, 1)
    if near and near[-1].owner and near[-1].body and text[near[-1].end : name.title].strip() in {"’s", "'s", "’", "'"}:
        return phrases.Role(None, near[-1].span)
    return None


def _of_unnamed(text: str, referent: Referent, names: Names) -> phrases.Role | None:
    """Role and body of an unnamed source ("a Foreign Office official"), where its words name a body or a person."""
    label = referent.label
    if label is None or referent.body:
        return None
    inside = [n for n in names.within(label.start, label.end) if not n.place]
    if not inside:
        return None
    end = label.end
    head = text.rfind(" ", label.start, end) + 1
    tail = [n for n in inside if n.start > label.start and re.search(r"\b(?:in|at|of|from|with|for)\s+(?:the\s+)?\Z", text[label.start : n.start])]
    if tail and tail[0].body:
        return phrases.Role(None, tail[0].span)
    if referent.plural or role_of(referent.noun) != "official":
        return None
    tie = next((n.span for n in inside if n.body and " ".join(n.words) not in entries("platforms")), None)
    if tie is None and not any(n.owner for n in inside):
        return None
    return phrases.Role(Span(max(head, label.start), end), tie, referent.noun)


def _tidy(words: str) -> str | None:
    plain = re.sub(r"\s*\[[^\]\n]{1,24}\]", "", words).strip(" ,;:–—-")
    plain = re.sub(r"\s+", " ", plain)
    return plain or None


def _kind(  # noqa: PLR0911, PLR0913 - one answer a kind of evidence
    text: str, referent: Referent, role: str | None, affiliation: str | None, noun: str, outlet: str | None
) -> VoiceKind:
    whole = " ".join(referent.words)
    if referent.noun:
        return VoiceKind.UNNAMED
    if referent.handle:
        return VoiceKind.PERSON
    if referent.joint:
        return VoiceKind.JOURNALIST if outlet and outlet not in entries("platforms") else VoiceKind.PERSON
    if referent.body or referent.place:
        if whole in entries("outlets") or referent.words[-1] in entries("outlet_heads"):
            return VoiceKind.PUBLICATION
        if role and table("bodies").get(role.split()[-1].lower()) == "document":
            return VoiceKind.PUBLICATION
        return VoiceKind.ORGANISATION
    kinds = [role_of(word.strip(",.")) for word in (role or "").split()]
    told = [kind for kind in kinds if kind not in {None, "person"}]
    if told:
        return VoiceKind(told[0] or "person")
    if affiliation and any(word.strip("’s'") in _LEARNED for word in affiliation.split()) and role:
        return VoiceKind.EXPERT
    if outlet and outlet not in entries("platforms"):
        return VoiceKind.JOURNALIST
    if any(name.titled for name in referent.names[:_LOOKED_AT]):
        lead = {word for name in referent.names[:_LOOKED_AT] for word in text[name.title : name.start].split()}
        if lead & {"Sen.", "Rep.", "Gov.", "Gen.", "Cmdr.", "Col.", "Maj.", "Capt.", "Lt.", "Adm.", "PM"}:
            return VoiceKind.OFFICIAL
        if lead & {"Dr", "Dr.", "Prof", "Prof."}:
            return VoiceKind.EXPERT
    return VoiceKind.PERSON
