"""Find the name beside or inside a mention that is the real source, also whose document it is ("a report by …")."""

import re

from reader.analysis.voices.names.forms import Form, Mention, between_commas, noun_phrase
from reader.analysis.voices.names.lists import entries, pattern, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.analysis.voices.roles.tokens import is_governed
from reader.model import Span

AFTER_NAME = re.compile(
    r"\s*(?:\Z|[^\w\s]|(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|himself|herself|"
    r"itself|themselves|[A-Z]{2,3}|also|and|or|has|had|is|was|later|then|now|earlier|told|after|before|during|last|as|while)\b)"
)
"""What may follow a name that is a source, as a pattern."""
_AND_NAME = re.compile(r"\s*(?:,\s*)?(?<!\w)(?:and|&)\s+(?:the\s+)?")
_OF_BODY = re.compile(r",?\s(?:at|from|of)\s(?:the\s)?")
_AGE = re.compile(r"\d{1,3}")
_APPOSED = re.compile(r",\s+|(?:\s\[[\w, ]+\])?,?\s+((?:from|of|at|in|on)\s+(?:the\s+)?)")
_APPOSITION = re.compile(r"(?:an?\s|[a-z])(?!he\s)")
_BEHIND = re.compile(
    r"(?:,?\s['‘“\"][^'’”\"\n]{3,120}['’”\"])?,?\s(?:(?:issued|left|posted|published|released|signed|written)\s)?(?:by|from)\s"
    r"(?:the\s|user\s)?"
)
_NAME_APART = re.compile(r",\s(?:(?:[a-z-]+\s){0,2}([a-z-]+)\s)?(?=[A-Z])")
_CLOSED = re.compile(r"[,.)](?!\s(?:and|&)\s)")
_AND_ROLE = re.compile(r"\s(?:and|&)\s(?:[a-z-]+\s){0,2}([a-z-]+)\s(?=[^\W\d_a-z])")
_DEFINITE = re.compile(r"(?:the|this|that|those|these|his|her|their|its)\s", re.IGNORECASE)
_GIVES_NAME = re.compile(rf"[,\s](?:(?<=,)\s|(?<!,))(?:who\s(?:would\s)?)?{pattern('giving_name')}\s(?=[^\W\d_a-z])")
_GIVING = ("name", "sel", "known", "identified", "called", "quoted", "referred", "by")  # each match has one of these
_CLAUSE = 60  # maximum characters from an unnamed source to the name it gives


def behind_name(text: str, span: Span, names: Names, first: tuple[int, int]) -> Mention | None:
    """Return the person named right before a mention that is only an apposition or a body.

    "Ada Cole, a retired teacher", "Ada Cole, from the Delta Trust", "Ada Cole of the Herald".
    """
    near = names.before(first[0], 1)
    if not near or not near[-1].in_full or near[-1].owner:
        return None
    bond = _APPOSED.fullmatch(text, near[-1].end, first[0])
    says = text.startswith(" who ", span.end)  # "Ada Cole, a miller who says", not "told Ada Cole, a miller says"
    if bond is None or (is_governed(text, near[-1], names) and not says):
        return None
    if bond[1] is None:
        aged = _AGE.fullmatch(text, *first) is not None
        set_apart = says or _APPOSITION.match(text, first[0]) is not None or text.startswith(",", span.end)
        if not aged and (not set_apart or role_of(noun_phrase(text, span, first).noun) is None):
            return None
    return Mention(Span(near[-1].start, span.end), near[-1].span, Form.NAME, near[-1:])


def before_author(text: str, span: Span, names: Names, noun: Mention) -> Mention | None:
    """Return the author named right after a document: "an inquiry" is followed by "by the Herald"."""
    by = _BEHIND.match(text, span.end) if table("bodies").get(noun.noun) == "document" else None
    author = names.at(by.end()) if by is not None else None
    if author is None or author.place:
        return None
    return Mention(span, author.span, Form.NAME, (author,))


def apposed(text: str, span: Span, names: Names, noun: Mention) -> Mention | None:
    """Return the holder of an office named right after the mention: "the Trust's director" with ", Ada Cole,"."""
    comma = _NAME_APART.match(text, span.end)
    if comma is None or noun.plural or role_of(comma[1] or noun.noun) is None:
        return None
    bearer = _person_at(names, comma.end())
    if bearer is None or len(bearer.words) == 1 or _CLOSED.match(text, bearer.end) is None:
        return None
    return Mention(span, bearer.span, Form.NAME, (bearer,), role=noun.core)


def coordinated(text: str, span: Span, names: Names, noun: Mention) -> Mention | None:
    """Return the holder of two roles where the mention is the first: "author" with "and blogger Ada Cole"."""
    if role_of(noun.noun) is None or noun.plural or _DEFINITE.match(text, noun.core.start):
        return None
    more = _AND_ROLE.match(text, span.end)
    if more is None or role_of(more[1]) is None or singular(more[1]) != more[1]:
        return None
    bearer = _person_at(names, more.end())
    if bearer is None:
        return None
    return Mention(Span(span.start, bearer.end), bearer.span, Form.NAME, (bearer,))


