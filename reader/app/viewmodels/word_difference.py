"""What has changed in some words, in signs that need no colour."""

from difflib import SequenceMatcher

_KEPT = 2  # words on either side of a difference


def difference(kept: str, now: str) -> str:
    """Return the words of a text with what is gone of an earlier one as [-words-] and what is new as {+words+}.

    Of words that are the same only those next to a difference are there, with "…" for the others.
    """
    one, other = kept.split(), now.split()
    if one == other:
        return "the same words"
    parts: list[str] = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts += _ends_of(one[i1:i2], is_first=not i1, is_last=i2 == len(one) and j2 == len(other))
            continue
        parts += [f"[-{' '.join(one[i1:i2])}-]"] if i1 < i2 else []
        parts += [f"{{+{' '.join(other[j1:j2])}+}}"] if j1 < j2 else []
    return " ".join(parts)


def _ends_of(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    before = [] if is_first else words[:_KEPT]
    after = [] if is_last else words[-_KEPT:]
    if len(words) <= len(before) + len(after):
        return words
    return [*before, "…", *after]
