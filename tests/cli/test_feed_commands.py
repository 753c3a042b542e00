"""The commands on news feeds."""

import json
import re

from reader.sources.formats import feed_parser
from tests.cli.command_runner import run
from tests.sources.loopback_servers import response, serving

FEED = (
    b"<rss version='2.0'><channel><title>The Courier</title><item><title>The night ferry</title>"
    b"<link>https://courier.invalid/ferry</link></item></channel></rss>"
)


def test_a_feed_is_followed_listed_updated_and_removed(capsys):
    with serving({"/feed": response(FEED)}) as server:
        address = f"{server.address}/feed"
        added = run(capsys, "feed", "add", address, "--allow-private")
        assert added == (0, f"The Courier ({address}): 1 new\n", "")
        _, out, _ = run(capsys, "library")
        assert "The night ferry" in out
        _, out, _ = run(capsys, "feed", "list")
        assert re.search(rf"The Courier +\d{{4}}-\d\d-\d\d \d\d:\d\d +{re.escape(address)} +-\n$", out)
        _, out, _ = run(capsys, "feed", "update", "--json")
        assert json.loads(out)["new"] == []
        server.answers["/feed"] = response(b"", "503 Service Unavailable")
        status, out, err = run(capsys, "feed", "update")
        assert (status, out) == (1, "")
        assert re.fullmatch(r"pullquote: [^\n]*\.\n", err)
        _, out, _ = run(capsys, "feed", "list", "--json")
        told = json.loads(out)
        assert (told["location"], told["title"]) == (address, "The Courier")
        assert err == f"pullquote: {told['problem']}\n"
        assert run(capsys, "feed", "remove", "the courier")[:2] == (0, f"No longer followed: The Courier ({address})\n")


def test_a_feed_without_a_name_is_called_by_its_address(capsys):
    with serving({"/feed": response(FEED.replace(b"The Courier", b""))}) as server:
        _, out, _ = run(capsys, "feed", "add", f"{server.address}/feed", "--allow-private", "--json")
        assert [each["title"] for each in json.loads(out)["new"]] == ["The night ferry"]
        assert run(capsys, "feed", "remove", f"{server.address}/feed")[1] == (
            f"No longer followed: {server.address}/feed\n"
        )


def test_without_feeds_it_says_how_to_follow_one(capsys):
    for command in ("list", "update"):
        assert run(capsys, "feed", command) == (
            0,
            "",
            "pullquote: You follow no feeds yet: use pullquote feed add URL.\n",
        )
        assert run(capsys, "feed", command, "--json") == (0, "", "")


def test_an_address_without_a_feed_is_one_sentence(capsys):
    status, out, err = run(capsys, "feed", "add", "notes.txt")
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_what_is_left_out_of_a_long_feed_is_one_sentence(capsys, monkeypatch):
    monkeypatch.setattr(feed_parser, "MOST_ENTRIES", 1_000)
    items = b"".join(b"<item><link>https://courier.invalid/%d</link></item>" % number for number in range(1_200))
    whole = b"<rss version='2.0'><channel><title>The Courier</title>" + items + b"</channel></rss>"
    with serving({"/feed": response(whole)}) as server:
        address = f"{server.address}/feed"
        assert run(capsys, "feed", "add", address, "--allow-private") == (
            0,
            f"The Courier ({address}): 100 new\n",
            "pullquote: The Courier: left out 1,100 older articles, as only the first 100 are added at once.\n",
        )
        assert run(capsys, "feed", "update", "--allow-private") == (0, f"The Courier ({address}): 0 new\n", "")
        run(capsys, "feed", "remove", address)
        _, out, err = run(capsys, "feed", "add", address, "--allow-private", "--json")
        assert (json.loads(out)["left_out"], err) == (1_000, "")  # another hundred of them was added
