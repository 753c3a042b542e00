"""The page in rows: an article's text wrapped at words to a width, and the way between offsets, rows and cells."""

from reader.layout.composing import lay_out, parts_of, source_of, title_of, wrapped_about
from reader.layout.page import Layout
from reader.layout.rows import PLAIN, Row, RowKind, Setting, sign_of
from reader.layout.wrapping import Piece

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
