"""The reader in a browser: what is served, to which pages, and what is printed where that is not possible."""

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

from reader import launcher
from reader.cli import web_server
from reader.services.session import Session
from tests.cli.command_runner import run


@pytest.fixture
def servers(monkeypatch):
    """The servers that the command would have run, with the addresses of their sockets; none of them is run."""
    made = []

    def serve(self):
        made.append((self, self._listening.getsockname()))

    monkeypatch.setattr(web_server.WebServer, "serve", serve)
    return made


@pytest.fixture
async def client():
    """A client of a server on loopback."""
    listening = web_server.listen("127.0.0.1", 0)
    server = web_server.WebServer(["keys"], listening, "Tide & <Weir>")
    async with TestClient(TestServer(server.make_app())) as client:
        await enter(client, server)
        yield client
    listening.close()


async def enter(client, server):
    """Open the page under its whole address, so that the client has the cookie."""
    answer = await client.get("/?" + server.address.partition("?")[2])
    assert answer.status == 200


@pytest.mark.parametrize("is_named", [True, False])
def test_an_article_is_shown_in_a_browser_until_ctrl_c(article, is_named):
    command = [sys.executable, "-m", "reader", "serve", *([str(article)] if is_named else []), "--port", "0"]
    with (
        article.open() as piped,
        subprocess.Popen(command, stdin=piped, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(address) as page:  # noqa: S310 - our own, on loopback
            assert "<title>The Weir Is Shut</title>" in page.read().decode()
        received = visit(address)
        server.send_signal(signal.SIGINT)
        _, printed = server.communicate(timeout=60)
    assert server.returncode == 0
    assert printed == "pullquote: Serving The Weir Is Shut. Press Ctrl+C to stop.\n"
    assert "Otto Reed" in received
    assert "quotation 1" in received


def visit(address):
    """What a browser receives that presses n at the first screen, and leaves at the first quotation."""
    import asyncio  # noqa: PLC0415 - the other tests run in a loop of their own

    socket_address = f"{address.partition('?')[0]}ws?width=90&height=30"

    async def receive():
        received = ""
        own = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))  # an address without a name
        async with own as session, session.get(address), session.ws_connect(socket_address) as socket:
            async for message in socket:
                before, received = received, received + message.data.decode()
                if "Otto" in received and "Otto" not in before:
                    await socket.send_json(["stdin", "n"])
                if "quotation 1" in received:
                    return received
        return received

    return asyncio.run(asyncio.wait_for(receive(), 60))


@pytest.mark.parametrize(
    ("path", "cookie", "status"),
    [
        ("/", None, 403),
        ("/?token=guessed", None, 403),
        ("/?token=é", None, 403),
        ("/", "guessed", 403),
        ("/ws", None, 403),
        ("/ws?token={token}", None, 403),
        ("/static/js/textual.js", None, 403),
        ("/static/js/textual.js", "{token}", 200),
        ("/?token={token}", None, 200),
        ("/", "{token}", 200),
        ("/static/", "{token}", 403),
        ("/static/js/", "{token}", 403),
    ],
)
async def test_only_who_knows_the_token_is_let_in(path, cookie, status):
    with web_server.listen("127.0.0.1", 0) as listening:
        server = web_server.WebServer(["keys"], listening, "Weir")
        token = server.address.partition("token=")[2]
        cookies = {} if cookie is None else {f"pullquote_{server.port}": cookie.format(token=token)}
        async with TestClient(TestServer(server.make_app()), cookies=cookies) as client:
            answer = await client.get(path.format(token=token))
            assert answer.status == status
            if status == 200 and "?" in path:
                assert "HttpOnly" in answer.headers["Set-Cookie"]
                assert "SameSite=Strict" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "sent",
    ["", "{", "7", "[]", '["stdin"]', '["stdin", 7]', '["resize", {}]', '["resize", {"width": "x", "height": 1}]'],
)
async def test_a_message_that_the_page_does_not_send_closes_the_connection(monkeypatch, caplog, sent):
    async def start(*_):
        return None

    monkeypatch.setattr(web_server._VisitorApp, "start", start)
    with web_server.listen("127.0.0.1", 0) as listening:
        server = web_server.WebServer(["keys"], listening, "Weir")
        async with TestClient(TestServer(server.make_app())) as client:
            await enter(client, server)
            page = await client.ws_connect("/ws")
            await page.send_str(sent)
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE
    assert "Traceback" not in caplog.text


