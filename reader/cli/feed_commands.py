"""The commands on news feeds: follow one, list them, fetch what is new."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import debug, fit, has_flag, json, private, run_for_all
from reader.cli.output import format_time, json_line, print_message, table, write
from reader.launcher import FAILED, new_session
from reader.printable import printable

if TYPE_CHECKING:
    from reader.services.feeds import FeedResult, FollowedFeed

_CUT_LAST = ("name", "updated")
"""The columns that a narrow table cuts last."""

_NO_FEEDS = "You follow no feeds yet: use pullquote feed add URL."


@click.group(epilog="Example: pullquote feed add https://example.org/feed.xml")
@debug
def feed() -> None:
    """Follow news feeds and add new articles to your library."""


@feed.command(epilog="Example: pullquote feed add https://example.org/feed.xml")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@private
@json
@debug
def add(urls: Sequence[str], *, as_json: bool) -> None:
    """Follow a feed and add its articles to your library.

    URL is the address of the feed, or of a page that links to it. With --allow-private, later updates may fetch the
    feed's own host without it.
    """
    feeds = new_session().feeds
    run_for_all(urls, lambda url: _print(feeds.add(url, allow_private=has_flag("allow_private")), as_json=as_json))


@feed.command(name="list", epilog="Example: pullquote feed list --json")
@fit
@json
@debug
def list_(*, width: int | None, as_json: bool) -> None:
    """List your feeds with their last update and any error."""
    feeds = new_session().feeds.all()
    if as_json:
        sys.stdout.writelines(json_line(_facts(each)) for each in feeds)
    elif feeds:
        rows = [
            (each.title or each.location, format_time(each.checked), each.location, each.failure or "")
            for each in feeds
        ]
        sys.stdout.write(table(("name", "updated", "location", "problem"), rows, width=width, cut_last=_CUT_LAST))
    else:
        print_message(_NO_FEEDS)


@feed.command(epilog="Example: pullquote feed remove https://example.org/feed.xml")
@click.argument("name", metavar="URL|NAME")
@debug
def remove(name: str) -> None:
    """Stop following a feed; its articles stay in your library."""
    removed = new_session().feeds.remove(name)
    write(f"No longer followed: {_label(removed)}\n")


@feed.command(epilog="Example: pullquote feed update && pullquote library")
@private
@json
@debug
def update(*, as_json: bool) -> int:
    """Fetch all feeds and add new articles to your library."""
    failed = count = 0
    for result in new_session().feeds.update(allow_private=has_flag("allow_private")):
        count += 1
        failed += result.problem is not None
        _print(result, as_json=as_json)
    if not count and not as_json:
        print_message(_NO_FEEDS)
    return FAILED if failed else 0


def _print(result: "FeedResult", *, as_json: bool) -> None:
    if as_json:
        new = [asdict(each) for each in result.new]
        sys.stdout.write(json_line({**_facts(result.feed), "new": new, "left_out": result.left_out}))
    elif result.problem is not None:
        print_message(result.problem)
    else:
        write(f"{_label(result.feed)}: {len(result.new)} new\n")
        if result.notice is not None:
            print_message(result.notice)


def _label(feed: "FollowedFeed") -> str:
    return printable(f"{feed.title} ({feed.location})" if feed.title else feed.location)


def _facts(feed: "FollowedFeed") -> dict[str, object]:
    return {
        "location": feed.location,
        "title": feed.title,
        "added": feed.added,
        "asked": feed.checked,
        "problem": feed.failure,
    }
