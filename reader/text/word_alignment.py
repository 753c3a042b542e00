"""Two texts side by side, word by word: which words of one are still in the other, and which of them are facts.

Facts are names and numbers. Sentences that differ only in these are not the same sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model import Span
from reader.text.foldings import SAME_PASSAGE

FOLDING = str.maketrans(dict(SAME_PASSAGE))

# A character of a script without spaces between its words is a word by itself.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_ENDS_SENTENCE = frozenset(".!?:…\"'")

_LEAST_LEFT = 0.5  # of the characters of a passage, for it to be still in a sentence


def words_of(text: str) -> list[Span]:
    """Return the spans of the words and of the other visible characters of a text."""
    return [Span(*token.span()) for token in _TOKEN.finditer(text)]


def facts(words: Sequence[str]) -> set[int]:
    """Return the indexes of names and numbers among words: those with a digit or a capital letter.

    A capital at the start of a sentence makes no name of a word that is also there in lower case.
    """
    known = {*words}
    return {
        at
        for at, word in enumerate(words)
        if any(map(str.isdecimal, word))
        or (
            len(word) > 1
            and word[0].isupper()
            and not ((at == 0 or words[at - 1] in _ENDS_SENTENCE) and word.lower() in known)
        )
    }


def runs(indexes: Sequence[int]) -> int:
    """Return how many runs of neighbours sorted indexes make: the words of one name are one fact."""
    return sum(1 for at, index in enumerate(indexes) if not at or indexes[at - 1] + 1 != index)


def pairs(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return which word of `other` each word of `one` is, in whatever case."""
    matcher = SequenceMatcher(None, [*map(str.casefold, one)], [*map(str.casefold, other)], autojunk=False)
    return {i + k: j + k for i, j, n in matcher.get_matching_blocks() for k in range(n)}


def widened(run: Span, replaced: tuple[int, int], beside: tuple[int | None, int | None]) -> Span:
    """Return a run of words with those at its ends that replaced words of a passage.

    Args:
        run: The indexes of the words.
        replaced: How many words of the passage are missing before its first word in the run, and after its last.
        beside: The indexes of the words that were before and after the passage; None where these are gone.
    """
    begin, end = run.start, run.end
    before, after = beside
    if before is not None and 0 <= begin - before - 1 <= 2 * replaced[0]:
        begin = before + 1
    if after is not None and 0 <= after - end <= 2 * replaced[1]:
        end = after
    return Span(begin, end)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts, their words, and which word of the new one each word of the old one is."""

    old: str
    new: str
    old_words: list[Span]
    new_words: list[Span]
    pairs: dict[int, int]

    @staticmethod
    def of(old: str, new: str) -> "Alignment":
        """Align two texts, whatever their marks and dashes look like. Takes time quadratic in their lengths."""
        folded = old.translate(FOLDING), new.translate(FOLDING)
        there = words_of(folded[0]), words_of(folded[1])
        same = pairs([span.of(folded[0]) for span in there[0]], [span.of(folded[1]) for span in there[1]])
        return Alignment(old, new, *there, same)

    def carry(self, passage: Span) -> Span | None:
        """Return where a passage of the old text is in the new one; None where fewer than half of its words are left.

        Words that were replaced at an end of it belong to it, if the word beside them is still there.
        """
        inside = [at for at, word in enumerate(self.old_words) if word.overlaps(passage)]
        left = [at for at in inside if at in self.pairs]
        if not left:
            return None
        kept = sum(len(self.old_words[at]) for at in left)
        if kept < _LEAST_LEFT * sum(len(self.old_words[at]) for at in inside):
            return None
        first, last = inside[0], inside[-1]
        before = self.pairs.get(first - 1, -1 if not first else None)
        after = self.pairs.get(last + 1, len(self.new_words) if last + 1 == len(self.old_words) else None)
        run = Span(self.pairs[left[0]], self.pairs[left[-1]] + 1)
        run = widened(run, (left[0] - first, last - left[-1]), (before, after))
        return self._extent(passage, run.start, run.end - 1)

    def _extent(self, passage: Span, begin: int, end: int) -> Span | None:
        """Return the words `begin` to `end` of the new text, cut as the passage is where its ends are inside a word.

        Nothing is left where the passage is part of a word that now has fewer letters.
        """
        start, stop = self.new_words[begin].start, self.new_words[end].end
        back = {j: i for i, j in self.pairs.items()}
        if begin in back:
            start += max(0, passage.start - self.old_words[back[begin]].start)
        if end in back:
            stop -= max(0, self.old_words[back[end]].end - passage.end)
        return Span(start, stop) if start < stop else None
