"""Pages from servers on loopback: what comes, what is refused, and each limit crossed."""

import gzip
import socket
import ssl
import time
import zlib
from email.message import Message
from importlib import metadata
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources.net import connection
from reader.sources.net import fetch as fetching
from reader.sources.net.decompression import Decompressor
from reader.sources.net.fetch import Limits, fetch, user_agent
from reader.sources.net.page_cache import FetchedPage
from tests.sources.loopback_servers import redirect, response, serving

CERTIFICATE = Path(__file__).parents[1] / "certificate.pem"
BODY = b"<p>The night ferry stays."
SAVE = "save the page in your browser and open the file"
QUICK = Limits(size=2000, seconds=0.5)


def refusal(address, **arguments):
    with pytest.raises(SourceError) as caught:
        fetch(address, **{"allow_private": True, **arguments})
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert " was not opened: " in sentence
    return sentence


@pytest.fixture
def loopback_is_public(monkeypatch):
    """Take 127.0.0.1 for a public address; the rest of loopback stays this machine's own."""
    monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")


def test_a_page_comes_with_what_its_header_says():
    answer = response(BODY, content_type="text/HTML; charset=ISO-8859-1", etag='"7"', last_modified="Tue, 4 May 2021")
    with serving({"/ferry?n=1": answer}) as server:
        page = fetch(f"{server.address}/ferry?n=1#part", allow_private=True)
    address = f"{server.address}/ferry?n=1"
    assert page == FetchedPage(address, BODY, "text/html", "iso-8859-1", '"7"', "Tue, 4 May 2021")


def test_the_request_says_who_asks_and_nothing_else(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with serving({"/": response(BODY)}) as server:
        fetch(server.address, allow_private=True)
    lines = server.requests[0].split("\r\n")
    names = {line.partition(":")[0] for line in lines[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert f"User-Agent: {user_agent()}" in lines
    assert user_agent().startswith("Pullquote/")


def test_a_home_page_is_named_where_the_package_has_one(monkeypatch):
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


def test_five_redirects_are_enough_and_a_loop_ends():
    steps = {f"/{i}": redirect(f"/{i + 1}") for i in range(6)} | {"/5": response(BODY), "/loop": redirect("/loop")}
    with serving(steps) as server:
        assert fetch(f"{server.address}/0", allow_private=True).data == BODY
        assert f"it was sent on more than 5 times; {SAVE}" in refusal(f"{server.address}/loop")
    assert server.paths.count("/loop") == 6


@pytest.mark.parametrize("target", ["/caf\u00e9", "/caf%C3%A9"])
def test_a_redirect_may_be_written_in_utf_8(target):
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
        ("http://2130706433/", "no address of a web page"),
        ("http://[::1", "no address of a web page"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is no address of a web page"),
        ("http://[::ffff:169.254.169.254]/", "is no address of a web page"),
    ],
)
def test_a_redirect_to_where_no_page_is_goes_nowhere(target, reason):
    with serving({"/": redirect(target)}) as server:
        assert reason in refusal(server.address)
    assert server.paths == ["/"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://user:secret@courier.invalid/", "the address holds a name or a password, and none are sent"),
        ("http://courier.invalid@127.0.0.1/", "the address holds a name or a password"),
        ("http://127.1/", "this is no address of a web page"),
        ("http://2130706433/", "this is no address of a web page"),
        ("http://0x7f000001/", "this is no address of a web page"),
        ("http://0177.0.0.1/", "this is no address of a web page"),
        ("http://courier.invalid:0/", "this is no address of a web page"),
        ("http://courier.invalid:99999/", "this is no address of a web page"),
        ("http:///x", "this is no address of a web page"),
        ("http://[fe80::1%25eth0]/", "this is no address of a web page"),
        ("http://" + "a" * 300 + ".invalid/", "this is no address of a web page"),
        ("http://courier.invalid/a\r\nHost: evil", "its address holds what no address of a page does"),
        ("http://courier.invalid/\x1b]52;c;QUJD\x07", "its address holds what no address"),
        ("http://cour\u202eier.invalid/", "its address holds what no address"),
        ("http://courier.invalid\\@127.0.0.1/", "its address holds what no address"),
        ("http://courier.invalid/" + "a" * 5000, "its address holds what no address"),
        ("ftp://courier.invalid/", "only pages at http and https"),
    ],
)
def test_an_odd_address_is_refused_before_anything_is_asked(address, reason):
    asked = []

    def resolve(host, port):
        asked.append(host)
        return connection.resolve_host(host, port)

    assert reason in refusal(address, resolve=resolve)
    assert not [host for host in asked if len(host) < 250]


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("127.0.0.1", "is in this machine's own network; if it is yours, start pullquote with --allow-private."),
        ("[::1]", "is in this machine's own network"),
        ("[::ffff:127.0.0.1]", "is in this machine's own network"),
        ("10.0.0.1", "is in this machine's own network"),
        ("100.64.0.1", "is in this machine's own network"),
        ("0.0.0.0", "is no address of a web page"),  # noqa: S104 - to be refused
        ("169.254.169.254", "is no address of a web page"),
    ],
)
def test_an_address_that_is_not_public_is_refused(host, reason):
    assert reason in refusal(f"http://{host}/", allow_private=False)


