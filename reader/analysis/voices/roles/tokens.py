"""Read a sentence as tokens of which each knows the name that it is part of."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.units.sentences import sentences
from reader.analysis.units.units import NAME, PARENTHESIS, STOP, WORD, Unit, unit
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.words.grammar import DETERMINERS, without_genitive
from reader.model import Span

ARTICLES = frozenset({"a", "an", "the"})
_GOVERNING = frozenset({"about", "against", "at", "by", "for", "from", "in", "of", "on", "over", "to", "with"})
_CLAUSE_STOPS = frozenset(",.;:!?")
_LONGEST, _REACH = 1200, 500  # characters of a sentence that is read whole, and read around an offset in a longer one
_DESCRIBING = 3  # maximum words between an article and a name


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence (see `units.Unit`), with the name that each is part of; None for other words."""

    text: str
    names: Names
    unit: Unit
    owners: tuple[Name | None, ...]

    def __len__(self) -> int:
        return len(self.unit)

    def at(self, offset: int) -> int:
        """Return the index of the token at an offset, or of the first one after it."""
        past = self.past(offset)
        return past - 1 if past and self.unit.ends[past - 1] > offset else past

    def past(self, offset: int) -> int:
        """Return the index of the first token that begins at an offset or later."""
        return bisect_left(self.unit.starts, offset)

    def low(self, index: int) -> str:
        """Return a token in lower case; "" before the first and after the last one."""
        lows = self.unit.low
        return lows[index].lower() if 0 <= index < len(lows) else ""

    def word(self, index: int) -> str:
        """Return a token as written; "" before the first one."""
        return self.unit.word(index) if index >= 0 else ""

    def is_stop(self, index: int) -> bool:
        """Return whether a token, or the end of the sentence, ends a phrase: punctuation or a bracket."""
        if index >= len(self.unit):
            return True
        return self.unit.kinds[index] in {STOP, PARENTHESIS} and not self.inside(index)

    def is_name(self, index: int) -> bool:
        """Return whether a token is a capitalised word."""
        return 0 <= index < len(self.unit) and self.unit.kinds[index] == NAME

    def inside(self, index: int) -> bool:
        """Return whether a token continues a name."""
        name = self.owners[index]
        return name is not None and self.unit.starts[index] > name.title

    def name_at(self, index: int) -> Name | None:
        """Return the name that begins at a token, its title included; None without one."""
        name = self.owners[index] if 0 <= index < len(self.owners) else None
        return name if name is not None and not self.inside(index) else None

    def behind(self, name: Name) -> int:
        """Return the token after a name."""
        return self.past(name.end)

    def end_of(self, index: int) -> int:
        """Return the offset where a token ends, without its possessive ending."""
        low = self.low(index)
        return self.unit.ends[index] - len(low) + len(without_genitive(low))

    def pause(self, index: int, stop: int) -> int:
        """Return the first token from `index` on that ends a phrase, at most `stop`."""
        return next((at for at in range(index, stop) if self.is_stop(at)), stop)

    def after_article(self, index: int) -> int:
        """Return the index after an article at `index`."""
        return index + (self.low(index) in ARTICLES)

    def bond_before(self, index: int) -> str:
        """Return the word before a phrase and its "the", in lower case."""
        return self.low(index - 1 - (self.low(index - 1) == "the"))

    def behind_one_of(self, first: int) -> int:
        """Return the index of the "one" in "one of the" before a phrase; its own first index without it."""
        of = first - 1 - (self.low(first - 1) in DETERMINERS)
        return of - 1 if self.low(of) == "of" and self.low(of - 1) == "one" else first

    def sentence_before(self) -> "Tokens | None":
        """Return the sentence before this one, in its paragraph or the one before; None for the first."""
        end = self.unit.span.start
        while end and self.text[end - 1].isspace():
            end -= 1
        return tokens_around(self.text, end - 1, self.names) if end else None

    def span(self, first: int, end: int) -> Span:
        """Return the span of the tokens from `first` up to `end`, which is not included."""
        return Span(self.unit.starts[first], self.unit.ends[end - 1])


@lru_cache(maxsize=16)  # the readings of one name ask for the same sentence
def tokens_around(text: str, offset: int, names: Names) -> Tokens:
    """Return the tokens of the sentence at an offset, or that ends there, within its line; in brackets of them."""
    line, stop = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    found = sentences(text, Span(line, len(text) if stop < 0 else stop))
    at = bisect_left(found, offset, key=lambda each: each.end)
    sentence = found[at] if at < len(found) else Span(offset, offset)
    start, end = sentence.start, sentence.end
    if len(sentence) > _LONGEST:  # a text without full stops
        start = max(start, text.rfind(" ", start, max(start, offset - _REACH)) + 1)
        end = min(end, max(text.find(" ", offset + _REACH), offset + _REACH))
    t = tokens_over(text, start, end, names)
    around = t.at(offset)
    if around < len(t) and t.unit.starts[around] < offset and text[t.unit.starts[around]] in "([":
        return tokens_over(text, t.unit.starts[around] + 1, t.unit.ends[around] - 1, names)
    return t


@lru_cache(maxsize=64)
def tokens_over(text: str, start: int, end: int, names: Names) -> Tokens:
    """Return the tokens of a part of a sentence."""
    made = unit(text, Span(start, end), 0, ())
    owners: list[Name | None] = [None] * len(made)
    for name in names.within(start, end):
        for index in range(bisect_right(made.ends, name.title), bisect_left(made.starts, name.end)):
            owners[index] = owners[index] or name
    return Tokens(text, names, made, tuple(owners))


def is_governed(text: str, name: Name, names: Names) -> bool:
    """Return whether a preposition governs a name, with or without a noun between ("by the newspaper Cole Daily")."""
    t = tokens_around(text, name.title, names)
    return _governor(t, t.at(name.title)) >= 0


def _governor(t: Tokens, at: int) -> int:
    """The index of the preposition that governs the name at an index, else -1."""
    for article in range(at - 1, at - _DESCRIBING - 2, -1):
        if article == at - 1 and t.low(article) in _GOVERNING:
            return article
        if t.low(article) in DETERMINERS:
            return article - 1 if t.low(article - 1) in _GOVERNING else -1
        if article < 0 or t.unit.kinds[article] != WORD:
            break
    return -1


def closes_adverbial(text: str, name: Name, names: Names) -> bool:
    """Return whether a name ends an adverbial, so that its comma opens no apposition ("In Tarn, the mayor said").

    In "According to Ada Roe, the weir leaks." no apposition is after the comma; one may be between two commas.
    """
    if not text.startswith(", ", name.end):
        return False
    t = tokens_around(text, name.title, names)
    governor = _governor(t, t.at(name.title))
    source = names.sources.get(name.end + len(", "), -1)
    if governor >= 0 and source >= 0 and not text.startswith(" who ", source):
        return True
    stop = next((low for low in t.unit.low[t.behind(name) + 1 :] if low in _CLAUSE_STOPS), "")
    return governor > 0 and t.word(governor - 1) == "According" and stop != ","
