"""Hide the site boilerplate around and inside a pasted article: menus, notices, calls to subscribe, other headlines.

Boilerplate is hidden and never removed, and only where its own words show what it is: a text without any stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.article_bounds import (
    classify_blocks,
    find_article,
    find_best_range,
    find_boilerplate_tail,
    find_continuation,
    find_first_half,
    find_last_paragraphs,
    has_much_text_before,
    mark_repeated_lines,
    score_blocks,
    trim_end,
)
from reader.sources.text.block_classes import BlockClass, classify, count_words
from reader.sources.text.listed_text import weigh_lists
from reader.sources.text.page_shape import find_share, is_page, may_be_page
from reader.sources.text.stated_facts import is_byline, is_date_line

PHOTO_CREDIT = re.compile(
    r"\((?:photos?|image|picture|credit)\b[^()]*\)\.?$|\|\s*(?:Getty|AFP|Reuters|AP)\b|/ ?(?:Getty|AFP|EPA)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d.*(?<!\d)(?:19|20)\d\d(?!\d)|\d\d?[./]\d\d?[./]\d\d")
_IMAGE_NAMES = re.compile(r"(?:\[(?=[^\]\s]*[^\W\d_])(?=[^\]\s]*[\d_])[^\]\s]+\]\s*)+")
_MENU_ITEMS = 8  # more list items above an article are a menu
_LONGEST_HEADLINE = 30  # words
_BLOCKS_BELOW = 12  # below the article's first paragraph, likewise
_BLOCKS_ABOVE = 20  # above the article's first paragraph, where its headline may stand
_PULL_QUOTE = (8, 60)  # words
_LEAST_LONGER = 12  # characters by which the paragraph is longer than its pull quote
_TITLE_WORDS = 6
_FACT_REACH = 8  # blocks below the headline
_FACT_WORDS = 12
_MOST_ABOVE_FACTS = 2  # paragraphs: a summary and a caption
_LONGEST_CAPTION = 80  # words
_REPEATED_WORDS = 8
_LEAST_SHARE = 0.2  # of a page's running text; half of that of its text with the lists
_CARD_REACH = 3  # blocks within which a card repeats its title


def hide_boilerplate(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with boilerplate hidden and the article's headline as the first visible block."""
    own_classes = [classify(part) for part in parts]
    if may_be_page(parts, own_classes) and (page := _fold_page(parts, own_classes)):
        return page
    classes = classify_blocks(parts, own_classes)
    first, last = find_article(parts, classes)
    if first > last:
        return list(parts)
    possible = sum(
        block_class is BlockClass.POSSIBLE_BOILERPLATE
        for i, block_class in enumerate(classes)
        if not first <= i <= last
    )
    evidence = sum(block_class >= BlockClass.BOILERPLATE for block_class in classes) * 2 + possible
    if evidence < 2:  # noqa: PLR2004 - a single possible notice may be an ordinary sentence
        return list(parts)
    return _hide_around(parts, classes, first, last, whole_page=False)


def _fold_page(parts: Sequence[Part], own_classes: Sequence[BlockClass]) -> list[Part]:
    """Return a whole page with all hidden but its article; an empty list where none stands out from the page.

    Each line is looked at alone. Lines of one part that are all shown or all hidden become that part again.
    """
    groups = list(map(_split_lines, parts, own_classes))
    lines = [line for group in groups for line in group]
    line_classes = (
        block_class if len(group) == 1 else classify(line)
        for group, block_class in zip(groups, own_classes, strict=True)
        for line in group
    )
    folded = _fold_lines(lines, classify_blocks(lines, line_classes))
    result: list[Part] = []
    for part, group in zip(parts, groups, strict=True):
        own = list(islice(folded, len(group)))
        is_whole = len(own) > 1 and all((line.kind, line.hidden) == (part.kind, own[0].hidden) for line in own)
        result += [part._replace(hidden=own[0].hidden)] if is_whole else own
    return result


def _fold_lines(lines: Sequence[Part], classes: Sequence[BlockClass]) -> Iterator[Part]:
    """Yield the lines of a whole page, with all hidden but its article; nothing where none stands out."""
    classes = mark_repeated_lines(lines, classes)
    all_scores = score_blocks(lines, classes)
    for scores, least_share in ((weigh_lists(lines, classes, all_scores), _LEAST_SHARE), (all_scores, 1 / 3)):
        first, last = bounds = find_best_range(classes, scores)
        shares = find_share(classes, scores, bounds), find_share(classes, all_scores, bounds)
        if shares[0] >= least_share and shares[1] >= _LEAST_SHARE / 2 and is_page(lines, classes, first, last):
            last = trim_end(lines, classes, first, last)
            yield from _hide_around(lines, classes, first, last, whole_page=True)
            return


