"""Make broken inputs from valid ones: the samples of this project and files in every format, changed at random."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

from tests.sources import sample_files
from tests.sources.sample_article import LEAD, QUOTED, REPLY, TEXT, TITLE, html, markdown, text_with_boilerplate

_SAMPLES = Path(__file__).parents[2] / "samples"
_MOST_BYTES = 5_000  # of a sample; with a part of it, many more inputs can be tried in the same time
_MOST_CHANGES = 8

PIECES = (
    *(b"\x00", b"\x1b", b"\x1b]0;", b"\x1b[", b"\x07", b"\x9b", b"\xc2\x9b", b"\r", b"\x0b", b"\x0c", b"\xff", b"\xfe"),
    *("\u202e".encode(), "\u200b".encode(), "\U000e0041".encode(), "\ufeff".encode(), "\u0301".encode() * 50),
    *(
        "“".encode(),
        "”".encode(),
        "‘".encode(),
        "’".encode(),
        "—".encode(),
        b'"',
        b"'",
        b"\n\n",
        b"\n",
        b"> ",
        b"- ",
        b"1. ",
    ),
    *(
        b"<blockquote>",
        b"</blockquote>",
        b"<p>",
        b"<div>",
        b"<table><tr><td>",
        b"<li>",
        b"<br>",
        b"<!--",
        b"<![CDATA[",
        b"</",
    ),
    *(
        b"&#27;",
        b"&#x9b;",
        b"&lt;",
        b"&amp",
        b"<a href='javascript:x'>",
        b"<b",
        b"=",
        b"<script>",
        b"<html>",
        b"<!DOCTYPE html>",
    ),
    *(
        b"(",
        b"[",
        b": ",
        b"# ",
        b"```",
        b"[x](",
        b"**",
        b"|",
        b"---\n",
        b"{\\rtf1",
        b"\\par ",
        b"\\u-1?",
        b"\\'1b",
        b"{",
        b"}",
        b"%PDF-1.4\n",
    ),
    *(
        b"PK\x03\x04",
        b"endobj",
        b"stream\n",
        b" 0 R",
        b"<<",
        b">>",
        b"From: a\nTo: b\nSubject: c\n\n",
        b"--edge\n",
        b"=1b",
    ),
)


def _mail() -> bytes:
    parts = f"--edge\nContent-Type: text/plain\n\n{LEAD}\n\n> {QUOTED[0]}\n--edge\nContent-Type: text/html\n\n<p>{REPLY}</p>\n"
    head = "From: A B <a@courier.invalid>\nSubject: Ferry\nDate: Sat, 3 Apr 2021 09:00:00 +0000\nMIME-Version: 1.0\n"
    return f'{head}Content-Type: multipart/alternative; boundary="edge"\n\n{parts}--edge--\n'.encode()


def corpus() -> list[tuple[str, bytes]]:
    """Return valid inputs, each with the file extension of its format."""
    lines = [(70.0, 800.0, 20.0, TITLE), *sample_files.column(sample_files.wrapped(LEAD), top=760)]
    words = sample_files.word_paragraph(LEAD) + sample_files.word_paragraph(QUOTED[0], '<w:pStyle w:val="Quote"/>')
    generated = [
        (".txt", TEXT.encode()),
        (".txt", text_with_boilerplate().encode()),
        (".md", markdown().encode()),
        (".html", html().encode()),
        (".eml", _mail()),
        (".rtf", rf"{{\rtf1\ansi {{\b {TITLE}}}\par\pard\li720 {REPLY}\par}}".encode("cp1252", "replace")),
        (".pdf", sample_files.pdf([lines, sample_files.column(sample_files.wrapped(REPLY))])),
        (".epub", sample_files.book()),
        (".docx", sample_files.word_file(words)),
    ]
    samples = (path for path in sorted(_SAMPLES.iterdir()) if path.suffix in {".txt", ".md", ".html"})
    return [*generated, *((path.suffix, path.read_bytes()) for path in samples)]


def mutate(inputs: list[tuple[str, bytes]], random: Random) -> tuple[str, bytes]:
    """Return an input with up to eight random changes; archives are changed inside or outside."""
    suffix, data = random.choice(inputs)
    if data.startswith(b"PK") and random.random() < 0.8:
        return suffix, _change_member(data, inputs, random)
    if suffix not in {".pdf", ".epub", ".docx"} and len(data) > _MOST_BYTES:
        start = random.randrange(len(data) - _MOST_BYTES)
        data = data[start : start + _MOST_BYTES]
    if random.random() < 0.1:
        suffix = random.choice(inputs)[0]
    return suffix, apply_changes(data, inputs, random)


def apply_changes(data: bytes, inputs: list[tuple[str, bytes]], random: Random) -> bytes:
    """Return the bytes with one to eight changes."""
    for _ in range(random.randint(1, _MOST_CHANGES)):
        data = random.choice(_CHANGES)(data, inputs, random)
    return data[: 4 * _MOST_BYTES]


def _change_member(data: bytes, inputs: list[tuple[str, bytes]], random: Random) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as changed_archive:
        names = archive.namelist()
        chosen = random.choice(names)
        for name in names:
            member = archive.read(name)
            changed_archive.writestr(name, apply_changes(member, inputs, random) if name == chosen else member)
    return out.getvalue()


def _random_offset(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def _flip(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    at = _random_offset(data, random)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    at = _random_offset(data, random)
    return data[:at] + random.choice(PIECES) * random.choice((1, 1, 1, 3, 200, 2_000)) + data[at:]


def _delete(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    at = _random_offset(data, random)
    return data[:at] + data[at + random.choice((1, 3, 40, 400)) :]


def _repeat(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    at = _random_offset(data, random)
    return data[:at] + data[at : at + random.choice((1, 10, 100))] * random.choice((2, 5, 20)) + data[at:]


def _splice(data: bytes, inputs: list[tuple[str, bytes]], random: Random) -> bytes:
    other = random.choice(inputs)[1]
    at, other_offset = _random_offset(data, random), _random_offset(other, random)
    return data[:at] + other[other_offset : other_offset + 500] + data[at:]


def _cut(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    return data[: _random_offset(data, random)] if random.random() < 0.2 else data


def _recode(data: bytes, _: list[tuple[str, bytes]], random: Random) -> bytes:
    codec = random.choice(("utf-8", "utf-16", "utf-16-be", "cp1252", "utf-8"))
    return data.decode("utf-8", "ignore").encode(codec, "ignore") if random.random() < 0.2 else data


_CHANGES: tuple[Callable[[bytes, list[tuple[str, bytes]], Random], bytes], ...] = (
    _flip,
    _insert,
    _insert,
    _delete,
    _repeat,
    _splice,
    _cut,
    _recode,
)
