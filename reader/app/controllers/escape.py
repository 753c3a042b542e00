"""The Escape key: it ends one thing at a time."""

from dataclasses import replace

from reader.app.controllers.controller_registry import CommandHost
from reader.app.state import without_selection
from reader.text.scope import Scope


async def end_one_thing(host: CommandHost) -> None:
    """End the first of these that is there.

    The prompt, the search, keys that wait for the analysis, the selection, a pane alone, the filter of a list, the
    focus filter, the scope, the choice of a voice, the analysis of a long article, the numbers of links, the focus of
    a list.
    """
    if not await host.controllers.prompt.end() and not host.controllers.search.cancel_if_open():
        _end_in_body(host)


def _end_in_body(host: CommandHost) -> None:
    reading, panes, controllers = host.reading, host.panes, host.controllers
    if host.commands.cancel_deferred():
        pass
    elif reading.selection is not None:
        reading = without_selection(reading)
    elif panes.alone and not controllers.links.is_choosing:
        panes.show_alone(None)
        panes.focus("body")
    elif controllers.search.clear_list_filters():
        pass
    elif reading.focus_filter is not None:
        controllers.focus_filter.end()
        return
    elif reading.scope is not Scope.EVERYONE:
        controllers.scope.end()
        return
    elif reading.voice is not None:
        reading = replace(reading, voice=None)
    elif panes.current == "body" and host.stop_analysis():
        pass
    elif not controllers.links.is_choosing:
        panes.focus("body")
    host.update(reading)