def self_named(text: str, span: Span, names: Names) -> Mention | None:
    """Return the name that an unnamed source gives: "a pensioner who gave his name as Oto"."""
    here = text[span.start : span.end + _CLAUSE]
    gives = _GIVES_NAME.search(text, span.start, span.end + _CLAUSE) if any(map(here.__contains__, _GIVING)) else None
    if gives is None or gives.start() > span.end or "," in text[span.start : gives.start()]:
        return None
    bearer = _person_at(names, gives.end())
    noun = noun_phrase(text, span, (span.start, gives.start()))
    if gives[0].rstrip().endswith(("called", "named")) and (noun.plural or role_of(noun.noun) is None):
        return None  # "a group called Tidewell"
    if bearer is None or not all(name.owner for name in names.within(span.start, gives.start())):
        return None
    return Mention(Span(span.start, max(span.end, bearer.end)), bearer.span, Form.NAME, (bearer,), role=noun.core)


def _person_at(names: Names, offset: int) -> Name | None:
    """The person whose name begins at an offset and is not a possessive; None for anything else."""
    found = names.at(offset)
    return None if found is None or found.body or found.place or found.owner else found


def together(text: str, name: Name, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> tuple[Name, ...]:
    """Return the names that speak jointly with `name`: "A and B", "A, B and C".

    `inside` are the names inside the mention, `segments` its parts between commas.
    """
    found, at = [name], name.end
    for other in inside:
        if other.start <= at:
            continue
        between = text[at : other.title]
        if other.body and not name.body and _OF_BODY.fullmatch(between):
            at = other.end  # "Ada Roe of the Eel Guild and Tom Cray"
            continue
        if not _AND_NAME.fullmatch(between) and not (between == ", " and not other.body and not other.place):
            break
        alike = (other.body or other.place) == (name.body or name.place)  # "the Eel Guild and Norvia said"
        if not alike or other.owner or AFTER_NAME.match(text, other.end, segments[-1][1]) is None:
            break
        found.append(other)
        at = other.end
    if len(found) > 1 and not _AND_NAME.search(text, found[-2].end, found[-1].title):
        return (name,)
    return tuple(found)


PAGE = re.compile(r"\s(?:account|feed|group|page|wall)\b")
"""What follows the name of somebody who has a page, as in “the Tarn Facebook page”."""

_BY = re.compile(r"\b(?:by|from|of)\s+(?:[Tt]he\s+)?\Z")
_HAD_BY = re.compile(r"\b(?:cited|obtained|quoted|read|reviewed|seen|viewed)\s+by\s+(?:[Tt]he\s+(?:[a-z]+\s+)*)?\Z")
_IN = re.compile(r"\b(?:in|at|on)\s+(?:[Tt]he\s+)?\Z")
_FIGURES = frozenset(
    {"analysis", "data", "estimate", "figure", "forecast", "poll", "report", "research", "statistic", "study", "survey"}
)
_PRINTED = frozenset({"article", "column", "editorial", "op-ed", "report", "story"})
_COMPILED_BY = re.compile(
    r"\s(?:based|calculated|collected|compiled|gathered|issued|prepared|produced|published|released)\s"
    r"(?:(?:for|in)\s(?:[Tt]he\s)?(?:[A-Z][\w.’'-]*\s){1,3})?by\s(?:the\s)?(?:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?-based\s)?"
)


def is_persons_name(name: Name) -> bool:
    """Return whether a name is surely a person's: by a first name or a title."""
    return name.words[0] in entries("first_names") or name.titled


def is_document(noun: str) -> bool:
    """Return whether a noun is for a document, or for what one person says or writes."""
    return table("bodies").get(noun) == "document" or noun in entries("works")


def document_source(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """Return the source of a document: "an investigation by the Herald", "a report in the Herald", "Cole's column"."""
    if not is_document(noun.noun):
        return None
    for name in inside:
        if name.platform or _HAD_BY.search(text, span.start, name.title):
            continue
        lead = text[max(span.start, name.title - 12) : name.title]
        paged = PAGE.match(text, name.end) is not None
        printed = noun.noun in _PRINTED and not name.place and (name.body or len(name.words) > 1)
        if (_BY.search(lead) and not name.place) or (_IN.search(lead) and (name.outlet or paged or printed)):
            joint = together(text, name, inside, between_commas(text, span.start, span.end))
            if len(joint) > 1:
                return Mention(span, Span(joint[0].start, joint[-1].end), Form.JOINT, joint, plural=True)
            return Mention(span, name.span, Form.NAME, (name,))
        issues = name.body and name.start - span.start <= len("the ")
        owns = issues or noun.noun in _FIGURES | entries("works") or is_persons_name(name)
        if name.owner and owns and not name.place:
            return Mention(span, name.span, Form.NAME, (name,))
        if not name.owner and name.end < noun.core.end and (name.outlet or _describes(text, name, noun)):
            return Mention(span, name.span, Form.NAME, (name,))
    return None


def _describes(text: str, name: Name, noun: Mention) -> bool:
    """Whether a body's name is right before a document and says whose it is: "a Delta Institute report"."""
    if len(name.words) == 1 and begins_sentence(text, name.start):
        return False  # "Preliminary data"
    sort = table("called").get(noun.noun) == "publication" or noun.noun in _FIGURES  # "the Tarn Register newspaper"
    whose = not name.place and name.words[-1] not in entries("demonyms") and (name.body or sort)
    return whose and any(noun.noun in {word, singular(word)} for word in text[name.end : noun.core.end].split()[:2])


def compiler(text: str, span: Span, names: Names) -> Mention | None:
    """Return the maker of a document, named behind it: "data" of "data compiled by the Delta Institute"."""
    behind = _COMPILED_BY.match(text, span.end)
    name = None if behind is None else names.at(behind.end())
    if name is None or name.place or not is_document(noun_phrase(text, span, (span.start, span.end)).noun):
        return None
    return Mention(span, name.span, Form.NAME, (name,))
