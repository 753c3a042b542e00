"""The speakers in the articles of the family `people`: their names, roles and descriptions."""

import re
from collections.abc import Sequence
from random import Random

from tests.benchmarks.constructions import introductions as forms
from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, genitive, opened
from tests.benchmarks.constructions.casts import bare as plain
from tests.benchmarks.constructions.drawing import Piece
from tests.benchmarks.constructions.running import Told

_WHOLE, _SHARED = 0.3, 0.12
ROLE_FORMS = [
    "role",
    "body",
    "body_noun",
    "bare_body",
    "body_s",
    "bare_body_s",
    "noun_s",
    "head",
    "Head",
    "a_head",
    "heads",
    "Heads",
    "tail",
    "det_role",
    "bare_role",
    "acting",
]
"""The slots that a role fills."""

_SPEAKING = ("agency", "agency", "union", "ngo", "firm", "bank", "party", "council")
_GENDER = {
    "woman": {"spokesman": "spokeswoman", "title": "Ms"},
    "man": {"spokesman": "spokesman", "title": "Mr"},
}
_JOBS = frozenset({"analyst", "engineer", "geologist", "inspector", "lawyer", "nurse", "researcher", "surgeon"})
_INITIALS = re.compile(r"\s\(([A-Z]+)\)")
KINDS = {
    "office": ("official",),
    "academic": ("expert",),
    "press": ("journalist",),
    "body": ("organisation", "official"),
}

WAYS = {
    "last": "{last}",
    "full": "{full}",
    "first": "{first}",
    "title": "{title} {last}",
    "noun": "the {noun}",
    "last, noun": "{last}, the {noun},",
    "owned": "{noun_s} {noun}",
    "aged": "the {age}-year-old",
    "doctor": "Dr {last}",
    "office": "{Head} {last}",
    "he": "{he}",
    "short": "{short}",
    "initials": "{initials}",
}
"""By the name of a form, how somebody is named again."""


class Character:
    """Somebody of the story: their words in all forms, how they may be named again, and what has been told of them."""

    def __init__(self, slots: Cast, marks: frozenset[str], ways: Sequence[str]) -> None:
        self.slots, self.marks, self.ways = slots, marks, list(ways)
        self.told = Told(slots["full"], ("",), "", ("",), ("",), (), {})
        self.is_body = not {"woman", "man"} & marks
        self.pieces = {"role": slots.get("role", "-"), "intro": "-", "outlet": "-"}


def people(random: Random, names: Cast) -> list[Character]:
    """Three to six, no two of one noun or body; at times two bear one surname."""
    firsts = {gender: random.sample(NAMES[gender], len(NAMES[gender])) for gender in _GENDER}
    tables = {gender: _pairs(forms.WHOLE_NAMES[gender]) for gender in _GENDER}
    whole = {gender: random.sample(table, len(table)) for gender, table in tables.items()}
    surnames = random.sample(NAMES["surname"], len(NAMES["surname"]))
    papers = random.sample(NAMES["paper"], len(NAMES["paper"]))
    ages = random.sample(range(22, 84), 6)
    shared = random.random() < _SHARED
    found: list[Character] = []
    for index in range(random.randint(3, 6)):
        gender = random.choice(list(_GENDER))
        own = names | GENDERED[gender] | _GENDER[gender] | {"paper": papers.pop(), "age": str(ages[index])}
        own |= {"bare_paper": plain(own["paper"]), "paper_s": genitive(own["paper"])}
        if random.random() < _WHOLE and not shared:
            own["full"], own["last"] = whole[gender].pop()
            ways = ["last", "last", "full", "title"]
        else:
            first, last = firsts[gender].pop(), surnames[0 if shared and index < 2 else index + 1]
            own |= {"first": first, "last": last, "full": f"{first} {random.choice(['', '', '', 'M. ', 'J. '])}{last}"}
            ways = ["full", "first"] if shared and index < 2 else ["last", "last", "full", "title"]
        taken = [each.slots for each in found]
        role, body = _role(random, own, taken)
        found.append(Character(own | _worded(role, own, body), role.marks | _made(role, gender), ways))
    return found


def others(random: Random, names: Cast, people: Sequence[Character]) -> list[Character]:
    """Up to two bodies that speak, perhaps a newspaper, perhaps somebody without a name."""
    found: list[Character] = []
    nouns = {each.slots["noun"] for each in people} | {each.slots["body_noun"] for each in people}
    bodies = {each.slots["body"] for each in people}
    for sort in random.sample(_SPEAKING, random.randint(0, 2)):
        body, noun = random.choice(_pairs(forms.BODIES[sort]))
        body = body.format_map(names)
        if noun in nouns or body in bodies:
            continue
        nouns.add(noun)
        short = _INITIALS.sub("", body)
        slots = {"full": plain(short), "body": body, "noun": noun, "he": "it", "short": short, "role": sort}
        initials = _INITIALS.search(body)
        slots["initials"] = f"the {initials[1]}" if initials else ""
        ways = ["noun", "noun", "short", *(["initials"] * 2 if initials else [])]
        found.append(Character(slots, frozenset({"body"}), ways))
    if random.random() < 0.3:
        slots = {"full": plain(names["review"]), "body": names["review"], "noun": "newspaper", "he": "it"}
        slots |= {"short": names["review"], "role": "paper"}
        found.append(Character(slots, frozenset({"paper"}), ["noun", "short"]))
    if random.random() < 0.3:
        own = names | random.choice(list(_GENDER.values()))
        form = random.choice([each for each in forms.OF_UNNAMED if each.gives.format_map(own) not in nouns])
        noun = form.gives.format_map(own)
        slots = {
            "full": noun,
            "body": "the Seaway Agency",
            "noun": noun,
            "he": "",
            "role": form.words,
            "spokesman": own["spokesman"],
        }
        found.append(Character(slots, frozenset({"unnamed"}), ["noun"]))
    return found


