"""Parse XML of unknown origin: no entity is defined in it, nothing outside it is asked for, no tree is too deep."""

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any

from reader.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_AMPERSAND = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#?[A-Za-z0-9]{1,30};)?", re.DOTALL)
_MOST = 10 * 1024 * 1024  # bytes


def parse_xml(data: bytes, what: str, *, mend: bool = False) -> "_Element":
    """The root element of `data`, which the error's sentence calls `what` ("its table of contents").

    Raises SourceError where it is no well-formed XML, defines entities, or is far too big. With `mend` what is not
    well-formed is read as far as that goes, names of HTML's entities among it.
    """
    if len(data) > _MOST:
        raise SourceError(f"{what} is over {_MOST // 1024**2} MiB.")
    # An entity in an attribute would be resolved whatever the parser is told, so none may be defined.
    defines = _ENTITY.search(data.replace(b"\x00", b"").decode("latin-1")) is not None
    root = None if defines else _parsed(data, mend=False)
    if root is None and mend and not defines:
        root = _parsed(_AMPERSAND.sub(_spelled_out, data), mend=True)
    if defines or (root is not None and _defines(root)):
        raise SourceError(f"{what} defines entities, by which files are stolen and memory is filled.")
    if root is None:
        raise SourceError(f"{what} is damaged.")
    return root


def _defines(root: "_Element") -> bool:
    """Whether an entity was defined in an encoding that hides it, as UTF-7 and those with escapes can."""
    types: Any = root.getroottree().docinfo.internalDTD  # whose stubs know neither None nor its entities
    return types is not None and next(types.iterentities(), None) is not None


def _parsed(data: bytes, *, mend: bool) -> "_Element | None":
    """The root element, None where there is none or, without `mend`, no sound one."""
    from lxml import etree  # noqa: PLC0415 - plain text opens without it

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
    )
    try:
        root: _Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _spelled_out(found: re.Match[bytes]) -> bytes:
    """An entity by its number, a section of characters that stand for themselves as it is."""
    return found[0] if found[0].startswith(b"<") else _numbered(found[0])


@lru_cache(1000)
def _numbered(entity: bytes) -> bytes:
    """An entity by the number of the character that HTML has the name for, a mere "&" too: numbers are never markup."""
    return "".join(f"&#{ord(sign)};" for sign in unescape(entity.decode())).encode()


def text_of(element: "_Element") -> str:
    """All text in an element."""
    return "".join(str(text) for text in element.itertext())
