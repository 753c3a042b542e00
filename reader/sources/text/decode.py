"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, a page's own word, and guesses last."""

import codecs
import re

from reader.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ITS_PAGE = "open the page or the text that it belongs to"
_MAGIC = (
    (b"%PDF-", "a PDF file", "open it as a file of its own"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack the one, with unzip, or save the other as .docx"),
    (b"\x1f\x8b", "compressed data", "unpack it first, with gunzip"),
    (b"\x28\xb5\x2f\xfd", "compressed data", "unpack it first, with unzstd"),
    (b"BZh", "compressed data", "unpack it first, with bunzip2"),
    (b"\xfd7zXZ\x00", "compressed data", "unpack it first, with unxz"),
    (b"7z\xbc\xaf\x27\x1c", "compressed data", "unpack it first, with 7z x"),
    (b"\x89PNG", "a picture", _ITS_PAGE),
    (b"\xff\xd8\xff", "a picture", _ITS_PAGE),
    (b"GIF8", "a picture", _ITS_PAGE),
    (b"\x7fELF", "a program", "open a text or a page"),
    (b"SQLite format 3\x00", "a database", "export what you want to read as text"),
    (b"{\\rtf", "Rich Text Format", "open it as a file of its own"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as .docx"),
)
"""How files that are no text begin, what they are, and what a person does to read what is in them."""

_SAMPLE = 65536
_LONG_SAMPLE = 1 << 20

_META_CHARSET = rb"(?i)<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
_WINDOWS = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"}  # by the WHATWG Encoding Standard
_UNSAFE = ("utf-7", "utf7", "utf-16", "utf-32", "idna", "punycode", "unicode", "raw", "undefined", "mbcs", "oem")

_MULTIBYTE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_HIGH = rb"[\x80-\xff]"
_TEXTLESS = bytes(b for b in range(32) if b not in b"\x00\x07\x08\t\n\x0b\x0c\r\x1b")
_MOST_CONTROLS = 0.02  # random bytes hold ten times as many
_MOST_CONTROLS_IN_UTF8 = 0.1  # the text of a PDF, copied, has one for each hyphen
# Windows-1252 as English writes it: ellipsis, quotes, bullet, dashes, no-break space, pound, degree, guillemets.
_ENGLISH_1252 = b"\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
_FEW_LETTERS = 0.01

_MOJIBAKE_SIGNS = ("â€", "Ã", "Â", "ï»¿")  # to look for them first is much faster
_MOJIBAKE = "â€[™˜œ\x9d\x9c\x99“”¦\ufffd]|Ã[\xa0-¿]|Â[\xa0£©«»°·]|ï»¿"


def decode(data: bytes, *, page: bool = False, charset: str | None = None) -> str:
    """The text that `data` holds; `page` says that it is HTML, which may name its encoding itself.

    Valid UTF-8 is believed before `charset`, which is what a server said of the bytes, and that before what a page says
    of itself. Bytes that are UTF-8 but for a few stay so, with U+FFFD for each fault. Raises SourceError when the bytes
    are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"it is not text but {what}; {advice}.")
    wide = _utf16(data) if b"\x00" in data[:_SAMPLE] else None
    if wide is not None:
        return data.decode(wide, "replace")
    try:
        text = data.decode("utf-8")
        _refuse_controls(data, _MOST_CONTROLS_IN_UTF8)
        return _repaired(text)
    except UnicodeDecodeError:
        return _repaired(_legacy(data, page=page, charset=charset))


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in Western text every other byte is NUL."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 5 > half * 2 and even * 20 <= half:
        return "utf-16-le"
    if even * 5 > half * 2 and odd * 20 <= half:
        return "utf-16-be"
    return None


def _legacy(data: bytes, *, page: bool, charset: str | None) -> str:
    _refuse_controls(data, _MOST_CONTROLS)
    sample = data[:_LONG_SAMPLE]
    if _mostly_utf8(sample):
        return data.decode("utf-8", "replace")
    declared = _known(charset or "") or (_declared(data) if page else None)
    if declared is not None:
        return data.decode(declared, "replace")
    letters = sum(byte not in _ENGLISH_1252 for byte in re.findall(_HIGH, sample))
    if letters <= len(sample) * _FEW_LETTERS:
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _refuse_controls(data: bytes, most: float) -> None:
    sample = data[:_SAMPLE]
    if sum(map(sample.count, _TEXTLESS)) > len(sample) * most:
        raise SourceError("it is not text; unpack it first where it is packed, or save it as text or as a web page.")


def _mostly_utf8(data: bytes) -> bool:
    """Whether the sound multi-byte sequences show that the faults are accidents in UTF-8.

    In an 8-bit encoding such a sequence is an odd pair or triple of accented letters and symbols, hardly ever seen.
    """
    sound = re.findall(_MULTIBYTE, data)
    triples = sum(len(sequence) > 2 for sequence in sound)  # noqa: PLR2004 - two bytes happen by chance, three do not
    faults = len(re.findall(_HIGH, re.sub(_MULTIBYTE, b"", data)))
    return triples * 4 >= faults or len(sound) >= faults * 2


def _declared(data: bytes) -> str | None:
    found = re.search(_META_CHARSET, data[:4096])
    return _known(found.group(1).decode("ascii").lower()) if found else None


def _known(name: str) -> str | None:
    """The encoding of that name that is meant, None where there is none or it is unsafe."""
    if name.lower() in _WINDOWS:
        return "cp1252"
    try:
        known = codecs.lookup(name).name
        b"a".decode(known, "replace")  # codecs that are no text encodings say so only when used
    except (LookupError, ValueError):
        return None
    return None if known.startswith(_UNSAFE) else known


def _repaired(text: str) -> str:
    """UTF-8 that was read as Windows-1252 and written again is put right, line by line; other text is untouched."""
    if not any(sign in text for sign in _MOJIBAKE_SIGNS) or re.search(_MOJIBAKE, text) is None:
        return text
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415 - rarely needed, and slow to import

    config = TextFixerConfig(uncurl_quotes=False, unescape_html=False)
    # The last byte of a closing mark is none of Windows-1252's, so that copy has lost it: no other sign is as common.
    text = text.replace("â€\ufffd", "”").replace("â€\x9d", "”")
    lines = text.split("\n")
    return "\n".join(fix_encoding(line, config) if re.search(_MOJIBAKE, line) else line for line in lines)
