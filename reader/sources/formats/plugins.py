"""Find formats in other distributions, through the entry point group "pullquote.sources".

An entry point gives a `Format`. One that is named like an extension ("fb2" for .fb2) is used for files with that
extension; the others are asked one after the other whether they match. `plugin_requests` has their code run.
"""

from importlib.metadata import EntryPoint, entry_points

from reader.sources.draft import Draft
from reader.sources.net.locate import RawDocument

ENTRY_POINT_GROUP = "pullquote.sources"


def find_plugins() -> list[EntryPoint]:
    """Return the entry points of all plugins, by name. None of their code is loaded."""
    return sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name)


def read_with_plugin(document: RawDocument) -> Draft | None:
    """Read a document with the plugin that matches it, None where no plugin does.

    A plugin that cannot be loaded is skipped unless it is named like the extension of the document.

    Raises:
        SourceError: the plugin refuses the document, fails, or exceeds the limits of time and memory.
    """
    points = find_plugins()
    if not points:
        return None
    from reader.sources.formats.plugin_requests import matches, read  # noqa: PLC0415 - most people have no plugin

    named = next((point for point in points if document.suffix == f".{point.name.lower()}"), None)
    if named is None:
        named = next((point for point in points if matches(point, document)), None)
    return None if named is None else read(named, document)
