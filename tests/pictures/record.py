"""Record the README's moving picture: the program reads a sample in a pseudo-terminal, and keys are typed.

python -m tests.pictures.record
"""

import os
import tempfile
from pathlib import Path

from tests.pictures.animated_svg import Frame, animated, runs
from tests.terminal.pty_program import Terminal, pullquote

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "demo.svg"
SIZE = (108, 29)
STILL = 5  # the frame that is shown where nothing may move
LABEL = "Pullquote in a terminal: keys go to the next quotation, and the line below says who is speaking"

# What is typed, how the key is written under the screen, what it does, and the seconds that the screen stays.
SCENES = (
    ("", "pullquote samples/round-up.txt", "open an article", 3.5),
    ("n", "n", "next quotation: the line below the text says who is speaking, and how it knows", 3.5),
    ("s", "s", "next quotation by the same voice: reporters pass it on, and both are named", 3.5),
    ("f", "f", "this voice alone", 3.0),
    ("\N{ESCAPE}", "Esc", "the whole article again", 1.5),
    ("n", "n", "next quotation", 2.5),
    ("h", "h", "highlight it", 2.0),
    ("a", "a", "write a note", 1.0),
    ("ask", "…", "", 0.4),
    (" the bank", "…", "", 1.0),
    ("\r", "Enter", "save the note", 2.0),
    ("3", "3", "threads: the argument of the article", 2.0),
    ("G", "G", "last thread", 1.5),
    ("\r", "Enter", "go to its first claim", 2.5),
    ("]", "]", "next claim: it disputes the first, and “denied” says so", 4.0),
    ("r", "r", "back to the claim that it answers", 3.0),
)


def recorded() -> list[Frame]:
    """Run the program with a library of its own, and take the screen after each key."""
    frames = []
    with tempfile.TemporaryDirectory() as home:
        environment = {"PULLQUOTE_HOME": home, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
        with Terminal(pullquote(str(ROOT / "samples" / "round-up.txt")), environment, size=SIZE) as terminal:
            terminal.wait_until(lambda text: "quotation" in text.split("\n")[0])
            for typed, key, caption, seconds in SCENES:
                if typed:
                    terminal.send(typed)
                terminal.settle(quiet=0.5, limit=5.0 if typed else 1.0)
                frames.append(Frame(tuple(map(runs, terminal.cells)), key, caption, seconds))
            terminal.send("q")
            terminal.wait_for_exit()
    return frames


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(animated(recorded(), SIZE[0], still=STILL, label=LABEL), encoding="utf-8")


if __name__ == "__main__":
    main()
