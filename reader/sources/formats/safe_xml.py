"""Parse XML from an unknown source: no entities are allowed, nothing external is loaded, no tree is too deep."""

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any

from reader.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY_DEFINITION = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_AMPERSAND = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#?[A-Za-z0-9]{1,30};)?", re.DOTALL)
_MOST = 10 * 1024 * 1024  # bytes


def parse_xml(data: bytes, description: str, *, recover: bool = False) -> "_Element":
    """Return the root element of an XML document.

    Args:
        data: the document.
        description: what the error message calls it, such as "its table of contents".
        recover: read a document that is not well-formed as far as possible, and allow the names of HTML's entities.

    Raises:
        SourceError: the document is not well-formed, defines entities, or is too big.
    """
    if len(data) > _MOST:
        raise SourceError(f"{description} is over {_MOST // 1024**2} MiB.")
    # The parser resolves entities in attributes in spite of its options, so none may be defined.
    has_entities = _ENTITY_DEFINITION.search(data.replace(b"\x00", b"").decode("latin-1")) is not None
    root = None if has_entities else _parse(data, recover=False)
    if root is None and recover and not has_entities:
        root = _parse(_AMPERSAND.sub(_as_reference, data), recover=True)
    if has_entities or (root is not None and _has_entities(root)):
        raise SourceError(f"{description} defines entities, which can be used to steal files or to fill the memory.")
    if root is None:
        raise SourceError(f"{description} is damaged.")
    return root


def _has_entities(root: "_Element") -> bool:
    """Return whether an entity was defined in an encoding that hides it, as UTF-7 and encodings with escapes can."""
    types: Any = root.getroottree().docinfo.internalDTD  # the stubs lack None and the entities
    return types is not None and next(types.iterentities(), None) is not None


def _parse(data: bytes, *, recover: bool) -> "_Element | None":
    """Return the root element, None where there is none or, without `recover`, the document is not well-formed."""
    from lxml import etree  # noqa: PLC0415 - plain text opens without it

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root: _Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _as_reference(match: re.Match[bytes]) -> bytes:
    """Replace an entity by numeric references, and keep a CDATA section as it is."""
    return match[0] if match[0].startswith(b"<") else _numeric_references(match[0])


@lru_cache(1000)
def _numeric_references(entity: bytes) -> bytes:
    """Return numeric references to the characters of an HTML entity or of a bare "&"; they are never markup."""
    return "".join(f"&#{ord(sign)};" for sign in unescape(entity.decode())).encode()


def text_of(element: "_Element") -> str:
    """Return all text in an element."""
    return "".join(str(text) for text in element.itertext())
