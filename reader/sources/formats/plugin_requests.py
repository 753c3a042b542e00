"""Have plugins run in a worker process (`plugin_worker`), with the limits of the one that reads pages.

A plugin that hangs, ends the process, prints or needs too much memory costs one sentence.
"""

from importlib.metadata import EntryPoint

from reader.errors import SourceError
from reader.printable import printable
from reader.sources.deadline import seconds_for
from reader.sources.draft import Draft
from reader.sources.formats.plugin_worker import MATCH, READ
from reader.sources.net.locate import RawDocument
from reader.sources.parse_worker import Worker, WorkerFailedError, WorkerStartError, WorkerTimeoutError, unpack

# Without the options of the page's worker: a plugin that is being developed may be installed through a .pth file.
_worker = Worker("reader.sources.formats.plugin_worker")
_unusable: set[EntryPoint] = set()
"""Plugins that are not asked again whether they match: one did not answer in time, or failed twice in a row."""
_failed: set[EntryPoint] = set()
"""Plugins that failed when they were last asked; one document alone may make a plugin fail that reads the others."""


def matches(point: EntryPoint, document: RawDocument) -> bool:
    """Return whether the plugin of an entry point says that it reads a document.

    A plugin that fails does not match. After a timeout, or after two failures in a row, it is not asked again.
    """
    if point in _unusable:
        return False
    try:
        answer = bool(_worker.request([MATCH, *_fields(point)], document)["matches"])
    except WorkerFailedError as error:
        if isinstance(error, WorkerTimeoutError) or point in _failed:
            _unusable.add(point)
        _failed.add(point)
        return False
    _failed.discard(point)
    return answer


def read(point: EntryPoint, document: RawDocument) -> Draft:
    """Read a document with the plugin of an entry point.

    Raises:
        SourceError: the plugin refuses the document, fails, or exceeds the limits of time and memory.
    """
    name = printable(point.name)
    seconds = seconds_for(len(document.data))
    try:
        return unpack(_worker.request([READ, *_fields(point)], document, seconds))
    except WorkerTimeoutError as error:
        raise SourceError(f"the plugin {name} needs more than {seconds:.0f} seconds for it.") from error
    except WorkerStartError as error:
        raise SourceError(
            "the process in which plugins run could not be started; look for what `python` runs at its start."
        ) from error
    except WorkerFailedError as error:
        raise SourceError(f"the plugin {name} ended its process before it had read it.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"the plugin {name} returned what is not an article.") from error


def _fields(point: EntryPoint) -> tuple[str, str, str]:
    return point.name, point.value, point.group
