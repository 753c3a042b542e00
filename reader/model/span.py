"""A half-open stretch of an article's text: the one coordinate system of the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)  # by hand it is made in half of the time
class Span:
    """The characters ``start`` to ``end`` (exclusive) of ``Article.text``, counted in code points.

    Raises ValueError when the bounds are negative or reversed. An empty span (``start == end``) is a place.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, offset: int) -> bool:
        """Whether the character at `offset` lies inside."""
        return self.start <= offset < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def overlap_length(self, other: "Span") -> int:
        """How many characters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, by: int) -> "Span":
        """The same stretch in a text that starts `by` characters earlier."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


def enclosing(spans: "tuple[Span, ...]") -> Span:
    """The smallest span that contains all of `spans`, of which there is at least one."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