def _split_lines(part: Part, block_class: BlockClass) -> list[Part]:
    """Return each line of a paragraph as a part of its own; a paragraph that is a notice stays whole."""
    if "\n" not in part.text or part.kind is not BlockKind.PARAGRAPH or block_class >= BlockClass.BOILERPLATE:
        return [part]
    lines, offset = [], 0
    for text in part.text.split("\n"):
        start = None if part.start is None else part.start + offset
        lines.append(part._replace(text=text, start=start, tight=part.tight or offset > 0))
        offset += len(text) + 1
    return lines


def _hide_around(
    parts: Sequence[Part], classes: Sequence[BlockClass], first: int, last: int, *, whole_page: bool
) -> list[Part]:
    """Return the parts with all hidden that does not belong to the article around these two blocks."""
    first, gap = find_first_half(parts, classes, first)
    continuation = find_continuation(parts, classes, last)
    if continuation:
        gap, last = [*gap, *continuation[:-1]], continuation[-1]
    notices, last = find_last_paragraphs(parts, classes, first, last)
    gap += notices
    headline_start = max(0, first - _BLOCKS_ABOVE) if whole_page else _find_headline_start(parts, classes, first)
    start = headline_start or 0
    tail_start = last + 1 if whole_page else find_boilerplate_tail(parts, classes, last)
    headline = (
        _first_headline(parts, classes)
        if headline_start is None
        else _find_headline(parts, classes, headline_start, first)
    )
    inner_boilerplate = _find_inner_boilerplate(parts, classes, headline, first, tail_start) | set(gap)
    if whole_page:
        start = first if headline is None else min(first, headline)
        if headline is not None:
            inner_boilerplate |= _find_repeated_title(parts, parts[headline].text)
    result = []
    for i, part in enumerate(parts):
        if i == headline:
            result.append(part._replace(kind=BlockKind.HEADING, level=1))
        elif i < start or i >= tail_start or i in inner_boilerplate or (headline is not None and i < headline):
            result.append(hide(part))
        else:
            result.append(part)
    return list(parts) if all(part.hidden for part in result) else result


def hide(part: Part) -> Part:
    """Return a part hidden; a heading becomes a paragraph, because it is not a heading of the article."""
    kind = BlockKind.PARAGRAPH if part.kind is BlockKind.HEADING else part.kind
    return part._replace(kind=kind, level=part.level if kind is part.kind else 0, hidden=True)


def _find_headline_start(parts: Sequence[Part], classes: Sequence[BlockClass], first: int) -> int | None:
    """Return the index from which the headline may stand, None where no menu stands before the article."""
    menus = sum(block_class >= BlockClass.BOILERPLATE for block_class in classes[:first])
    items = sum(part.kind is BlockKind.ITEM for part in parts[:first])
    paragraphs = sum(block_class is BlockClass.PROSE for block_class in classes[:first])
    if (not menus and items <= _MENU_ITEMS) or paragraphs > menus + items:
        return None
    # With much running text above, the wrong part may have been found: then nothing above it is hidden.
    return None if has_much_text_before(parts, classes, first) else max(0, first - _BLOCKS_ABOVE)


def _first_headline(parts: Sequence[Part], classes: Sequence[BlockClass]) -> int | None:
    """Return the first block where it was read as the headline: nothing stands before the article."""
    is_headline = parts[0].kind is BlockKind.HEADING and parts[0].level == 1
    return 0 if is_headline and classes[0] < BlockClass.BOILERPLATE else None


def _find_headline(parts: Sequence[Part], classes: Sequence[BlockClass], start: int, first: int) -> int | None:
    """Return the block near the article's first paragraph that looks most like its headline.

    It stands above that paragraph, or below it where the paragraph is a notice and the headline has a byline or a date.
    """
    best_score, best_index, paragraphs_passed = 0.0, None, 0
    for i in range(start, min(first + _BLOCKS_BELOW, len(parts))):
        part = parts[i]
        paragraphs_passed += i >= first and classes[i] is BlockClass.PROSE
        words = count_words(part.text, _LONGEST_HEADLINE)
        if classes[i] >= BlockClass.POSSIBLE_BOILERPLATE or part.kind is BlockKind.ITEM or "\n" in part.text:
            continue
        if (
            words > _LONGEST_HEADLINE
            or is_byline(part.text)
            or is_date_line(part.text)
            or PHOTO_CREDIT.search(part.text)
        ):
            continue
        has_date_below = any(is_byline(nearby.text) or is_date_line(nearby.text) for nearby in parts[i + 1 : i + 4])
        if i > first and not (has_date_below and classes[i] is BlockClass.SHORT_LINE and paragraphs_passed == 1):
            continue
        score = min(words, 15) - abs(first - i) * 0.3 + 6 * has_date_below
        if part.kind is BlockKind.HEADING and i:  # the first line of a text is made a heading wherever it may be one
            score += 10
        elif classes[i] is BlockClass.PROSE or part.text.endswith((".", ",", ";", ":")) or part.text.isupper():
            score -= 12
        if score > best_score:
            best_score, best_index = score, i
    return best_index


