"""Parse a mention: a pronoun, handle, name with title and apposition, several names, or noun phrase."""

import re
from dataclasses import replace

from reader.analysis.voices.mentions.adjacent_source import (
    AFTER_NAME,
    PAGE,
    apposed,
    before_author,
    behind_name,
    compiler,
    coordinated,
    document_source,
    is_document,
    is_persons_name,
    self_named,
    together,
)
from reader.analysis.voices.names.forms import (
    BEHIND_HEAD,
    ONE_OF,
    PRONOUNS,
    Form,
    Mention,
    between_commas,
    noun_phrase,
    trimmed,
)
from reader.analysis.voices.names.lists import entries, is_somebodys, marked, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names, has_article, scan_text
from reader.analysis.voices.names.roster import head_word
from reader.analysis.voices.names.work_titles import title_of
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.analysis.words.grammar import lowered
from reader.model import Span

_ALIAS = re.compile(r"(?<=\w),? (?:aka|a\.k\.a\.?|alias) (?=[\w@“\"])")  # "Ada Roe aka Otter"
_CONTRACTED = re.compile(r"(?<=\w)['’](?:d|ll|m|re|s|ve)\Z", re.IGNORECASE)
_OF_WHAT = (" about ", " by ", " for ", " from ", " of ", " on ", " to ")
_OFFICE = re.compile(
    r"(?:[\w’'-]+\s){0,4}?([\w-]+)\s(?:for|of)\s(?:(?:[a-z]+|[A-Z][\w’'-]*)\s){0,4}?(?!an?\s|the\s)([a-z]+)\s"
)
_OF_HANDLE = frozenset({"account", "by", "from", "handle", "of", "page", "profile"})
_TO = re.compile(r"[a-z][\w ]*\s(?:by|from|of|to|with)\s")
_PREPOSITION = re.compile(rf"(?<![\w-])(?:{BEHIND_HEAD}|like|than|(?<!ly )(?:led|named|called))(?![\w-])")
_AND_ROLE = re.compile(r" and (?:[a-z-]+ ){1,3}(?=[A-Z])")
_INNER = re.compile(r"\b(?:an?|another|her|his|many|one|several|some|the)\s((?:[\w’'-]+\s){0,3}[\w-]+)\Z")
_HANDLE = re.compile(r"@\w[\w.]*|#\w+\Z")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]{2}")
_TWO_WORDS = re.compile(r"@\w+(?: [^\W\d_]+){1,2}")
_SOMEBODY = frozenset({"man", "one", "person", "them", "us", "woman"})
_MODIFIED = 4  # maximum words before a name that describe its referent
_ONE_OF_THEM = re.compile(r"(?:(?:another|one)(?: of (?:them|these|those))?)", re.IGNORECASE)
_ONE = re.compile(r"an?\s", re.IGNORECASE)
_EMPHASIS = frozenset({"himself", "herself", "themselves", "itself", "also", "who"})
_OF_BLOG = re.compile(r"(?<!\bname)\s+(?:at|from|behind|of)\s+(?:the\s+)?\Z")
_MADE_BY = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he)\s)?(?:[a-z-]+\s)?([\w-]+)\s(?:by|from)\s(?=(?:an?|her|his|its|the|their)\s)"
)
_LED_BY = re.compile(r"\b(?:(?:led|run|written|edited|kept|authored|maintained|hosted)\s+)?by\s+(?:[\w-]+\s+){0,4}\Z")


def parse_mention(text: str, span: Span, head: Span | None, names: Names) -> Mention:  # noqa: PLR0911 - one return a form
    """Return the parsed mention at `span`; `head` is the span of its name or head noun, if known."""
    start, end = span.start, span.end
    low = lowered(text[start:end])
    if low in PRONOUNS:
        return Mention(span, span, Form.PRONOUN, noun=low, plural=PRONOUNS[low] == "plural")
    start, end = trimmed(text, start, end)
    alias = _ALIAS.search(text, start, end)
    end = alias.start() if alias is not None and names.within(start, alias.start()) else end
    first, _, rest = text[start:end].partition(" ")
    first = lowered(_CONTRACTED.sub("", first))
    if first in PRONOUNS and (not rest or rest.split()[0].lower() in _EMPHASIS):
        plural = PRONOUNS[first] == "plural"
        return Mention(span, Span(start, start + len(first)), Form.PRONOUN, noun=first, plural=plural)
    handle = _HANDLE.match(text, start, end)
    if handle is not None:
        # A user name with a blank in it is shown as written: "@Rom Vela".
        core = Span(start, end) if _TWO_WORDS.fullmatch(text, start, end) else Span(*handle.span())
        return Mention(span, core, Form.HANDLE)
    if not text[start : start + 1].islower() and _OTHER_SCRIPT.search(text, start, end) is not None:
        return Mention(span, Span(start, end), Form.HANDLE)  # a user name, where capitals do not show names
    last = names.before(end, 1)
    if last and last[0].body and last[0].start < start and last[0].end == end:
        return Mention(span, last[0].span, Form.NAME, last)  # of "Jornal do Mar" only the last word was taken
    if last and last[0].body and 0 <= last[0].start - start <= len("the ") and last[0].end > end:
        return Mention(Span(span.start, last[0].end), last[0].span, Form.NAME, last)  # "the Council" of "… on Tides"
    beside = _blog(text, span, Span(start, end), names) or _author(text, span, Span(start, end), names)
    if beside is not None:
        return beside
    inside = names.within(start, end)
    inside = inside or tuple(name for name in scan_text(text, start, end) if name.words[0] not in names.groups)
    segments = between_commas(text, start, end)
    return (
        self_named(text, span, names)
        or behind_name(text, span, names, segments[0])
        or compiler(text, span, names)
        or _read_name(text, span, inside, segments)
        or _read_phrase(text, span, names, segments, head)
    )


