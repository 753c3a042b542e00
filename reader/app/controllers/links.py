"""The links in sight: numbered beside their words, opened in a browser by their digit."""

from collections.abc import Callable

from reader.app.rendering.truncate import cut
from reader.app.viewmodels.jumps import links_in
from reader.model import Article, Mark, MarkKind, Span

MOST = 9
"""As many links as there are digits to choose them by."""

FEW, LONG, SHORT = 4, 28, 12
"""Cells of a link's words where there are a few of them, and where there are more."""


class LinkController:
    """Addresses to choose from by digit, the original's first; none while nothing is being chosen."""

    def __init__(self) -> None:
        self.addresses: tuple[str, ...] = ()

    def offer(self, article: Article, sight: Span) -> tuple[list[tuple[int, int]], str]:
        """Number the links in `sight`: pairs of offset and digit for the page, and a sentence on where they lead.

        Their whole addresses stand among the facts about the article.
        """
        marks = [mark for mark in links_in(article, sight) if opens(mark.href)]
        original = [article.url] if opens(article.url) and article.url is not None else []
        marks = marks[: MOST - len(original)]
        self.addresses = (*original, *(mark.href for mark in marks if mark.href is not None))
        numbers = [(mark.span.start, number) for number, mark in enumerate(marks, 1 + len(original))]
        if not self.addresses:
            return [], "no links on this screen"
        few = len(self.addresses) <= FEW
        names = ["the original"] * len(original)
        names += [cut(_name(article, mark), LONG if few else SHORT) for mark in marks]
        pairs = enumerate(zip(names, self.addresses, strict=True), 1)
        return numbers, "open " + " · ".join(f"{at} {name} ({_host(to)})" for at, (name, to) in pairs)

    def choose(self, digit: int) -> str | None:
        """The address with this digit."""
        return self.addresses[digit - 1] if digit <= len(self.addresses) else None

    def forget(self) -> None:
        """Nothing is being chosen any more."""
        self.addresses = ()


def _name(article: Article, mark: Mark) -> str:
    """The words of a link, or of an image with what it is."""
    return "image: " * (mark.kind is MarkKind.IMAGE) + " ".join(mark.span.of(article.text).split())


def opens(address: str | None) -> bool:
    """Whether an address is one that a browser may be given: of the web, with a host."""
    if address is None:
        return False
    from urllib.parse import urlsplit  # noqa: PLC0415 - needed only when a person asks for links

    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _host(address: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415 - as above

    return urlsplit(address).hostname or ""


def browse(address: str, elsewhere: Callable[[str], object] | None = None) -> str:
    """Open an address in the person's browser, unless that would need this terminal; one sentence about it.

    `elsewhere` opens it where the person is, when that is not this machine.
    """
    if elsewhere is not None:
        elsewhere(address)
        return f"opened {address}"
    import webbrowser  # noqa: PLC0415 - needed only when a person opens a link

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return f"no browser found: {address}"
    if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
        return f"the only browser here needs the terminal: {address}"
    return f"opened {address}" if browser.open(address) else f"the browser did not open {address}"