async def test_the_page_loads_nothing_from_other_hosts_and_escapes_its_title(client):
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
async def test_requests_of_other_pages_in_the_same_browser_are_refused(client, headers, status):
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
async def test_on_a_network_requests_to_every_address_and_name_of_this_machine_are_served(monkeypatch, headers, status):
    monkeypatch.setattr(web_server, "is_loopback", lambda _: False)
    monkeypatch.setattr("socket.gethostname", lambda: "Tower")
    monkeypatch.setattr("socket.getfqdn", lambda: "tower.weir.example")
    with web_server.listen("127.0.0.1", 0) as listening:
        server = web_server.WebServer(["keys"], listening, "Weir")
        async with TestClient(TestServer(server.make_app())) as client:
            path = server.address.partition(str(server.port))[2]
            assert (await client.get(path, headers=headers)).status == status


@pytest.mark.parametrize(
    "location", ["a b.txt", "a'; touch made; '.txt", "$(touch made).txt", "`touch made`", "-x", "“é”"]
)
def test_no_location_is_read_as_shell_code(location, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/echo")
    line = web_server.command_line(["read", "--", location])
    monkeypatch.chdir(tmp_path)
    printed = subprocess.run(line, shell=True, check=True, capture_output=True, text=True).stdout  # noqa: S602 - as textual-serve starts it
    assert printed == f"-P -m reader read -- {location}\n"
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        ((), ["read", "--"]),
        (("--theme", "sepia", "--allow-private"), ["read", "--allow-private", "--theme", "sepia", "--"]),
    ],
)
def test_the_app_gets_the_options_that_concern_it(capsys, article, servers, options, arguments):
    status, out, _ = run(capsys, "serve", article, "--port", "0", *options)
    ((server, address),) = servers
    assert (status, out) == (0, f"{server.address}\n")
    assert out.startswith(f"http://127.0.0.1:{address[1]}/?token=")
    assert shlex.split(server.command)[-len(arguments) - 1 :] == [*arguments, str(article)]


@pytest.mark.usefixtures("servers")
def test_a_network_is_served_only_on_request_and_with_a_warning(capsys, article):
    _, out, err = run(capsys, "serve", article, "--port", "0", "--host", "0.0.0.0")  # noqa: S104 - what is warned of
    assert out.startswith("http://localhost:")
    assert "Everyone who knows this address can read and change your library there" in err
    _, _, err = run(capsys, "serve", article, "--port", "0")
    assert "Everyone" not in err


def test_piped_text_is_served_from_the_library(capsys, monkeypatch, article, servers):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes())))
    assert run(capsys, "serve", "-", "--port", "0")[0] == 0
    location = shlex.split(servers[0][0].command)[-1]
    session = Session()
    assert session.open(location, record=False).title == "The Weir Is Shut"
    session.close()


def test_a_text_without_a_title_is_named_by_its_first_words(capsys, monkeypatch, servers):
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(b"The weir was shut on Friday, and nobody was asked."))
    )
    assert run(capsys, "serve", "-", "--port", "0")[2].startswith(
        "pullquote: Serving The weir was shut on Friday, and nobody"
    )
    assert servers


def test_without_a_library_piped_text_is_not_served(capsys, monkeypatch, article, tmp_path, servers):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_text("no library at all, but a text of its own", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes())))
    status, _, err = run(capsys, "serve", "-", "--port", "0")
    assert (status, err.count("\n"), servers) == (1, 1, [])


def test_a_port_in_use_is_one_sentence(capsys, article):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        status, out, err = run(capsys, "serve", article, "--port", port)
    assert (status, out) == (1, "")
    assert err == f"pullquote: Port {port} is in use: choose another one with --port.\n"


