"""A text of unknown make to an article: Markdown where its signs are plain, else plain text."""

from reader.sources import plain
from reader.sources.furniture import fold
from reader.sources.parts import Draft, assemble, in_place
from reader.sources.signs import is_markdown
from reader.sources.stated import stated


def read(text: str) -> Draft:
    """The article of a clean text."""
    if is_markdown(text):
        from reader.sources.markdown import read as read_markdown  # noqa: PLC0415 - plain text opens without it

        return read_markdown(text)
    parts = fold(plain.read(text))
    facts = stated(parts)
    return in_place(text, parts, facts) if plain.stands(text, parts) else assemble(parts, facts)
