"""The links in view: numbered beside their text, opened in a browser by digit."""

from collections.abc import Callable

from reader.app.host import ReadingHost
from reader.app.panes import PANE_NAMES
from reader.app.rendering.truncate import cut
from reader.app.viewmodels.visible_links import links_in
from reader.model import Article, Mark, MarkKind, Span

MAX_LINKS = 9
"""As many links as there are digits."""

OTHER_DIGITS = frozenset("456789")
"""Digits that are not the key of a pane."""

FEW_LINKS, LONG_NAME, SHORT_NAME = 4, 28, 12
"""Up to FEW_LINKS links the footer shows LONG_NAME cells of each link's text, and SHORT_NAME cells of more links."""


class LinkController:
    """Offers links to choose from by digit."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host
        self._addresses: tuple[str, ...] = ()

    @property
    def is_choosing(self) -> bool:
        """Whether links are numbered now."""
        return bool(self._addresses)

    def offer(self) -> None:
        """Number the links in view, the article's original first, and list them in the footer."""
        body = self._host.body
        last = body.page_layout.row(min(body.page_layout.height, body.viewport.top + body.viewport.height) - 1)
        visible = Span(body.page_layout.row(body.viewport.top).start, last.end)
        self._addresses, numbers, message = numbered_links(self._host.reading.article, visible)
        body.show_link_numbers(numbers)
        self._host.panes.footer.show_message(message)

    def press_digit(self, digit: int) -> None:
        """Open the link with this digit while links are numbered, else give the pane with this number the focus."""
        host = self._host
        if not self._addresses:
            host.panes.focus(PANE_NAMES[digit - 1])
            host.update(host.reading)
        elif digit <= len(self._addresses):
            open_remotely = host.app.open_url if host.app.is_web else None
            host.update(host.reading, browse(self._addresses[digit - 1], open_remotely))

    def take_digit(self, key: str) -> bool:
        """Open the link with a digit that is not the key of a pane; return whether links are numbered and it is one."""
        if not self._addresses or key not in OTHER_DIGITS:
            return False
        self.press_digit(int(key))
        return True

    def cancel(self) -> None:
        """Remove the numbers."""
        if self._addresses:
            self._addresses = ()
            self._host.panes.body.show_link_numbers(())


def numbered_links(article: Article, visible: Span) -> tuple[tuple[str, ...], list[tuple[int, int]], str]:
    """Return the links to offer for the visible part of an article.

    Returns:
        Their addresses in the order of their digits, the original's first; pairs of offset and digit for the page; and
        a sentence that lists them. The info screen shows whole addresses.
    """
    marks = [mark for mark in links_in(article, visible) if is_web_address(mark.href)]
    original = [article.url] if is_web_address(article.url) and article.url is not None else []
    marks = marks[: MAX_LINKS - len(original)]
    addresses = (*original, *(mark.href for mark in marks if mark.href is not None))
    numbers = [(mark.span.start, number) for number, mark in enumerate(marks, 1 + len(original))]
    if not addresses:
        return (), [], "no links on this screen"
    cells = LONG_NAME if len(addresses) <= FEW_LINKS else SHORT_NAME
    names = ["the original"] * len(original) + [cut(_name(article, mark), cells) for mark in marks]
    pairs = enumerate(zip(names, addresses, strict=True), 1)
    return addresses, numbers, "open " + " · ".join(f"{at} {name} ({_host_of(to)})" for at, (name, to) in pairs)


def _name(article: Article, mark: Mark) -> str:
    """Return the text of a link, for an image with what it is."""
    return "image: " * (mark.kind is MarkKind.IMAGE) + " ".join(mark.span.of(article.text).split())


def is_web_address(address: str | None) -> bool:
    """Return whether an address may be given to a browser: http or https, with a host."""
    if address is None:
        return False
    from urllib.parse import urlsplit  # noqa: PLC0415 - loaded when a person asks for links

    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _host_of(address: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415 - as above

    return urlsplit(address).hostname or ""


def browse(address: str, open_remotely: Callable[[str], object] | None = None) -> str:
    """Open an address in a browser, unless that needs this terminal; return a sentence about it.

    Args:
        address: A web address.
        open_remotely: Opens it on the person's machine, where the program runs on another one.
    """
    if open_remotely is not None:
        open_remotely(address)
        return f"opened {address}"
    import webbrowser  # noqa: PLC0415 - loaded when a person opens a link

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return f"no browser found: {address}"
    if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
        return f"the only browser here needs the terminal: {address}"
    return f"opened {address}" if browser.open(address) else f"the browser did not open {address}"
