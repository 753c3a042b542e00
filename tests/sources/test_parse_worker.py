"""Pages read in a process of their own, and what a person gets where it does not manage one."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from io import BytesIO

import pytest

from reader.errors import SourceError
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.sources import load, parse_worker
from reader.sources.draft import Draft, Facts
from reader.sources.html import page_reader as pages
from reader.sources.html.fallback_text import NOTICE
from reader.sources.net.locate import RawDocument
from tests.sources.sample_article import PARAGRAPHS, TITLE, html

PAGE = html(head='<meta name="author" content="Ottoline Brask">')
PARAGRAPH = f"<p>{'The night ferry stays for another year. ' * 25}</p>"
FOUND = RawDocument("-", "standard input", PAGE.encode(), charset="utf-8", url="https://courier.invalid/")
BIG = html(after=PARAGRAPH * 9_000)


@pytest.fixture
def process():
    """The process, which is killed after the test so that the next one finds its own limits."""
    yield parse_worker._worker
    parse_worker._worker.end()


def found(markup, url=None):
    return RawDocument("-", "standard input", markup.encode(), url=url)


def pid(process):
    return process._running.pid


def test_the_process_gives_what_reading_the_page_here_gives():
    assert parse_worker.read_page(FOUND) == pages.read(FOUND)


def test_it_stays_for_the_next_page(process):
    parse_worker.read_page(FOUND)
    first = pid(process)
    parse_worker.read_page(FOUND)
    assert pid(process) == first


def test_it_can_be_started_ahead_of_the_page(process):
    parse_worker.start_worker()
    first = pid(process)
    parse_worker.read_page(FOUND)
    assert pid(process) == first


def test_a_page_without_an_article_is_refused_with_the_same_sentence():
    with pytest.raises(SourceError, match="the page holds no article"):
        parse_worker.read_page(found("<p>Nothing.</p>"))
    assert parse_worker.read_page(FOUND).facts.title == TITLE


def test_a_page_that_takes_too_long_is_killed_and_shown_as_plain_text(process, monkeypatch):
    monkeypatch.setattr(parse_worker, "MOST_SECONDS", 0.05)
    article = load("-", stdin=BIG.encode())
    assert process._running is None
    shown = [block.span.of(article.text) for block in article.visible]
    assert shown[: len(PARAGRAPHS) + 2] == [NOTICE, TITLE, *PARAGRAPHS]
    assert article.title == f"{TITLE} - Ansel Courier"
    monkeypatch.undo()
    assert load("-", stdin=PAGE.encode()).title == TITLE


def test_a_page_that_takes_too_much_memory_is_shown_as_plain_text(process, monkeypatch):
    process.end()
    monkeypatch.setattr(parse_worker, "MOST_BYTES", 100 * 1024 * 1024)
    begin = time.monotonic()
    draft = parse_worker.read_page(found(BIG))
    assert draft.text.startswith(NOTICE)
    assert time.monotonic() - begin < 5
    assert parse_worker.read_page(FOUND).facts.title == TITLE


def test_a_process_that_dies_is_started_again(process):
    parse_worker.read_page(FOUND)
    os.kill(pid(process), signal.SIGKILL)
    process._running.wait()
    assert parse_worker.read_page(FOUND).facts.title == TITLE


def test_where_no_process_can_be_started_there_is_the_plain_text(process, monkeypatch):
    process.end()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    parse_worker.start_worker()
    assert parse_worker.read_page(FOUND).text.startswith(NOTICE)


def test_an_interruption_leaves_no_answer_for_the_next_page(process, monkeypatch):
    parse_worker.read_page(FOUND)

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(parse_worker, "_receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse_worker.read_page(found(html(head="<title>Other</title>")))
    assert process._running is None
    monkeypatch.undo()
    assert parse_worker.read_page(FOUND).facts.title == TITLE


def test_it_ends_at_once_even_while_somebody_waits_for_its_answer(process):
    parse_worker.read_page(FOUND)
    waiting = threading.Thread(target=parse_worker.read_page, args=(found(BIG),))
    waiting.start()
    while not process._lock.locked():
        time.sleep(0.001)
    before = time.monotonic()
    process.end()
    assert time.monotonic() - before < 1
    waiting.join(10)


def test_the_libraries_that_parse_are_loaded_there_and_not_here(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    code = (
        "import sys, reader.sources as s\n"
        f"s.load({str(path)!r})\n"
        "print([m for m in ('lxml', 'trafilatura', 'readability', 'httpx', 'textual', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_process_ends_with_the_program():
    code = f"from reader.sources import load, parse_worker\nload('-', stdin={PAGE.encode()!r})\nprint(parse_worker._worker._running.pid)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    with pytest.raises(ProcessLookupError):
        os.kill(int(out), 0)


def test_another_format_can_be_read_there_and_is_refused_past_the_limits(process, monkeypatch):
    assert parse_worker.read_in_worker("html.page_reader", FOUND) == pages.read(FOUND)
    monkeypatch.setattr(parse_worker, "MOST_SECONDS", 0.05)
    with pytest.raises(SourceError, match="more time or memory than an article may"):
        parse_worker.read_in_worker("html.page_reader", found(BIG))
    monkeypatch.undo()
    with pytest.raises(SourceError, match="more time or memory"):
        parse_worker.read_in_worker("nowhere", FOUND)
    assert process._running is not None


def message(data):
    return len(data).to_bytes(4, "big") + data


def asked(read, *requests):
    sent = BytesIO(b"".join(message(json.dumps(about).encode()) + message(data) for about, data in requests))
    answers = BytesIO()
    parse_worker.answer_all(read, sent, answers)
    answers.seek(0)
    told = []
    while length := answers.read(4):
        told.append(json.loads(answers.read(int.from_bytes(length, "big"))))
    return told


ABOUT = {"module": "html", "place": "-", "name": "standard input"}


def test_every_field_of_a_draft_comes_through():
    draft = Draft(
        "A\n\nB",
        (Block(BlockKind.ITEM, Span(0, 1), 1, 3, hidden=True), Block(BlockKind.QUOTE, Span(3, 4), 2, continues=True)),
        (Mark(MarkKind.LINK, Span(0, 1), "https://courier.invalid/"), Mark(MarkKind.STRONG, Span(3, 4))),
        Facts("t", "b", "o", "2021-05-04", "en", "https://courier.invalid/"),
    )
    (told,) = asked(lambda *_: draft, (ABOUT, b"x"))
    assert parse_worker._draft(told) == draft


def test_each_request_has_its_answer_whatever_happens():
    def read(module, found):
        if found.data == b"refused":
            raise SourceError("the page holds no article.")
        if found.data == b"broken":
            raise MemoryError
        return Draft(f"{module} {found.url} {found.data!r} \ud800", ())

    told = asked(read, ({**ABOUT, "url": "u"}, b"fine"), (ABOUT, b"refused"), (ABOUT, b"broken"), (ABOUT, b""))
    assert [answer.get("text") for answer in told] == ["html u b'fine' \ud800", None, None, "html None b'' \ud800"]
    assert told[1:3] == [{"error": "the page holds no article."}, {"failed": "MemoryError"}]
