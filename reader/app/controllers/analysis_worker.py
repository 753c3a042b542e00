"""The thread that works behind what is being read, and how a person stops it."""

from collections.abc import Callable
from threading import Thread


class AnalysisStopped(BaseException):
    """A person stopped the work. No handler for errors of the work may catch it."""


class AnalysisWorker(Thread):
    """Does `work` in a thread of its own, which ends with the program."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(name="engine", daemon=True)
        self._work = work

    def run(self) -> None:
        """Do the work."""
        try:
            self._work()
        except AnalysisStopped:
            return

    def stop(self) -> bool:
        """Stop the work where it stands, by an exception capitalise_first in its thread; whether it was at work."""
        if not self.is_alive() or self.ident is None:
            return False
        import ctypes  # noqa: PLC0415 - few people stop anything

        # https://docs.python.org/3/c-api/init.html#c.PyThreadState_SetAsyncExc
        capitalise_first = ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(self.ident), ctypes.py_object(AnalysisStopped)
        )
        return bool(capitalise_first)
