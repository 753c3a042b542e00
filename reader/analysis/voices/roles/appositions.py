"""Read the role after a name: ", a fellow at the Delta Institute", "is a nurse", "(NPR)"."""

from reader.analysis.units.units import NUMBER, PARENTHESIS, WORD
from reader.analysis.voices.names.lists import entries, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names, scan_text
from reader.analysis.voices.names.section_headings import LONGEST, person_of_heading
from reader.analysis.voices.roles.belonging import body_behind
from reader.analysis.voices.roles.phrase_reading import clause_at, described, is_finite
from reader.analysis.voices.roles.role_phrases import Role
from reader.analysis.voices.roles.tokens import ARTICLES, Tokens, closes_adverbial, tokens_around, tokens_over
from reader.analysis.words.grammar import DASHES, GENITIVES, words

_VERBS = frozenset({"chair", "guide", "head", "host", "judge", "lead", "model", "voice"})
_WAS = frozenset({"is", "was"})
_STILL = frozenset({"also", "currently", "herself", "himself", "now", "once", "still", "then"})
_SOLE = frozenset({"first", "last", "next", "only", "second", "third"})
_READ = frozenset({"blog", "channel", "daily", "magazine", "newspaper", "network", "site", "website", "weekly"})


def role_after(text: str, name: Name, names: Names) -> Role | None:
    """Return the role or body after a name; None where neither follows."""
    if name.owner:
        return None
    t = tokens_around(text, name.title, names)
    at = behind_notes(t, t.behind(name))
    partner = t.name_at(at + 1) if t.low(at) == "and" else None
    if partner is not None and not (name.body or partner.body or partner.place) and t.low(t.behind(partner)) == ",":
        both = described(t, t.behind(partner) + 1)
        return both if both is not None and is_plural(text, both) else None
    if at < len(t) and t.unit.kinds[at] == PARENTHESIS:
        inside = _bracketed(t, at)
        if inside is not None:
            return inside
        at = behind_notes(t, at + 1)
    tied, at = _tied(t, name, at)
    return tied or (None if at < 0 else _described_behind(t, name, at))


def _tied(t: Tokens, name: Name, at: int) -> tuple[Role | None, int]:
    """What a noun or preposition behind a name adds to it, and the index where a description may follow, else -1."""
    if table("called").get(t.low(at)) == "publication" and len(name.words) == 1 and not name.titled:
        return Role(None, None, t.low(at)), -1  # "The *Vela* newspaper"
    bond = behind_age(t, at) if t.low(at) == "," else at
    if t.low(bond) not in {"at", "from", "of", "with"}:
        return None, at
    tie = body_behind(t, bond, person=not name.body and not _READ.intersection(map(t.low, range(bond, bond + 4))))
    place = t.name_at(bond + 1)
    if tie is None and place is not None and place.place and t.low(t.behind(place)) == ",":
        return None, t.behind(place)  # "Ada Cole of Lisk, a nurse,"
    return None if tie is None else Role(None, tie), -1


def _described_behind(t: Tokens, name: Name, at: int) -> Role | None:
    """The role in the apposition or clause that begins at an index behind a name."""
    text, names = t.text, t.names
    link = None if closes_adverbial(text, name, names) else _link(t, at, apart=len(name.words) == 1)
    if link is None or link >= len(t):
        return None
    offset = t.unit.starts[link]
    found = None if name.body else described(t, link)
    if found is not None and found.role is not None and t.low(link) == "the":
        verb = t.past(found.role.end)
        if is_finite(t, verb) and t.low(verb + 1) != "by":
            return None  # "In a letter to Ada Cole, the mayor denied it"
    found = found or _of_heading(text, name, offset, names)
    if found is None and name.words[0] not in entries("first_names") and not name.titled:
        first = link + (t.low(link) == "which")
        first += t.low(first) in _WAS
        found = described(t, link, of="body") if t.low(first) in ARTICLES | {"one"} else None
    if found is None and not name.body and name.title in names.sources and t.low(link) in {"a", "an"}:
        found = described(t, link, of="speaker")
    return found or (None if name.body or name.place else clause_at(t, link))


