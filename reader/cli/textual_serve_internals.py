"""The private name of textual-serve that the web server needs. No other module uses one.

`tests/cli/test_serve_command.py` fails where a new release of textual-serve has changed it.
"""

from asyncio.subprocess import Process

from textual_serve.app_service import AppService

__all__ = ["ServedApp"]


class ServedApp(AppService):
    """The process of the app that one visitor sees, which textual-serve itself only asks to quit."""

    @property
    def process(self) -> Process | None:
        """The process, None before it is started."""
        return self._process
