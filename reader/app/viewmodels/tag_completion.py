"""What a person may want to type: a tag that highlights of the library have already."""

from collections.abc import Sequence


def complete_tag(typed: str, tags: Sequence[str]) -> str | None:
    """Return what is typed with its last tag completed to the first of `tags` that begins so; None where none does.

    Case makes no difference. A whole tag is complete, and one that stands before the last one is not offered again.
    """
    before, comma, last = typed.rpartition(",")
    begun = last.lstrip(" #")
    if not begun or begun.casefold() in map(str.casefold, tags):
        return None
    there = {each.strip(" #").casefold() for each in before.split(",")}
    for tag in tags:
        is_longer = len(tag) > len(begun) and tag[: len(begun)].casefold() == begun.casefold()
        if is_longer and tag.casefold() not in there:
            return before + comma + last[: len(last) - len(begun)] + tag
    return None