def _role(random: Random, own: Cast, taken: Sequence[Cast]) -> tuple[forms.Role, tuple[str, str]]:
    """A role of which no other has the noun, and its body, which no other has."""
    while True:
        role = random.choice(forms.ROLES)
        sort = next(iter(role.marks & set(forms.BODIES)), "")
        body, noun = random.choice(_pairs(forms.BODIES[sort])) if sort else ("", "")
        body = body.format_map(own)
        noun_of = role.noun.format_map(own)
        if "female" in role.marks and own["he"] != "she":
            continue
        if any(noun_of == each["noun"] or (body and body == each["body"]) for each in taken):
            continue
        return role, (body, noun)


def _made(role: forms.Role, gender: str) -> frozenset[str]:
    noun = role.noun
    made = {gender, "plural"} if noun and "{" not in noun and noun in role.head.split()[-1:] else {gender}
    if role.marks & set(forms.BODIES) and "outside" not in role.marks:
        made.add("inside")
    if "inside" in made or "office" in role.marks:
        made.add("past")
    if noun in _JOBS and "inside" in made:
        made.add("job")
    return frozenset(made)


def _worded(role: forms.Role, own: Cast, body: tuple[str, str]) -> Cast:
    """A role in all its forms."""
    name, noun = body
    head, tail = role.head.format_map(own), role.tail.format_map(own | {"body": name})
    article = "" if "none" in role.marks else "the " if "the" in role.marks else "an " if head[0] in "aeiou" else "a "
    short = _INITIALS.sub("", name)
    bare_role = f"{head} {tail}".rstrip()
    return {
        "role": f"{role.head}|{role.tail}",
        "body": name,
        "body_noun": noun,
        "bare_body": plain(short),
        "body_s": genitive(short),
        "bare_body_s": genitive(plain(short)),
        "head": head,
        "Head": opened(head),
        "a_head": article + head,
        "heads": head + "s",
        "Heads": opened(head) + "s",
        "tail": tail,
        "noun_s": genitive(f"the {noun}") if noun else "",
        "acting": f"acting {head}",
        "det_role": article + bare_role,
        "bare_role": bare_role,
        "noun": role.noun.format_map(own),
    }


def tell(voice: Character, form: Piece) -> None:
    """What the voice is known to be when it is brought in by a form."""
    slots, tells = voice.slots, form.gives.split()
    whole = form.words.format_map(slots)
    whole = f"{whole} {slots['det_role']} {slots['heads']}".replace(slots["full"], " ")
    role = _roles_told(slots, tells)
    elsewhere = "outside" in voice.marks
    is_told = "body" in tells and "{body" in slots["role"] and not elsewhere
    affiliation: tuple[str, ...] = (_INITIALS.sub("", slots["body"]),) if is_told else ("",)
    outlet: tuple[str, ...] = ("",)
    if "press" in voice.marks:
        affiliation = outlet = ("", slots["paper"])
    kinds = next((KINDS[mark] for mark in KINDS if mark in voice.marks), ())
    if "former" in tells or "role" not in tells:
        kinds = ()
    voice.told = Told(slots["full"], role, whole, affiliation, outlet, kinds, {})
    voice.pieces["intro"] = form.words
    if "age" in tells:
        voice.ways.append("aged")
    if "role" in tells:
        voice.ways += ["noun", "noun"] * bool(slots["noun"])
        voice.ways += ["last, noun"] * bool(slots["noun"] and "last" in voice.ways)
        voice.ways += ["owned"] * bool(slots["noun_s"] and "lead" in voice.marks and slots["noun"])
        voice.ways += [way for mark, way in (("academic", "doctor"), ("titled", "office")) if mark in voice.marks]


def _roles_told(slots: Cast, tells: Sequence[str]) -> tuple[str, ...]:
    """The words one of which the role that a form tells must have."""
    heads = (slots["head"], slots["heads"])
    told = {
        "role": heads,
        "then": heads[:1],
        "former": (f"former {slots['head']}",),
        "acting": (slots["acting"],),
        "office": ("head",),
        "sen": ("Sen", "Senator"),
        "dr": ("", "Dr"),
        "professor": ("", "Prof", "Professor"),
        "body": ("", "heads", "works", "leads", "runs", "founded", "teaches"),
    }
    return next((told[each] for each in tells if each in told), ("",))


def _pairs(table: str) -> list[tuple[str, str]]:
    """The entries of a table "name = word | name = word"."""
    entries = (each.strip().partition(" = ") for each in re.split(r"[|\n]", table.strip()))
    return [(name, word) for name, _, word in entries]
