"""A highlight whose words were in an earlier text of the article of these tests, and are not in the present one."""

from dataclasses import replace

from reader.model import Span
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE

COUNCIL = "The council calls every month of delay a bill that the water will send."
_ONCE = "Every month of delay is a bill of 300 crowns, says Bo Reed, that the water will send to the council."


def keep_missing_highlight() -> str:
    """Keep the highlight in the library; return its id."""
    session = Session()
    old = replace(ARTICLE, text=ARTICLE.text.replace(COUNCIL, _ONCE), blocks=(), marks=())
    session.library.record(old)
    at = old.text.index(_ONCE)
    made = session.highlights.add(old, (Span(at, at + len(_ONCE)),))
    session.library.record(ARTICLE)
    assert not session.highlights.of(ARTICLE)[0].spans
    session.close()
    return made.id
