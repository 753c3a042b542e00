"""What readability-lxml takes from pages, as HTML: run by the interpreter of build/peers.

python readability_pages.py PAGES.jsonl OUT.jsonl    # {"id", "markup"} and {"id", "html"} a line
"""

import json
import sys
from pathlib import Path

from readability import Document


def main(pages: Path, out: Path) -> None:
    """Write one object a line: the page's id and the article's HTML, null where none was found."""
    with pages.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        for page in map(json.loads, lines):
            try:
                html = Document(page["markup"]).summary()
            except Exception:  # noqa: BLE001 - whatever fails in another tool, it has no result
                html = None
            file.write(json.dumps({"id": page["id"], "html": html}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