def behind_notes(t: Tokens, at: int) -> int:
    """Return the index after letters of an honour and bracketed notes such as "[es]"."""
    while at < len(t) and t.word(at) in entries("honours"):
        at += 1
    while at < len(t) and t.unit.kinds[at] == PARENTHESIS and t.word(at)[0] == "[":
        at += 1
    return at


def behind_age(t: Tokens, comma: int) -> int:
    """Return the index after a comma, and after an age and its comma."""
    aged = comma + 2 < len(t) and t.unit.kinds[comma + 1] == NUMBER and t.low(comma + 2) == ","
    return comma + 3 if aged else comma + 1


def _link(t: Tokens, at: int, *, apart: bool) -> int | None:
    """The index where a description of a name begins, behind a comma, a dash or nothing; None where none begins.

    Behind a single word a noun is not `apart` from it: "the Norvian *president*".
    """
    if at >= len(t) - 1:
        return None
    if t.low(at) == ",":
        return behind_age(t, at)
    if t.low(at) in DASHES and not t.inside(at):
        return at + 1
    low = t.low(at)
    been = low in {"had", "has"} and t.low(at + 1) == "been"
    if low in _WAS or been:
        return at if _is_somebody(t, at + 1 + been) else None
    if low in words("sitting"):
        return at
    noun = t.unit.kinds[at] == WORD and role_of(low) is not None and singular(low) == low
    return at if noun and not apart and low not in _VERBS else None


def _is_somebody(t: Tokens, at: int) -> bool:
    """Whether a description follows "is", and not "is less patient" or "was the first nurse on the spot"."""
    at += t.low(at) in _STILL
    if t.low(at) == "the" and t.low(at + 1) in _SOLE:
        return any(t.low(of) == "of" for of in range(at + 3, at + 6))
    owner = t.is_name(at) and t.low(at).endswith(GENITIVES)
    one = t.low(at) == "one" and t.low(at + 1) == "of"
    return one or owner or t.low(at) in ARTICLES | {"her", "his"} or t.low(at + 1) in {"at", "for", "of"}


def _of_heading(text: str, name: Name, start: int, names: Names) -> Role | None:
    """The body behind the person named in a heading: "2. Ada Cole – River Party"."""
    line = text.rfind("\n", max(0, name.start - LONGEST), name.start) + 1
    end = text.find("\n", name.end, name.end + LONGEST)
    end = len(text) if end < 0 else end
    if person_of_heading(text, line, end) != name.span:
        return None
    inside = [*names.within(start, end), *scan_text(text, start, end)]
    body = next((other for other in inside if other.body and other.end == end), None)
    return None if body is None else Role(None, body.span)


def is_plural(text: str, role: Role) -> bool:
    """Return whether a role is a plural: "engineers at Delta Foods"."""
    parts = [] if role.role is None else role.role.of(text).split()
    plain = (word for word in parts if not word.endswith(GENITIVES))  # "the President’s physician"
    return any(singular(word) == role.noun and word.lower() != role.noun for word in plain)


def _bracketed(t: Tokens, at: int) -> Role | None:
    """The role or body in brackets after a name: "(former director of the Herald)", "(NPR)"."""
    inner = tokens_over(t.text, t.unit.starts[at] + 1, t.unit.ends[at] - 1, t.names)
    first = inner.name_at(0)
    alone = first is not None and not first.place and inner.low(inner.behind(first)) in {"", ","}
    if first is not None and alone and (first.body or len(first.words) > 1):
        known = (first.body and not first.words[0].isupper()) or first.span.of(t.text) in entries("outlets")
        return Role(None, first.span) if known else None
    told = described(inner, 0, len(inner)) if len(inner) else None
    pause = inner.pause(0, len(inner))
    body = inner.name_at(inner.after_article(pause + 1)) if inner.low(pause) == "," else None
    if told is None or told.affiliation is not None or body is None or inner.behind(body) != len(inner):
        return told
    named = body.body or not (body.place or len(body.words) == 1)
    return Role(told.role, body.span if named else None, told.noun)  # "(director, Delta Institute)"
