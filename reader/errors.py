"""The errors that a person sees, each as one sentence: what was tried, why it failed, what to do."""


class PullquoteError(Exception):
    """The base of all of them; `str(error)` is the sentence to show."""


class SourceError(PullquoteError):
    """A location could not be opened as an article."""


class StorageError(PullquoteError):
    """The library could not be read or written."""


class ExportError(PullquoteError):
    """An export could not be made or written."""


class ConfigError(PullquoteError):
    """The settings could not be understood."""


class AnalysisStoppedError(PullquoteError):
    """A person stopped the analysis of an article."""
