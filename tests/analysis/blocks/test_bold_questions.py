"""Interviews with questions in bold, in each source format."""

from pathlib import Path

import pytest

from reader.analysis import analyse
from reader.sources import load

INTRODUCTION = (
    "Ada Roe, a novelist from Tarn, has written nothing for ten years. We talked in her kitchen above the mill."
)
TALK = (
    ("Let us talk about the letters.", "I burned most of them. My sister kept the rest in a drawer that nobody opens."),
    ("Some of your colleagues called it vanity.", "They may be right. I never asked them for a better word."),
    ("Politically, you have been silent.", "I vote, and I pay my taxes. Is that silence? The mayor would not say so."),
    ("Your novel was finished. Now here is another.", "It is the same one. I only learned where it ends."),
)


def _markdown() -> bytes:
    said = "\n\n".join(f"**{asked}**\n\n{answer}" for asked, answer in TALK)
    return f"# A visit\n\n{INTRODUCTION}\n\n{said}\n".encode()


def _page(tag: str) -> bytes:
    said = "".join(f"<p><{tag}>{asked}</{tag}></p><p>{answer}</p>" for asked, answer in TALK)
    return f"<!doctype html><html><body><article><h1>A visit</h1><p>{INTRODUCTION}</p>{said}</article></body></html>".encode()


def _plain() -> bytes:
    said = "\n\n".join(f"**{asked}**\n\n{answer}" for asked, answer in TALK)
    return f"{INTRODUCTION}\n\n{said}\n".encode()


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.md", _markdown()), ("a.html", _page("b")), ("b.html", _page("strong")), ("a.txt", _plain())],
)
def test_bold_statements_are_the_interviewers_and_the_words_after_them_the_interviewees(
    name: str, source: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(source)
    article = load(str(path))
    found = analyse(article)
    blocks = [each for each in found.quotations if each.kind == "block"]
    assert [" ".join(span.of(article.text) for span in each.spans) for each in blocks] == [answer for _, answer in TALK]
    assert {voice.name for each in blocks if (voice := found.voice(each.voice))} == {"Ada Roe"}


@pytest.mark.parametrize(
    "bold",
    [
        ("The mill.", "The letters.", "The sea."),
        ("The mill stood for a century.", "The letters were burned.", "The sea came back."),
    ],
)
def test_bold_headings_and_emphasis_are_no_questions(bold: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    said = "\n\n".join(f"**{each}**\n\nI went there in May. It rained." for each in bold)
    path.write_text(f"# A visit\n\n{INTRODUCTION}\n\n{said}\n\nShe is **not** there, and **you** may go.\n", "utf-8")
    assert not [each for each in analyse(load(str(path))).quotations if each.kind == "block"]
