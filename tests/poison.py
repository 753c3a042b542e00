"""Names, titles and notes that a terminal would obey, a library full of them, and the check that nothing of it shows."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.config import paths
from reader.model import Article, Speaker
from reader.services.session import Session

POISON = "\x1b]52;c;cHduZWQ=\x07\x9b31m\u202e\x1b]0;owned\x1b\\\u2066\x7f\x0e"
"""Sets the clipboard and the window's title, colours what follows, turns its order round, changes the characters."""

FORGED = "pullquote: all is well"
"""What stands behind a line break in a name, to look like a line of the program's own."""

LINES = f"{POISON}\n{FORGED}\r\t\u2028"

_ALLOWED = {"\n", "\t"}  # the table and the code of an article have tabs
_FORBIDDEN = {
    *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
    *map(chr, (0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)),
} - _ALLOWED


def harmful(text: str) -> set[str]:
    """The characters of `text` that a terminal would obey, that would turn lines round, or that cannot be encoded."""
    return {each for each in text if each in _FORBIDDEN or 0xD800 <= ord(each) < 0xE000}


def named(folder: Path, text: str) -> Path:
    """A file whose name would steer the terminal."""
    path = folder / f"weir{LINES}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def fill(path: Path) -> tuple[str, Article]:
    """Keep the article at `path` as an older version might have: everything beside its text is as it came.

    Gives the article as the library has it, with its location there.
    """
    session = Session()
    article = session.open(str(path))
    quotation = session.analyse(article).quotations[0]
    speaker = Speaker(f"Otto{POISON}", "person", POISON, POISON, POISON, (f"by{POISON}",))
    highlight = session.highlights.add(article, quotation.spans, speaker=speaker)
    session.highlights.annotate(highlight, "a note")
    with closing(sqlite3.connect(paths().library)) as store, store:
        facts = ("title", "byline", "outlet", "published", "language")
        store.execute(f"UPDATE articles SET {', '.join(f'{fact} = ?' for fact in facts)}", [f"a{POISON}z"] * len(facts))  # noqa: S608
        store.execute("UPDATE articles SET url = ?", [f"https://weir.example/{POISON}"])
        store.execute(
            "UPDATE highlights SET note = ?, tags = json_array(?)", [f"first{POISON}\nsecond{POISON}", f"tag{POISON}"]
        )
        store.execute(
            "INSERT INTO waiting VALUES (?, ?, ?, ?, ?, ?)",
            [f"https://waits.example/{LINES}", *[f"w{POISON}"] * 4, "2031-05-04T10:00:00Z"],
        )
        then = "2031-05-04T10:00:00+00:00"
        store.execute(
            "INSERT INTO feeds VALUES (?, ?, ?, ?, ?, '', '', '', 0)",
            [f"https://feed.example/{LINES}", f"f{POISON}", then, then, f"failed{POISON}"],
        )
    location = f"library:{highlight.article_id}"
    kept = session.open(location, record=False)
    session.close()
    return location, kept
