"""One row of an article's page as a strip: margin, gutter, text, and the signs of highlights at the right."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.rendering.gutter import Gutter, gutter_of
from reader.app.rendering.page_state import PageState
from reader.app.rendering.segments import make_style
from reader.app.rendering.text_layers import base_style, layers_of, split_at_layers, style_between
from reader.app.viewmodels.article_summary import length_line, source_line
from reader.model import BlockKind, Colour, format_count
from reader.text.layout import Row, RowKind

BAR, THICK_BAR, NOTE, CURSOR, MORE = "▎", "▌", "✎", "›", "&"
SIGNS = {Colour.YELLOW: "", Colour.GREEN: "▲", Colour.BLUE: "●", Colour.PINK: "◆"}
"""The sign beside a highlight, for readers who can't tell the colours apart; yellow, the usual one, has none."""


def render_row(page: PageState, y: int) -> Strip:
    """Return row `y` of the page in the body's whole width; a blank strip below the text."""
    columns, palette = page.columns, page.palette
    width = columns.body
    background = make_style(palette.text, palette.page)
    if y >= page.layout.height:
        return Strip.blank(width, background)
    row = page.layout.row(y)
    pieces = [*_gutter_pieces(page, row, y), *_text_pieces(page, row, y)]
    if page.link_numbers and row.kind is RowKind.TEXT:
        from reader.app.rendering.link_hints import with_link_numbers  # noqa: PLC0415 - loaded when a person asks for links

        strip = Strip(_merge(pieces, background)).adjust_cell_length(columns.end, background)
        strip = with_link_numbers(strip, page, y, background + make_style(palette.match_text, palette.match, bold=True))
        pieces = [(segment.text, segment.style or Style.null()) for segment in strip]
    pieces.append((" " * (columns.end - _width_of(pieces)), Style.null()))
    pieces += _highlight_signs(page, row, y)
    pieces.append((" " * (width - _width_of(pieces)), Style.null()))
    strip = Strip(_merge(pieces, background), _width_of(pieces))
    return strip if strip.cell_length == width else strip.crop(0, width)


def _width_of(pieces: Iterable[tuple[str, Style]]) -> int:
    return cell_len("".join(text for text, _ in pieces))


def _merge(pieces: Iterable[tuple[str, Style]], background: Style) -> list[Segment]:
    """The pieces as segments, neighbours of one style as one: a segment costs some 40 bytes at every redraw."""
    merged: list[Segment] = []
    for text, style in pieces:
        is_plain_space = text.isspace() and style.bgcolor is None and not style.underline
        whole = background if is_plain_space else background + style
        if merged and merged[-1].style == whole:
            merged[-1] = Segment(merged[-1].text + text, whole)
        elif text:
            merged.append(Segment(text, whole))
    return merged


def _gutter_pieces(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    reading, palette = page.reading, page.palette
    has_cursor = page.has_focus and page.layout.row_at(reading.cursor) == y
    left = page.columns.left
    yield ((CURSOR if has_cursor else " ") + " " * (left > 1)).rjust(left), make_style(palette.dim)
    gutter = gutter_of(y, page.layout, reading)
    yield _tag_piece(page, gutter)
    yield MORE if gutter.has_more else " ", make_style(palette.dim)
    yield _bar_piece(page, gutter.bar, y)
    yield " ", Style.null()
    if row.indent:
        lead = row.prefix
        if gutter.inner_bar is not None:
            yield _bar_piece(page, gutter.inner_bar, y)
            yield " " * (row.indent - 1), Style.null()
        else:
            yield " " * (row.indent - cell_len(lead)) + lead, make_style(palette.dim)


def _tag_piece(page: PageState, gutter: Gutter) -> tuple[str, Style]:
    if gutter.tag is None:
        return "  ", Style.null()
    reading = page.reading
    id_ = reading.stops[gutter.tag].voice
    voice = reading.analysis.voice(id_) if reading.analysis else None
    bold = gutter.tag == reading.stop or reading.voice == id_ is not None
    tag = (voice.tag if voice else "?").rjust(2)[:2]
    return tag, make_style(page.voice_colour(id_, page.palette.dim), bold=bold)


def _bar_piece(page: PageState, stop: int | None, y: int) -> tuple[str, Style]:
    if stop is None:
        return " ", Style.null()
    reading = page.reading
    is_current = stop == reading.stop and y in page.layout.rows_of(reading.stops[stop].span)
    colour = page.voice_colour(reading.stops[stop].voice, page.palette.faint)
    return THICK_BAR if is_current else BAR, make_style(colour)


def _row_message(page: PageState, row: Row) -> str:
    """What stands in a row that shows no text of the article."""
    match row.kind:
        case RowKind.SOURCE:
            return source_line(page.reading.article, page.layout.width)
        case RowKind.FACTS:
            return length_line(page.reading, page.words)
        case RowKind.FOLD:
            blocks = page.reading.article.blocks
            count = sum(block.hidden and row.start <= block.span.start < row.end for block in blocks)
            return f"· {format_count(count, 'hidden line')} (. shows {'it' if count == 1 else 'them'})"
        case RowKind.GAP:
            return "⋯"
        case _:
            return ""


def _text_pieces(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    palette, article = page.palette, page.reading.article
    if row.kind is not RowKind.TEXT:
        yield _row_message(page, row), make_style(palette.recede if page.is_dimmed else palette.dim)
        return
    block = article.blocks[row.block or 0]
    if block.kind is BlockKind.RULE:
        yield "─" * (page.columns.text - sum(page.layout.margins(row.block or 0))), make_style(palette.faint)
        return
    base = base_style(page, block)
    if row.is_header:
        base = base._replace(bold=True)
    layers = layers_of(page, block, row)
    at = row.indent
    before = row.end
    for piece in page.layout.pieces(y):
        if piece.cell > at:
            # The spaces between the words of a justified row look as the text there; between columns they are blank.
            is_space = article.text[before : piece.start].isspace()
            style = style_between(base, layers, before, piece.start).to_rich() if is_space else Style.null()
            yield " " * (piece.cell - at), style
        for start, end in split_at_layers(piece, layers):
            yield article.text[start:end], style_between(base, layers, start, end).to_rich()
        before = piece.end
        at = piece.cell + page.layout.cell_width(piece.start, piece.end)
    if row.suffix:
        yield row.suffix, style_between(base, layers, row.end - 1, row.end).to_rich()


def _highlight_signs(page: PageState, row: Row, y: int) -> Iterator[tuple[str, Style]]:
    """Right of a highlight's first row: the sign of its colour, and a pencil where it has a note."""
    if row.kind is not RowKind.TEXT:
        return
    beginning = [
        highlight
        for highlight in page.reading.highlights
        if highlight.spans and page.layout.row_at(highlight.spans[0].start) == y
    ]
    if beginning:
        note = NOTE if any(highlight.note for highlight in beginning) else ""
        yield (SIGNS[beginning[-1].colour] + note).rjust(2), make_style(page.palette.accent)
