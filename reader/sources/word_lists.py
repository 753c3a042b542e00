"""Load the word lists in `data/`: each line is a category, a tab, and an entry."""

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def load_word_lists(file_name: str) -> dict[str, list[str]]:
    """Return the entries of a data file by category, in order; lines that begin with "#" are skipped."""
    lists: dict[str, list[str]] = {}
    for line in (_DATA / file_name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            category, entry = line.split("\t")
            lists.setdefault(category, []).append(entry)
    return lists
