"""The styles that lie over the text of an article: marks, voices, highlights, search matches and the selection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from reader.app.rendering.gutter import source_label, spans_of_nested_voices, with_source_label
from reader.app.rendering.page_state import PageState
from reader.app.rendering.segments import make_style
from reader.app.theming.palette import Palette
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.text.layout import Piece, Row

if TYPE_CHECKING:
    from reader.app.viewmodels.text_search import Search

MAX_NESTED_MARKS = 40
"""How many marks before the end of a row can still reach into it: marks stand in text order and nest by a few only."""


class TextStyle(NamedTuple):
    """The colours and attributes of a piece of text."""

    colour: str
    background: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    link: str | None = None

    def to_rich(self) -> Style:
        """Return the same as a style of Rich."""
        colour, background, bold, italic, underline, reverse, link = self
        return make_style(colour, background, bold=bold, italic=italic, underline=underline, reverse=reverse, link=link)


class Layer(NamedTuple):
    """A change of style over a span of the text.

    None leaves what lies below; `italic`, `underline` and `link` are added; `reverse` swaps the colours.
    """

    span: Span
    colour: str | None = None
    background: str | None = None
    bold: bool | None = None
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    link: str | None = None

    def apply_to(self, style: TextStyle) -> TextStyle:
        """Return `style` with this layer over it."""
        return TextStyle(
            self.colour or style.colour,
            self.background or style.background,
            style.bold if self.bold is None else self.bold,
            self.italic or style.italic,
            self.underline or style.underline,
            self.reverse != style.reverse,
            self.link or style.link,
        )


def base_style(page: PageState, block: Block) -> TextStyle:
    """Return the style of a block's text below all layers."""
    palette = page.palette
    is_heading = block.kind is BlockKind.HEADING
    if page.is_dimmed:
        return TextStyle(palette.recede, bold=is_heading)
    if is_heading:
        return TextStyle(palette.accent, bold=True)
    if block.hidden or block.kind is BlockKind.CAPTION or page.reading.focus_filter is not None:
        return TextStyle(palette.dim, italic=block.kind is BlockKind.CAPTION)
    return TextStyle(palette.text)


def style_between(base: TextStyle, layers: Sequence[Layer], start: int, end: int) -> TextStyle:
    """Return the style of the text from `start` to `end`, between which no layer begins or ends."""
    style = base
    for layer in layers:
        if layer.span.start <= start and end <= layer.span.end:
            style = layer.apply_to(style)
    return style


def split_at_layers(piece: Piece, layers: Sequence[Layer]) -> Iterator[tuple[int, int]]:
    """Split a piece of a row where a layer begins or ends: pairs of start and end in the text."""
    cuts = {piece.start, piece.end}
    for layer in layers:
        cuts.add(min(max(piece.start, layer.span.start), piece.end))
        cuts.add(max(piece.start, min(piece.end, layer.span.end)))
    return pairwise(sorted(cuts))


def layers_of(page: PageState, block: Block, row: Row) -> list[Layer]:
    """Return the layers that touch a row of a block, the lowest first.

    The order is: marks of the text, voices, the current quotation, highlights, search matches, the selection.
    """
    layers = (*_text_layers(page, block, row), *_reader_layers(page, row))
    return [layer for layer in layers if layer.span.start < row.end and layer.span.end > row.start]


def _text_layers(page: PageState, block: Block, row: Row) -> Iterator[Layer]:
    """What the article and its analysis put over the text."""
    reading, palette = page.reading, page.palette
    stops = [*stops_on(page, block, row)]
    for mark in _marks_on(reading.article.marks, row):
        yield _mark_layer(mark, palette)._replace(link=mark.href if page.has_hyperlinks else None)
    if reading.focus_filter is not None and reading.focus_filter.thread is not None:
        yield from (Layer(span, palette.text) for span in reading.focus_filter.spans)
    if reading.voice is not None:
        for index in stops:
            if reading.stops[index].voice == reading.voice and index != reading.stop:
                yield from _quotation_layers(page, index, block, None)
    if reading.shows_claim and reading.analysis is not None and reading.claim is not None:
        span = reading.analysis.claim(reading.claim).span
        yield Layer(span, background=palette.current, bold=palette.colourless or None)
    if reading.stop is not None and block.span.covers(reading.stops[reading.stop].start):
        yield from _quotation_layers(page, reading.stop, block, palette.current)
        yield from _cue_layers(page, reading.stop)
    for index in stops:
        label = source_label(reading.article.text, block.span, reading.stops[index].span)
        if label is not None:
            yield Layer(label, palette.recede if page.is_dimmed else palette.dim, underline=True)


