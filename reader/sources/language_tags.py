"""The language that a page or a list states."""

import re

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2})?\b")


def language_code(value: object) -> str | None:
    """The code of a language, such as "en", out of what a page gives for it."""
    found = _LANGUAGE.match(value) if isinstance(value, str) else None
    return found[1].lower() if found else None
