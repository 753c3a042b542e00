"""Decode bytes to text: byte order marks, UTF-8, UTF-16 without a mark, the stated encoding, and a guess last."""

import codecs
import re

from reader.errors import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PICTURE_ADVICE = "open the page or the text that it belongs to"
_BINARY_FORMATS = (
    (b"%PDF-", "a PDF file", "open it by its own path or address"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack an archive with unzip, or save a document as .docx"),
    (b"\x1f\x8b", "compressed data", "unpack it first, with gunzip"),
    (b"\x28\xb5\x2f\xfd", "compressed data", "unpack it first, with unzstd"),
    (b"BZh", "compressed data", "unpack it first, with bunzip2"),
    (b"\xfd7zXZ\x00", "compressed data", "unpack it first, with unxz"),
    (b"7z\xbc\xaf\x27\x1c", "compressed data", "unpack it first, with 7z x"),
    (b"\x89PNG", "a picture", _PICTURE_ADVICE),
    (b"\xff\xd8\xff", "a picture", _PICTURE_ADVICE),
    (b"GIF8", "a picture", _PICTURE_ADVICE),
    (b"\x7fELF", "a program", "open a text or a page"),
    (b"SQLite format 3\x00", "a database", "export what you want to read as text"),
    (b"{\\rtf", "Rich Text Format", "open it by its own path or address"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as .docx"),
)
"""How binary files begin, what they are, and what a person can do to read them."""

_SAMPLE = 65536
_LONG_SAMPLE = 1 << 20

_META_CHARSET = rb"(?i)<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
_WINDOWS_1252_ALIASES = {
    "ascii",
    "us-ascii",
    "iso-8859-1",
    "iso8859-1",
    "latin-1",
    "latin1",
}  # by the WHATWG Encoding Standard
_UNSAFE_CODECS = ("utf-7", "utf7", "utf-16", "utf-32", "idna", "punycode", "unicode", "raw", "undefined", "mbcs", "oem")

_MULTIBYTE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_HIGH = rb"[\x80-\xff]"
_TEXTLESS = bytes(b for b in range(32) if b not in b"\x00\x07\x08\t\n\x0b\x0c\r\x1b")
_MOST_CONTROLS = 0.02  # random bytes hold ten times as many
_MOST_CONTROLS_IN_UTF8 = 0.1  # text copied from a PDF may have one for each hyphen
# Windows-1252 as English writes it: ellipsis, quotes, bullet, dashes, no-break space, pound, degree, guillemets.
_ENGLISH_1252 = b"\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
_FEW_LETTERS = 0.01

_MOJIBAKE_SIGNS = ("â€", "Ã", "Â", "ï»¿")  # searching for them first is much faster
_MOJIBAKE = "â€[™˜œ\x9d\x9c\x99“”¦\ufffd]|Ã[\xa0-¿]|Â[\xa0£©«»°·]|ï»¿"


def decode(data: bytes, *, page: bool = False, charset: str | None = None) -> str:
    """Return the text that bytes hold.

    Valid UTF-8 is decoded as such whatever is stated. Bytes that are UTF-8 except for a few faults get U+FFFD for each.

    Args:
        data: the bytes.
        page: whether they are HTML, which may state its encoding.
        charset: the encoding that a server stated; it goes before the one that a page states.

    Raises:
        SourceError: the bytes are not text.
    """
    for byte_order_mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(byte_order_mark):
            return data[len(byte_order_mark) :].decode(encoding, "replace")
    for signature, format_name, advice in _BINARY_FORMATS:
        if data.startswith(signature):
            raise SourceError(f"it is not text but {format_name}; {advice}.")
    utf16 = _detect_utf16(data) if b"\x00" in data[:_SAMPLE] else None
    if utf16 is not None:
        return data.decode(utf16, "replace")
    try:
        text = data.decode("utf-8")
        _check_controls(data, _MOST_CONTROLS_IN_UTF8)
        return _repair_mojibake(text)
    except UnicodeDecodeError:
        return _repair_mojibake(_decode_legacy(data, page=page, charset=charset))


def _detect_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: in Western text every other byte is NUL."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 5 > half * 2 and even * 20 <= half:
        return "utf-16-le"
    if even * 5 > half * 2 and odd * 20 <= half:
        return "utf-16-be"
    return None


def _decode_legacy(data: bytes, *, page: bool, charset: str | None) -> str:
    _check_controls(data, _MOST_CONTROLS)
    sample = data[:_LONG_SAMPLE]
    if _is_mostly_utf8(sample):
        return data.decode("utf-8", "replace")
    declared = _safe_encoding(charset or "") or (_declared_encoding(data) if page else None)
    if declared is not None:
        return data.decode(declared, "replace")
    accented = sum(byte not in _ENGLISH_1252 for byte in re.findall(_HIGH, sample))
    if accented <= len(sample) * _FEW_LETTERS:
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _check_controls(data: bytes, most: float) -> None:
    sample = data[:_SAMPLE]
    if sum(map(sample.count, _TEXTLESS)) > len(sample) * most:
        raise SourceError(
            "it is not text; if it is compressed, unpack it first, else save it as text or as a web page."
        )


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether the bytes are UTF-8 with a few faults, judged by their valid multi-byte sequences.

    In an 8-bit encoding such a sequence would be an odd pair or triple of accented letters and symbols, which is very
    rare.
    """
    valid = re.findall(_MULTIBYTE, data)
    triples = sum(len(sequence) > 2 for sequence in valid)  # noqa: PLR2004 - two bytes occur by chance, three do not
    invalid = len(re.findall(_HIGH, re.sub(_MULTIBYTE, b"", data)))
    return triples * 4 >= invalid or len(valid) >= invalid * 2


def _declared_encoding(data: bytes) -> str | None:
    match = re.search(_META_CHARSET, data[:4096])
    return _safe_encoding(match.group(1).decode("ascii").lower()) if match else None


def _safe_encoding(name: str) -> str | None:
    """Return the codec for the name of an encoding, None where it is unknown or unsafe."""
    if name.lower() in _WINDOWS_1252_ALIASES:
        return "cp1252"
    try:
        codec = codecs.lookup(name).name
        b"a".decode(codec, "replace")  # raises LookupError for codecs that are not text encodings
    except (LookupError, ValueError):
        return None
    return None if codec.startswith(_UNSAFE_CODECS) else codec


def _repair_mojibake(text: str) -> str:
    """Repair, line by line, UTF-8 that was decoded as Windows-1252 and encoded again; other text is left as it is."""
    if not any(sign in text for sign in _MOJIBAKE_SIGNS) or re.search(_MOJIBAKE, text) is None:
        return text
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415 - rarely needed, and slow to import

    config = TextFixerConfig(uncurl_quotes=False, unescape_html=False)
    # Windows-1252 lacks the last byte of a closing quotation mark, so it was lost; that mark is the most common one.
    text = text.replace("â€\ufffd", "”").replace("â€\x9d", "”")
    lines = text.split("\n")
    return "\n".join(fix_encoding(line, config) if re.search(_MOJIBAKE, line) else line for line in lines)
