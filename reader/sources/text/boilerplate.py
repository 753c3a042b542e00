"""Find the site furniture around and inside a pasted article: menus, cookie notes, calls to subscribe, other headlines.

Furniture is hidden, never taken out, and only where its own words give it away: a text without any stays whole.
"""

import re
from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.article_bounds import (
    classify_blocks,
    find_article,
    find_boilerplate_tail,
    find_continuation,
    find_first_half,
    find_last_paragraphs,
    has_much_text_before,
)
from reader.sources.text.block_classes import BlockClass
from reader.sources.text.stated_facts import is_byline, is_date_line

PHOTO_CREDIT = re.compile(
    r"\((?:photos?|image|picture|credit)\b[^()]*\)\.?$|\|\s*(?:Getty|AFP|Reuters|AP)\b|/ ?(?:Getty|AFP|EPA)\b",
    re.IGNORECASE,
)
_MENU_ITEMS = 8  # list items above an article that are a menu whatever they say
_HEADLINE = 30  # words
_REACH_DOWN = 12  # blocks
_TITLE_REACH = 20  # blocks above the article's first paragraph among which its headline is looked for
_PULL_QUOTE = (8, 60)  # words
_QUOTED_IN = 12  # characters by which the paragraph that a pull quote is from is longer at least
_TITLE_WORDS = 6
_CARD = 3  # blocks between a title on a card and the same title on it again


def hide_boilerplate(parts: Sequence[Part]) -> list[Part]:
    """The same parts with the furniture among them hidden, and the article's headline its first visible block."""
    sorts = classify_blocks(parts)
    if max(sorts, default=BlockClass.PROSE) < BlockClass.HINT:
        return list(parts)
    first, last = find_article(parts, sorts)
    hints = sum(kind is BlockClass.HINT for i, kind in enumerate(sorts) if not first <= i <= last)
    evidence = sum(kind >= BlockClass.FURNITURE for kind in sorts) * 2 + hints
    if first > last or evidence < 2:  # noqa: PLR2004 - one hint is a turn of phrase
        return list(parts)
    first, gap = find_first_half(parts, sorts, first)
    ahead = find_continuation(parts, sorts, last)
    if ahead:
        gap, last = [*gap, *ahead[:-1]], ahead[-1]
    between, last = find_last_paragraphs(parts, sorts, first, last)
    gap += between
    above = _head(parts, sorts, first)
    start = above or 0
    stop = find_boilerplate_tail(parts, sorts, last)
    headline = _own_headline(parts, sorts) if above is None else _headline(parts, sorts, above, first)
    inner = _inner(parts, sorts, headline, first, stop) | set(gap)
    folded = []
    for i, part in enumerate(parts):
        if i == headline:
            folded.append(part._replace(kind=BlockKind.HEADING, level=1))
        elif i < start or i >= stop or i in inner or (headline is not None and i < headline):
            folded.append(hide(part))
        else:
            folded.append(part)
    return list(parts) if all(part.hidden for part in folded) else folded


def hide(part: Part) -> Part:
    """The same part, hidden; what is no part of the article is no heading of it."""
    kind = BlockKind.PARAGRAPH if part.kind is BlockKind.HEADING else part.kind
    return part._replace(kind=kind, level=part.level if kind is part.kind else 0, hidden=True)


def _head(parts: Sequence[Part], sorts: Sequence[BlockClass], first: int) -> int | None:
    """The first block among which the headline may be, None where no menu stands before the article."""
    menus = sum(kind >= BlockClass.FURNITURE for kind in sorts[:first])
    items = sum(part.kind is BlockKind.ITEM for part in parts[:first])
    if not menus and items <= _MENU_ITEMS:
        return None
    # Where much running text stands above, what was found may be the wrong part: nothing above it is hidden then.
    return None if has_much_text_before(parts, sorts, first) else max(0, first - _TITLE_REACH)


