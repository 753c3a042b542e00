"""A text of unknown make to an article: Markdown where its signs are plain, else plain text."""

from reader.sources.draft import Draft, assemble, in_place
from reader.sources.text import plain_text
from reader.sources.text.boilerplate import fold
from reader.sources.text.markdown_detection import is_markdown
from reader.sources.text.stated_facts import stated


def read(text: str) -> Draft:
    """The article of a clean text."""
    if is_markdown(text):
        from reader.sources.formats.markdown_reader import read as read_markdown  # noqa: PLC0415 - plain text opens without it

        return read_markdown(text)
    parts = fold(plain_text.read(text))
    facts = stated(parts)
    return in_place(text, parts, facts) if plain_text.stands(text, parts) else assemble(parts, facts)