def _reader_layers(page: PageState, row: Row) -> Iterator[Layer]:
    """What the reader put over the text: highlights, the matches of a search, the selection."""
    reading, palette = page.reading, page.palette
    for highlight in reading.highlights:
        for span in highlight.spans:
            yield Layer(span, palette.over, palette.highlight(highlight.colour), reverse=palette.colourless)
    if reading.search is not None:
        yield from _match_layers(reading.search, row, palette)
    if reading.selection is not None and len(reading.selection):
        yield Layer(reading.selection, palette.over, palette.selection, reverse=palette.colourless)
    elif reading.anchor is not None:  # nothing is selected yet: mark the character that would be the first
        span = Span(reading.cursor, page.layout.next_offset(reading.cursor))
        yield Layer(span, palette.match_text, palette.match, reverse=palette.colourless)


def _match_layers(search: "Search", row: Row, palette: Palette) -> Iterator[Layer]:
    """The matches on a row; the current one stands out."""
    for index in search.matches.overlapping(row.start, row.end):
        is_current = index == search.at
        yield Layer(
            search.matches.span(index),
            palette.match_text if is_current else palette.other_match_text,
            palette.match if is_current else palette.other_match,
            bold=is_current or None,
            underline=palette.colourless,
            reverse=is_current and palette.colourless,
        )


def stops_on(page: PageState, block: Block, row: Row) -> Iterator[int]:
    """Yield the indexes of the stops that have words on a row of a block."""
    stops = page.reading.stops
    first = bisect_left(stops, block.span.start, key=lambda stop: stop.start)
    last = bisect_left(stops, row.end, lo=first, key=lambda stop: stop.start)
    text = page.reading.article.text
    return (
        index for index in range(first, last) if with_source_label(text, block.span, stops[index].span).end > row.start
    )


def _quotation_layers(page: PageState, index: int, block: Block, background: str | None) -> Iterator[Layer]:
    """The words of a stop in its voice's colour, without those that another voice speaks inside it."""
    stop = page.reading.stops[index]
    colourless = page.palette.colourless
    plain = page.palette.recede if page.is_dimmed else page.palette.text
    colour = page.voice_colour(stop.voice, plain)
    for span in stop.spans:
        yield Layer(span, colour, background, bold=(colourless and background is not None) or None)
    for span in spans_of_nested_voices(page.reading.stops, index, block.span):
        yield Layer(span, plain, bold=False if colourless else None)


def _cue_layers(page: PageState, index: int) -> Iterator[Layer]:
    """The cue and the mention of the current stop, underlined."""
    analysis = page.reading.analysis
    if analysis is not None:
        quotation = analysis.quotation(page.reading.stops[index].quotation)
        for span in (quotation.cue, quotation.mention):
            if span is not None:
                yield Layer(span, underline=True)


def _marks_on(marks: tuple[Mark, ...], row: Row) -> Iterator[Mark]:
    """The marks that touch a row."""
    last = bisect_right(marks, row.end, key=lambda mark: mark.span.start)
    for mark in marks[max(0, last - MAX_NESTED_MARKS) : last]:
        if mark.span.end > row.start:
            yield mark


def _mark_layer(mark: Mark, palette: Palette) -> Layer:
    match mark.kind:
        case MarkKind.LINK:
            return Layer(mark.span, underline=True)
        case MarkKind.EMPHASIS:
            return Layer(mark.span, italic=True)
        case MarkKind.STRONG:
            return Layer(mark.span, palette.accent, bold=True)
        case MarkKind.CODE:
            return Layer(mark.span, palette.accent, palette.panel)
        case MarkKind.IMAGE:
            return Layer(mark.span, palette.dim, italic=True)
