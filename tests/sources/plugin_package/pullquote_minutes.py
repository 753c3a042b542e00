"""An example plugin for Pullquote, as anybody can write one: council minutes, one numbered line for each speaker.

MINUTES
Port Ansel, 3 April
1|Ottoline Brask|The ferry must run.
"""

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.base import Format
from reader.sources.net.locate import RawDocument


def read(document: RawDocument) -> Draft:
    """Return the minutes as an article, with a paragraph for each speaker."""
    _, title, *lines = document.data.decode("utf-8").splitlines()
    if not lines:
        raise SourceError("nobody spoke.")
    spoken = (line.split("|", 2) for line in lines)
    parts = [Part(BlockKind.PARAGRAPH, f"{name}: “{words}”") for _, name, words in spoken]
    return assemble([Part(BlockKind.HEADING, title, 1), *parts], Facts(title=title))


FORMAT = Format(
    "minutes",
    read,
    frozenset({".minutes"}),
    frozenset({"application/x-minutes"}),
    lambda data: data.startswith(b"MINUTES\n"),
)
