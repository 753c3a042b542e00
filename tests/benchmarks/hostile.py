"""Nasty inputs: texts that are one thing over and over, and the files that a script of a gold folder writes.

The texts are analysed in time that grows with their length; each file opens readably or is refused in one sentence.
"""

import gc
import re
import time
from pathlib import Path

from reader.analysis import analyse
from reader.sources import verbatim
from reader.text.plain_view import render
from tests.benchmarks.running import Rows, run
from tests.sources.resource_use import MEBIBYTES, SECONDS, UNFIT, Run, measured

_SIZE = 1_000_000  # characters
WORST = {
    "quotation marks": '"',
    "marks in pairs": "“Well.” ",
    "marks in a row": "“Go,” “Stay” and ",
    "single marks": "‘The guilds’ own,’ he said. ",
    "guillemets": "« Go » and ",
    "capitals": "A",
    "capitalised words": "Ada ",
    "one sentence": "the rain falls and ",
    "nested brackets": "()",
    "nested marks": "“”",
    "he said": "he said ",
    "short quotations": "“Well,” he said. ",
    "users": "One user said no. ",
    "user names": "@ada: well, well.\n\n",
    "lead-ins": "Ada Cole wrote:\n\nThe rain is here to stay.\n\n",
    "German sayings": "Keller sagte: „Ja, so ist es.“ Und das war der Tag. ",
    "Spanish sayings": "«No», dijo la señora de la casa. ",
    "descriptions": "The senator said that the agency denied it. It said so. ",
}
"""What a text is made of: a piece over and over, of two characters the first half the one and then the other."""


def worst() -> Rows:
    """CPU time of analysis and linear view for a megabyte of each of WORST, and how many times that of a tenth it is."""
    gc.set_threshold(100_000, 50, 50)  # as the program sets it
    for name, piece in WORST.items():
        tenth, whole = (
            min(_analysed(piece, size) for _ in range(turns)) for size, turns in ((_SIZE // 10, 3), (_SIZE, 1))
        )
        yield f"worst: a megabyte of {name}", f"{whole:.1f} s CPU, {whole / tenth:.1f} x for 10 x the text"


def _analysed(piece: str, size: int) -> float:
    text = piece[0] * (size // 2) + piece[1] * (size // 2) if len(piece) == len("()") else piece * (size // len(piece))
    article = verbatim(text)
    began = time.process_time()
    render(article, analyse(article))
    return time.process_time() - began


def rows(script: Path, room: Path) -> Rows:
    """How many of the files that `script FOLDER` writes open or are refused as they should, and which are not.

    What a good reader shows of each stands in the script's own README; tests/sources/test_nasty.py holds the same of
    files that this project makes.
    """
    if not script.exists():
        return
    folder = room / "nasty"
    run(script, folder)
    files = sorted(folder.iterdir())
    home = room / "home"
    home.mkdir(exist_ok=True)
    faults = {file.name: fault for file in files if (fault := _fault(measured(file, home)))}
    told = "".join(f"; {name}: {fault}" for name, fault in faults.items())
    yield "nasty inputs: opened or refused in limits", f"{len(files) - len(faults)} of {len(files)}{told}"


def _fault(done: Run) -> str | None:
    """What is wrong with how the program took a file, None where nothing is."""
    status, shown, complaint, seconds, memory = done
    sentence = re.fullmatch(r"pullquote: [^\n]+\.\n", complaint) is not None and not shown
    if status not in {0, 1} or "Traceback" in complaint or "should not have happened" in complaint:
        return f"status {status}"
    if sentence != (status == 1) or (status == 0 and not shown):
        return "no plain sentence" if status else "nothing shown"
    if UNFIT.search(shown + complaint):
        return "characters that a terminal must not get"
    if seconds > SECONDS or memory > MEBIBYTES:
        return f"{seconds:.1f} s, {memory:.0f} MiB"
    return None