def _author(text: str, span: Span, core: Span, names: Names) -> Mention | None:
    """The unnamed author of a document: "a statement by the city council", "a letter from his lawyer"."""
    match = _MADE_BY.match(text, core.start, core.end)
    if match is None or not is_document(match[1].lower()):
        return None
    maker = parse_mention(text, Span(match.end(), span.end), None, names)
    return replace(maker, span=span) if maker.form is Form.NAME or _speaks_itself(maker) else None


def _blog(text: str, span: Span, core: Span, names: Names) -> Mention | None:
    """The blog, page or group that the mention or its end gives the title of."""
    owner = names.at(core.start)
    owned = owner is not None and owner.owner and owner.in_full and is_persons_name(owner)
    if owner is not None and owned and text[owner.end : core.end].partition(" ")[2] in entries("title_heads"):
        return Mention(span, owner.span, Form.NAME, (owner,), outlet=core)  # "Ada Roe’s Weblog"
    title = title_of(text, core.start, core.end, names)
    return None if title is None else Mention(Span(title.start, span.end), title.span, Form.NAME, (title,))


def _read_phrase(text: str, span: Span, names: Names, segments: list[tuple[int, int]], head: Span | None) -> Mention:
    """The reading of a mention that does not look like a name: by its author, handle or head."""
    told = segments[1:2] if _ONE_OF_THEM.fullmatch(text, *segments[0]) else []
    if told and _ONE.match(text, *told[0]) and role_of(noun_phrase(text, span, told[0]).noun) is not None:
        segments = [*told, *segments[2:]]  # "One of them, a caterer, said"
    noun = noun_phrase(text, span, segments[0])
    start, end = segments[0][0], segments[-1][1]
    inside = names.within(start, end)
    beside = before_author(text, span, names, noun) if not inside else None
    beside = beside or apposed(text, span, names, noun) or coordinated(text, span, names, noun)
    if beside is not None:
        return beside
    at = text.rfind(" @", *segments[0]) + 1
    before = text[start : at - 1].rpartition(" ")[2] if at > 0 else ""
    behind_role = at > 0 and (role_of(before) is not None or before in _OF_HANDLE)
    elsewhere = segments[1:] if role_of(noun.noun) else []
    for left, right in [(at, segments[0][1])] if behind_role else elsewhere:
        if _HANDLE.fullmatch(text, left, right):
            return Mention(span, Span(left, right), Form.HANDLE)
    human = _person_before_who(text, span, names, noun)
    if human is not None:
        return human
    for name in inside if head is not None else ():
        apart = name.place or name.owner or _PREPOSITION.search(text, start, name.title) is not None
        apart = apart or _no_name(text, name)
        if head is not None and head.contains(name.span) and not apart and AFTER_NAME.match(text, name.end, end):
            return Mention(span, name.span, Form.NAME, (name,))
    return noun


def _person_before_who(text: str, span: Span, names: Names, noun: Mention) -> Mention | None:
    """The person before a "who" in a phrase with another head: "a setback for the mayor, who said …"."""
    if not text.startswith((", who ", " who "), span.end):
        return None
    if _speaks_itself(noun) and not is_document(noun.noun):
        return None
    last = names.before(span.end, 1)
    if last and last[0].end == span.end and not last[0].place and _TO.fullmatch(text, noun.core.start, last[0].title):
        return Mention(span, last[0].span, Form.NAME, last)  # "next we move to Ada, who says"
    inner = list(_INNER.finditer(text, noun.core.start + 1, noun.core.end))
    if not inner or role_of(inner[-1][1].rpartition(" ")[2]) is None:
        return None
    return noun_phrase(text, span, (inner[-1].start(), noun.core.end))


