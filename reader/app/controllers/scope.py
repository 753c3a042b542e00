"""The scope: which quotations the keys n and N stop at, and which voices are listed."""

from dataclasses import replace

from reader.app.controllers.letter_prompt import LetterPrompt
from reader.app.host import ReadingHost
from reader.app.viewmodels.scopes import SCOPE_KEYS, scope_choices, scoped_quotations
from reader.text.scope import Scope


class ScopeController:
    """Asks for a scope by its key, sets it and ends it."""

    def __init__(self, host: ReadingHost, letters: LetterPrompt) -> None:
        self._host = host
        self._letters = letters

    def ask(self) -> None:
        """Ask for the key of a scope."""
        self._letters.ask(scope_choices(self._host.reading), self._choose)

    def _choose(self, letter: str | None) -> None:
        scope = SCOPE_KEYS.get(letter or "")
        if scope is None:
            self._host.update(self._host.reading, "no change: F again lists the choices")
        else:
            self.set(scope)

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
