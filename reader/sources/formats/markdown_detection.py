"""Tell Markdown from plain text by its markup, without parsing it."""

import re

# Each pattern comes with the characters that it needs: most plain texts have none of them, so the pattern is not tried.
_FRONT_MATTER = r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
_FIELD = r"(?im)^(?:title|author|date|url|source|tags)[ \t]*:"
_HEADING = ("# ",), r"(?m)^ {0,3}#{1,6} +\S"
_UNDERLINED = ("\n---", "\n==="), r"(?m)^[^\s>#*-].*\n(?:={3,}|-{3,})[ \t]*$"
_LINK = ("](",), r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^)\s]+\)"
_STRONG = ("**",), r"\*\*[^*\s][^*\n]*\*\*"
_FENCE = ("```", "~~~"), r"(?m)^(?:```|~~~)"
_QUOTE = (">",), r"(?m)^ {0,3}> ?\S"
_FOOTNOTE = ("\n[^",), r"(?m)^\[\^[^\]\s]{1,40}\]:[ \t]"
_ENOUGH = 2
_SAMPLE = 200_000  # characters


def is_markdown(text: str) -> bool:
    """Return whether a text clearly is Markdown.

    It has front matter, two headings, two links, or one heading or link together with another kind of markup.
    """
    sample = text[:_SAMPLE]
    front_matter = re.match(_FRONT_MATTER, sample) if sample.startswith("---") else None
    if front_matter is not None and re.search(_FIELD, front_matter[0]):
        return True
    headings = _count(_HEADING, sample) + _count(_UNDERLINED, sample)
    links = _count(_LINK, sample)
    others = [_count(each, sample) for each in (_STRONG, _FENCE, _QUOTE, _FOOTNOTE)]
    if headings >= _ENOUGH or links >= _ENOUGH:
        return True
    return bool(headings or links) and (bool(headings and links) or any(others))


def _count(markup: tuple[tuple[str, ...], str], sample: str) -> int:
    """Count how often a kind of markup occurs, up to `_ENOUGH`."""
    needed, pattern = markup
    count = 0
    if not any(characters in sample for characters in needed):
        return count
    for count, _ in enumerate(re.finditer(pattern, sample), 1):
        if count == _ENOUGH:
            break
    return count
