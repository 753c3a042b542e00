"""The places of an article where the words of a search are, with what is shown of each."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article, Highlight, Span, describe_voice, enclosing
from reader.text import anchors
from reader.text.search_query import SearchQuery, find_terms

if TYPE_CHECKING:
    from reader.store.search_lookup import QuotationHit

_SPACES = str.maketrans(dict.fromkeys("\n\t\r\v\f\u2028\u2029", " "))
_JOINT = " … "


class PlaceKind(StrEnum):
    """What has the words."""

    TITLE = "title"
    TEXT = "text"
    QUOTATION = "quotation"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Target(NamedTuple):
    """Where a place is in the article: a span, and the words that find it again in a text that changed since."""

    span: Span
    exact: str
    prefix: str
    suffix: str

    @staticmethod
    def of(text: str, span: Span) -> "Target":
        """Return the target of a span of a text."""
        return Target(span, *anchors.selector_of(text, (span,)))

    def offset_in(self, text: str) -> int | None:
        """Return where the place begins in a text; None where its words are not there."""
        found = anchors.find(text, self.exact, self.prefix, self.suffix, self.span.start)
        return None if found is None else found.start


class Place(NamedTuple):
    """A place that was found.

    Attributes:
        kind: What has the words.
        text: What is shown: a paragraph, a quotation, the words of a highlight or its note, on one line.
        marks: The spans of `text` that were searched for.
        target: Where it is; None for an article that was not read yet.
        speaker: The name of who says the words at the first mark; "" where nobody does.
        description: The speaker's role and affiliation.
        note: The note of a highlight.
        tags: The tags of a highlight.
    """

    kind: PlaceKind
    text: str
    marks: tuple[Span, ...]
    target: Target | None = None
    speaker: str = ""
    description: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Who says the words, with role and affiliation; "" where nobody does."""
        return ", ".join(filter(None, (self.speaker, self.description)))


def title_place(query: SearchQuery, title: str, outlet: str | None) -> Place:
    """Return the place of an article that is to be read, of which only title and outlet are known."""
    text = _one_line(" · ".join(filter(None, (title, outlet))))
    return Place(PlaceKind.TITLE, text, find_terms(query.terms, text)[0])


def text_places(
    query: SearchQuery,
    article: Article,
    quotations: "Callable[[], Sequence[QuotationHit]]",
    most: int,
) -> tuple[list[Place], int]:
    """Return the first of the paragraphs that have the most of the words, in text order, and how many these are.

    There are none where the article lacks a word.

    Args:
        query: The query.
        article: The article.
        quotations: Returns the quotations of the article, to say who speaks.
        most: How many to return at most. Each takes time linear in the quotations.
    """
    facts = _one_line("\n".join(filter(None, (article.name, article.byline, article.outlet))))
    marks, seen = find_terms(query.terms, facts)
    best = 0
    paragraphs: list[tuple[Span, str, tuple[Span, ...]]] = []
    whole = _one_line(article.text)
    for block in article.visible:
        text = block.span.of(whole)
        found, terms = find_terms(query.terms, text)
        seen |= terms
        if len(terms) > best:
            best, paragraphs = len(terms), []
        if terms and len(terms) == best:
            paragraphs.append((block.span, text, found))
    if len(seen) < len(query.terms):
        return [], 0
    if not paragraphs:
        start = next((block.span for block in article.visible), Span(0, 0))
        return [Place(PlaceKind.TITLE, facts, marks, Target.of(article.text, start))], 1
    said = quotations()
    return [_text_place(article, each, said) for each in paragraphs[:most]], len(paragraphs)


def _text_place(
    article: Article,
    paragraph: tuple[Span, str, tuple[Span, ...]],
    said: "Sequence[QuotationHit]",
) -> Place:
    span, text, marks = paragraph
    at = Span(span.start + marks[0].start, span.start + marks[0].end)
    # A nested quotation comes after the one that it stands in.
    innermost = next((hit for hit in reversed(said) if any(each.contains(at) for each in hit.spans)), None)
    speaker, description = ("", "") if innermost is None else _speaker(innermost)
    return Place(PlaceKind.TEXT, text, marks, Target.of(article.text, at), speaker, description)


def quotation_place(query: SearchQuery, article: Article, hit: "QuotationHit") -> Place | None:
    """Return a quotation as a place; None where it lacks a word of the query."""
    text = _one_line(hit.denied + _JOINT.join(span.of(article.text) for span in hit.spans))
    marks, seen = find_terms(query.terms, text)
    if len(seen) < len(query.terms):
        return None
    return Place(PlaceKind.QUOTATION, text, marks, Target.of(article.text, enclosing(hit.spans)), *_speaker(hit))


def highlight_places(query: SearchQuery, highlights: Sequence[Highlight]) -> list[Place]:
    """Return the highlights that have all words of the query in text, note and tags, in text order.

    Where the query does not ask for highlights, those with all the words in the text are left out: the paragraph has
    them too.
    """
    places: list[Place] = []
    for each in highlights:
        denial = each.speaker.denial_prefix(each.exact) if each.speaker else ""
        exact, note = _one_line(denial + each.exact), _one_line(each.note)
        marks, seen = find_terms(query.terms, exact)
        note_marks, in_note = find_terms(query.terms, note)
        if len(seen | in_note | find_terms(query.terms, " , ".join(each.tags))[1]) < len(query.terms):
            continue
        if len(seen) == len(query.terms) and not query.needs_highlight:
            continue
        is_note = len(in_note) > len(seen)
        span = enclosing(each.spans) if each.spans else Span(0, 0)
        target = Target(span, each.exact, each.prefix, each.suffix)
        kind, text = (PlaceKind.NOTE, note) if is_note else (PlaceKind.HIGHLIGHT, exact)
        name = each.speaker.name if each.speaker else ""
        shown = note_marks if is_note else marks
        places.append(Place(kind, text, shown, target, name, "", "" if is_note else note, each.tags))
    return sorted(places, key=lambda place: place.target.span if place.target else Span(0, 0))


def _speaker(hit: "QuotationHit") -> tuple[str, str]:
    parts = describe_voice(hit.voice, role=hit.role or None, affiliation=hit.affiliation or None).parts
    return hit.voice, ", ".join(parts)


def _one_line(text: str) -> str:
    """Return a text with a space for each line break, so that spans stay."""
    return text.translate(_SPACES)
