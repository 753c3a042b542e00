"""Find the site furniture around and inside a pasted article: menus, cookie notes, calls to subscribe, other headlines.

Furniture is hidden, never taken out, and only where its own words give it away: a text without any stays whole. The
article is the stretch of blocks whose running text outweighs the short lines in it (the maximum subarray of the
blocks' scores, after the observation of Kohlschütter et al., WSDM 2010, that boilerplate is short text).
"""

import re
from collections import Counter
from collections.abc import Sequence

from reader.model import BlockKind, MarkKind
from reader.sources.notices import Sort, sort
from reader.sources.parts import Part
from reader.sources.stated import is_byline, is_date_line

_NUMBERS = re.compile(r"\d+")
_CREDIT = re.compile(
    r"\((?:photos?|image|picture|credit)\b[^()]*\)\.?$|\|\s*(?:Getty|AFP|Reuters|AP)\b|/ ?(?:Getty|AFP|EPA)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"(?:image|photo|picture)(?:graph)?s? ?(?:copyright|credit|source|by)\b:?", re.IGNORECASE)
_CREDIT_WORDS = 8

_MENU_ITEMS = 8  # list items above an article that are a menu whatever they say
_HEADLINE = 30  # words
_REACH_DOWN = 12  # blocks
_RUNNING = 15  # words
_OFTEN = 3
_GOES_ON = 4  # paragraphs
_LINKS = 2  # line breaks in a paragraph of nothing but links
_SHOUTED = 20  # capitals to a small letter, as in "AMAs"
_COMMENT = 60  # characters
_SHORT_LINE = 25  # words
_SIGNATURE = 8  # words of a line that goes with the furniture under it
_FEW_PROSE = 2.5  # blocks to a paragraph in lists of other articles: kicker, title, teaser
_NOTICES = 3  # the fewest that make what they stand among furniture
_CAP = 100  # words that count at most: one long notice must not outweigh a menu
_TITLE_REACH = 20  # blocks above the article's first paragraph among which its headline is looked for
_PULL_QUOTE = (8, 60)  # words
_QUOTED_IN = 12  # characters by which the paragraph that a pull quote is from is longer at least
_TITLE_WORDS = 6
_CARD = 3  # blocks between a title on a card and the same title on it again


def fold(parts: Sequence[Part]) -> list[Part]:
    """The same parts with the furniture among them hidden, and the article's headline its first visible block."""
    sorts = _sorts(parts)
    if max(sorts, default=Sort.PROSE) < Sort.HINT:
        return list(parts)
    first, last = _article(parts, sorts)
    hints = sum(kind is Sort.HINT for i, kind in enumerate(sorts) if not first <= i <= last)
    evidence = sum(kind >= Sort.FURNITURE for kind in sorts) * 2 + hints
    if first > last or evidence < 2:  # noqa: PLR2004 - one hint is a turn of phrase
        return list(parts)
    first, gap = _first_half(parts, sorts, first)
    ahead = _gap(parts, sorts, last)
    if ahead:
        gap, last = [*gap, *ahead[:-1]], ahead[-1]
    above = _head(parts, sorts, first)
    start = above or 0
    stop = _tail(parts, sorts, last)
    headline = _own_headline(parts, sorts) if above is None else _headline(parts, sorts, above, first)
    inner = _inner(parts, sorts, headline, first, stop) | set(gap)
    folded = []
    for i, part in enumerate(parts):
        if i == headline:
            folded.append(part._replace(kind=BlockKind.HEADING, level=1))
        elif i < start or i >= stop or i in inner or (headline is not None and i < headline):
            folded.append(_hidden(part))
        else:
            folded.append(part)
    return list(parts) if all(part.hidden for part in folded) else folded


def _hidden(part: Part) -> Part:
    kind = BlockKind.PARAGRAPH if part.kind is BlockKind.HEADING else part.kind
    return part._replace(kind=kind, level=part.level if kind is part.kind else 0, hidden=True)


def without_furniture(parts: Sequence[Part]) -> list[Part]:
    """The parts that an extractor took from a page, with those hidden that are furniture all the same.

    Inside the article only paragraphs that can be nothing else are hidden; after its last sentence, all that follows
    the first notice.
    """
    sorts = _sorts(parts)
    stop = _tail(parts, sorts, _announced(parts, _article(parts, sorts)[1]))
    return [
        _hidden(part)
        if i >= stop or _is_credit(part) or (part.kind is BlockKind.PARAGRAPH and _is_notice(part, kind))
        else part
        for i, (part, kind) in enumerate(zip(parts, sorts, strict=True))
    ]


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
    return short and bool(_CREDIT.search(part.text) or _CREDITED.match(part.text))


def _is_notice(part: Part, kind: Sort) -> bool:
    """Whether a paragraph inside an article is a call to go elsewhere: by its words, or a link in capitals, or links.

    A whole sentence is the article's own, and so is a line with a link or two.
    """
    if kind >= Sort.FURNITURE and not part.text.endswith("."):
        return True
    linked = sum(len(mark.span) for mark in part.marks if mark.kind is MarkKind.LINK)
    if linked * 5 < len(part.text) * 4:
        return False
    capitals, small = sum(map(str.isupper, part.text)), sum(map(str.islower, part.text))
    return part.text.count("\n") >= _LINKS or (linked == len(part.text) and capitals >= max(1, small * _SHOUTED))


def _sorts(parts: Sequence[Part]) -> list[Sort]:
    """What each block looks like, by its own words and by what stands around it.

    Between two paragraphs, words that end an article are a heading of its own. On a page with menus, dates and lines
    that come again with another number ("9 votes") belong to lists of other articles or to comments.
    """
    sorts = [sort(part) for part in parts]
    for i in range(1, len(sorts) - 1):
        if sorts[i] is Sort.END and sorts[i - 1] is sorts[i + 1] is Sort.PROSE and _is_running(parts[i + 1]):
            sorts[i] = Sort.SHORT
    if sum(kind >= Sort.FURNITURE for kind in sorts) >= _NOTICES:
        shapes = [_shape(part.text) if kind is Sort.SHORT else "" for part, kind in zip(parts, sorts, strict=True)]
        often = {shape for shape, times in Counter(shapes).items() if shape and times >= _OFTEN}
        sorts = [Sort.HINT if shape in often else kind for shape, kind in zip(shapes, sorts, strict=True)]
    return sorts


def _is_running(part: Part) -> bool:
    """Whether a block is running text, and no item of a list of headlines."""
    return part.kind is not BlockKind.ITEM and len(part.text.split(None, _RUNNING)) > _RUNNING


def _shape(text: str) -> str:
    """What a short line with a number has in common with others of its make; "" for a line without one."""
    if is_date_line(text):
        return "date"
    shape = _NUMBERS.sub("0", text.casefold())
    return shape if "0" in shape and len(text.split()) <= _SIGNATURE else ""


_SCORES = {Sort.SHORT: -10, Sort.HINT: -25, Sort.FURNITURE: -20, Sort.END: -120}


def _score(part: Part, kind: Sort) -> int:
    if kind is Sort.PROSE:
        return min(len(part.text.split(None, _CAP)), _CAP)
    return _SCORES[kind]


def _article(parts: Sequence[Part], sorts: Sequence[Sort]) -> tuple[int, int]:
    """The first and the last block of the stretch with the highest sum of scores."""
    best, span = 0, (0, -1)
    total, begin = 0, 0
    for i, (part, kind) in enumerate(zip(parts, sorts, strict=True)):
        if total <= 0:
            total, begin = 0, i
        total += _score(part, kind)
        if total > best:
            best, span = total, (begin, i)
    return span


def _gap(parts: Sequence[Part], sorts: Sequence[Sort], last: int) -> list[int]:
    """The blocks of a list of other articles after which the article goes on, and the last block of what goes on.

    It goes on where four paragraphs stand together; after a place for comments they are a comment.
    """
    run = 0
    gap: list[int] = []
    for i in range(last + 1, min(len(parts), last + _REACH_DOWN)):
        if sorts[i] is not Sort.PROSE or parts[i].kind is BlockKind.ITEM:
            run = 0
        else:
            run += 1
        gap.append(i)
        if _about_comments(parts[i : i + 1]):
            return []
        if run == _GOES_ON:
            ahead = i + 1
            while ahead < len(parts) and sorts[ahead] is Sort.PROSE:
                ahead += 1
            return [*gap[:-run], ahead - 1]
    return []


def _head(parts: Sequence[Part], sorts: Sequence[Sort], first: int) -> int | None:
    """The first block among which the headline may be, None where no menu stands before the article."""
    menus = sum(kind >= Sort.FURNITURE for kind in sorts[:first])
    items = sum(part.kind is BlockKind.ITEM for part in parts[:first])
    if not menus and items <= _MENU_ITEMS:
        return None
    # Where much running text stands above, what was found may be the wrong part: nothing above it is hidden then.
    much = _running(parts[:first], sorts) * 3 > _running(parts[first:], sorts[first:])
    return None if much else max(0, first - _TITLE_REACH)


def _first_half(parts: Sequence[Part], sorts: Sequence[Sort], first: int) -> tuple[int, list[int]]:
    """Where an article begins that a list of others cuts in two, and the blocks of that list."""
    begin, end = _article(parts[:first], sorts[:first])
    notice = next((i for i in range(end + 1, first) if sorts[i] is Sort.END), first)
    apart = notice == first or first - notice > _REACH_DOWN or _about_comments(parts[notice:first])
    if apart or _running(parts[:first], sorts) * 3 <= _running(parts[first:], sorts[first:]):
        return first, []
    return begin, list(range(notice, first))


def _running(parts: Sequence[Part], sorts: Sequence[Sort]) -> int:
    """How much running text there is in these blocks."""
    return sum(_score(part, kind) for part, kind in zip(parts, sorts, strict=False) if kind is Sort.PROSE)


def _about_comments(parts: Sequence[Part]) -> bool:
    return any("comment" in part.text[:_COMMENT].casefold() for part in parts)


def _tail(parts: Sequence[Part], sorts: Sequence[Sort], last: int) -> int:
    """The first of the blocks at the end that are furniture, with the short lines that lead up to it."""
    stop = next((i for i in range(last + 1, len(parts)) if sorts[i] >= Sort.HINT), len(parts))
    prose = sum(kind is Sort.PROSE for kind in sorts[stop:])
    notices = sum(kind >= Sort.HINT for kind in sorts[stop:])
    if prose and (len(parts) - stop < prose * _FEW_PROSE or notices < _NOTICES):
        return len(parts)  # a part of the article with notices in it
    most = _SHORT_LINE if notices >= _NOTICES else _SIGNATURE
    while last + 1 < stop < len(parts) and sorts[stop - 1] is Sort.SHORT and _leads_up(parts[stop - 1].text, most):
        stop -= 1
    return stop


def _leads_up(text: str, most: int) -> bool:
    """Whether a short line belongs to the furniture under it: it closes no sentence, quotes no one, signs nothing."""
    short = len(text.split(None, most)) <= most
    return short and not text.startswith(("[", "(", "—", "–", "“")) and not text.endswith((".", "!", "”", "]"))


def _own_headline(parts: Sequence[Part], sorts: Sequence[Sort]) -> int | None:
    """The first block, where it was read as the headline: nothing stands before the article."""
    read = parts[0].kind is BlockKind.HEADING and parts[0].level == 1
    return 0 if read and sorts[0] < Sort.FURNITURE else None


def _headline(parts: Sequence[Part], sorts: Sequence[Sort], start: int, first: int) -> int | None:
    """The block near the article's first paragraph that looks most like its headline.

    It stands above it, or under a first paragraph that is a notice, with a byline or a date of its own.
    """
    best, found, passed = 0.0, None, 0
    for i in range(start, min(first + _REACH_DOWN, len(parts))):
        part = parts[i]
        passed += i >= first and sorts[i] is Sort.PROSE
        words = len(part.text.split(None, _HEADLINE))
        if sorts[i] >= Sort.HINT or part.kind is BlockKind.ITEM or "\n" in part.text:
            continue
        if words > _HEADLINE or is_byline(part.text) or is_date_line(part.text) or _CREDIT.search(part.text):
            continue
        dated = any(is_byline(near.text) or is_date_line(near.text) for near in parts[i + 1 : i + 4])
        if i > first and not (dated and sorts[i] is Sort.SHORT and passed == 1):
            continue
        likeness = min(words, 15) - abs(first - i) * 0.3 + 6 * dated
        if part.kind is BlockKind.HEADING:
            likeness += 10
        elif part.text.endswith((".", ",", ";", ":")) or part.text.isupper():
            likeness -= 12
        if likeness > best:
            best, found = likeness, i
    return found


def _inner(parts: Sequence[Part], sorts: Sequence[Sort], headline: int | None, first: int, stop: int) -> set[int]:
    """Furniture between the headline and the end: notices, cards of other articles, pull quotes, bylines."""
    begin = 0 if headline is None else headline + 1
    hidden = {i for i in range(begin, stop) if sorts[i] >= Sort.FURNITURE or _CREDIT.search(parts[i].text)}
    opening = next((i for i in range(max(begin, first), stop) if sorts[i] is Sort.PROSE), first)
    if headline is not None and (headline > 0 or not hidden.isdisjoint(range(begin, opening))):
        # Where menus stand above the headline, what stands under it belongs to the page as well.
        for i in range(begin, opening):
            part = parts[i]
            if sorts[i] is not Sort.PROSE or is_byline(part.text) or is_date_line(part.text):
                hidden.add(i)
    card = False
    for i in range(begin, stop):
        card = (sorts[i] is Sort.SHORT and _repeated(parts, i)) or (card and parts[i].tight)
        if card:
            hidden.add(i)
            if parts[i].tight and sorts[i - 1] is Sort.SHORT:  # the name of a section over the title
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
