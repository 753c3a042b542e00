"""Runs commands, and holds those back that need an analysis which is not there yet."""

from collections.abc import Awaitable
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding

from reader.app.bindings import COMMANDS_BY_ID
from reader.app.commands import Command, Need
from reader.app.controllers.controller_registry import CommandHost
from reader.app.controllers.deferred_keys import DeferredKeys
from reader.app.key_names import HasKeymap

if TYPE_CHECKING:
    from collections.abc import Mapping


class CommandRunner:
    """Runs the commands of a reading screen by their ids.

    Attributes:
        deferred: The commands, and the keys typed for their prompts, that wait for the analysis.
    """

    def __init__(self, host: CommandHost) -> None:
        self._host = host
        self.deferred = DeferredKeys(host.panes.footer.show_message)

    def run(self, id_: str) -> object:
        """Run the command or the app's action with this id, at once or when what it needs is analysed.

        The result may be awaitable.
        """
        command = COMMANDS_BY_ID.get(id_)
        return self._run_app_action(id_) if command is None else self._run(command)

    def _run(self, command: Command) -> object:
        reading = self._host.reading
        need = command.need_for(reading)
        if need is Need.PASSAGE and reading.is_analysed_here and not self.deferred.pending:
            need = Need.NOTHING
        if need is not Need.NOTHING and self.deferred.defer(
            partial(self._run, command), opens_prompt=command.opens_prompt
        ):
            return None
        return command.handler_for(reading)(self._host)

    def _run_app_action(self, id_: str) -> Awaitable[object] | None:
        app = self._host.app
        bindings = (each for each in app.BINDINGS if isinstance(each, Binding) and each.id == id_)
        binding = next(bindings, None)
        return None if binding is None else app.run_action(binding.action)

    def bindings(self, *, of_lists: bool = True) -> list[Binding]:
        """Return the bindings in force, with a person's own keys; with `of_lists` those of the lists as well."""
        from reader.app.keymap import binding_groups, with_keymap  # noqa: PLC0415 - loaded when keys are shown

        app = self._host.app
        keymap: Mapping[str, str] = app.keymap if isinstance(app, HasKeymap) else {}
        groups = binding_groups(app.BINDINGS)
        return with_keymap(groups if of_lists else groups[:1], keymap)

    def cancel_deferred(self) -> bool:
        """Forget the commands that wait for the analysis; return whether there were any."""
        return self.deferred.cancel()

    def defer_key(self, event: events.Key) -> bool:
        """Hold a key back that is typed for a prompt which is still to open; return whether it is one."""
        if not self.deferred.awaits_text or event.key == "escape":
            return False
        return self._post_later(events.Key(event.key, event.character))

    def defer_paste(self, event: events.Paste) -> bool:
        """Hold a paste back that is for a prompt which is still to open; return whether it is one."""
        return self.deferred.awaits_text and self._post_later(events.Paste(event.text))

    def _post_later(self, event: events.Key | events.Paste) -> bool:
        app = self._host.app
        return self.deferred.defer(partial(app.post_message, event.set_sender(app)))
