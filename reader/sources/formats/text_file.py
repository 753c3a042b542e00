"""Read a text whose format is unknown: as Markdown where it clearly is Markdown, else as plain text."""

from reader.sources.draft import Draft, assemble, draft_in_place
from reader.sources.formats.markdown_detection import is_markdown
from reader.sources.text import plain_text
from reader.sources.text.boilerplate import hide_boilerplate
from reader.sources.text.stated_facts import find_facts


def read(text: str) -> Draft:
    """Return the draft of the article in a clean text."""
    if is_markdown(text):
        from reader.sources.formats.markdown_reader import read as read_markdown  # noqa: PLC0415 - plain text opens without it

        return read_markdown(text)
    parts = hide_boilerplate(plain_text.read(text))
    facts = find_facts(parts)
    if plain_text.can_keep_text(text, parts):
        return draft_in_place(text, parts, facts)
    return assemble(parts, facts)
