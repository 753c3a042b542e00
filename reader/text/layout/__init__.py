"""The page in rows: an article's text wrapped at words to a width, and the way between offsets, rows and cells."""

from reader.text.layout.article_layout import byline_of, lay_out, rewrap_around, section_offsets, title_index
from reader.text.layout.line_wrapping import Piece
from reader.text.layout.paged_text import Layout
from reader.text.layout.row import DEFAULT_OPTIONS, LayoutOptions, Row, RowKind, list_marker

__all__ = [
    "DEFAULT_OPTIONS",
    "Layout",
    "LayoutOptions",
    "Piece",
    "Row",
    "RowKind",
    "byline_of",
    "lay_out",
    "list_marker",
    "rewrap_around",
    "section_offsets",
    "title_index",
]