def _own_headline(parts: Sequence[Part], sorts: Sequence[BlockClass]) -> int | None:
    """The first block, where it was read as the headline: nothing stands before the article."""
    read = parts[0].kind is BlockKind.HEADING and parts[0].level == 1
    return 0 if read and sorts[0] < BlockClass.FURNITURE else None


def _headline(parts: Sequence[Part], sorts: Sequence[BlockClass], start: int, first: int) -> int | None:
    """The block near the article's first paragraph that looks most like its headline.

    It stands above it, or under a first paragraph that is a notice, with a byline or a date of its own.
    """
    best, found, passed = 0.0, None, 0
    for i in range(start, min(first + _REACH_DOWN, len(parts))):
        part = parts[i]
        passed += i >= first and sorts[i] is BlockClass.PROSE
        words = len(part.text.split(None, _HEADLINE))
        if sorts[i] >= BlockClass.HINT or part.kind is BlockKind.ITEM or "\n" in part.text:
            continue
        if words > _HEADLINE or is_byline(part.text) or is_date_line(part.text) or PHOTO_CREDIT.search(part.text):
            continue
        dated = any(is_byline(near.text) or is_date_line(near.text) for near in parts[i + 1 : i + 4])
        if i > first and not (dated and sorts[i] is BlockClass.SHORT and passed == 1):
            continue
        likeness = min(words, 15) - abs(first - i) * 0.3 + 6 * dated
        if part.kind is BlockKind.HEADING:
            likeness += 10
        elif part.text.endswith((".", ",", ";", ":")) or part.text.isupper():
            likeness -= 12
        if likeness > best:
            best, found = likeness, i
    return found


def _inner(parts: Sequence[Part], sorts: Sequence[BlockClass], headline: int | None, first: int, stop: int) -> set[int]:
    """Furniture between the headline and the end: notices, cards of other articles, pull quotes, bylines."""
    begin = 0 if headline is None else headline + 1
    hidden = {i for i in range(begin, stop) if sorts[i] >= BlockClass.FURNITURE or PHOTO_CREDIT.search(parts[i].text)}
    opening = next((i for i in range(max(begin, first), stop) if sorts[i] is BlockClass.PROSE), first)
    if headline is not None and (headline > 0 or not hidden.isdisjoint(range(begin, opening))):
        # Where menus stand above the headline, what stands under it belongs to the page as well.
        for i in range(begin, opening):
            part = parts[i]
            if sorts[i] is not BlockClass.PROSE or is_byline(part.text) or is_date_line(part.text):
                hidden.add(i)
    card = False
    for i in range(begin, stop):
        card = (sorts[i] is BlockClass.SHORT and _repeated(parts, i)) or (card and parts[i].tight)
        if card:
            hidden.add(i)
            if parts[i].tight and sorts[i - 1] is BlockClass.SHORT:  # the name of a section over the title
                hidden.add(i - 1)
    return hidden | _pull_quotes(parts, begin, stop)


def _repeated(parts: Sequence[Part], place: int) -> bool:
    """Whether a short line stands again within a few lines, as the title on a card of another article does."""
    text = parts[place].text
    words = text.split()
    near = range(max(0, place - _CARD), min(len(parts), place + _CARD + 1))
    title = " ".join(words[:_TITLE_WORDS])
    alike = (parts[i].text for i in near if i != place)
    return any(other == text or (len(words) >= _TITLE_WORDS and other.startswith(title)) for other in alike)


def _pull_quotes(parts: Sequence[Part], begin: int, stop: int) -> set[int]:
    """Short paragraphs whose words stand in another paragraph near them as well."""
    found = set()
    for i in range(begin, stop):
        text = parts[i].text.strip("“”\"' .")
        if _PULL_QUOTE[0] <= len(text.split(None, _PULL_QUOTE[1] + 1)) <= _PULL_QUOTE[1] and any(
            text in parts[j].text and len(parts[j].text) > len(text) + _QUOTED_IN
            for j in range(max(begin, i - 10), min(stop, i + 10))
        ):
            found.add(i)
    return found
