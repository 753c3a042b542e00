"""Tell Markdown from plain text by its signs, without parsing it."""

import re

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?:title|author|date|url|source|tags)[ \t]*:", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_UNDERLINED = re.compile(r"^[^\s>#*-].*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^)\s]+\)")
_STRONG = re.compile(r"\*\*[^*\s][^*\n]*\*\*")
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_QUOTE = re.compile(r"^ {0,3}> ?\S", re.MULTILINE)
_PLAIN_EVIDENCE = 2
_SAMPLE = 200_000  # characters


def is_markdown(text: str) -> bool:
    """Whether a text is plainly Markdown: it has front matter, two headings or links, or one with another sign."""
    sample = text[:_SAMPLE]
    opening = _FRONT_MATTER.match(sample) if sample.startswith("---") else None
    if opening is not None and _FIELD.search(opening[0]):
        return True
    headings = _count(_HEADING, sample) + (_count(_UNDERLINED, sample) if "\n---" in sample or "\n===" in sample else 0)
    links = _count(_LINK, sample) if "](" in sample else 0
    signs = [_count(_STRONG, sample) if "**" in sample else 0, _count(_FENCE, sample), _count(_QUOTE, sample)]
    if headings >= _PLAIN_EVIDENCE or links >= _PLAIN_EVIDENCE:
        return True
    return bool(headings or links) and (bool(headings and links) or any(signs))


def _count(sign: re.Pattern[str], sample: str) -> int:
    """How often a sign stands there, no more than is asked."""
    found = 0
    for found, _ in enumerate(sign.finditer(sample), 1):
        if found == _PLAIN_EVIDENCE:
            break
    return found