def _find_inner_boilerplate(
    parts: Sequence[Part], classes: Sequence[BlockClass], headline: int | None, first: int, tail_start: int
) -> set[int]:
    """Return the boilerplate between the headline and the end: notices, cards of articles, pull quotes, bylines."""
    begin = 0 if headline is None else headline + 1
    hidden = {
        i
        for i in range(begin, tail_start)
        if classes[i] >= BlockClass.BOILERPLATE or PHOTO_CREDIT.search(parts[i].text)
    }
    first_paragraph = next((i for i in range(max(begin, first), tail_start) if classes[i] is BlockClass.PROSE), first)
    if headline is not None and (headline > 0 or not hidden.isdisjoint(range(begin, first_paragraph))):
        # Where menus stand above the headline, the lines under it belong to the page too.
        for i in range(begin, first_paragraph):
            part = parts[i]
            if classes[i] is not BlockClass.PROSE or is_byline(part.text) or is_date_line(part.text):
                hidden.add(i)
    if headline:  # the page begins above it
        hidden.update(_find_lines_above_text(parts, classes, begin, tail_start))
        hidden.update(i for i in range(begin, tail_start) if _is_image(parts[i].text))
    in_card = False
    for i in range(begin, tail_start):
        in_card = (classes[i] is BlockClass.SHORT_LINE and _is_repeated(parts, i)) or (in_card and parts[i].tight)
        if in_card:
            hidden.add(i)
            if parts[i].tight and classes[i - 1] is BlockClass.SHORT_LINE:  # the name of a section above the title
                hidden.add(i - 1)
    return hidden | _find_pull_quotes(parts, begin, tail_start)


def _find_lines_above_text(parts: Sequence[Part], classes: Sequence[BlockClass], begin: int, tail_start: int) -> range:
    """Return the blocks down to the byline and date that stand below a headline: a caption may be among them."""
    top = range(begin, min(begin + _FACT_REACH, tail_start))
    end = max((i + 1 for i in top if _states_facts(parts[i], classes[i])), default=begin)
    paragraphs = sum(block_class is BlockClass.PROSE for block_class in classes[begin:end])
    return range(begin, end if paragraphs <= _MOST_ABOVE_FACTS else begin)


def _states_facts(part: Part, block_class: BlockClass) -> bool:
    """Return whether a line states the author or the date, in any language with digits for the day and the year."""
    if is_byline(part.text) or is_date_line(part.text):
        return True
    is_line = block_class is BlockClass.SHORT_LINE and part.kind is not BlockKind.ITEM
    return is_line and count_words(part.text, _FACT_WORDS) <= _FACT_WORDS and _DATE.search(part.text) is not None


def _is_image(text: str) -> bool:
    """Return whether a block is the name of an image, as text browsers print it, or its text and the same caption."""
    if _IMAGE_NAMES.fullmatch(text):
        return True
    words = text.split(None, _LONGEST_CAPTION)
    half, beginning = len(words) // 2, words[:_REPEATED_WORDS]
    if half < _REPEATED_WORDS:
        return half > 1 and words[:half] == words[half:]
    return any(words[start : start + _REPEATED_WORDS] == beginning for start in range(_REPEATED_WORDS, len(words)))


def _is_repeated(parts: Sequence[Part], index: int) -> bool:
    """Return whether a short line occurs again within a few lines, as the title on a card of another article does."""
    text = parts[index].text
    words = text.split()
    nearby = range(max(0, index - _CARD_REACH), min(len(parts), index + _CARD_REACH + 1))
    title = " ".join(words[:_TITLE_WORDS])
    neighbours = (parts[i].text for i in nearby if i != index)
    return any(other == text or (len(words) >= _TITLE_WORDS and other.startswith(title)) for other in neighbours)


def _find_repeated_title(parts: Sequence[Part], title: str) -> set[int]:
    """Return the blocks that repeat the headline, as an image does before its caption."""
    is_long = count_words(title, _TITLE_WORDS) >= _TITLE_WORDS
    return {i for i, part in enumerate(parts) if part.text == title or (is_long and part.text.startswith(title))}


def _find_pull_quotes(parts: Sequence[Part], begin: int, tail_start: int) -> set[int]:
    """Return the short paragraphs whose words also occur in a paragraph near them."""
    pull_quotes = set()
    for i in range(begin, tail_start):
        text = parts[i].text.strip("“”\"' .")
        if _PULL_QUOTE[0] <= len(text.split(None, _PULL_QUOTE[1] + 1)) <= _PULL_QUOTE[1] and any(
            text in parts[j].text and len(parts[j].text) > len(text) + _LEAST_LONGER
            for j in range(max(begin, i - 10), min(tail_start, i + 10))
        ):
            pull_quotes.add(i)
    return pull_quotes
