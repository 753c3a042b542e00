"""One row of the page as a strip: gutter, text with everything that lies over it, and the margin at its right."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.rendering.columns import ColumnLayout
from reader.app.rendering.gutter import Gutter, gutter_of, source_label, spans_of_nested_voices, with_source_label
from reader.app.rendering.segments import make_style
from reader.app.state import Reading
from reader.app.theming.palette import Palette
from reader.app.viewmodels.article_summary import length_line, source_line
from reader.app.viewmodels.voice_stats import VoiceStats, voice_stats_of
from reader.model import Block, BlockKind, Colour, Mark, MarkKind, Span
from reader.text.layout import Layout, Piece, Row, RowKind

if TYPE_CHECKING:
    from reader.app.viewmodels.text_search import Search

BAR, THICK_BAR, NOTE, CURSOR, MORE = "▎", "▌", "✎", "›", "&"
SIGNS = {Colour.YELLOW: "", Colour.GREEN: "▲", Colour.BLUE: "●", Colour.PINK: "◆"}
"""What stands beside a highlight for eyes that don't tell the colours apart; most are yellow, and bear none."""


class TextStyle(NamedTuple):
    """How a piece of text is set; each layer over the text changes some of it."""

    colour: str
    on: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    link: str | None = None

    def style(self) -> Style:
        """The same as the screen takes it."""
        colour, on, bold, italic, underline, reverse, link = self
        return make_style(colour, on, bold=bold, italic=italic, underline=underline, reverse=reverse, link=link)


class Layer(NamedTuple):
    """A change of look over a span of the text; None leaves what is there, `reverse` turns it round."""

    span: Span
    colour: str | None = None
    on: str | None = None
    bold: bool | None = None
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    link: str | None = None

    def over(self, look: TextStyle) -> TextStyle:
        """`look` with this layer laid over it."""
        return TextStyle(
            self.colour or look.colour,
            self.on or look.on,
            look.bold if self.bold is None else self.bold,
            self.italic or look.italic,
            self.underline or look.underline,
            self.reverse != look.reverse,
            self.link or look.link,
        )


class PageState(NamedTuple):
    """All that decides how rows look: what is read, how it is laid out, the colours.

    `words` is the length of the article, None while it is not counted, `focused` whether the keys go to the body,
    `dimmed` whether it lies under an open drawer, `numbers` are pairs of an offset and the number
    shown before it while a link is being chosen; `links` are the terminal's own as well.
    """

    reading: Reading
    layout: Layout
    columns: ColumnLayout
    palette: Palette
    words: int | None
    focused: bool = True
    dimmed: bool = False
    numbers: tuple[tuple[int, int], ...] = ()
    stats: VoiceStats = VoiceStats()
    links: bool = False

    def shown(self, reading: Reading) -> "PageState":
        """The same page at another moment of reading."""
        return self._replace(reading=reading, stats=voice_stats_of(reading))


def render_row(page: PageState, y: int) -> Strip:
    """Row `y` over the body's whole width: left margin, gutter, column and gap; an empty strip below the text."""
    columns, palette = page.columns, page.palette
    width = columns.body
    ground = make_style(palette.text, palette.page)
    if y >= page.layout.height:
        return Strip.blank(width, ground)
    row = page.layout.row(y)
    pieces = [*_gutter(page, row, y), *_text(page, row, y)]
    if page.numbers and row.kind is RowKind.TEXT:
        from reader.app.rendering.link_hints import with_link_numbers  # noqa: PLC0415 - loaded when a person asks for links

        column = Strip(_joined(pieces, ground)).adjust_cell_length(columns.end, ground)
        column = with_link_numbers(column, page, y, ground + make_style(palette.match_text, palette.match, bold=True))
        pieces = [(segment.text, segment.style or Style.null()) for segment in column]
    pieces.append((" " * (columns.end - _cells(pieces)), Style.null()))
    pieces += _margin(page, row, y)
    pieces.append((" " * (width - _cells(pieces)), Style.null()))
    strip = Strip(_joined(pieces, ground), _cells(pieces))
    return strip if strip.cell_length == width else strip.crop(0, width)


def _cells(pieces: Iterable[tuple[str, Style]]) -> int:
    return cell_len("".join(text for text, _ in pieces))


def _joined(pieces: Iterable[tuple[str, Style]], ground: Style) -> list[Segment]:
    """The pieces on their ground, those of one look as one: each segment costs some 40 bytes at every redraw."""
    joined: list[Segment] = []
    for text, style in pieces:
        bare = text.isspace() and style.bgcolor is None and not style.underline
        whole = ground if bare else ground + style
        if joined and joined[-1].style == whole:
            joined[-1] = Segment(joined[-1].text + text, whole)
        elif text:
            joined.append(Segment(text, whole))
    return joined


