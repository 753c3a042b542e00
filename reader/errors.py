"""The errors that a person sees, each as one sentence: what was tried, why it failed, what to do."""


class PullquoteError(Exception):
    """The base of all of them; `str(error)` is the sentence to show."""


class SourceError(PullquoteError):
    """A location could not be opened as an article."""


class StorageError(PullquoteError):
    """The library could not be read or written."""


class DamageError(StorageError):
    """The library is damaged, or another file is in its place.

    Attributes:
        reason: What is wrong, in a few words.
        may_be_replaced: Whether SQLite can't read the file, so that a new library may be put in its place.
    """

    def __init__(self, sentence: str, reason: str, *, may_be_replaced: bool) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.may_be_replaced = may_be_replaced


class ExportError(PullquoteError):
    """An export could not be made or written."""


class ConfigError(PullquoteError):
    """The settings could not be understood."""


class AnalysisStoppedError(PullquoteError):
    """A person stopped the analysis of an article."""
