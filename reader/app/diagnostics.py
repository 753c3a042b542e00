"""What can't be used of a person's settings, as sentences that the app collects and its screens show."""

from typing import Any, Protocol, runtime_checkable

from textual.app import App


@runtime_checkable
class HasDiagnostics(Protocol):
    """An app that knows what is wrong with the settings."""

    @property
    def diagnostics(self) -> tuple[str, ...]:
        """Sentences on what can't be used of the settings."""


def diagnostics_of(app: App[Any]) -> tuple[str, ...]:
    """Return the app's diagnostics; none where it collects none."""
    return app.diagnostics if isinstance(app, HasDiagnostics) else ()
