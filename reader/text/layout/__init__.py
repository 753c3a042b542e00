"""The page in rows: an article's text wrapped at words to a width, and the way between offsets, rows and cells."""

from reader.text.layout.article_layout import lay_out, parts_of, source_of, title_of, wrapped_about
from reader.text.layout.line_wrapping import Piece
from reader.text.layout.paged_text import Layout
from reader.text.layout.row import PLAIN, Row, RowKind, Setting, sign_of

__all__ = [
    "PLAIN",
    "Layout",
    "Piece",
    "Row",
    "RowKind",
    "Setting",
    "lay_out",
    "parts_of",
    "sign_of",
    "source_of",
    "title_of",
    "wrapped_about",
]
