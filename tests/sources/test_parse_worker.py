"""Pages are read in a worker process, and as plain text where that fails."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.sources import load, parse_worker
from reader.sources.draft import Draft, Facts
from reader.sources.html import page_reader
from reader.sources.html.fallback_text import NOTICE
from reader.sources.net.locate import RawDocument
from tests.sources.sample_article import PARAGRAPHS, TITLE, html

PAGE = html(head='<meta name="author" content="Ottoline Brask">')
PARAGRAPH = f"<p>{'The night ferry stays for another year. ' * 25}</p>"
DOCUMENT = RawDocument("-", "standard input", PAGE.encode(), charset="utf-8", url="https://courier.invalid/")
BIG = html(after=PARAGRAPH * 9_000)


@pytest.fixture
def worker():
    """Return the worker, and stop it after the test so that the next test starts one with its own limits."""
    yield parse_worker._worker
    parse_worker._worker.stop()


def document(markup, url=None):
    return RawDocument("-", "standard input", markup.encode(), url=url)


def process_id(worker):
    return worker._process.pid


def test_the_worker_reads_a_page_as_this_process_does():
    assert parse_worker.read_page(DOCUMENT) == page_reader.read(DOCUMENT)


def test_the_worker_stays_for_the_next_page(worker):
    parse_worker.read_page(DOCUMENT)
    first = process_id(worker)
    parse_worker.read_page(DOCUMENT)
    assert process_id(worker) == first


def test_the_worker_can_be_started_before_the_page_is_there(worker):
    parse_worker.start_worker()
    first = process_id(worker)
    parse_worker.read_page(DOCUMENT)
    assert process_id(worker) == first


def test_a_page_without_an_article_is_refused_with_the_message_of_the_reader():
    with pytest.raises(SourceError, match="the page holds no article"):
        parse_worker.read_page(document("<p>Nothing.</p>"))
    assert parse_worker.read_page(DOCUMENT).facts.title == TITLE


def test_a_page_that_takes_too_long_is_read_as_plain_text(worker, monkeypatch):
    monkeypatch.setattr(parse_worker, "MOST_SECONDS", 0.05)
    article = load("-", stdin=BIG.encode())
    assert worker._process is None
    shown = [block.span.of(article.text) for block in article.visible]
    assert shown[: len(PARAGRAPHS) + 2] == [NOTICE, TITLE, *PARAGRAPHS]
    assert article.title == f"{TITLE} - Ansel Courier"
    monkeypatch.undo()
    assert load("-", stdin=PAGE.encode()).title == TITLE


def test_a_page_that_takes_too_much_memory_is_read_as_plain_text(worker, monkeypatch):
    worker.stop()
    monkeypatch.setattr(parse_worker, "MOST_MEMORY_BYTES", 100 * 1024 * 1024)
    draft = parse_worker.read_page(document(BIG))
    assert draft.text.startswith(NOTICE)
    assert parse_worker.read_page(DOCUMENT).facts.title == TITLE


def test_a_worker_that_was_killed_is_started_again(worker):
    parse_worker.read_page(DOCUMENT)
    os.kill(process_id(worker), signal.SIGKILL)
    worker._process.wait()
    assert parse_worker.read_page(DOCUMENT).facts.title == TITLE


def test_a_page_is_read_as_plain_text_where_no_process_can_be_started(worker, monkeypatch):
    worker.stop()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    parse_worker.start_worker()
    assert parse_worker.read_page(DOCUMENT).text.startswith(NOTICE)


def test_an_interruption_leaves_no_response_for_the_next_page(worker, monkeypatch):
    parse_worker.read_page(DOCUMENT)

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(parse_worker, "_receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse_worker.read_page(document(html(head="<title>Other</title>")))
    assert worker._process is None
    monkeypatch.undo()
    assert parse_worker.read_page(DOCUMENT).facts.title == TITLE


def test_the_worker_stops_at_once_even_while_a_thread_waits_for_it(worker):
    parse_worker.read_page(DOCUMENT)
    drafts = []
    waiting = threading.Thread(target=lambda: drafts.append(parse_worker.read_page(document(BIG))))
    waiting.start()
    while not worker._lock.locked():
        time.sleep(0.001)
    worker.stop()
    waiting.join()
    assert drafts[0].text.startswith(NOTICE)


def test_the_parsers_are_loaded_in_the_worker_only(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    code = (
        "import sys, reader.sources as s\n"
        f"s.load({str(path)!r})\n"
        "print([m for m in ('lxml', 'trafilatura', 'httpx', 'textual', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_worker_ends_with_the_program():
    code = f"from reader.sources import load, parse_worker\nload('-', stdin={PAGE.encode()!r})\nprint(parse_worker._worker._process.pid)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    with pytest.raises(ProcessLookupError):
        os.kill(int(out), 0)


def test_other_formats_are_refused_past_the_limits(worker, monkeypatch):
    assert parse_worker.read_in_worker("html.page_reader", DOCUMENT) == page_reader.read(DOCUMENT)
    monkeypatch.setattr(parse_worker, "MOST_SECONDS", 0.05)
    with pytest.raises(SourceError, match="more time or memory than an article may"):
        parse_worker.read_in_worker("html.page_reader", document(BIG))
    monkeypatch.undo()
    with pytest.raises(SourceError, match="more time or memory"):
        parse_worker.read_in_worker("nowhere", DOCUMENT)
    assert worker._process is not None


def test_a_worker_that_is_not_ready_in_time_is_not_reported_as_a_large_document(worker, monkeypatch):
    worker.stop()
    monkeypatch.setattr(parse_worker, "_START_SECONDS", 0.0)
    with pytest.raises(SourceError, match="the process that reads it could not be started"):
        parse_worker.read_in_worker("html.page_reader", DOCUMENT)
    monkeypatch.undo()
    assert parse_worker.read_in_worker("html.page_reader", DOCUMENT).facts.title == TITLE


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_worker_that_was_killed_leaves_no_open_descriptors(worker):
    parse_worker.read_page(DOCUMENT)
    worker.stop()
    descriptors = Path("/proc/self/fd")
    before = sum(1 for _ in descriptors.iterdir())
    parse_worker.read_page(DOCUMENT)
    worker.stop()
    assert sum(1 for _ in descriptors.iterdir()) == before


def test_a_page_is_read_where_the_program_was_started_with_standard_streams_closed():
    code = f"from reader.sources import load\nprint(load('-', stdin={PAGE.encode()!r}).title)"
    command = ["sh", "-c", 'exec "$0" "$@" <&- 2>&-', sys.executable, "-c", code]
    assert subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout == f"{TITLE}\n"


def framed(data):
    return len(data).to_bytes(4, "big") + data


def responses_to(read, *requests):
    def answer(task, document):
        return parse_worker.pack(read(*task, document))

    sent = BytesIO(b"".join(framed(json.dumps(about).encode()) + framed(data) for about, data in requests))
    output = BytesIO()
    parse_worker.respond_to_all(answer, sent, output)
    output.seek(0)
    responses = []
    while length := output.read(4):
        responses.append(json.loads(output.read(int.from_bytes(length, "big"))))
    return responses


ABOUT = {"task": ["html"], "seconds": 4.0, "location": "-", "name": "standard input"}


def test_every_field_of_a_draft_is_transferred():
    draft = Draft(
        "A\n\nB",
        (Block(BlockKind.ITEM, Span(0, 1), 1, 3, hidden=True), Block(BlockKind.QUOTE, Span(3, 4), 2, continues=True)),
        (Mark(MarkKind.LINK, Span(0, 1), "https://courier.invalid/"), Mark(MarkKind.STRONG, Span(3, 4))),
        Facts("t", "b", "o", "2021-05-04", "en", "https://courier.invalid/"),
    )
    (response,) = responses_to(lambda *_: draft, (ABOUT, b"x"))
    assert parse_worker.unpack(response) == draft


def test_each_request_has_a_response_whatever_happens():
    def read(module, document):
        if document.data == b"refused":
            raise SourceError("the page holds no article.")
        if document.data == b"broken":
            raise MemoryError
        if document.data == b"no text":
            return Draft(b"", ())  # type: ignore[arg-type]  # what a reader with a fault returns
        return Draft(f"{module} {document.url} {document.data!r} \ud800", ())

    responses = responses_to(
        read,
        ({**ABOUT, "url": "u"}, b"fine"),
        (ABOUT, b"refused"),
        (ABOUT, b"broken"),
        (ABOUT, b"no text"),
        (ABOUT, b""),
    )
    assert [response.get("text") for response in responses] == [
        "html u b'fine' \ud800",
        None,
        None,
        None,
        "html None b'' \ud800",
    ]
    assert responses[1:4] == [
        {"error": "the page holds no article."},
        {"failed": "MemoryError"},
        {"failed": "TypeError"},
    ]