def test_a_public_name_of_a_private_address_is_refused_without_a_connection():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        sentence = refusal(address, allow_private=False, resolve=lambda *_: ["127.0.0.1"])
    assert "courier.invalid is in this machine's own network" in sentence
    assert server.requests == []


@pytest.mark.usefixtures("loopback_is_public")
def test_the_address_that_was_checked_is_the_one_connected_to():
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving({"/": response(BODY)}) as server:
        page = fetch(f"http://courier.invalid:{server.port}/", resolve=lambda *_: next(answers))
    assert page.data == BODY
    assert f"Host: courier.invalid:{server.port}" in server.requests[0]
    assert next(answers) == ["127.0.0.2"]  # the name was looked up once


@pytest.mark.usefixtures("loopback_is_public")
def test_a_name_that_changes_its_answer_is_checked_again_at_a_redirect():
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving({"/": redirect("/secret"), "/secret": response(BODY)}) as server:
        sentence = refusal(
            f"http://courier.invalid:{server.port}/", allow_private=False, resolve=lambda *_: next(answers)
        )
    assert "a public page sends the reader on to courier.invalid, in your own network" in sentence
    assert server.paths == ["/"]


@pytest.mark.usefixtures("loopback_is_public")
def test_of_several_addresses_only_those_that_may_be_are_tried():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        assert fetch(address, resolve=lambda *_: ["10.0.0.1", "169.254.169.254", "127.0.0.1"]).data == BODY


def test_where_one_address_of_a_host_is_dead_the_next_is_tried():
    with serving({"/": response(BODY)}) as server:
        address = f"http://courier.invalid:{server.port}/"
        assert fetch(address, allow_private=True, resolve=lambda *_: ["127.0.0.3", "127.0.0.1"]).data == BODY


@pytest.mark.usefixtures("loopback_is_public")
def test_a_public_page_leads_into_no_private_network_even_where_that_is_allowed():
    def resolve(host, _):
        return {"courier.invalid": ["127.0.0.1"], "router.invalid": ["127.0.0.2"]}[host]

    with serving({"/": redirect("http://router.invalid/")}) as server:
        sentence = refusal(f"http://courier.invalid:{server.port}/", resolve=resolve)
    assert (
        "a public page sends the reader on to router.invalid, in your own network; open that address itself" in sentence
    )


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", f"the page wants a login (401); {SAVE}"),
        ("402 Payment Required", "the page wants to be paid for (402)"),
        ("403 Forbidden", f"its site does not let programs like this one in (403); {SAVE}"),
        ("404 Not Found", "its site has no such page (404)"),
        ("410 Gone", "has no such page any more (410)"),
        ("418 I'm a teapot", f"answered with status 418 and no page; {SAVE}"),
        ("429 Too Many Requests", f"was asked too often (429); try again later, or {SAVE}"),
        ("451 Unavailable For Legal Reasons", "for reasons of law (451)"),
        ("500 Internal Server Error", "is out of order (500); try again later"),
        ("503 Service Unavailable", "is out of order (503)"),
        ("304 Not Modified", "answered with status 304 and no page"),
        ("302 Found", "answered with status 302 and no page"),
        ("204 No Content", "answered with status 204"),
    ],
)
def test_each_refusal_of_a_site_is_said_in_one_sentence(status, reason):
    with serving({"/": response(b"", status)}) as server:
        assert reason in refusal(server.address)


