"""Read the files in `data/`: one kind of words a line, a tab, and the words."""

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def load_word_lists(name: str) -> dict[str, list[str]]:
    """The entries of a data file by their kind, in order; lines that begin with "#" are left out."""
    entries: dict[str, list[str]] = {}
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, words = line.split("\t")
            entries.setdefault(kind, []).append(words)
    return entries
