"""What a mention is: a pronoun, a handle, a name with title and apposition, several names, or a noun phrase."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.voices.lists import entries, role_of, singular, table
from reader.analysis.voices.names import Name, Names, scan_text
from reader.model import Span


class Form(StrEnum):
    """How a mention names its source."""

    PRONOUN = "pronoun"
    HANDLE = "handle"
    NAME = "name"
    JOINT = "joint"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention taken apart.

    `span` is the whole phrase; `core` the name, the handle, the pronoun, or the noun phrase without what follows
    it after a comma. `names` are the names that stand for the source (one, several for a joint source, none for
    other forms). `noun` is the head noun in the singular, or the pronoun, in lower case. `definite` phrases refer
    back ("the senator"); `plural` ones speak of several. `role` is a noun phrase before the name, set apart by a
    comma or a dash ("Justice Minister, Ada Cole").
    """

    span: Span
    core: Span
    form: Form
    names: tuple[Name, ...] = ()
    noun: str = ""
    definite: bool = False
    plural: bool = False
    role: Span | None = None
    outlet: Span | None = None


PRONOUNS = {
    pronoun: sort
    for sort, pronouns in {
        "m": ("he", "him", "his", "himself"),
        "f": ("she", "her", "hers", "herself"),
        "plural": ("they", "them", "their", "theirs", "themselves", "both"),
        "thing": ("it", "its", "itself"),
        "relative": ("who", "which", "whom", "whose", "that"),
        "first": ("i", "me", "my", "myself", "mine", "we", "us", "our", "ourselves"),
        "second": ("you", "your"),
    }.items()
    for pronoun in pronouns
}
_LEADING = re.compile(r"(?:(?:according to|as|by|from|in|of|to|for|and|but|on)\s+)+", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"(?:(?:[Aa]lthough|[Bb]ecause|[Ee]ven|[Ii]f|[Jj]ust|[Nn]or|[Oo]nly|[Ss]ince|[Tt]hough|[Ww]hen|[Ww]here|[Ww]hile)"
    r"\s+)+(?=[a-z])"
)
_OPENING = re.compile(r"(?:However|Meanwhile|Indeed|Also|Finally|Similarly|Moreover|Later|Then|And|But|Still),\s+")
_WHAT = re.compile(r"(?<!\w)what\s(?=(?:an?|her|his|many|my|one|our|some|the|their)\s)", re.IGNORECASE)
_DATELINE = re.compile(r"(?:[A-Z][A-Z.’'-]+,?\s)+(?:\([^)\n]{2,20}\)\s)?(?:[A-Z][a-z.]+\s)?[–—]\s(?=\w)")
_LONGEST_TIME = 24  # characters of "last Wednesday" behind a source
_SUBJECT = 160  # characters of a subject behind a dateline
_AGE = re.compile(r"\d{1,3}")
_OFFICE = re.compile(r"(?:[A-Z]\w*\s){0,2}([A-Z][\w-]+)\s(?:for|of)\s(?:[a-z]+\s){1,2}")
_PAGE = re.compile(r"\s(?:account|feed|group|page|wall)\b")
_TRIM = " \t\n,.;:[](){}“”\"'‘’–—-"
_NOTE = re.compile(r"\s*\[[^\]\n]{1,24}\]")
_ABBREVIATED = r"(?<!\b[^\W\d_]\.)" + "".join(
    rf"(?<!\b{re.escape(title)})" for title in sorted(entries("titles")) if title[-1] == "."
)
_SEGMENT = re.compile(rf"\s*(?:[,;:(–—]|\s-\s|\.{_ABBREVIATED}\s)\s*")
_PREPOSITION = re.compile(
    r"\b(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|about|against|among|behind|"
    r"inside|near|like|than|led|named|called)\b"
)
_AFTER_NAME = re.compile(
    r"\s*(?:\Z|[^\w\s]|(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|himself|herself|"
    r"itself|themselves|also|and|or|has|had|is|was|later|then|now|earlier|told)\b)"
)
_AND_NAME = re.compile(r"\s*(?:,\s*)?(?:and|&)\s+(?:the\s+)?")
_HANDLE = re.compile(r"@\w[\w.]*|#\w+\Z")
_TWO_WORDS = re.compile(r"@\w+(?: [^\W\d_]+){1,2}")
_EMPHASIS = frozenset({"himself", "herself", "themselves", "itself", "also", "who"})
_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?\Z")
_IN = re.compile(r"\b(?:in|at|on)\s+(?:the\s+)?\Z")
_APPOSED = re.compile(r",\s+|,?\s+((?:from|of|at)\s+(?:the\s+)?)")
_APPOSITION = re.compile(r"(?:an?\s|[a-z])(?!he\s)")
_BEHIND = re.compile(r"\s(?:by|from)\s(?:the\s)?")
_LED_BY = re.compile(r"\b(?:(?:led|run|written|edited|kept|authored|maintained|hosted)\s+)?by\s+(?:[\w-]+\s+){0,3}\Z")
_PHRASE_END = re.compile(
    r"\s(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|about|against|among|behind|inside|"
    r"near|close|familiar|speaking|based|living|working|calling|using|created|seen|published|released|conducted|"
    r"led|named|called|requesting|citing|present|involved|and|or|dated|obtained|written|signed|posted|here|there)\b"
)
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|both|his|her|their|its|said|another of the|the same|my|our)\s", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"(?:one|some|many|several|most|all|none|two|three|four|five|any|each|both|others?)\s+of\s+", re.IGNORECASE
)

