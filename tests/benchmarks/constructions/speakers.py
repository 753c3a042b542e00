"""People with a role, in the forms that mention them again: "Roe", "the mayor", "she"."""

from collections.abc import Mapping, Sequence
from random import Random

from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, cast, opened
from tests.benchmarks.constructions.drawing import Piece, pieces

ROLES = pieces("""
the {office} of {town}|the {office}|{Office}
{place}’s {office}|the {office}|{Office}
a {trade} from {town}|the {trade}
a {trade}|the {trade}
a {pen}|the {pen}
an economist at {school}|the economist
a professor of law at {school}|the professor
the director of {firm}|the director
a lawyer for the families|the lawyer
a former minister of transport|the former minister
a {age}-year-old {trade} from {town}|the {trade}
the head of the regional water company|the head of the water company
a {spokesman} for the ministry|the {spokesman}
an opposition senator|the senator
""")
"""What somebody is, what they are called by it later, and as a mark the office that may stand before a name."""


def people_of(random: Random, names: Cast, taken: Sequence[str] = ()) -> list[Cast]:
    """Three people, two of whom are of one gender; no two share a name or a role, and no role is one `taken`."""
    found: list[Cast] = []
    firsts = [names[slot].split(" ", 1)[0] for slot in ("person", "other", "third")]
    if len(set(firsts)) < len(firsts):
        return people_of(random, cast(random), taken)
    named = names | {"spokesman": "spokesman"}
    for slot in random.sample(["person", "other", "third"], 3):
        nouns = {each.format_map(named) for each in (*taken, *(other["called"] for other in found))}
        roles = [each for each in ROLES if each.gives.format_map(named) not in nouns]
        found.append(person(names[slot], random.choice(roles), names))
    return found


def lettered(people: Mapping[str, Cast]) -> Cast:
    """The slots of several people by their letters: "A" the full name, "a_role" what one is, "A_role" in an opening."""
    found: Cast = {}
    for letter, each in people.items():
        found[letter] = each["full"]
        for key, value in each.items():
            found |= {f"{letter.lower()}_{key}": value, f"{letter}_{key}": opened(value)}
    return found


def person(full: str, role: Piece, names: Cast) -> Cast:
    """What a sentence may call a person of that role: the full name, "he", "the miller"."""
    first, last = full.split(" ", 1)
    gender = "woman" if first in NAMES["woman"] else "man"
    trade = names["trade"].replace("ferryman", "miller") if gender == "woman" else names["trade"]
    own = names | {"spokesman": f"spokes{gender}", "trade": trade}
    told = GENDERED[gender] | {
        "full": full,
        "first": first,
        "last": last,
        "title": "Ms" if gender == "woman" else "Mr",
        "role": role.words.format_map(own),
        "noun": role.gives.format_map(own),
        "called": role.gives,
        "Office": "".join(role.marks).format_map(own),
    }
    return told | {opened(each): opened(told[each]) for each in ("role", "noun", "he", "his", "last")}
