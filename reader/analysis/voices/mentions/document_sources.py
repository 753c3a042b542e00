"""Find whose document a source is: "a report by the Delta Institute", "a Delta Institute analysis"."""

import re

from reader.analysis.voices.mentions.adjacent_source import together
from reader.analysis.voices.names.forms import Form, Mention, between_commas, noun_phrase
from reader.analysis.voices.names.lists import entries, singular, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.model import Span

PAGE = re.compile(r"\s(?:account|feed|group|page|wall)\b")
"""What follows the name of somebody who has a page, as in “the Tarn Facebook page”."""

_OWN_PAGE = re.compile(r"['’]s?\s(?:[a-z]+\s){0,2}(?:account|blog|channel|feed|page|(?:web)?site|wall)\b")
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
        paged = paged or (name.owner and not name.place and _OWN_PAGE.match(text, name.end) is not None)
        printed = noun.noun in _PRINTED and not name.place and (name.body or len(name.words) > 1)
        if (_BY.search(lead) and not name.place) or (_IN.search(lead) and (name.outlet or paged or printed)):
            joint = together(text, name, inside, between_commas(text, span.start, span.end))
            if len(joint) > 1:
                return Mention(span, Span(joint[0].start, joint[-1].end), Form.JOINT, joint, plural=True)
            return Mention(span, name.span, Form.NAME, (name,))
        issues = name.body and name.start - span.start <= len("the ")
        if (
            name.owner
            and not name.place
            and (noun.noun in _FIGURES | entries("works") or issues or is_persons_name(name))
        ):
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