_QUANTITY = re.compile(
    r"(?:an?\s(?:\w+\s)?(?:couple|dozen|few|handful|lot|majority|number|pair|string)|dozens|hundreds|lots|millions|plenty|"
    r"scores|thousands)\s+of\s+",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r"\s(?:(?:earlier|last|late|next|on|this)\s(?:month|week|year|night|fall|autumn|spring|summer|winter|(?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day)|today|tonight|yesterday)\Z"
)


def read(text: str, span: Span, head: Span | None, names: Names) -> Mention:
    """Take the mention that `span` covers apart; `head` says where its name or head noun is, if known."""
    start, end = _trimmed(text, span.start, span.end)
    first, _, rest = text[start:end].lower().partition(" ")
    if first in PRONOUNS and (not rest or rest.split()[0] in _EMPHASIS):
        plural = PRONOUNS[first] == "plural"
        return Mention(span, Span(start, start + len(first)), Form.PRONOUN, noun=first, plural=plural)
    handle = _HANDLE.match(text, start, end)
    if handle is not None:
        # A user name with a blank in it is shown as written: "@Rom Vela".
        core = Span(start, end) if _TWO_WORDS.fullmatch(text, start, end) else Span(*handle.span())
        return Mention(span, core, Form.HANDLE, noun=handle[0])
    inside = names.within(start, end) or scan_text(text, start, end)
    segments = _segments(text, start, end)
    return (
        _behind_name(text, span, names, segments[0])
        or _by_name(text, span, inside, segments)
        or _by_phrase(text, span, names, segments, head)
    )


def behind_dateline(text: str, span: Span, cue: Span | None) -> Span:
    """The subject behind a town that heads a report ("LIMA — The mayor, Ada Cole, said"), else the mention as given."""
    start = span.end + 3
    dash = text[span.end : start] in {" — ", " – ", " - "} and text[max(0, span.start - 1) : span.start] in {"", "\n"}
    town = span.of(text).partition("(")[0].strip()
    if not dash or not town.isupper() or cue is None or not start < cue.start <= start + _SUBJECT:
        return span
    if text[start : cue.start].rstrip()[-1:] in {"—", "–", "-"}:
        return span  # "DELTA — a group of bakers — said": two dashes enclose what it is
    return Span(start, cue.start - 1)


