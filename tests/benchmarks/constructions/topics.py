"""Topics of the family `leadins`: paragraphs of authors and of quoted people, by style."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

_TEXT = (Path(__file__).parent / "topics.txt").read_text(encoding="utf-8")


class Topic(NamedTuple):
    """A piece of news: what its author writes of it, and sentences of others, each of which may stand behind any other.

    `own` tells in the first person, `opinion` argues in it or asks, `report` and `analysis` say neither "I" nor "we";
    `nested` are later paragraphs of a block in which others speak, each with "voice¦" before what is said.
    """

    opening: tuple[str, ...]
    second: tuple[str, ...]
    clause: tuple[str, ...]
    own: tuple[str, ...]
    opinion: tuple[str, ...]
    report: tuple[str, ...]
    analysis: tuple[str, ...]
    nested: tuple[str, ...]
    list: tuple[str, ...]
    summary: tuple[str, ...]
    caption: tuple[str, ...]
    post: tuple[str, ...]


def _topic(lines: list[str]) -> Topic:
    told: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        kind, _, words = line.partition(": ")
        told[kind].append(words)
    return Topic(**{kind: tuple(words) for kind, words in told.items()})


TOPICS = tuple(_topic(each.strip("\n").split("\n")[1:]) for each in ("\n" + _TEXT).split("\n= ")[1:])
