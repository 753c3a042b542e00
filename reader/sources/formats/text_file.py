"""Read a text whose format is unknown: as Markdown where it clearly is Markdown, else as plain text."""

from reader.model import BlockKind
from reader.sources.draft import Draft, Part, assemble, draft_in_place
from reader.sources.formats.markdown_detection import is_markdown
from reader.sources.text import plain_text
from reader.sources.text.boilerplate import hide_boilerplate
from reader.sources.text.link_numbers import remove_link_numbers, split_link_list
from reader.sources.text.stated_facts import find_facts


def read(text: str) -> Draft:
    """Return the draft of the article in a clean text."""
    if is_markdown(text):
        from reader.sources.formats.markdown_reader import read as read_markdown  # noqa: PLC0415 - plain text opens without it

        return read_markdown(text)
    page, links = split_link_list(text)
    parts = plain_text.read(page)
    if links:
        texts = remove_link_numbers(part.text for part in parts)
        parts = [part._replace(text=bare, start=None) for part, bare in zip(parts, texts, strict=True) if bare]
    parts = hide_boilerplate(parts)
    if links:
        parts.append(Part(BlockKind.PARAGRAPH, links, hidden=True))
    facts = find_facts(parts)
    if plain_text.can_keep_text(text, parts):
        return draft_in_place(text, parts, facts)
    return assemble(parts, facts)