def _by_phrase(text: str, span: Span, names: Names, segments: list[tuple[int, int]], head: Span | None) -> Mention:
    """The reading of a mention in which no name is the source by the look of it: by its author, handle or head."""
    noun = _noun(text, span, segments[0])
    start, end = segments[0][0], segments[-1][1]
    inside = names.within(start, end)
    author = None if inside else _before_author(text, span, names, noun)
    if author is not None:
        return author
    at = text.rfind(" @", *segments[0]) + 1
    behind_role = at > 0 and role_of(text[start : at - 1].rpartition(" ")[2]) is not None
    elsewhere = segments[1:] if role_of(noun.noun) else []
    for left, right in [(at, segments[0][1])] if behind_role else elsewhere:
        if _HANDLE.fullmatch(text, left, right):
            return Mention(span, Span(left, right), Form.HANDLE, noun=text[left:right])
    for name in inside if head is not None else ():
        apart = name.place or name.owner or _PREPOSITION.search(text, start, name.title) is not None
        if head is not None and head.contains(name.span) and not apart and _AFTER_NAME.match(text, name.end, end):
            return Mention(span, name.span, Form.NAME, (name,))
    return noun


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The mention without marks and brackets around it and without a preposition before it."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        if text[end - 1] == "." and end - start > 1 and text[end - 2].isupper():
            break
        end -= 1
    for pattern in (_DATELINE, _OPENING, _LEADING, _CONJUNCTION):
        lead = pattern.match(text, start, end)
        if lead is not None and lead.end() < end:
            start = lead.end()
    what = _WHAT.search(text, start, end)  # "what one analyst" called so
    if what is not None:
        start = what.end()
    when = _TIME_BEHIND.search(text, max(start, end - _LONGEST_TIME), end)
    return start, end if when is None else when.start()


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a mention between commas, dashes and brackets."""
    parts, position = [], start
    for match in _SEGMENT.finditer(text, start, end):
        if match.start() > position:
            parts.append((position, match.start()))
        position = match.end()
    if position < end:
        parts.append((position, end))
    return parts or [(start, end)]


def _by_name(text: str, span: Span, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> Mention | None:
    """The reading of a mention whose source is named in it, None where only a noun phrase says who it is."""
    if not inside:
        return None
    first = segments[0]
    name = _head_name(text, first, inside)
    paged = _page(text, inside, first)
    if name is not None or paged is not None:
        led = None if name is None else _person_behind(text, name, inside)
        writer, outlet = (inside[0], paged) if paged is not None else (led, name)
        if writer is not None and outlet is not None:
            return Mention(span, writer.span, Form.NAME, (writer,), outlet=outlet.span)
    if name is not None:
        joint = _joint(text, name, inside, segments)
        if len(joint) > 1:
            return Mention(span, Span(joint[0].start, joint[-1].end), Form.JOINT, joint, plural=True)
        office = _OFFICE.fullmatch(text, first[0], name.title)
        return Mention(span, name.span, Form.NAME, (name,), role=office and Span(first[0], name.title - 1))
    noun = _noun(text, span, first)
    for segment in segments[1:]:
        other = _head_name(text, segment, inside)
        if other is None or other.place or segment[0] not in {other.title, other.start}:
            continue
        if (
            not other.body
            and (role_of(noun.noun) or _ONE_OF.match(text, *first) or noun.noun in {"one", "man", "woman"})
        ) or (table("bodies").get(noun.noun) and (other.body or table("called").get(noun.noun) == "publication")):
            return Mention(span, other.span, Form.NAME, (other,), role=Span(*first))
    return _behind_document(text, span, noun, inside) or _behind_blogger(text, span, noun, inside)


def _page(text: str, inside: tuple[Name, ...], segment: tuple[int, int]) -> Name | None:
    """The platform of a page that bears a name: "the Vela Mar Facebook page" is Vela Mar's."""
    if len(inside) < 2 or inside[0].place or inside[0].start - segment[0] > len("the "):  # noqa: PLR2004 - name and platform
        return None
    platform = inside[1]
    known = " ".join(platform.words) in entries("platforms") and platform.start - inside[0].end <= len("’s ")
    return platform if known and _PAGE.match(text, platform.end) else None


def _head_name(text: str, segment: tuple[int, int], inside: tuple[Name, ...]) -> Name | None:
    """The name that is the head of a segment: not after a preposition, no possessor, no modifier of a noun."""
    start, end = segment
    weak = None
    for name in inside:
        if name.start < start or name.end > end:
            continue
        if _PREPOSITION.search(text, start, name.title):
            office = _OFFICE.fullmatch(text, start, name.title)
            return name if office is not None and name.end == end and _has_office(office[1], name) else weak
        if name.owner or (len(name.words) == 1 and not name.body and _common(name.words[0])):
            continue
        if _AFTER_NAME.match(text, name.end, end) is not None:
            return name
        if weak is None and len(name.words) > 1 and not name.body and not name.place and _human(name):
            weak = name  # "Robert Quill reporter for the Herald"
    return weak


def _has_office(noun: str, name: Name) -> bool:
    """Whether a name behind an office is its holder's: "Minister of finance Ivo Trask"."""
    return len(name.words) > 1 and not (name.body or name.place) and role_of(noun) in {"official", "expert"}


def _common(word: str) -> bool:
    """Whether a capitalised word is a common noun or a people at the start of a sentence ("People", "Egyptians")."""
    return (
        word in entries("demonyms")
        or word.lower() in entries("plurals")
        or (role_of(word) is not None and singular(word) != word.lower())
        or (word.endswith("s") and word[:-1] in entries("demonyms"))
    )


def _human(name: Name) -> bool:
    return name.words[0] in entries("first_names") or name.titled


def _behind_name(text: str, span: Span, names: Names, first: tuple[int, int]) -> Mention | None:
    """The person that a mention stands behind, where only the apposition or the body was taken for the mention.

    "Ada Cole, a retired teacher", "Ada Cole, from the Delta Trust", "Ada Cole of the Herald".
    """
    near = names.before(first[0], 1)
    if not near or len(near[-1].words) == 1 or near[-1].body or near[-1].place or near[-1].owner:
        return None
    bond = _APPOSED.fullmatch(text, near[-1].end, first[0])
    if bond is None:
        return None
    if bond[1] is None:
        aged = _AGE.fullmatch(text, *first) is not None
        set_apart = _APPOSITION.match(text, first[0]) is not None or text.startswith(",", span.end)
        if not aged and (not set_apart or role_of(_noun(text, span, first).noun) is None):
            return None
    return Mention(Span(near[-1].start, span.end), near[-1].span, Form.NAME, near[-1:])


