"""Invented people, places, papers and bodies in many forms, to fill the sentences of the families."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias
from unicodedata import normalize

Cast: TypeAlias = dict[str, str]
"""What each slot of a piece is filled with in one example: `"{person} of {place}".format_map(cast)`."""

_LINES = (Path(__file__).parent / "casts.txt").read_text(encoding="utf-8").splitlines()
NAMES = {kind: tuple(names.split(" | ")) for kind, _, names in (line.partition(": ") for line in _LINES)}
"""By slot, the names that may fill it: one line of `casts.txt`."""

GENDERED = {
    "woman": {"he": "she", "him": "her", "his": "her", "himself": "herself", "relative": "sister"},
    "man": {"he": "he", "him": "him", "his": "his", "himself": "himself", "relative": "brother"},
}
"""By the kind of first name what tells of the gender."""


def cast(random: Random) -> Cast:
    """A cast for one example. No two slots share a name, and the pronouns are those of `person`.

    `paper`, `body` and the like bring the article that they have in running text; `named_paper` and `named_body` are
    without it, as a voice is named, and `Office` is the capitalised `office` before a name.
    """
    same, other = ("woman", "man") if random.random() < 0.5 else ("man", "woman")
    drawn = {slot: random.choice(names) for slot, names in NAMES.items()}
    firsts = random.sample(NAMES[same], 2)
    surnames = random.sample(NAMES["surname"], 3)
    drawn |= {
        "person": f"{firsts[0]} {surnames[0]}",
        "first": firsts[0],
        "surname": surnames[0],
        "middle": firsts[1],
        "other": f"{drawn[other]} {surnames[1]}",
        "third": f"{drawn[same]} {surnames[2]}",
        "Office": drawn["office"].title(),
        "age": str(random.randint(19, 84)),
        "year": str(random.randint(1969, 2012)),
        "percent": str(random.randint(11, 89)),
        "handle": handle(firsts[0] + random.choice(["", "_", "9"]) + surnames[0].split()[-1]),
    }
    for one, two in (("place", "town"), ("paper", "review"), ("body", "firm")):
        drawn[one], drawn[two] = random.sample(NAMES[one], 2)
    drawn |= {
        f"named_{each}": bare(drawn[each]) for each in ("paper", "review", "body", "firm", "school", "site", "station")
    }
    drawn |= {f"{each}_s": genitive(drawn[each]) for each in ("person", "paper", "body", "firm", "country")}
    drawn["trade_plural"] = drawn["trade"].removesuffix("man") + ("men" if drawn["trade"].endswith("man") else "s")
    return drawn | GENDERED[same]


class Slots(dict[str, str]):
    """A cast whose slots for what is `said` give something else each time; "Clause" gives a "clause" as it opens."""

    def __init__(self, random: Random, slots: Cast, said: Mapping[str, Sequence[str]]) -> None:
        super().__init__(slots)
        self._left = {slot: random.sample(words, len(words)) for slot, words in said.items()}

    def __missing__(self, slot: str) -> str:
        if slot in self._left:
            return self._left[slot].pop().format_map(self)
        return opened(self._left[slot.lower()].pop().format_map(self))


def filled(form: str, names: Cast, pieces: Mapping[str, str]) -> str:
    """A form with its pieces, and in them and in it the names."""
    return form.format_map(names | {slot: words.format_map(names) for slot, words in pieces.items()})


def bare(name: str) -> str:
    """A name without its article, and what kind of thing bears it."""
    return name.removeprefix("the broadcaster ").removeprefix("the ").removeprefix("The ")


def handle(name: str) -> str:
    """A user name made of that name, in plain letters."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "@" + "".join(each for each in plain.lower() if each.isalnum() or each == "_")


def genitive(name: str) -> str:
    """Of that name, as a possessor."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def opened(words: str) -> str:
    """The words as a sentence opens with them."""
    return words[:1].upper() + words[1:]