def test_a_check_for_browsers_is_told_from_a_refusal():
    with serving({"/": response(b"", "403 Forbidden", cf_mitigated="challenge")}) as server:
        assert f"wants JavaScript to tell people from programs; {SAVE}" in refusal(server.address)


def test_a_site_that_sends_everyone_to_its_login_wants_one():
    with serving({"/": redirect("/login?next=/"), "/login?next=/": response(BODY)}) as server:
        assert f"its site wants a login or consent first; {SAVE}" in refusal(server.address)


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "audio/mpeg", "font/woff2", "text/css"])
def test_what_is_no_text_is_not_fetched(media):
    with serving({"/": response(BODY, content_type=media)}) as server:
        assert f"it is {media}, and no article" in refusal(server.address)


def test_a_type_that_is_no_clean_text_is_not_repeated():
    with serving({"/": response(BODY, content_type="image/\x9b31mx")}) as server:
        assert "it is something else, and no article" in refusal(server.address)


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
        ("gzip", lambda body: gzip.compress(body) + b"what follows the end"),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
    ],
)
def test_packed_pages_are_unpacked(encoding, pack):
    with serving({"/": response(pack(BODY), content_encoding=encoding)}) as server:
        assert fetch(server.address, allow_private=True).data == BODY


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (BODY, "br", "packed in a way that was not asked for"),
        (BODY, "gzip, gzip", "packed in a way that was not asked for"),
        (BODY, "gzip", "can't be unpacked"),
        (gzip.compress(BODY, mtime=0)[:-20], "gzip", "the connection broke before all of it had come"),
        (zlib.compress(BODY)[:-20], "deflate", "the connection broke before all of it had come"),
        (b"", None, "its site sent an empty page"),
    ],
)
def test_what_can_not_be_unpacked_is_said_so(body, encoding, reason):
    with serving({"/": response(body, content_encoding=encoding)}) as server:
        assert reason in refusal(server.address)


def endless(start):
    def send(client):
        client.sendall(start)
        while True:
            client.sendall(b"1000\r\n" + b"a" * 0x1000 + b"\r\n")

    return send


def test_a_page_over_the_limit_is_refused_announced_or_not():
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
            assert "too big to be an article's" in refusal(f"{server.address}/{path}", limits=limits)
        assert len(fetch(f"{server.address}/fits", allow_private=True, limits=limits).data) == 2000


def test_a_bomb_is_never_unpacked_whole(monkeypatch):
    sizes = []

    class Measured(Decompressor):
        def piece(self, data, most):
            sizes.append(len(unpacked := super().piece(data, most)))
            return unpacked

    monkeypatch.setattr(fetching, "Decompressor", Measured)
    with serving({"/": response(gzip.compress(bytes(50_000_000)), content_encoding="gzip")}) as server:
        refusal(server.address)
    assert sum(sizes) == Limits().size + 1


def dripping(start, pause=0.02):
    def send(client):
        client.sendall(start)
        while True:
            time.sleep(pause)
            client.sendall(b"x")

    return send


SLOW = {
    "/silent": lambda _client: time.sleep(1.5),
    "/header": dripping(b"HTTP/1.1 200 OK\r\nX-A: "),
    "/body": dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n"),
}


@pytest.mark.parametrize("path", SLOW)
def test_a_page_that_takes_too_long_is_given_up(path):
    with serving(SLOW) as server:
        begin = time.monotonic()
        assert "it did not come within 0.5 seconds" in refusal(f"{server.address}{path}", limits=QUICK)
    assert time.monotonic() - begin < 1.4