@pytest.mark.parametrize("host", ["203.0.113.7", "weir..example", "wéir..example"])
def test_a_host_that_is_not_this_machine_is_one_sentence(capsys, article, host):
    status, out, err = run(capsys, "serve", article, "--port", "0", "--host", host)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"pullquote: Cannot serve at {host}, port 0: ")


def test_why_an_article_cannot_be_opened_is_printed_before_anything_is_served(capsys, servers):
    status, out, err = run(capsys, "serve", "nowhere.txt", "--port", "0")
    assert (status, out, err.count("\n"), servers) == (1, "", 1, [])


def test_the_server_can_listen_at_an_ipv6_address():
    with web_server.listen("::1", 0) as listening:
        assert web_server.url(listening) == f"http://[::1]:{listening.getsockname()[1]}/"
        assert web_server.is_loopback(listening)


async def test_a_process_that_does_not_quit_is_killed(monkeypatch):
    monkeypatch.setattr(web_server, "_SHUTDOWN_TIMEOUT", 0.2)

    async def ignore(_=None):
        return None

    visitor = web_server._VisitorApp(
        "exec sleep 60", write_bytes=ignore, write_str=ignore, close=ignore, download_manager=DownloadManager()
    )
    assert visitor.process is None
    await visitor.start(80, 24)
    await visitor.stop()
    assert visitor.process is not None, "textual-serve keeps the process of an app under another name"
    assert visitor.process.returncode == -signal.SIGKILL
    await visitor.stop()  # a second stop does no harm


async def test_the_processes_end_with_the_server(article):
    with web_server.listen("127.0.0.1", 0) as listening:
        server = web_server.WebServer(["read", "--", str(article)], listening, "Weir")
        app = server.make_app()
        client = TestClient(TestServer(app))
        await client.start_server()
        await enter(client, server)
        page = await client.ws_connect("/ws?width=80&height=wide")
        while "Holm" not in (await page.receive_bytes()).decode():
            pass
        (visitor,) = server.visitors
        await app.shutdown()
        assert visitor.process is not None
        assert visitor.process.returncode == 0
        await client.close()


async def test_the_app_follows_the_size_and_the_focus_of_the_page(monkeypatch):
    received: list[object] = []

    async def record(_, data):
        received.append(data)

    async def start(_, *size):
        received.append(size)

    monkeypatch.setattr(web_server._VisitorApp, "start", start)
    monkeypatch.setattr(web_server._VisitorApp, "send_meta", record)
    monkeypatch.setattr(web_server._VisitorApp, "send_bytes", record)
    with web_server.listen("127.0.0.1", 0) as listening:
        server = web_server.WebServer(["keys"], listening, "Weir")
        async with TestClient(TestServer(server.make_app())) as client:
            await enter(client, server)
            page = await client.ws_connect("/ws?width=1000000000&height=-7")
            for message in (
                ["stdin", "é"],
                ["resize", {"width": 90, "height": 30}],
                ["resize", {"width": 10**9, "height": 10**9}],
                ["blur"],
                ["focus"],
                ["ping", 7],
            ):
                await page.send_json(message)
            assert await page.receive_json() == ["pong", 7]
            await page.close()
    assert received == [
        (1000, 1),
        "é".encode(),
        {"type": "resize", "width": 90, "height": 30},
        {"type": "resize", "width": 1000, "height": 500},
        {"type": "blur"},
        {"type": "focus"},
    ]


def test_the_server_uses_the_socket_that_is_listening_already(monkeypatch):
    runs = []
    monkeypatch.setattr("aiohttp.web.run_app", lambda app, **how: runs.append((app, how["sock"])))
    with web_server.listen("127.0.0.1", 0) as listening:
        web_server.WebServer(["keys"], listening, "Weir").serve()
    assert runs[0][1] is listening


def test_a_browser_counts_as_a_terminal(monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert launcher.has_terminal()
    monkeypatch.setitem(os.environ, "TEXTUAL_DRIVER", "")
    monkeypatch.setenv("TERM", "dumb")
    assert not launcher.has_terminal()
