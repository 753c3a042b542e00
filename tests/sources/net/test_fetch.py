"""Fetch pages from servers on loopback: what is fetched, what is refused, and each limit."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from email.message import Message
from importlib import metadata
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources.net import connection
from reader.sources.net import fetch as fetch_module
from reader.sources.net.decompression import Decompressor
from reader.sources.net.fetch import Limits, fetch, user_agent
from reader.sources.net.page_cache import FetchedPage
from tests.sources.loopback_servers import redirect, response, serving

CERTIFICATE = Path(__file__).parents[1] / "certificate.pem"
BODY = b"<p>The night ferry stays."
SAVE = "save the page in your browser and open the file"
QUICK = Limits(size=2000, seconds=0.5)


def error_message(address, **arguments):
    with pytest.raises(SourceError) as caught:
        fetch(address, **{"allow_private": True, **arguments})
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    assert " was not opened: " in message
    return message


@pytest.fixture
def loopback_is_public(monkeypatch):
    """Treat 127.0.0.1 as public; the rest of loopback stays private."""
    monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")


def test_a_page_has_the_metadata_of_its_headers():
    answer = response(BODY, content_type="text/HTML; charset=ISO-8859-1", etag='"7"', last_modified="Tue, 4 May 2021")
    with serving({"/ferry?n=1": answer}) as server:
        page = fetch(f"{server.address}/ferry?n=1#part", allow_private=True)
    address = f"{server.address}/ferry?n=1"
    assert page == FetchedPage(address, BODY, "text/html", "iso-8859-1", '"7"', "Tue, 4 May 2021")


def test_a_request_sends_the_user_agent_and_nothing_about_the_person(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with serving({"/": response(BODY)}) as server:
        fetch(server.address, allow_private=True)
    lines = server.requests[0].split("\r\n")
    names = {line.partition(":")[0] for line in lines[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert f"User-Agent: {user_agent()}" in lines
    assert user_agent().startswith("Pullquote/")


def test_the_user_agent_has_the_home_page_where_the_package_has_one(monkeypatch):
    package = Message()
    package["Project-URL"] = "Source, https://src.invalid"
    package["Project-URL"] = "Homepage, https://pullquote.invalid"
    monkeypatch.setattr(metadata, "metadata", lambda _: package)
    assert user_agent().endswith(" (+https://pullquote.invalid)")

    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "metadata", missing)
    assert "(" not in user_agent()


def test_redirects_are_followed_and_cookies_are_not_kept():
    first = response(b"", "301 Moved Permanently", location="/next", set_cookie="a=b; Path=/")
    with serving({"/": first, "/next": redirect("page", "307 Temporary Redirect"), "/page": response(BODY)}) as server:
        assert fetch(server.address, allow_private=True).url == f"{server.address}/page"
    assert server.paths == ["/", "/next", "/page"]
    assert not any("cookie" in request.lower() for request in server.requests)


def test_more_than_five_redirects_are_refused():
    steps = {f"/{i}": redirect(f"/{i + 1}") for i in range(6)} | {"/5": response(BODY), "/loop": redirect("/loop")}
    with serving(steps) as server:
        assert fetch(f"{server.address}/0", allow_private=True).data == BODY
        assert f"its site redirected more than 5 times; {SAVE}" in error_message(f"{server.address}/loop")
    assert server.paths.count("/loop") == 6


@pytest.mark.parametrize("target", ["/caf\u00e9", "/caf%C3%A9"])
def test_a_redirect_may_be_in_utf_8(target):
    answer = redirect("PLACE").replace(b"PLACE", target.encode())
    with serving({"/": answer, "/caf%C3%A9": response(BODY)}) as server:
        assert fetch(server.address, allow_private=True).data == BODY


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "only pages at http and https addresses are fetched"),
        ("ftp://courier.invalid/", "only pages at http and https"),
        ("javascript:alert(1)", "address"),
        ("http://user:secret@courier.invalid/", "holds a name or a password"),
        ("http://2130706433/", "not the address of a web page"),
        ("http://[::1", "not the address of a web page"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not the address of a web site"),
        ("http://[::ffff:169.254.169.254]/", "is not the address of a web site"),
    ],
)
def test_a_redirect_to_an_unsafe_address_is_not_followed(target, reason):
    with serving({"/": redirect(target)}) as server:
        assert reason in error_message(server.address)
    assert server.paths == ["/"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://user:secret@courier.invalid/", "the address holds a name or a password, which are never sent"),
        ("http://courier.invalid@127.0.0.1/", "the address holds a name or a password"),
        ("http://127.1/", "this is not the address of a web page"),
        ("http://2130706433/", "this is not the address of a web page"),
        ("http://0x7f000001/", "this is not the address of a web page"),
        ("http://0177.0.0.1/", "this is not the address of a web page"),
        ("http://courier.invalid:0/", "this is not the address of a web page"),
        ("http://courier.invalid:99999/", "this is not the address of a web page"),
        ("http:///x", "this is not the address of a web page"),
        ("http://[fe80::1%25eth0]/", "this is not the address of a web page"),
        ("http://" + "a" * 300 + ".invalid/", "this is not the address of a web page"),
        ("http://courier.invalid/a\r\nHost: evil", "holds characters that no address has"),
        ("http://courier.invalid/\x1b]52;c;QUJD\x07", "holds characters that no address has"),
        ("http://cour\u202eier.invalid/", "holds characters that no address has"),
        ("http://courier.invalid\\@127.0.0.1/", "holds characters that no address has"),
        ("http://courier.invalid/" + "a" * 5000, "holds characters that no address has"),
        ("ftp://courier.invalid/", "only pages at http and https"),
    ],
)
def test_an_unsafe_address_is_refused_before_any_lookup(address, reason):
    looked_up = []

    def resolve(host, port):
        looked_up.append(host)
        return connection.resolve_host(host, port)

    assert reason in error_message(address, resolve=resolve)
    assert not [host for host in looked_up if len(host) < 250]


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("127.0.0.1", "is in this machine's own network; if it is yours, start pullquote with --allow-private."),
        ("[::1]", "is in this machine's own network"),
        ("[::ffff:127.0.0.1]", "is in this machine's own network"),
        ("10.0.0.1", "is in this machine's own network"),
        ("100.64.0.1", "is in this machine's own network"),
        ("0.0.0.0", "is not the address of a web site"),  # noqa: S104 - to be refused
        ("169.254.169.254", "is not the address of a web site"),
    ],
)
def test_an_address_that_is_not_public_is_refused(host, reason):
    assert reason in error_message(f"http://{host}/", allow_private=False)


def test_a_host_name_with_a_private_address_is_refused_without_a_connection():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        message = error_message(address, allow_private=False, resolve=lambda *_: ["127.0.0.1"])
    assert "courier.invalid is in this machine's own network" in message
    assert server.requests == []


@pytest.mark.usefixtures("loopback_is_public")
def test_the_connection_goes_to_the_address_that_was_checked():
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving({"/": response(BODY)}) as server:
        page = fetch(f"http://courier.invalid:{server.port}/", resolve=lambda *_: next(answers))
    assert page.data == BODY
    assert f"Host: courier.invalid:{server.port}" in server.requests[0]
    assert next(answers) == ["127.0.0.2"]  # the name was looked up once


@pytest.mark.usefixtures("loopback_is_public")
def test_a_host_name_is_checked_again_at_a_redirect():
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving({"/": redirect("/secret"), "/secret": response(BODY)}) as server:
        message = error_message(
            f"http://courier.invalid:{server.port}/", allow_private=False, resolve=lambda *_: next(answers)
        )
    assert "a public page redirects to courier.invalid, in your own network" in message
    assert server.paths == ["/"]


@pytest.mark.usefixtures("loopback_is_public")
def test_only_the_allowed_addresses_of_a_host_are_tried():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        assert fetch(address, resolve=lambda *_: ["10.0.0.1", "169.254.169.254", "127.0.0.1"]).data == BODY


def test_with_own_host_only_no_redirect_leads_to_another_private_host():
    def resolve(host, _):
        return {"courier.invalid": ["127.0.0.1"], "router.invalid": ["127.0.0.1"]}[host]

    with serving({"/own": redirect("/page"), "/page": response(BODY)}) as server:
        address = f"http://Courier.invalid:{server.port}"
        server.answers["/other"] = redirect(f"http://router.invalid:{server.port}/page")
        assert fetch(f"{address}/own", allow_private=True, own_host_only=True, resolve=resolve).data == BODY
        assert fetch(f"{address}/other", allow_private=True, resolve=resolve).data == BODY
        server.requests.clear()
        message = error_message(f"{address}/other", own_host_only=True, resolve=resolve)
        assert "router.invalid is in this machine's own network" in message
        assert server.paths == ["/other"]
        assert "own network" in error_message(
            f"{address}/own", allow_private=False, own_host_only=True, resolve=resolve
        )


def test_the_next_address_is_tried_where_one_does_not_accept():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        assert fetch(address, allow_private=True, resolve=lambda *_: ["127.0.0.3", "127.0.0.1"]).data == BODY


@pytest.mark.usefixtures("loopback_is_public")
def test_a_public_page_never_redirects_into_a_private_network():
    def resolve(host, _):
        return {"courier.invalid": ["127.0.0.1"], "router.invalid": ["127.0.0.2"]}[host]

    with serving({"/": redirect("http://router.invalid/")}) as server:
        message = error_message(f"http://courier.invalid:{server.port}/", resolve=resolve)
    assert "a public page redirects to router.invalid, in your own network; open that address itself" in message


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", f"the page needs a login (401); {SAVE}"),
        ("402 Payment Required", "the page must be paid for (402)"),
        ("403 Forbidden", f"its site does not let programs like this one in (403); {SAVE}"),
        ("404 Not Found", "its site has no such page (404); check the address"),
        ("410 Gone", "no longer has the page (410)"),
        ("418 I'm a teapot", f"answered with status 418 instead of a page; {SAVE}"),
        ("429 Too Many Requests", f"got too many requests (429); try again later, or {SAVE}"),
        ("451 Unavailable For Legal Reasons", "for legal reasons (451)"),
        ("500 Internal Server Error", "is out of order (500); try again later"),
        ("503 Service Unavailable", "is out of order (503)"),
        ("304 Not Modified", "answered with status 304 instead of a page"),
        ("302 Found", "answered with status 302 instead of a page"),
        ("204 No Content", "answered with status 204"),
    ],
)
def test_each_error_status_has_a_message(status, reason):
    with serving({"/": response(b"", status)}) as server:
        assert reason in error_message(server.address)


def test_a_browser_check_has_its_own_message():
    with serving({"/": response(b"", "403 Forbidden", cf_mitigated="challenge")}) as server:
        assert f"needs JavaScript to tell people from programs; {SAVE}" in error_message(server.address)


def test_a_redirect_to_a_login_page_is_reported():
    with serving({"/": redirect("/login?next=/"), "/login?next=/": response(BODY)}) as server:
        assert f"its site asks for a login or for consent first; {SAVE}" in error_message(server.address)


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "audio/mpeg", "font/woff2", "text/css"])
def test_a_media_type_that_is_not_text_is_refused(media_type):
    with serving({"/": response(BODY, content_type=media_type)}) as server:
        assert f"it is {media_type}, not an article" in error_message(server.address)


def test_a_media_type_with_control_characters_is_not_printed():
    with serving({"/": response(BODY, content_type="image/\x9b31mx")}) as server:
        assert "it is something else, not an article" in error_message(server.address)


def raw_deflate(data):
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
        ("gzip", lambda body: gzip.compress(body) + b"what follows the end"),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
    ],
)
def test_compressed_pages_are_decompressed(encoding, compress):
    with serving({"/": response(compress(BODY), content_encoding=encoding)}) as server:
        assert fetch(server.address, allow_private=True).data == BODY


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (BODY, "br", "a compression that was not asked for"),
        (BODY, "gzip, gzip", "a compression that was not asked for"),
        (BODY, "gzip", "can't be decompressed"),
        (gzip.compress(BODY, mtime=0)[:-20], "gzip", "the connection broke before the whole page had arrived"),
        (zlib.compress(BODY)[:-20], "deflate", "the connection broke before the whole page had arrived"),
        (b"", None, "its site sent an empty page"),
    ],
)
def test_a_body_that_can_not_be_decompressed_is_reported(body, encoding, reason):
    with serving({"/": response(body, content_encoding=encoding)}) as server:
        assert reason in error_message(server.address)


def endless(start):
    def send(client):
        client.sendall(start)
        while True:
            client.sendall(b"1000\r\n" + b"a" * 0x1000 + b"\r\n")

    return send


def test_a_page_over_the_size_limit_is_refused():
    chunked = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    answers = {
        "/announced": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999\r\n\r\n",
        "/endless": endless(chunked),
        "/bomb": response(gzip.compress(bytes(20_000_000)), content_encoding="gzip"),
        "/fits": response(b"a" * 2000),
    }
    limits = Limits(size=2000, seconds=5)
    with serving(answers) as server:
        for path in ("announced", "endless", "bomb"):
            assert "too big to be an article's" in error_message(f"{server.address}/{path}", limits=limits)
        assert len(fetch(f"{server.address}/fits", allow_private=True, limits=limits).data) == 2000


def test_a_decompression_bomb_is_never_decompressed_whole(monkeypatch):
    sizes = []

    class Measured(Decompressor):
        def decompress(self, data, most):
            sizes.append(len(data := super().decompress(data, most)))
            return data

    monkeypatch.setattr(fetch_module, "Decompressor", Measured)
    with serving({"/": response(gzip.compress(bytes(50_000_000)), content_encoding="gzip")}) as server:
        error_message(server.address)
    assert sum(sizes) == Limits().size + 1


def dripping(start, pause=0.02):
    def send(client):
        client.sendall(start)
        while True:
            time.sleep(pause)
            client.sendall(b"x")

    return send


SLOW = {
    "/silent": lambda client: client.recv(1),
    "/header": dripping(b"HTTP/1.1 200 OK\r\nX-A: "),
    "/body": dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n"),
}


@pytest.mark.parametrize("path", SLOW)
def test_a_slow_page_is_given_up(path):
    with serving(SLOW) as server:
        assert "it did not arrive within 0.5 seconds" in error_message(f"{server.address}{path}", limits=QUICK)


def test_the_time_limit_covers_all_redirects():
    def late(client):
        time.sleep(0.2)
        client.sendall(redirect("/"))

    with serving({"/": late}) as server:
        assert "did not arrive within" in error_message(server.address, limits=QUICK)


def test_a_slow_lookup_is_given_up():
    was_given_up = threading.Event()

    def resolve(_host, _port):
        assert was_given_up.wait(60)
        return []

    message = error_message("http://courier.invalid/", limits=QUICK, resolve=resolve)
    was_given_up.set()
    assert "it did not arrive within 0.5 seconds" in message


def test_a_fetch_reports_progress_and_can_be_stopped():
    reported = []
    with serving(SLOW) as server:
        message = error_message(
            f"{server.address}/body",
            on_progress=lambda *step: reported.append(step),
            should_stop=lambda: len(reported) > 1,
        )
    assert "it was stopped" in message
    assert [total for _, total in reported[1:]] == [1000] * len(reported[1:])
    assert reported == sorted(reported, key=lambda step: step[0])


def test_progress_ends_with_the_whole_size():
    reported = []
    with serving({"/": response(BODY)}) as server:
        fetch(server.address, allow_private=True, on_progress=lambda *step: reported.append(step))
    assert reported[-1] == (len(BODY), len(BODY))


def failing(error):
    def resolve(_host, _port):
        raise error

    return resolve


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "there is no host of that name; check the address"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "could not be looked up; check your network connection"),
        (OSError(113, "No route to host"), "its host could not be reached (no route to host)"),
        (OSError("odd"), "the connection broke"),
        (RuntimeError("odd"), "an unexpected error occurred; --debug shows it"),
    ],
)
def test_each_network_error_has_a_message(error, reason):
    assert reason in error_message("http://courier.invalid/", resolve=failing(error))


def test_a_refused_connection_is_reported():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "its host refused the connection" in error_message(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"220 courier.invalid ESMTP\r\n\r\n", "its site does not answer as a web site does"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
            "the connection broke before the whole page had arrived",
        ),
        (b"", "the connection broke"),
    ],
)
def test_an_incomplete_response_is_refused(answer, reason):
    with serving({"/": answer}) as server:
        assert reason in error_message(server.address)


def test_a_page_that_has_not_changed_is_not_fetched_again():
    known = '"7"'
    answers = {"/": redirect("/page"), "/page": response(b"", "304 Not Modified")}
    with serving(answers) as server:
        page = FetchedPage(f"{server.address}/page", BODY, etag=known, last_modified="Tue, 4 May 2021 10:00:00 GMT")
        assert fetch(server.address, known=page, allow_private=True) is page
    assert "If-None-Match" not in server.requests[0]
    assert f"If-None-Match: {known}" in server.requests[1]
    assert "If-Modified-Since: Tue, 4 May 2021 10:00:00 GMT" in server.requests[1]


@pytest.fixture
def secure():
    """Return a wrapper that makes a server speak TLS, and a list of the host names that clients asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    names = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    return (lambda client: context.wrap_socket(client, server_side=True)), names


def test_an_untrusted_certificate_is_refused(secure):
    with serving({"/": response(BODY)}, secure[0]) as server:
        message = error_message(f"https://courier.invalid:{server.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert "its certificate can't be trusted (self-signed certificate); if you trust it, save the page" in message
    assert server.requests == []


def test_tls_verifies_the_host_name_and_not_the_address(secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    wrap, names = secure
    with serving({"/": response(BODY)}, wrap) as server:
        page = fetch(f"https://courier.invalid:{server.port}/", allow_private=True, resolve=lambda *_: ["127.0.0.1"])
        assert page.data == BODY
        message = error_message(f"https://other.invalid:{server.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert names == ["courier.invalid", "other.invalid"]
    assert "its certificate can't be trusted (Hostname mismatch" in message


def test_a_server_without_tls_is_reported():
    def plain(client):
        client.sendall(response(b"", "400 Bad Request"))
        return client

    with serving({}, plain) as server:
        assert "no secure connection could be made to its site" in error_message(f"https://127.0.0.1:{server.port}/")
