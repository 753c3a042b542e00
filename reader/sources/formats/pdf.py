"""Read PDF files: pypdf gives the fragments of text and their positions, `pdf_paragraphs` makes paragraphs of them.

pypdf comes with the extra `pullquote[pdf]`. Nothing in a file is executed, and nothing external is loaded.
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
_SCAN = "it is a scan without text; use a program for text recognition (OCR) first."
_PROTECTED = "it is protected with a password; save a copy without one."
_ENCRYPTED = "it is encrypted, which needs one more package: install it with pip install 'pypdf[crypto]'."
_MOST_PAGES = 3_000
_MOST_OBJECTS = 100_000
_MOST_CHARACTERS = 10 * 1024 * 1024
_LEAST_LETTERS = 20
_DAY = re.compile(r"\s*(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # ISO 32000, 7.9.4
_TOP_BLOCKS = 20  # blocks; a large line further down is not the headline
_GENERATED_TITLES = ("microsoft word", "untitled", "powerpoint", ".doc", ".pdf", ".indd", ".qxd", ".tex", "http")


def read(document: RawDocument) -> Draft:
    """Read the text of a PDF file.

    Raises:
        SourceError: pypdf is missing, or the file is damaged, protected, scanned or too big.
    """
    try:
        import pypdf  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError:
        raise SourceError(_MISSING) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes faults that it can repair to standard error
    reader, count = _open(document.data)
    pages = _read_pages(reader, count, Deadline(seconds_for(len(document.data))))
    if sum(letter.isalpha() for page in pages for line in page for letter in line.text) < _LEAST_LETTERS:
        raise SourceError(_SCAN)
    parts = paragraphs_of_pages(pages)
    return assemble(parts, _read_facts(reader, parts))


def _open(data: bytes) -> tuple["PdfReader", int]:
    """Return a reader for the file, and the number of its pages."""
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - as above
    from pypdf.errors import DependencyError  # noqa: PLC0415

    if data.count(b"endobj") > _MOST_OBJECTS:
        raise SourceError(f"it has over {_MOST_OBJECTS:,} objects, more than can be read.")
    try:
        reader = PdfReader(BytesIO(data))
        is_protected = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if is_protected else len(reader.pages)
    except DependencyError:
        raise SourceError(_ENCRYPTED) from None
    except MemoryError:
        raise
    except Exception as error:  # a damaged file makes pypdf raise nearly anything
        raise SourceError("it is damaged or incomplete: no pages could be found in it.") from error
    if is_protected:
        raise SourceError(_PROTECTED)
    if count > _MOST_PAGES:
        raise SourceError(f"it has over {_MOST_PAGES:,} pages, more than can be read.")
    return reader, count


def _read_pages(reader: "PdfReader", count: int, deadline: Deadline) -> list[list[PrintedLine]]:
    """Return the lines of every page; for a page that cannot be read, one line that says so."""
    pages: list[list[PrintedLine]] = []
    failed = characters = 0
    for number in range(count):
        try:
            lines = _read_lines(reader.pages[number], deadline)
        except (MemoryError, SourceError):
            raise
        except Exception:  # noqa: BLE001 - as above
            failed += 1
            lines = [PrintedLine(f"[Page {number + 1} could not be read.]", 0.0, 0.0, 1.0)]
        pages.append(lines)
        characters += sum(len(line.text) for line in lines)
        if characters > _MOST_CHARACTERS:
            raise SourceError(f"it holds over {_MOST_CHARACTERS // 1024**2} MiB of text, too much for an article.")
    if failed == count:
        raise SourceError("it is damaged: none of its pages can be read.")
    return pages


def _read_lines(page: "PageObject", deadline: Deadline) -> list[PrintedLine]:
    """Return the lines of a page in the order in which the file has them."""
    lines: list[PrintedLine] = []
    fragments: list[str] = []
    position: tuple[float, float, float, bool] | None = None

    def flush() -> None:
        nonlocal position
        text = one_line("".join(fragments))
        if text and position is not None:
            x, y, size, bold = position
            lines.append(PrintedLine(text, x, y, size, bold))
        fragments.clear()
        position = None

    def on_text(text: str, page_matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        nonlocal position
        deadline.check()
        if text.strip() and position is None:
            position = (*_position(page_matrix, text_matrix, size), _is_bold(font))
        fragments.append(text)
        if text.endswith("\n"):
            flush()

    page.extract_text(visitor_text=on_text)
    flush()
    return lines


def _position(page_matrix: list[float], text_matrix: list[float], size: float) -> tuple[float, float, float]:
    """Return x, y and height of text in points, from the transformation matrices (ISO 32000, 9.4.4)."""
    a, b, c, d, e, f = page_matrix
    x = text_matrix[4] * a + text_matrix[5] * c + e
    y = text_matrix[4] * b + text_matrix[5] * d + f
    up = (text_matrix[2] * a + text_matrix[3] * c, text_matrix[2] * b + text_matrix[3] * d)
    return x, y, abs(size) * hypot(*up)


def _is_bold(font: Any) -> bool:
    try:
        return "bold" in str(font["/BaseFont"]).lower()
    except (KeyError, TypeError):
        return False


def _read_facts(reader: "PdfReader", parts: list[Part]) -> Facts:
    """Return the facts that the first page states, else those in the metadata, where programs often put defaults."""
    try:
        data = reader.metadata
        title, author, created = (data.title, data.author, data.creation_date_raw) if data else (None, None, None)
        language = str(reader.root_object.get("/Lang", ""))[:2].lower()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        title = author = created = None
        language = ""
    title = one_line(str(title))[:300] or None if title else None
    if title and any(sign in title.lower() for sign in _GENERATED_TITLES):
        title = None
    byline = one_line(str(author))[:300] or None if author else None
    day = _DAY.match(str(created)) if created else None
    published = "-".join(day.groups()) if day else None
    known = language if language.isalpha() and language.isascii() else None
    return find_facts(parts[:_TOP_BLOCKS]).or_else(Facts(title, byline, published=published, language=known))
