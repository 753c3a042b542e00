"""The reader in a browser: what is served, to whom, and what is said where that can't be."""

import io
import os
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from textual_serve.download_manager import DownloadManager

from reader.cli import web_server
from reader.services.session import Session
from tests.cli.command_runner import run


@pytest.fixture
def unserved(monkeypatch):
    """The command without its server: the servers that would have run, with where they would have listened."""
    made = []

    def serve(self):
        made.append((self, self._listening.getsockname()))

    monkeypatch.setattr(web_server.Serving, "serve", serve)
    return made


@pytest.fixture
async def client():
    """A browser at a server on loopback."""
    listening = web_server.listen("127.0.0.1", 0)
    async with TestClient(
        TestServer(await web_server.Serving(["keys"], listening, "Tide & <Weir>")._make_app())
    ) as there:
        yield there
    listening.close()


@pytest.mark.parametrize("named", [True, False])
def test_an_article_is_shown_in_a_browser_until_ctrl_c(article, named):
    command = [sys.executable, "-m", "reader", "serve", *([str(article)] if named else []), "--port", "0"]
    with (
        article.open() as piped,
        subprocess.Popen(command, stdin=piped, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(address) as page:  # noqa: S310 - our own, on loopback
            assert "<title>The Weir Is Shut</title>" in page.read().decode()
        seen = _visit(address)
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=20)
    assert server.returncode == 0
    assert told == "pullquote: The Weir Is Shut is shown there until Ctrl+C.\n"
    assert "Otto Reed" in seen
    assert "quotation 1" in seen


def _visit(address):
    """What a browser is sent that presses n when the first screen is there, and leaves when it has moved."""
    import asyncio  # noqa: PLC0415 - the other tests run in a loop of their own

    async def visit():
        seen = ""
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}ws?width=90&height=30") as socket:
            async for message in socket:
                before, seen = seen, seen + message.data.decode()
                if "Otto" in seen and "Otto" not in before:
                    await socket.send_json(["stdin", "n"])
                if "quotation 1" in seen:
                    return seen
        return seen

    return asyncio.run(asyncio.wait_for(visit(), 30))


async def test_the_page_loads_nothing_from_elsewhere_and_shows_a_title_as_it_is(client):
    answer = await client.get("/")
    page = await answer.text()
    assert "<title>Tide &amp; &lt;Weir&gt;</title>" in page
    assert f"ws://{client.host}:{client.port}/ws" in page
    assert "https:" not in page
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8000"}, 200),
        ({"Host": "[::1]:8000"}, 200),
        ({"Host": "weir.example"}, 403),
        ({"Host": "weir.example:8000"}, 403),
        ({"Host": "10.0.0.1"}, 403),
        ({"Host": "weir.example/@localhost"}, 403),
        ({"Host": "[::1"}, 403),
        ({"Origin": "https://weir.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "localhost:8000", "Origin": "http://localhost:8000"}, 200),
        ({"Host": "localhost:8000", "Origin": "http://localhost:9000"}, 403),
    ],
)
async def test_pages_of_others_that_a_browser_has_open_do_not_get_in(client, headers, status):
    assert (await client.get("/", headers=headers)).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "10.0.0.1:8000"}, 200),
        ({"Host": "localhost:8000"}, 200),
        ({"Host": "tower"}, 200),
        ({"Host": "tower.local:8000"}, 200),
        ({"Host": "tower.weir.example", "Origin": "http://tower.weir.example"}, 200),
        ({"Host": "tower.other.example", "Origin": "http://tower.other.example"}, 403),
        ({"Host": "other.example", "Origin": "http://other.example"}, 403),
        ({"Origin": "http://other.example"}, 403),
    ],
)
async def test_on_a_network_every_address_and_own_name_of_this_machine_does(monkeypatch, headers, status):
    monkeypatch.setattr(web_server, "is_loopback", lambda _: False)
    monkeypatch.setattr("socket.gethostname", lambda: "Tower")
    monkeypatch.setattr("socket.getfqdn", lambda: "tower.weir.example")
    with web_server.listen("127.0.0.1", 0) as listening:
        app = await web_server.Serving(["keys"], listening, "Weir")._make_app()
        async with TestClient(TestServer(app)) as there:
            assert (await there.get("/", headers=headers)).status == status


@pytest.mark.parametrize(
    "location", ["a b.txt", "a'; touch made; '.txt", "$(touch made).txt", "`touch made`", "-x", "“é”"]
)
def test_a_location_reaches_the_program_as_it_is(location, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/echo")
    line = web_server.command(["read", "--", location])
    monkeypatch.chdir(tmp_path)
    said = subprocess.run(line, shell=True, check=True, capture_output=True, text=True).stdout  # noqa: S602 - as textual-serve starts it
    assert said == f"-P -m reader read -- {location}\n"
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        ((), ["read", "--"]),
        (("--theme", "sepia", "--allow-private"), ["read", "--allow-private", "--theme", "sepia", "--"]),
    ],
)
def test_the_program_is_started_with_the_options_that_are_its_own(capsys, article, unserved, options, arguments):
    status, out, _ = run(capsys, "serve", article, "--port", "0", *options)
    ((server, where),) = unserved
    assert (status, out) == (0, f"http://127.0.0.1:{where[1]}/\n")
    assert shlex.split(server.command)[-len(arguments) - 1 :] == [*arguments, str(article)]