def test_the_time_is_for_all_redirects_together():
    def late(client):
        time.sleep(0.2)
        client.sendall(redirect("/"))

    with serving({"/": late}) as server:
        assert "did not come within" in refusal(server.address, limits=QUICK)


def test_a_name_that_nobody_answers_for_holds_nothing_up():
    def resolve(_host, _port):
        time.sleep(1.5)
        return []

    begin = time.monotonic()
    sentence = refusal("http://courier.invalid/", limits=QUICK, resolve=resolve)
    assert "it did not come within 0.5 seconds" in sentence
    assert time.monotonic() - begin < 1.2


def test_a_fetch_can_be_stopped_and_tells_how_far_it_came():
    told = []
    with serving(SLOW) as server:
        begin = time.monotonic()
        sentence = refusal(
            f"{server.address}/body", progress=lambda *step: told.append(step), stop=lambda: len(told) > 1
        )
    assert "it was stopped" in sentence
    assert time.monotonic() - begin < 1.5
    assert [total for _, total in told[1:]] == [1000] * len(told[1:])
    assert told == sorted(told, key=lambda step: step[0])


def test_progress_ends_at_the_whole():
    told = []
    with serving({"/": response(BODY)}) as server:
        fetch(server.address, allow_private=True, progress=lambda *step: told.append(step))
    assert told[-1] == (len(BODY), len(BODY))


def failing(error):
    def resolve(_host, _port):
        raise error

    return resolve


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "there is no host of that name; look the address over"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "could not be looked up; is this machine connected?"),
        (OSError(113, "No route to host"), "its host could not be reached (no route to host)"),
        (OSError("odd"), "the connection broke"),
        (RuntimeError("odd"), "something went wrong on the way"),
    ],
)
def test_a_network_that_fails_is_said_in_one_sentence(error, reason):
    assert reason in refusal("http://courier.invalid/", resolve=failing(error))


def test_a_host_that_takes_no_connections_refuses():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "its host refused the connection" in refusal(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"220 courier.invalid ESMTP\r\n\r\n", "its site does not answer as a web page does"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "the connection broke before all of it had come"),
        (b"", "the connection broke"),
    ],
)
def test_what_is_no_whole_page_is_not_taken_for_one(answer, reason):
    with serving({"/": answer}) as server:
        assert reason in refusal(server.address)


def test_a_page_that_has_not_changed_is_not_sent_again():
    known = '"7"'
    answers = {"/": redirect("/page"), "/page": response(b"", "304 Not Modified")}
    with serving(answers) as server:
        page = FetchedPage(f"{server.address}/page", BODY, etag=known, modified="Tue, 4 May 2021 10:00:00 GMT")
        assert fetch(server.address, known=page, allow_private=True) is page
    assert "If-None-Match" not in server.requests[0]
    assert f"If-None-Match: {known}" in server.requests[1]
    assert "If-Modified-Since: Tue, 4 May 2021 10:00:00 GMT" in server.requests[1]


@pytest.fixture
def secure():
    """What makes a server speak TLS, and the names that it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    names = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    return (lambda client: context.wrap_socket(client, server_side=True)), names


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(secure):
    with serving({"/": response(BODY)}, secure[0]) as server:
        sentence = refusal(f"https://courier.invalid:{server.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert "its certificate can't be trusted (self-signed certificate); if you trust it, save the page" in sentence
    assert server.requests == []


def test_tls_keeps_the_name_though_the_connection_goes_to_the_address(secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    wrap, names = secure
    with serving({"/": response(BODY)}, wrap) as server:
        page = fetch(f"https://courier.invalid:{server.port}/", allow_private=True, resolve=lambda *_: ["127.0.0.1"])
        assert page.data == BODY
        sentence = refusal(f"https://other.invalid:{server.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert names == ["courier.invalid", "other.invalid"]
    assert "its certificate can't be trusted (Hostname mismatch" in sentence


def test_a_server_without_tls_is_said_to_be_none():
    def plain(client):
        client.sendall(response(b"", "400 Bad Request"))
        return client

    with serving({}, plain) as server:
        assert "no secure connection could be made to its site" in refusal(f"https://127.0.0.1:{server.port}/")