def _before_author(text: str, span: Span, names: Names, noun: Mention) -> Mention | None:
    """The author of a document who stands right behind the mention: "an inquiry" and, behind it, "by the Herald"."""
    by = _BEHIND.match(text, span.end) if table("bodies").get(noun.noun) == "document" else None
    behind = names.within(by.end(), by.end() + 80) if by is not None else ()
    if by is None or not behind or behind[0].title != by.end() or behind[0].place:
        return None
    return Mention(span, behind[0].span, Form.NAME, behind[:1])


def _joint(text: str, name: Name, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> tuple[Name, ...]:
    """The names that speak together with `name`: "A and B", "A, B and C"."""
    together = [name]
    for other in inside:
        if other.start <= together[-1].end:
            continue
        between = text[together[-1].end : other.title]
        if not _AND_NAME.fullmatch(between) and not (between == ", " and not other.body and not other.place):
            break
        if other.body != name.body or other.place != name.place or other.owner or not _speaks(text, other, segments):
            break
        together.append(other)
    if len(together) > 1 and not _AND_NAME.fullmatch(text[together[-2].end : together[-1].title]):
        return (name,)
    if text[together[-1].end : segments[-1][1]].lstrip().startswith(("'s", "’s")):
        return (name,)
    return tuple(together)


def _speaks(text: str, name: Name, segments: list[tuple[int, int]]) -> bool:
    return _AFTER_NAME.match(text, name.end, segments[-1][1]) is not None


def _person_behind(text: str, name: Name, inside: tuple[Name, ...]) -> Name | None:
    """The person who writes the blog that `name` names ("Ruedas, a blog led by Ines Prado")."""
    for other in inside:
        if other.start > name.end and not other.body and _LED_BY.search(text, name.end, other.title):
            return other
    return None


def _behind_document(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """The source of a document: "an investigation by the Herald", "a report in the Herald", "Cole's column"."""
    if table("bodies").get(noun.noun) != "document" and noun.noun not in entries("works"):
        return None
    for name in inside:
        if " ".join(name.words) in entries("platforms"):
            continue
        lead = text[max(span.start, name.title - 12) : name.title]
        if (_BY.search(lead) and not name.place) or (_IN.search(lead) and is_outlet(name)):
            return Mention(span, name.span, Form.NAME, (name,))
        if name.owner and not name.place and noun.noun in entries("works"):
            return Mention(span, name.span, Form.NAME, (name,))
        if is_outlet(name) and not name.owner and name.end < noun.core.end:
            return Mention(span, name.span, Form.NAME, (name,))
    return None


def _behind_blogger(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """The blog that stands for a writer without a name: "a Maltese blogger at Vela Azul"."""
    if noun.noun not in {"blogger", "columnist", "writer", "author", "contributor"}:
        return None
    for name in inside:
        bond = re.search(r"\s+(?:at|from|behind|of)\s+(?:the\s+)?\Z", text[span.start : name.title])
        if bond is not None and not name.place and not name.titled and " ".join(name.words) not in entries("platforms"):
            role = Span(span.start, span.start + bond.start())
            return Mention(span, name.span, Form.NAME, (name,), noun=noun.noun, role=role, outlet=name.span)
    return None


def is_outlet(name: Name) -> bool:
    """Whether a name is a publication's, as far as lists and its last word tell."""
    whole = " ".join(name.words)
    last = name.words[-1]
    return whole in entries("outlets") or (name.body and (last in entries("outlet_heads") or "." in last.strip(".")))


def _noun(text: str, span: Span, segment: tuple[int, int]) -> Mention:
    """A noun phrase as a mention: its head noun, and whether it is definite and plural."""
    start, end = segment
    phrase = _NOTE.sub("", text[start:end])
    core = Span(start, end)
    phrase = _QUANTITY.sub("", phrase)
    inner = _ONE_OF.sub("", phrase)
    cut = _PHRASE_END.search(inner)
    words = (inner[: cut.start()] if cut else inner).split() or phrase.split() or [""]
    noun = words[-1].strip(".,’'")
    low = noun.lower()
    plural = low in entries("plurals") or (singular(low) != low and inner is phrase)
    if phrase[:4].lower() in {"one ", "a su"}:
        plural = False
    definite = _DEFINITE.match(phrase) is not None or "’s " in phrase or "'s " in phrase
    return Mention(span, core, Form.NOUN, noun=singular(low) or low, definite=definite, plural=plural)
