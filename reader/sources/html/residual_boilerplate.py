"""Hide the boilerplate that is left in what an extractor took as the article of a web page."""

import re
from collections.abc import Iterable, Sequence

from reader.model import BlockKind, MarkKind
from reader.sources.draft import Part
from reader.sources.net.locate import host_of
from reader.sources.text.article_bounds import (
    classify_blocks,
    find_article,
    find_boilerplate_tail,
    find_last_paragraphs,
)
from reader.sources.text.block_classes import BlockClass, classify
from reader.sources.text.boilerplate import PHOTO_CREDIT, hide
from reader.sources.text.lines import ends_with

_CREDIT_LABEL = re.compile(r"(?:image|photo|picture)(?:graph)?s? ?(?:copyright|credit|source|by)\b:?", re.IGNORECASE)
_LONGEST_CREDIT = 8
_LONGEST_PROMPT = 30  # words
_LEAST_LINE_BREAKS = 2  # line breaks in a paragraph that consists of links
_CAPITALS_PER_SMALL_LETTER = 20  # as in "AMAs"
_LONGEST_LABEL = 3
_PROMPT = re.compile(
    r"^(?:subscribe to|sign up for)\b|\byour inbox\b|\bour newsletters?\b|\bnon-commercial use only\b", re.IGNORECASE
)


def remove_labels(parts: Iterable[Part]) -> list[Part]:
    """Return the parts of a page without labels, such as "Advertisement", and without buttons that end a paragraph.

    They are removed like the rest of the page that is not the article: nobody would look for them.
    """
    return [_remove_button(part) for part in parts if not _is_label(part)]


def hide_residual_boilerplate(parts: Sequence[Part], site: str = "") -> list[Part]:
    """Return the parts that an extractor took from a page, with the boilerplate among them hidden.

    Inside the article only paragraphs that cannot be anything else are hidden; after its last sentence, everything from
    the first notice on. `site` is the page's host, "" where it is not known.
    """
    classes = classify_blocks(parts, map(classify, parts))
    _, last = find_last_paragraphs(parts, classes, *find_article(parts, classes))
    tail_start = find_boilerplate_tail(parts, classes, _include_announced_list(parts, last))
    first_paragraph = next((i for i, block_class in enumerate(classes) if block_class is BlockClass.PROSE), 0)

    def is_boilerplate(i: int, part: Part) -> bool:
        button = i < first_paragraph and part.kind is BlockKind.ITEM and classes[i] is BlockClass.BOILERPLATE
        notice = part.kind is BlockKind.PARAGRAPH and _is_notice(part, classes[i], site)
        return i >= tail_start or button or notice or _is_credit(part)

    return [hide(part) if is_boilerplate(i, part) else part for i, part in enumerate(parts)]


def _include_announced_list(parts: Sequence[Part], last: int) -> int:
    """Return the last item of the list that ends the article, where a colon announces the list; else `last` itself."""
    before = last
    while before > 0 and parts[before].kind is BlockKind.ITEM:
        before -= 1
    if 0 <= before < len(parts) and parts[before].text.endswith(":"):
        while last + 1 < len(parts) and parts[last + 1].kind is BlockKind.ITEM:
            last += 1
    return last


def _is_credit(part: Part) -> bool:
    """Return whether a caption or a paragraph only states who took a picture."""
    is_short = part.kind in {BlockKind.CAPTION, BlockKind.PARAGRAPH} and len(part.text.split()) <= _LONGEST_CREDIT
    return is_short and bool(PHOTO_CREDIT.search(part.text) or _CREDIT_LABEL.match(part.text))


def _is_label(part: Part) -> bool:
    """Return whether a paragraph has at most three words and all are boilerplate, as above an advertisement."""
    is_few_words = len(part.text.split(None, _LONGEST_LABEL)) <= _LONGEST_LABEL and not part.marks
    return is_few_words and part.kind is BlockKind.PARAGRAPH and classify(part) is BlockClass.BOILERPLATE


def _remove_button(part: Part) -> Part:
    """Return a block without the button at its end: a link with boilerplate words after the last sentence."""
    last = max(part.marks, key=lambda mark: mark.span.end, default=None)
    if last is None or last.kind is not MarkKind.LINK or last.span.end < len(part.text) or not last.span.start:
        return part
    button = part._replace(text=last.span.of(part.text), kind=BlockKind.PARAGRAPH, marks=())
    text = part.text[: last.span.start].rstrip()
    if classify(button) is not BlockClass.BOILERPLATE or not ends_with(text, ".!?…"):
        return part
    return part._replace(text=text, marks=tuple(mark for mark in part.marks if mark.span.end <= len(text)))


def _is_notice(part: Part, block_class: BlockClass, site: str) -> bool:
    """Return whether a paragraph inside an article asks to go elsewhere: by its words, as a link in capitals, as links.

    A whole sentence belongs to the article, and so do a line with a link or two and a link to another site, a source.
    """
    if block_class >= BlockClass.BOILERPLATE and not part.text.endswith("."):
        return True
    if (
        block_class >= BlockClass.POSSIBLE_BOILERPLATE
        and _PROMPT.search(part.text)
        and len(part.text.split()) <= _LONGEST_PROMPT
    ):
        return True
    links = [mark for mark in part.marks if mark.kind is MarkKind.LINK]
    linked_length = part.linked_length
    if linked_length * 5 < len(part.text) * 4 or (site and len(links) == 1 and host_of(links[0].href or site) != site):
        return False
    capitals, small_letters = sum(map(str.isupper, part.text)), sum(map(str.islower, part.text))
    return part.text.count("\n") >= _LEAST_LINE_BREAKS or (
        linked_length == len(part.text) and capitals >= max(1, small_letters * _CAPITALS_PER_SMALL_LETTER)
    )
