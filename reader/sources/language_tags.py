"""Read the language that a page or a list states."""

import re

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2})?\b")


def language_code(value: object) -> str | None:
    """Return the language code, such as "en", at the start of a tag such as "en-GB"; None where there is none."""
    tag = _LANGUAGE.match(value) if isinstance(value, str) else None
    return tag[1].lower() if tag else None
