"""Draw the still picture of the README: the round-up of the samples in the reader, as an SVG in docs/.

python -m tests.pictures.draw
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from reader.app.app import PullquoteApp
from reader.services.session import Session

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "reader.svg"
SIZE = (120, 34)

# A picture loads nothing from anywhere: the fonts that Textual names are left to the reader's own.
_REMOTE_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
# Some viewers drop blanks at the ends of a text. Without them it stands where it stood, a cell being 12.2 wide.
_TEXT = re.compile(r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)" ([^>]*)>((?:&#160;)*)([^<]*?)((?:&#160;)*)</text>')
_CELL = 12.2


def _tight(found: re.Match[str]) -> str:
    left, y, length, rest, before, words, after = found.groups()
    cut, lost = len(before) // len("&#160;"), len(after) // len("&#160;")
    return (
        f'x="{float(left) + cut * _CELL:.1f}" {y} textLength="{float(length) - (cut + lost) * _CELL:.1f}" '
        f"{rest}>{words}</text>"
    )


async def drawn() -> str:
    """The reader at the first quotation of a known voice that another passes on, as an SVG."""
    session = Session(library=False)
    article = session.open(str(ROOT / "samples" / "round-up.txt"))
    chains = (q.span.start for q in session.analyse(article).quotations if q.via and q.voice)
    app = PullquoteApp(session, article, at=next(chains), theme="pullquote-light")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.0)
        picture = app.export_screenshot(title="pullquote")
        return _TEXT.sub(_tight, _REMOTE_FONT.sub("", picture))


def main() -> None:
    """Write the picture."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as home:
        os.environ["PULLQUOTE_HOME"] = home
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(asyncio.run(drawn()), encoding="utf-8")


if __name__ == "__main__":
    main()
