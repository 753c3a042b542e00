"""The furniture that is left in what an extractor took for the article of a web page."""

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

_CREDITED = re.compile(r"(?:image|photo|picture)(?:graph)?s? ?(?:copyright|credit|source|by)\b:?", re.IGNORECASE)
_CREDIT_WORDS = 8
_SHORT = 30  # words
_LINKS = 2  # line breaks in a paragraph of nothing but links
_SHOUTED = 20  # capitals to a small letter, as in "AMAs"
_LABEL_WORDS = 3
_PROMPT = re.compile(
    r"^(?:subscribe to|sign up for)\b|\byour inbox\b|\bour newsletters?\b|\bnon-commercial use only\b", re.IGNORECASE
)


def remove_labels(parts: Iterable[Part]) -> list[Part]:
    """The parts of a page without labels, such as "Advertisement", and buttons at the end of a paragraph.

    They are left out with the rest of the page that is not the article: nobody would look for them.
    """
    return [_without_button(part) for part in parts if not _is_label(part)]


def hide_residual_boilerplate(parts: Sequence[Part], site: str = "") -> list[Part]:
    """The parts that an extractor took from a page, with those hidden that are furniture all the same.

    Inside the article only paragraphs that can be nothing else are hidden; after its last sentence, all that follows
    the first notice. `site` is the page's host, "" where that is not known.
    """
    sorts = classify_blocks(parts)
    _, last = find_last_paragraphs(parts, sorts, *find_article(parts, sorts))
    stop = find_boilerplate_tail(parts, sorts, _announced(parts, last))
    opening = next((i for i, kind in enumerate(sorts) if kind is BlockClass.PROSE), 0)

    def is_furniture(i: int, part: Part) -> bool:
        button = i < opening and part.kind is BlockKind.ITEM and sorts[i] is BlockClass.FURNITURE
        notice = part.kind is BlockKind.PARAGRAPH and _is_notice(part, sorts[i], site)
        return i >= stop or button or notice or _is_credit(part)

    return [hide(part) if is_furniture(i, part) else part for i, part in enumerate(parts)]


def _announced(parts: Sequence[Part], last: int) -> int:
    """The last item of the list in which the article ends, where a colon announces the list; else `last` itself."""
    before = last
    while before > 0 and parts[before].kind is BlockKind.ITEM:
        before -= 1
    if 0 <= before < len(parts) and parts[before].text.endswith(":"):
        while last + 1 < len(parts) and parts[last + 1].kind is BlockKind.ITEM:
            last += 1
    return last


def _is_credit(part: Part) -> bool:
    """Whether a line under a picture, or alone, only says who took it."""
    short = part.kind in {BlockKind.CAPTION, BlockKind.PARAGRAPH} and len(part.text.split()) <= _CREDIT_WORDS
    return short and bool(PHOTO_CREDIT.search(part.text) or _CREDITED.match(part.text))


def _is_label(part: Part) -> bool:
    """Whether a paragraph is nothing but a word or three of furniture, as over an advertisement."""
    few = len(part.text.split(None, _LABEL_WORDS)) <= _LABEL_WORDS and not part.marks
    return few and part.kind is BlockKind.PARAGRAPH and classify(part) is BlockClass.FURNITURE


def _without_button(part: Part) -> Part:
    """A block without the button at its end that passes its words on: a link after its last sentence."""
    last = max(part.marks, key=lambda mark: mark.span.end, default=None)
    if last is None or last.kind is not MarkKind.LINK or last.span.end < len(part.text) or not last.span.start:
        return part
    button = part._replace(text=last.span.of(part.text), kind=BlockKind.PARAGRAPH, marks=())
    text = part.text[: last.span.start].rstrip()
    if classify(button) is not BlockClass.FURNITURE or not ends_with(text, ".!?…"):
        return part
    return part._replace(text=text, marks=tuple(mark for mark in part.marks if mark.span.end <= len(text)))


def _is_notice(part: Part, kind: BlockClass, site: str) -> bool:
    """Whether a paragraph inside an article is a call to go elsewhere: by its words, or a link in capitals, or links.

    A whole sentence is the article's own, and so is a line with a link or two, and a link to another site: a source.
    """
    if kind >= BlockClass.FURNITURE and not part.text.endswith("."):
        return True
    if kind >= BlockClass.HINT and _PROMPT.search(part.text) and len(part.text.split()) <= _SHORT:
        return True
    links = [mark for mark in part.marks if mark.kind is MarkKind.LINK]
    linked = sum(len(mark.span) for mark in links)
    if linked * 5 < len(part.text) * 4 or (site and len(links) == 1 and host_of(links[0].href or site) != site):
        return False
    capitals, small = sum(map(str.isupper, part.text)), sum(map(str.islower, part.text))
    return part.text.count("\n") >= _LINKS or (linked == len(part.text) and capitals >= max(1, small * _SHOUTED))
