"""Files with highlights that other programs export: recognised by their content, and read within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.errors import SourceError
from reader.sources.formats import highlight_csv, hypothesis_annotations, kindle_clippings
from reader.sources.formats.imported_highlight import ImportedHighlight, SkippedHighlight
from reader.sources.net.locate import display_name, read_location
from reader.sources.text.clean import clean
from reader.sources.text.decode import decode

_MOST = 100_000
_MOST_LINES = 900_000


@dataclass(frozen=True, slots=True)
class HighlightList:
    """The highlights of a file, what was skipped, and whether the file is a reading list as well."""

    highlights: tuple[ImportedHighlight, ...]
    skipped: tuple[SkippedHighlight, ...]
    is_reading_list: bool = False


def read_highlights(location: str, stdin: bytes | None = None) -> HighlightList | None:
    """Read the highlights in a file or in standard input; None where it is another kind of file.

    Hypothesis and the W3C's Web Annotation (JSON), Readwise and Instapaper (CSV) and Kindle's clippings are known.

    Args:
        location: A path, or "-".
        stdin: The bytes of standard input, for "-".

    Raises:
        SourceError: There is no such file, or it is damaged or too large.
    """
    document = read_location(location, stdin)
    name = display_name(document.name)
    if document.data.count(b"\n") > _MOST_LINES:
        raise SourceError(f"{name} was not imported: it has over {_MOST_LINES:,} lines.")
    text = clean(decode(document.data))
    try:
        entries, is_reading_list = _entries(text)
        listed = None if entries is None else list(islice(entries, _MOST + 1))
    except SourceError as error:
        raise SourceError(f"{name} was not imported: {error}") from error.__cause__
    if listed is None:
        return None
    if len(listed) > _MOST:
        raise SourceError(f"{name} was not imported: it has over {_MOST:,} highlights.")
    highlights: dict[str, ImportedHighlight] = {}
    skipped: list[SkippedHighlight] = []
    for each in listed:
        if isinstance(each, SkippedHighlight):
            skipped.append(each)
        elif highlights.setdefault(each.id, each) is not each:
            skipped.append(SkippedHighlight(each.exact[:80], "it is listed twice"))
    return HighlightList(tuple(highlights.values()), tuple(skipped), is_reading_list)


def _entries(text: str) -> tuple[Iterator[ImportedHighlight | SkippedHighlight] | None, bool]:
    """Return the entries of a file, None for one of another kind, and whether it is a reading list as well."""
    if hypothesis_annotations.is_annotations(text):
        return hypothesis_annotations.read_annotations(text), False
    if kindle_clippings.is_clippings(text):
        return kindle_clippings.read_clippings(text), False
    columns = highlight_csv.columns_of(text) if text.strip() else None
    if columns is not None:
        return highlight_csv.read_csv(text, columns), highlight_csv.is_list_of_articles(text)
    return None, False
