"""Where words may be now that were not found again: places for a person to choose from."""

from collections import Counter
from collections.abc import Iterable

from reader.model import Span, enclosing
from reader.text.anchors import CONTEXT
from reader.text.sentence_spans import sentence_spans
from reader.text.word_alignment import FOLDING, Alignment, words_of

MOST = 8
"""Places at most."""

_ALIKE = 0.35
"""How alike words must be to be shown, 0 to 1."""

_LONGEST = 4000
"""Characters of words that are aligned word by word with a place, which takes time quadratic in them."""


def likely_places(text: str, exact: str, prefix: str, suffix: str) -> list[Span]:
    """Return the places whose words are most like those of a quote selector, the best first.

    A place is as many sentences as the words were, and only a part of a sentence where they were one. Of places that
    are equally alike those come first that are in a similar context. Takes time linear in the text.

    Args:
        text: The text.
        exact: The words.
        prefix: What was before them.
        suffix: What was after them.

    Returns:
        Eight spans at most, which do not overlap; none where nothing is alike.
    """
    wanted = _weights(exact)
    if not wanted:
        return []
    count = sum(1 for _ in sentence_spans(exact))
    sentences = list(sentence_spans(text))
    weights = [_weights(each.of(text)) for each in sentences]
    scored = []
    for first in range(0, max(1, len(sentences) - count + 1), max(1, count // 8)):
        there = Counter[str]()
        for each in weights[first : first + count]:
            there.update(each)
        # In a sentence that has the words as a part of it, the others do not count.
        likeness = (wanted & there).total() / wanted.total()
        if likeness >= _ALIKE:
            scored.append((likeness, first))
    best = sorted(scored, key=lambda each: -each[0])[: 4 * MOST]
    whole = [enclosing(tuple(sentences[first : first + count])) for _, first in best]
    is_part = not _is_whole(exact, prefix, suffix)
    found = [span for each in whole if (span := _part(text, each, exact) if is_part else each) is not None]
    context = _weights(prefix) + _weights(suffix)

    def rank(span: Span) -> tuple[float, float]:
        around = _weights(text[max(0, span.start - CONTEXT) : span.start]) + _weights(
            text[span.end : span.end + CONTEXT]
        )
        return -_likeness(wanted, _weights(span.of(text))), -_likeness(context, around)

    return _apart(sorted(found, key=rank))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the first spans that do not overlap one before them, and are not too many."""
    found: list[Span] = []
    for span in spans:
        if len(found) < MOST and not any(span.overlaps(other) for other in found):
            found.append(span)
    return found


def _weights(text: str) -> Counter[str]:
    """Return the words of a text, each with its characters in all places where it is."""
    folded = text.translate(FOLDING)
    weights = Counter[str]()
    for word in words_of(folded):
        weights[word.of(folded).casefold()] += len(word)
    return weights


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the part of the characters of two texts that are in words which both have, 0 to 1."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _is_whole(exact: str, prefix: str, suffix: str) -> bool:
    """Whether words were whole sentences, as far as what was around them tells."""
    around = prefix + exact + suffix
    words = Span(len(prefix), len(prefix) + len(exact))
    ends = [(each.start, each.end) for each in sentence_spans(around)]
    starts, stops = {start for start, _ in ends}, {end for _, end in ends}
    return words.start in starts and words.end in stops


def _part(text: str, sentences: Span, exact: str) -> Span | None:
    """Return the part of sentences that has most of the words; None where that can't be told."""
    if len(exact) > _LONGEST:
        return sentences
    carried = Alignment.of(exact, sentences.of(text)).carry(Span(0, len(exact)))
    return None if carried is None else carried.shifted(sentences.start)
