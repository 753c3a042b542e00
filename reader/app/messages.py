"""The messages that panes and threads post to the reading screen and the app."""

from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.model import Analysis, Highlight, Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.services.corrections import CorrectedAnalysis
    from reader.services.search_places import Target
    from reader.services.session import Position


class LibraryOpened(Message):
    """The library has recorded the article.

    Attributes:
        highlights: The highlights of the article in the library.
        complaint: A sentence on what is wrong with the library, if anything.
        place: The position where the reader stopped reading last time.
    """

    def __init__(
        self, highlights: tuple[Highlight, ...], complaint: str | None = None, place: "Position | None" = None
    ) -> None:
        super().__init__()
        self.highlights = highlights
        self.complaint = complaint
        self.place = place


class LibraryDamaged(Message):
    """The backup of the day found that the library is damaged; `words` say what to do."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class AnalysisProgress(Message):
    """The engine is at work on a long article; `words` say what it does."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class PassageAnalysed(Message):
    """The engine has analysed the passage around the reader of a long article, and not yet the rest."""

    def __init__(self, analysis: Analysis, passage: Span) -> None:
        super().__init__()
        self.analysis = analysis
        self.passage = passage


class Analysed(Message):
    """The engine has finished with the article.

    Attributes:
        analysis: What it found, as the person corrected it.
        complaint: A sentence on what went wrong, if anything.
        corrections: The corrections; None where the engine found nothing to correct.
    """

    def __init__(
        self, analysis: Analysis, complaint: str | None = None, corrections: "CorrectedAnalysis | None" = None
    ) -> None:
        super().__init__()
        self.analysis = analysis
        self.complaint = complaint
        self.corrections = corrections


class GoTo(Message):
    """Move the cursor to `offset` of the article's text and scroll it into view."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class VoiceChosen(Message):
    """Emphasize what the voice with this id says; None for no voice."""

    def __init__(self, voice: int | None) -> None:
        super().__init__()
        self.voice = voice


class VoiceOpened(Message):
    """Go to the first quotation of the voice with this id."""

    def __init__(self, voice: int) -> None:
        super().__init__()
        self.voice = voice


class ClaimOpened(Message):
    """Go to the claim with this id."""

    def __init__(self, claim: int) -> None:
        super().__init__()
        self.claim = claim


class MapMoved(Message):
    """Scroll to the row at `fraction` (0 to 1) of the height of the whole page."""

    def __init__(self, fraction: float) -> None:
        super().__init__()
        self.fraction = fraction


class RequestedHighlight(NamedTuple):
    """A highlight to go to in an article that is being opened.

    Attributes:
        id: Its id.
        is_to_correct: Whether to open the dialog "correct" on it as soon as the article is analysed.
    """

    id: str
    is_to_correct: bool = False


class LocationOpened(Message):
    """Open the article at `location`, and go to a highlight or to the place `target` if one is given."""

    def __init__(
        self, location: str, highlight: RequestedHighlight | None = None, target: "Target | None" = None
    ) -> None:
        super().__init__()
        self.location = location
        self.highlight = highlight
        self.target = target


class ExportRequested(Message):
    """Export the highlights with these ids in a format (its name); `query` found them, "" for all of the library."""

    def __init__(self, highlights: "Collection[str]", form: str, query: str) -> None:
        super().__init__()
        self.highlights = highlights
        self.form = form
        self.query = query


class Exported(Message):
    """Highlights of a list were exported, or were not; `words` say where to, or why not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
