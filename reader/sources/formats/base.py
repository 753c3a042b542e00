"""What a file format is: its name, how it is recognized, and the function that reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.sources.draft import Draft
from reader.sources.net.locate import RawDocument

Reader: TypeAlias = Callable[[RawDocument], Draft]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format and its reader.

    Attributes:
        name: what a person calls it, such as "an EPUB book".
        read: makes the draft of an article; raises SourceError with the reason where it cannot.
        suffixes: file extensions with their dots, in lower case.
        media_types: without parameters, in lower case.
        matches_bytes: recognizes the format by the bytes alone; it is asked before media type and extension.
    """

    name: str
    read: Reader
    suffixes: frozenset[str] = frozenset()
    media_types: frozenset[str] = frozenset()
    matches_bytes: Callable[[bytes], bool] | None = None


def matching_format(formats: Sequence[Format], document: RawDocument) -> Format | None:
    """Return the first format that matches the bytes, else the media type, else the file extension."""
    by_bytes = (each for each in formats if each.matches_bytes is not None and each.matches_bytes(document.data))
    by_media_type = (each for each in formats if document.media_type in each.media_types)
    by_suffix = (each for each in formats if document.suffix in each.suffixes)
    return next(by_bytes, None) or next(by_media_type, None) or next(by_suffix, None)
