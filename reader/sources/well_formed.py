"""Parse XML of unknown origin: no entity is defined in it, nothing outside it is asked for, no tree is too deep."""

import re
from typing import TYPE_CHECKING

from reader.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_MOST = 10 * 1024 * 1024  # bytes


def parse(data: bytes, what: str) -> "_Element":
    """The root element of `data`, which the error's sentence calls `what` ("its table of contents").

    Raises SourceError where it is no well-formed XML, defines entities, or is far too big.
    """
    from lxml import etree  # noqa: PLC0415 - plain text opens without it

    if len(data) > _MOST:
        raise SourceError(f"{what} is over {_MOST // 1024**2} MiB.")
    # An entity in an attribute would be resolved whatever the parser is told, so none may be defined.
    if _ENTITY.search(data.replace(b"\x00", b"").decode("latin-1")):
        raise SourceError(f"{what} defines entities, by which files are stolen and memory is filled.")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise SourceError(f"{what} is damaged.") from None


def text_of(element: "_Element") -> str:
    """All text in an element."""
    return "".join(str(text) for text in element.itertext())
