"""Files in the formats that this program reads, generated: books, Word files, PDF."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from io import BytesIO

from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, QUOTED, REPLY

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    "<dc:title>The Night Ferry</dc:title><dc:creator>Ottoline Brask</dc:creator><dc:creator>Ruben Achterberg</dc:creator>"
    "<dc:date>2021-04-03T00:00:00Z</dc:date><dc:language>en-GB</dc:language><dc:publisher>Ansel Press</dc:publisher>"
)
ONE = f"<h1>The Crossing</h1><p>{escape(LEAD)}</p><h2>Seen from the pier</h2><p>{escape(FIGURES)}</p>"
TWO = (
    f"<h3>The Vote</h3><p>{escape(INTRODUCTION)}</p><blockquote><p>{escape(QUOTED[0])}</p><p>{escape(QUOTED[1])}</p>"
    f"</blockquote><p>{escape(REPLY)}</p>"
)


def zipped(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def chapter(body: str, head: str = "<title/>") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>{head}'
        f"</head><body>{body}</body></html>"
    )


def package(manifest: str, spine: str, metadata: str = METADATA, *, attributes: str = "") -> str:
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{manifest}</manifest><spine{attributes}>{spine}</spine></package>"
    )


def item(name: str, href: str, kind: str = "application/xhtml+xml", more: str = "") -> str:
    return f'<item id="{name}" href="{href}" media-type="{kind}"{more}/>'


def itemref(name: str, more: str = "") -> str:
    return f'<itemref idref="{name}"{more}/>'


def book_members(chapters: Sequence[str] = (ONE, TWO), metadata: str = METADATA) -> dict[str, str | bytes]:
    """Return the members of a valid book whose chapters have these bodies; they are named c0, c1, ..."""
    names = [f"c{i}" for i in range(len(chapters))]
    manifest = "".join(item(name, f"text/{name}.xhtml") for name in names)
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format("OPS/book.opf"),
        "OPS/book.opf": package(manifest, "".join(map(itemref, names)), metadata),
        **{f"OPS/text/{name}.xhtml": chapter(body) for name, body in zip(names, chapters, strict=True)},
    }


def book(chapters: Sequence[str] = (ONE, TWO), /, **members: str | bytes) -> bytes:
    return zipped({**book_members(chapters), **members})


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def word_paragraph(text: str, settings: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'
    )


def word_file(body: str, **members: str) -> bytes:
    styles = (("Heading1", "heading 1"), ("berschrift2", "heading 2"), ("Quote", "Intense Quote"), ("T", "Title"))
    listed = "".join(f'<w:style w:styleId="{id_}"><w:name w:val="{name}"/></w:style>' for id_, name in styles)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {WORD} {RELATIONS}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {WORD}>{listed}</w:styles>",
            **members,
        }
    )


SetLine = tuple[float, float, float, str]
"""A line on a page: x, y, size and text; text that begins with * is bold."""


def pdf(pages: Sequence[Iterable[SetLine]], info: Mapping[str, str] | None = None, more: str = "") -> bytes:
    """Return a PDF file whose pages have these lines, in Latin-1."""
    objects: list[bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode("latin-1"),
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        stream = b"\n".join(_line_stream(*line) for line in page)
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    trailer = b""
    if info:
        facts = " ".join(f"/{name} ({value})" for name, value in info.items())
        objects.append(f"<< {facts} >>".encode("latin-1"))
        trailer = b" /Info %d 0 R" % len(objects)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, data in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _line_stream(x: float, y: float, size: float, text: str) -> bytes:
    font, text = ("F2", text[1:]) if text.startswith("*") else ("F1", text)
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET".encode("cp1252", "replace")


def column(texts: Iterable[str], x: float = 70, top: float = 780, size: float = 11, down: float = 14) -> list[SetLine]:
    """Return lines one below the other."""
    return [(x, top - i * down, size, text) for i, text in enumerate(texts)]


def wrapped(text: str, width: int = 80) -> list[str]:
    """Return a text in lines of at most `width` characters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
