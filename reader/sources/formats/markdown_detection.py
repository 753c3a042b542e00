"""Tell Markdown from plain text by its signs, without parsing it."""

import re

# Each is looked for where characters that it can't do without are there: most plain texts have none of them.
_FRONT_MATTER = r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
_FIELD = r"(?im)^(?:title|author|date|url|source|tags)[ \t]*:"
_HEADING = ("# ",), r"(?m)^ {0,3}#{1,6} +\S"
_UNDERLINED = ("\n---", "\n==="), r"(?m)^[^\s>#*-].*\n(?:={3,}|-{3,})[ \t]*$"
_LINK = ("](",), r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^)\s]+\)"
_STRONG = ("**",), r"\*\*[^*\s][^*\n]*\*\*"
_FENCE = ("```", "~~~"), r"(?m)^(?:```|~~~)"
_QUOTE = (">",), r"(?m)^ {0,3}> ?\S"
_NOTE = ("\n[^",), r"(?m)^\[\^[^\]\s]{1,40}\]:[ \t]"
_PLAIN_EVIDENCE = 2
_SAMPLE = 200_000  # characters


def is_markdown(text: str) -> bool:
    """Whether a text is plainly Markdown: it has front matter, two headings or links, or one with another sign."""
    sample = text[:_SAMPLE]
    opening = re.match(_FRONT_MATTER, sample) if sample.startswith("---") else None
    if opening is not None and re.search(_FIELD, opening[0]):
        return True
    headings = _count(_HEADING, sample) + _count(_UNDERLINED, sample)
    links = _count(_LINK, sample)
    signs = [_count(each, sample) for each in (_STRONG, _FENCE, _QUOTE, _NOTE)]
    if headings >= _PLAIN_EVIDENCE or links >= _PLAIN_EVIDENCE:
        return True
    return bool(headings or links) and (bool(headings and links) or any(signs))


def _count(sign: tuple[tuple[str, ...], str], sample: str) -> int:
    """How often a sign stands there, no more than is asked."""
    needed, pattern = sign
    found = 0
    if not any(characters in sample for characters in needed):
        return found
    for found, _ in enumerate(re.finditer(pattern, sample), 1):
        if found == _PLAIN_EVIDENCE:
            break
    return found
