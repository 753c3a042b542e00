"""The links in sight: numbered over the text, opened in a browser by their digit."""

from reader.app.moves import links_in
from reader.model import Article, Span

MOST = 9
"""As many links as there are digits to choose them by."""


class Links:
    """Addresses to choose from by digit, the original's first; none while nothing is being chosen."""

    def __init__(self) -> None:
        self.addresses: tuple[str, ...] = ()

    def offer(self, article: Article, sight: Span) -> tuple[list[tuple[int, int]], str]:
        """Number the links in `sight`: pairs of offset and digit for the page, and a sentence for the person."""
        marks = [mark for mark in links_in(article, sight) if opens(mark.href)]
        original = [article.url] if opens(article.url) and article.url is not None else []
        marks = marks[: MOST - len(original)]
        self.addresses = (*original, *(mark.href for mark in marks if mark.href is not None))
        numbers = [(mark.span.start, number) for number, mark in enumerate(marks, 1 + len(original))]
        if not self.addresses:
            return [], "no links in sight"
        first = "1 opens the original" if original else ""
        rest = f"{numbers[0][1]} to {numbers[-1][1]} open the links" if len(numbers) > 1 else ""
        if len(numbers) == 1:
            rest = f"{numbers[0][1]} opens the link"
        return numbers, " · ".join(part for part in (first, rest) if part)

    def choose(self, digit: int) -> str | None:
        """The address with this digit."""
        return self.addresses[digit - 1] if digit <= len(self.addresses) else None

    def forget(self) -> None:
        """Nothing is being chosen any more."""
        self.addresses = ()


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


def browse(address: str) -> str:
    """Open an address in the person's browser, unless that would need this terminal; one sentence about it."""
    import webbrowser  # noqa: PLC0415 - needed only when a person opens a link

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return f"no browser was found: {address}"
    if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
        return f"the browser here needs the terminal: {address}"
    return f"opened {address}" if browser.open(address) else f"the browser did not open {address}"