def _speaks_itself(noun: Mention) -> bool:
    return is_somebodys(noun.noun) or noun.plural or noun.noun in entries("indefinites")


def _read_name(text: str, span: Span, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> Mention | None:
    """The reading of a mention whose source is named in it; None where only a noun phrase identifies the source."""
    if not inside:
        return None
    first = segments[0]
    name = _name_after_role(text, first, inside) or _head_name(text, first, inside)
    paged = _platform_of_page(text, inside, first)
    if name is not None or paged is not None:
        led = None if name is None else _writer_of_blog(text, name, inside)
        writer, outlet = (inside[0], paged) if paged is not None else (led, name)
        if writer is not None and outlet is not None:
            return Mention(span, writer.span, Form.NAME, (writer,), outlet=outlet.span)
    if name is not None:
        joint = together(text, name, inside, segments)
        if len(joint) > 1:
            return Mention(span, Span(joint[0].start, joint[-1].end), Form.JOINT, joint, plural=True)
        office = _OFFICE.fullmatch(text, first[0], name.title)
        return Mention(span, name.span, Form.NAME, (name,), role=office and Span(first[0], name.title - 1))
    own = _without_possessor(text, first, inside[0])
    noun = noun_phrase(text, span, own)
    for segment in segments[1:]:
        other = _head_name(text, segment, inside)
        if other is None or other.place or not _begins_with_name(text, segment, other):
            continue
        told = own != first or _ONE.match(text, *first) is not None
        is_person = role_of(noun.noun) or ONE_OF.match(text, *first) or noun.noun in _SOMEBODY
        called = text[segment[0] : other.title].split()[-1:]  # "her sponsor, the shoe firm Velora"
        if (
            table("called").keys() & called
            or (not other.body and (is_person or _is_office_holder(noun, segment, other, told=told)))
            or (table("bodies").get(noun.noun) and (other.body or table("called").get(noun.noun) == "publication"))
        ):
            of_several = ONE_OF.match(text, *first) is not None and segment[0] not in {other.title, other.start}
            return Mention(span, other.span, Form.NAME, (other,), role=None if of_several else Span(*first))
    return document_source(text, span, noun, inside) or _blog_of_blogger(text, span, noun, inside)


def _without_possessor(text: str, segment: tuple[int, int], name: Name) -> tuple[int, int]:
    """The segment without a possessor at its beginning: "director" of "the Council on Eels’ director"."""
    start, end = segment
    owns = name.owner and name.title - start <= len("the ") and name.end < end - len("’s ")
    return (text.index(" ", name.end) + 1, end) if owns and " " in text[name.end : end] else segment


def _is_office_holder(noun: Mention, segment: tuple[int, int], name: Name, *, told: bool) -> bool:
    """Whether a full name alone in its segment is the holder of any office or trade before it ("a miller")."""
    full = len(name.words) > 1 and (name.title, name.end) == segment
    return full and (told or noun.definite) and not noun.plural and noun.noun not in table("bodies")


def _begins_with_name(text: str, segment: tuple[int, int], name: Name) -> bool:
    """Whether a segment begins with a name, or with words that describe its referent: "former mayor Ada Cole"."""
    if segment[0] in {name.title, name.start}:
        return True
    words = text[segment[0] : name.title].split()
    words = words[1:] if words[:1] and words[0] in {"a", "an", "the"} else words
    if not 0 < len(words) <= _MODIFIED:
        return False
    person = name.in_full and is_persons_name(name) and name.end == segment[1]  # "harbour master Ada Cole"
    headed = person or role_of(words[-1]) is not None or words[-1] in table("called")
    return headed and all(word.islower() and f" {word} " not in _OF_WHAT for word in words)


def _platform_of_page(text: str, inside: tuple[Name, ...], segment: tuple[int, int]) -> Name | None:
    """The platform of a page with a name in it: "the Vela Mar Facebook page" belongs to Vela Mar."""
    if len(inside) < 2 or inside[0].place or inside[0].start - segment[0] > len("the "):  # noqa: PLR2004 - name and platform
        return None
    platform = inside[1]
    known = platform.platform and platform.start - inside[0].end <= len("’s ")
    return platform if known and PAGE.match(text, platform.end) else None


def _head_name(text: str, segment: tuple[int, int], inside: tuple[Name, ...]) -> Name | None:
    """The name that is the head of a segment: not after a preposition, no possessor, no modifier of a noun."""
    start, end = segment
    begin, weak = start, None
    for name in inside:
        if name.start < start or name.end > end or any(n.title < name.start < n.start for n in inside):
            continue  # the last part of another's office: "Minister of Transport and Tides Ada Cole"
        if _PREPOSITION.search(text, begin, name.title):
            holder = inside[-1]  # "governor of the Tarn region Ada Cole"
            office = _OFFICE.fullmatch(text, start, holder.title)
            holds = office is not None and holder.end == end and _has_office(office, holder)
            return holder if holds else weak
        owner = name.owner and text[name.end : end] not in {"", "'s", "’s"}
        begin = name.end if name.body else begin  # "the Office for Tides’ Ada Cole", "Office for Tides clerk Ada Cole"
        if owner or _no_name(text, name):
            continue
        if AFTER_NAME.match(text, name.end, end) is not None:
            return name
        if weak is None and name.in_full and is_persons_name(name):
            weak = name  # "Robert Quill reporter for the Herald"
    return weak


def _name_after_role(text: str, segment: tuple[int, int], inside: tuple[Name, ...]) -> Name | None:
    """The person whose role follows a title with words in lower case: "Notes from the Hill reporter Bea Roe"."""
    name = inside[-1]
    if not name.in_full or name.owner or name.end != segment[1]:
        return None
    *before, last, role = ["", "", *text[segment[0] : name.title].split()]
    office = role.islower() and role_of(role) is not None
    headed = office and len(before) > 1 and "and" not in before and last[:1].isupper()
    return name if headed else None


def _has_office(office: re.Match[str], name: Name) -> bool:
    """Whether a name after an office is its holder's: "Minister of finance Ivo Trask", "head of policy Ada Roe"."""
    noun, field = office[1].lower(), office[2]
    holds = role_of(noun) in {"official", "expert"} or noun in marked("roles", "executive")
    body = field in table("called") or field in table("bodies")  # "head of the firm Tarn", but "chief of staff Ada Roe"
    named = noun.startswith("spokes") or (body and not office[0].endswith(f" of {field} "))
    sure = office[1].istitle() or (not name.body and not named and role_of(field) is None)
    return name.in_full and holds and sure


def _no_name(text: str, name: Name) -> bool:
    """Whether a name is only a common noun ("Backers of the plan", "the Frenchman", "the Social Democrat")."""
    word = name.words[0]
    if has_article(text, name) and table("stand_ins").get(name.words[-1].lower()) == "people":
        return True
    if len(name.words) == 1 and role_of(word.lower()) is not None and _AND_ROLE.match(text, name.end) is not None:
        return True  # "Economist and blogger Ada Cole"
    if len(name.words) > 1 or name.body or name.titled:
        return False
    opens = begins_sentence(text, name.start) or text.endswith((": ", "; "), 0, name.start)
    if opens and not name.owner and _is_thing_with_of(text, word, name.end):
        return True
    return _is_common_noun(word) or (singular(word) != word.lower() and text.startswith(" of ", name.end))


def _is_thing_with_of(text: str, word: str, end: int) -> bool:
    """Whether the first word of a sentence is a thing or document with an "of" or "on" ("Description on the page").

    A noun alone, without an article, is a pen name ("Storm writes:").
    """
    low = singular(word)
    known = any(word in entries(names) for names in ("first_names", "outlets", "places"))
    if known or not text.startswith(_OF_WHAT, end):
        return False
    return word.lower() in entries("speechless") or table("bodies").get(low) == "document"


def _is_common_noun(word: str) -> bool:
    """Whether a capitalised word is a common noun or a people at the start of a sentence ("People", "Egyptians")."""
    return (
        (word in entries("demonyms") - entries("known_bodies") and not word.isupper())
        or any(word.lower() in entries(name) for name in ("plurals", "indefinites", "works"))
        or (role_of(word) is not None and singular(word) != word.lower())
        or (word.endswith("s") and word[:-1] in entries("demonyms"))
        or (singular(word) != word.lower() and singular(word) in table("bodies"))
    )


def _writer_of_blog(text: str, name: Name, inside: tuple[Name, ...]) -> Name | None:
    """The person who writes the blog that `name` names ("Ruedas, a blog led by Ines Prado")."""
    for other in inside:
        if other.start > name.end and not (other.body or other.place) and _LED_BY.search(text, name.end, other.title):
            return other
    return None


def _blog_of_blogger(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """The blog that identifies a writer without a name: "a Maltese blogger at Vela Azul"."""
    if noun.noun not in {"blogger", "columnist", "writer", "author", "contributor"}:
        return None
    for name in inside:
        bond = _OF_BLOG.search(text, span.start, name.title)
        if bond is not None and not name.place and not name.titled and not name.platform:
            role = Span(span.start, bond.start())
            return Mention(span, name.span, Form.NAME, (name,), role=role, outlet=name.span)
    return None


def employs(name: Name) -> bool:
    """Return whether a body has employees, rather than readers: "Vela University", "the University of Vela"."""
    return name.words[-1] in entries("organisations") or head_word(name.words) in entries("learned")
