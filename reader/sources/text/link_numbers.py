"""Take the numbers of links out of a page that Lynx printed, and the list of addresses under it off its end."""

import re
from collections.abc import Iterable, Iterator

_LIST = r"\nReferences\n(?:\s+(?:Visible|Hidden) links:\n)?\s+1\. [\w+.-]+:\S"
_NUMBER = r"\[(\d{1,5})\]"
_LEAST_LINKS = 3


def split_link_list(text: str) -> tuple[str, str]:
    """Return the text above the list of addresses, and that list, which is empty if the text is not Lynx's.

    Lynx prints a number right before the words of a link; a person writes the number of a note after a word.
    """
    if "\nReferences\n" not in text or (start := re.search(_LIST, text)) is None:
        return text, ""
    page = text[: start.start()]
    numbers = [int(number) for number in re.findall(_NUMBER + r"(?=\w)", page)][:_LEAST_LINKS]
    is_numbered = len(numbers) == _LEAST_LINKS and numbers == sorted(numbers)
    return (page, text[start.start() :].strip()) if is_numbered else (text, "")


def remove_link_numbers(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts of a page, in order, without the numbers of their links; other numbers in brackets stay."""
    following = 1  # Lynx leaves none out
    for text in texts:
        kept, end = [], 0
        for number in re.finditer(_NUMBER, text) if "[" in text else ():
            if int(number[1]) == following:
                following += 1
                kept.append(text[end : number.start()])
                end = number.end()
        yield "".join([*kept, text[end:]]).strip()