def _gutter(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    reading, palette = page.reading, page.palette
    here = page.focused and page.layout.row_at(reading.cursor) == y
    left = page.columns.left
    yield ((CURSOR if here else " ") + " " * (left > 1)).rjust(left), make_style(palette.dim)
    gutter = gutter_of(y, page.layout, reading)
    yield from _tag(page, gutter)
    yield MORE if gutter.more else " ", make_style(palette.dim)
    yield _bar(page, gutter.bar, y)
    yield " ", Style.null()
    if row.indent:
        hang = row.lead
        if gutter.inner is not None:
            yield _bar(page, gutter.inner, y)
            yield " " * (row.indent - 1), Style.null()
        else:
            yield " " * (row.indent - cell_len(hang)) + hang, make_style(palette.dim)


def _tag(page: PageState, gutter: Gutter) -> Iterator[tuple[str, Style]]:
    if gutter.tag is None:
        yield "  ", Style.null()
        return
    reading = page.reading
    voice = reading.stops[gutter.tag].voice
    known = reading.analysis.voice(voice) if reading.analysis else None
    current = gutter.tag == reading.stop
    yield (
        (known.tag if known else "?").rjust(2)[:2],
        make_style(_hue(page, voice, page.palette.dim), bold=current or reading.voice == voice is not None),
    )


def _bar(page: PageState, stop: int | None, y: int) -> tuple[str, Style]:
    if stop is None:
        return " ", Style.null()
    reading = page.reading
    thick = stop == reading.stop and y in page.layout.rows_of(reading.stops[stop].span)
    return THICK_BAR if thick else BAR, make_style(_hue(page, reading.stops[stop].voice, page.palette.faint))


def _hue(page: PageState, voice: int | None, otherwise: str) -> str:
    """A voice's colour; `otherwise` for a voice that is not found, and for all others while one is chosen."""
    chosen = page.reading.voice
    if voice is None or (chosen is not None and chosen != voice):
        return otherwise
    return page.palette.hue(page.stats.hue(voice))


def _aside(page: PageState, row: Row) -> str:
    """What a row says that shows no text of the article."""
    match row.kind:
        case RowKind.SOURCE:
            return source_line(page.reading.article, page.layout.width)
        case RowKind.FACTS:
            return length_line(page.reading, page.words)
        case RowKind.FOLD:
            blocks = page.reading.article.blocks
            count = sum(block.hidden and row.start <= block.span.start < row.end for block in blocks)
            return f"· {count} {'line that is' if count == 1 else 'lines that are'} not the article (. shows)"
        case RowKind.GAP:
            return "⋯"
        case _:
            return ""


def _text(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    palette, article = page.palette, page.reading.article
    if row.kind is not RowKind.TEXT:
        yield _aside(page, row), make_style(palette.recede if page.dimmed else palette.dim)
        return
    block = article.blocks[row.block or 0]
    base = _base(page, block)
    layers = [
        layer for layer in layers_of(page, block, row) if layer.span.start < row.end and layer.span.end > row.start
    ]
    if block.kind is BlockKind.RULE:
        yield "─" * (page.columns.text - sum(page.layout.margins(row.block or 0))), make_style(palette.faint)
        return
    if row.strong:
        base = base._replace(bold=True)
    at = row.indent
    before = row.end
    for piece in page.layout.pieces(y):
        if piece.cell > at:  # what parts the words of an even row looks as the spaces there; nothing is between columns
            parted = article.text[before : piece.start].isspace()
            yield " " * (piece.cell - at), _look(base, layers, before, piece.start).style() if parted else Style.null()
        for start, end in _cut(piece, layers):
            yield article.text[start:end], _look(base, layers, start, end).style()
        before = piece.end
        at = piece.cell + page.layout.cells(piece.start, piece.end)
    if row.trail:
        yield row.trail, _look(base, layers, row.end - 1, row.end).style()


def _cut(piece: Piece, layers: Sequence[Layer]) -> Iterator[tuple[int, int]]:
    """A piece of a row where the layers over it begin and end."""
    cuts = {piece.start, piece.end}
    for layer in layers:
        cuts.add(min(max(piece.start, layer.span.start), piece.end))
        cuts.add(max(piece.start, min(piece.end, layer.span.end)))
    return pairwise(sorted(cuts))


def _look(base: TextStyle, layers: Sequence[Layer], start: int, end: int) -> TextStyle:
    """How the characters from `start` to `end` are set, which no layer begins or ends in."""
    look = base
    for layer in layers:
        if layer.span.start <= start and end <= layer.span.end:
            look = layer.over(look)
    return look


def _base(page: PageState, block: Block) -> TextStyle:
    palette = page.palette
    heading = block.kind is BlockKind.HEADING
    if page.dimmed:
        return TextStyle(palette.recede, bold=heading)
    if heading:
        return TextStyle(palette.accent, bold=True)
    if block.hidden or block.kind is BlockKind.CAPTION or page.reading.focus_filter is not None:
        return TextStyle(palette.dim, italic=block.kind is BlockKind.CAPTION)
    return TextStyle(palette.text)


def layers_of(page: PageState, block: Block, row: Row) -> Iterator[Layer]:
    """What lies over a block's text, lowest first: marks, voices, current quotation, highlights, selection."""
    reading, palette = page.reading, page.palette
    here = [*stops_on(page, block, row)]
    for mark in _marks_in(reading.article.marks, row):
        yield _mark_layer(mark, palette)._replace(link=mark.href if page.links else None)
    if reading.focus_filter is not None and reading.focus_filter.thread is not None:
        yield from (Layer(span, palette.text) for span in reading.focus_filter.spans)
    if reading.voice is not None:
        for index in here:
            if reading.stops[index].voice == reading.voice and index != reading.stop:
                yield from _spoken(page, index, block, None)
    if reading.shows_claim and reading.analysis is not None and reading.claim is not None:
        yield Layer(reading.analysis.claim(reading.claim).span, on=palette.current, bold=palette.colourless or None)
    if reading.stop is not None and block.span.covers(reading.stops[reading.stop].start):
        yield from _spoken(page, reading.stop, block, palette.current)
        yield from _named(page, reading.stop)
    for index in here:
        label = source_label(reading.article.text, block.span, reading.stops[index].span)
        if label is not None:
            yield Layer(label, palette.recede if page.dimmed else palette.dim, underline=True)
    yield from _over(page, row)


def _over(page: PageState, row: Row) -> Iterator[Layer]:
    """What a person laid over the text: highlights, matches of a search, what is selected."""
    reading, palette = page.reading, page.palette
    for highlight in reading.highlights:
        for span in highlight.spans:
            yield Layer(span, palette.over, palette.highlight(highlight.colour), reverse=palette.colourless)
    if reading.search is not None:
        yield from _found(reading.search, row, palette)
    if reading.selection is not None and len(reading.selection):
        yield Layer(reading.selection, palette.over, palette.selection, reverse=palette.colourless)
    elif reading.anchor is not None:  # nothing selected yet: the character that would be the first
        yield Layer(
            Span(reading.cursor, page.layout.after(reading.cursor)),
            palette.match_text,
            palette.match,
            reverse=palette.colourless,
        )


def _found(search: "Search", row: Row, palette: Palette) -> Iterator[Layer]:
    """The matches on a row, the one that one is at the strongest."""
    for index in search.matches.overlapping(row.start, row.end):
        here = index == search.at
        yield Layer(
            search.matches.span(index),
            palette.match_text if here else palette.other_match_text,
            palette.match if here else palette.other_match,
            bold=here or None,
            underline=palette.colourless,
            reverse=here and palette.colourless,
        )


def stops_on(page: PageState, block: Block, row: Row) -> Iterator[int]:
    """The stops with words on a row."""
    stops = page.reading.stops
    first = bisect_left(stops, block.span.start, key=lambda stop: stop.start)
    last = bisect_left(stops, row.end, lo=first, key=lambda stop: stop.start)
    text = page.reading.article.text
    return (
        index for index in range(first, last) if with_source_label(text, block.span, stops[index].span).end > row.start
    )


def _spoken(page: PageState, index: int, block: Block, on: str | None) -> Iterator[Layer]:
    """The words of a stop in its voice's colour, without those that another voice speaks inside it."""
    stop = page.reading.stops[index]
    plain = page.palette.recede if page.dimmed else page.palette.text
    colour = _hue(page, stop.voice, plain)
    for span in stop.spans:
        yield Layer(span, colour, on, bold=(page.palette.colourless and on is not None) or None)
    for span in spans_of_nested_voices(page.reading.stops, index, block.span):
        yield Layer(span, plain, bold=False if page.palette.colourless else None)


def _named(page: PageState, index: int) -> Iterator[Layer]:
    """The cue and the mention of the current stop, underlined."""
    analysis = page.reading.analysis
    if analysis is not None:
        quotation = analysis.quotation(page.reading.stops[index].quotation)
        for span in (quotation.cue, quotation.mention):
            if span is not None:
                yield Layer(span, underline=True)


def _marks_in(marks: tuple[Mark, ...], row: Row) -> Iterator[Mark]:
    """The marks over a row. Marks stand in text order and nest by a few only, so the search looks back a little."""
    last = bisect_right(marks, row.end, key=lambda mark: mark.span.start)
    for mark in marks[max(0, last - 40) : last]:
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


def _margin(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    """Right of the first row of a highlight the sign of its colour, and a pencil where it bears a note."""
    if row.kind is not RowKind.TEXT:
        return
    here = [
        highlight
        for highlight in page.reading.highlights
        if highlight.spans and page.layout.row_at(highlight.spans[0].start) == y
    ]
    if here:
        note = NOTE if any(highlight.note for highlight in here) else ""
        yield (SIGNS[here[-1].colour] + note).rjust(2), make_style(page.palette.accent)
