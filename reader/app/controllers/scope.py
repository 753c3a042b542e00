"""The scope: which quotations the keys n and N stop at, and which voices are listed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.host import ReadingHost
from reader.app.viewmodels.scopes import SCOPE_KEYS, scope_choices, scoped_quotations
from reader.text.scope import Scope

if TYPE_CHECKING:
    from textual import events


class ScopeController:
    """Asks for a scope by its key, sets it and ends it."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._is_asking = False

    def ask(self) -> None:
        """Ask for the key of a scope."""
        self._is_asking = True
        self._host.panes.footer.show_message(scope_choices(self._host.reading))

    def take_letter(self, event: "events.Key") -> bool:
        """Use a key as the answer; return False where none was asked for."""
        if not self._is_asking:
            return False
        self._is_asking = False
        scope = SCOPE_KEYS.get(event.character or "")
        if scope is None:
            self._host.update(self._host.reading, "no change: F again lists the choices")
        else:
            self.set(scope)
        return True

    def set(self, scope: Scope) -> None:
        """Choose a scope, unless no quotation is in it."""
        host = self._host
        chosen = replace(host.reading, scope=scope)
        count, every = len(scoped_quotations(chosen)), len(scoped_quotations(chosen, Scope.EVERYONE))
        if scope is Scope.EVERYONE:
            host.update(chosen, "all quotations again")
        elif not count:
            host.update(host.reading, f"no quotation {scope.phrase} here")
        else:
            host.update(chosen, f"{scope} only: {count} of {every} quotations; n goes to the next, Esc ends this")

    def end(self) -> None:
        """Let every quotation count again."""
        self.set(Scope.EVERYONE)