@pytest.mark.usefixtures("unserved")
def test_the_network_is_let_in_only_when_asked_and_with_a_warning(capsys, article):
    _, out, err = run(capsys, "serve", article, "--port", "0", "--host", "0.0.0.0")  # noqa: S104 - what is warned of
    assert out.startswith("http://localhost:")
    assert "Everyone who can reach this machine can read and change your library there" in err
    _, _, err = run(capsys, "serve", article, "--port", "0")
    assert "Everyone" not in err


def test_what_comes_through_a_pipe_is_served_from_the_library(capsys, monkeypatch, article, unserved):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes())))
    assert run(capsys, "serve", "-", "--port", "0")[0] == 0
    location = shlex.split(unserved[0][0].command)[-1]
    session = Session()
    assert session.open(location, record=False).title == "The Weir Is Shut"
    session.close()


def test_what_has_no_title_is_called_by_its_first_words(capsys, monkeypatch, unserved):
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(b"The weir was shut on Friday, and nobody was asked."))
    )
    assert run(capsys, "serve", "-", "--port", "0")[2].startswith("pullquote: The weir was shut on Friday, and nobody")
    assert unserved


def test_without_a_library_what_comes_through_a_pipe_is_not_served(capsys, monkeypatch, article, tmp_path, unserved):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_text("no library at all, but a text of its own", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes())))
    status, _, err = run(capsys, "serve", "-", "--port", "0")
    assert (status, err.count("\n"), unserved) == (1, 1, [])


def test_a_port_that_is_taken_is_one_sentence(capsys, article):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        status, out, err = run(capsys, "serve", article, "--port", port)
    assert (status, out) == (1, "")
    assert err == f"pullquote: Something else listens at port {port} already: give another with --port.\n"


@pytest.mark.parametrize("host", ["203.0.113.7", "weir..example", "wéir..example"])
def test_a_host_that_is_not_here_is_one_sentence(capsys, article, host):
    status, out, err = run(capsys, "serve", article, "--port", "0", "--host", host)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"pullquote: Nothing can be served at {host}, port 0 (")


def test_what_cannot_be_opened_is_told_before_anything_is_served(capsys, unserved):
    status, out, err = run(capsys, "serve", "nowhere.txt", "--port", "0")
    assert (status, out, err.count("\n"), unserved) == (1, "", 1, [])


def test_the_server_listens_by_the_newer_protocol_too():
    with web_server.listen("::1", 0) as listening:
        assert web_server.url(listening) == f"http://[::1]:{listening.getsockname()[1]}/"
        assert web_server.is_loopback(listening)


async def test_a_program_that_does_not_end_by_itself_is_ended(monkeypatch):
    monkeypatch.setattr(web_server, "_FAREWELL", 0.2)

    async def take(_=None):
        return None

    visitor = web_server._Visitor(
        "exec sleep 60", write_bytes=take, write_str=take, close=take, download_manager=DownloadManager()
    )
    await visitor.start(80, 24)
    await visitor.stop()
    assert visitor._process is not None
    assert visitor._process.returncode == -signal.SIGKILL
    await visitor.stop()  # twice is as good as once


async def test_a_visitor_is_gone_when_the_server_is(article):
    with web_server.listen("127.0.0.1", 0) as listening:
        app = await web_server.Serving(["read", "--", str(article)], listening, "Weir")._make_app()
        there = TestClient(TestServer(app))
        await there.start_server()
        page = await there.ws_connect("/ws?width=80&height=wide")
        while "Holm" not in (await page.receive_bytes()).decode():
            pass
        (visitor,) = web_visitors(app)
        await app.shutdown()
        assert visitor._process.returncode == 0
        await there.close()


def web_visitors(app):
    (hook,) = [each for each in app.on_shutdown if getattr(each, "__self__", None).__class__ is web_server.Serving]
    return hook.__self__._visitors


def test_the_server_runs_at_the_socket_that_listens_already(monkeypatch):
    ran = []
    monkeypatch.setattr("aiohttp.web.run_app", lambda app, **how: ran.append((app, how["sock"])))
    with web_server.listen("127.0.0.1", 0) as listening:
        web_server.Serving(["keys"], listening, "Weir").serve()
    ran[0][0].close()
    assert ran[0][1] is listening


def test_in_a_browser_there_is_a_terminal(monkeypatch):
    from reader import launcher  # noqa: PLC0415 - of the tests here only this one asks

    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert launcher.terminal()
    monkeypatch.setitem(os.environ, "TEXTUAL_DRIVER", "")
    monkeypatch.setenv("TERM", "dumb")
    assert not launcher.terminal()
