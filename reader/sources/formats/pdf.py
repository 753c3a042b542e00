"""PDF files to blocks: pypdf gives the pieces of text and where they stand, `printed` makes paragraphs of them.

pypdf comes with the extra `pullquote[pdf]`. Nothing in a file is run, and nothing outside it is asked for.
"""

import logging
import re
from io import BytesIO
from math import hypot
from typing import TYPE_CHECKING, Any

from reader.errors import SourceError
from reader.sources.deadline import Deadline, seconds_for
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.pdf_paragraphs import PrintedLine, paragraphs_of_pages
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import one_line
from reader.sources.text.stated_facts import find_facts

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MISSING = "PDF files need one more package: install it with pip install 'pullquote[pdf]'."
_SCAN = "it is a scan, pictures of pages without text; put it through a program for text recognition (OCR) first."
_LOCKED = "it is locked with a password; save a copy without one."
_ENCRYPTED = "it is encrypted, which needs one more package: install it with pip install 'pypdf[crypto]'."
_MOST_PAGES = 3_000
_MOST_OBJECTS = 100_000
_MOST_CHARACTERS = 10 * 1024 * 1024
_LEAST_LETTERS = 20
_DAY = re.compile(r"\s*(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # ISO 32000, 7.9.4
_TOP = 20  # blocks; a large line further down is no headline
_NOT_A_TITLE = ("microsoft word", "untitled", "powerpoint", ".doc", ".pdf", ".indd", ".qxd", ".tex", "http")


def read(found: RawDocument) -> Draft:
    """The text of a PDF file as an article. Raises SourceError."""
    try:
        import pypdf  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError:
        raise SourceError(_MISSING) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of faults that it can mend on standard error
    reader, count = _opened(found.data)
    pages = _pages(reader, count, Deadline(seconds_for(len(found.data))))
    if sum(letter.isalpha() for page in pages for line in page for letter in line.text) < _LEAST_LETTERS:
        raise SourceError(_SCAN)
    parts = paragraphs_of_pages(pages)
    return assemble(parts, _facts(reader, parts))


def _opened(data: bytes) -> tuple["PdfReader", int]:
    """A reader for the file, and how many pages it has."""
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - as above
    from pypdf.errors import DependencyError  # noqa: PLC0415

    if data.count(b"endobj") > _MOST_OBJECTS:
        raise SourceError(f"it has over {_MOST_OBJECTS:,} objects, more than can be read.")
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if locked else len(reader.pages)
    except DependencyError:
        raise SourceError(_ENCRYPTED) from None
    except MemoryError:
        raise
    except Exception as error:  # a damaged file makes pypdf raise nearly anything
        raise SourceError("it is damaged or cut short: no pages could be found in it.") from error
    if locked:
        raise SourceError(_LOCKED)
    if count > _MOST_PAGES:
        raise SourceError(f"it has over {_MOST_PAGES:,} pages, more than can be read.")
    return reader, count


def _pages(reader: "PdfReader", count: int, patience: Deadline) -> list[list[PrintedLine]]:
    """The lines of every page; of one that can't be read, a line that says so."""
    pages: list[list[PrintedLine]] = []
    failed = left = 0
    for number in range(count):
        try:
            lines = _lines(reader.pages[number], patience)
        except (MemoryError, SourceError):
            raise
        except Exception:  # noqa: BLE001 - as above
            failed += 1
            lines = [PrintedLine(f"[Page {number + 1} could not be read.]", 0.0, 0.0, 1.0)]
        pages.append(lines)
        left += sum(len(line.text) for line in lines)
        if left > _MOST_CHARACTERS:
            raise SourceError(f"it holds over {_MOST_CHARACTERS // 1024**2} MiB of text, too much for an article.")
    if failed == count:
        raise SourceError("it is damaged: none of its pages can be read.")
    return pages


def _lines(page: "PageObject", patience: Deadline) -> list[PrintedLine]:
    """The lines of a page in the order in which the file sets them."""
    lines: list[PrintedLine] = []
    pieces: list[str] = []
    place: tuple[float, float, float, bool] | None = None

    def end() -> None:
        nonlocal place
        text = one_line("".join(pieces))
        if text and place is not None:
            x, y, size, bold = place
            lines.append(PrintedLine(text, x, y, size, bold))
        pieces.clear()
        place = None

    def visit(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        nonlocal place
        patience.check()
        if text.strip() and place is None:
            place = (*_placed(outer, inner, size), _is_bold(font))
        pieces.append(text)
        if text.endswith("\n"):
            end()

    page.extract_text(visitor_text=visit)
    end()
    return lines


def _placed(outer: list[float], inner: list[float], size: float) -> tuple[float, float, float]:
    """Where text stands on the page and how high it is, in points, from the matrices around it (ISO 32000, 9.4.4)."""
    a, b, c, d, e, f = outer
    x = inner[4] * a + inner[5] * c + e
    y = inner[4] * b + inner[5] * d + f
    up = (inner[2] * a + inner[3] * c, inner[2] * b + inner[3] * d)
    return x, y, abs(size) * hypot(*up)


def _is_bold(font: Any) -> bool:
    try:
        return "bold" in str(font["/BaseFont"]).lower()
    except (KeyError, TypeError):
        return False


def _facts(reader: "PdfReader", parts: list[Part]) -> Facts:
    """What the first page states, and then what the file says of itself, which often is what a program made up."""
    try:
        data = reader.metadata
        title, author, made = (data.title, data.author, data.creation_date_raw) if data else (None, None, None)
        language = str(reader.root_object.get("/Lang", ""))[:2].lower()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        title = author = made = None
        language = ""
    title = one_line(str(title))[:300] or None if title else None
    if title and any(sign in title.lower() for sign in _NOT_A_TITLE):
        title = None
    byline = one_line(str(author))[:300] or None if author else None
    day = _DAY.match(str(made)) if made else None
    published = "-".join(day.groups()) if day else None
    known = language if language.isalpha() and language.isascii() else None
    return find_facts(parts[:_TOP]).or_else(Facts(title, byline, published=published, language=known))
