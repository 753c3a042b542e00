"""Articles with many people and bodies: who is meant by each name, noun and pronoun, and what the text says of them."""

import re
from collections.abc import Sequence
from random import Random

from tests.benchmarks.constructions import introductions as forms
from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, cast, genitive, opened
from tests.benchmarks.constructions.casts import bare as plain
from tests.benchmarks.constructions.drawing import Piece
from tests.benchmarks.constructions.running import PARTS, UNMARKED, Example, Told
from tests.benchmarks.constructions.statements import LEAD

_STRANGERS = ("Ilse Vance", "Tobias Halloran", "Jaromir Zeleny", "Nina Quispe", "Victor Amadi", "Clara Stein")
_SETTING = {
    "programme": ("Morning Lines", "The Late Report", "Tarn Tonight", "Open Mic"),
    "agency": ("RFK", "Agence Rive", "Velinfo", "Sabria Press"),
    "platform": ("Facebook", "Twitter", "X", "Instagram", "YouTube", "Telegram"),
    "blog": ("Salt & Lime", "Weir Watch", "Open Quay", "Notes from a Small River", "mudlark.example"),
    "rival": ("the Harbour Trust", "the Orchard Fund", "the Lantern Society", "Blue Coast"),
    "ministry": ("the attorney general", "the treasury", "the ombudsman"),
    "college": ("St. Brendan’s College", "the Ostmark Academy"),
    "hospital": ("St. Luke’s Hospital", "the Northern Hospital"),
}
_SPEAKING = ("agency", "agency", "union", "ngo", "firm", "bank", "party", "council")
_GENDER = {
    "woman": {"spokesman": "spokeswoman", "title": "Ms"},
    "man": {"spokesman": "spokesman", "title": "Mr"},
}
_JOBS = frozenset({"analyst", "engineer", "geologist", "inspector", "lawyer", "nurse", "researcher", "surgeon"})
_COMMAS = re.compile(r",(?=[.,;:])|(?<=\.)\.")
_INITIALS = re.compile(r"\s\(([A-Z]+)\)")
_SHARED, _PAIRED, _PRESENTED, _PLACED, _FOLLOWED, _FILLED, _WHOLE, _OWN_BODY = (
    0.12,
    0.15,
    0.12,
    0.45,
    0.6,
    0.2,
    0.3,
    0.3,
)
_KINDS = {
    "office": ("official",),
    "academic": ("expert",),
    "press": ("journalist",),
    "body": ("organisation", "official"),
}


class _Voice:
    """Somebody of the story: their words in all forms, how they may be named again, and what has been told of them."""

    def __init__(self, slots: Cast, marks: frozenset[str], ways: Sequence[str]) -> None:
        self.slots, self.marks, self.ways = slots, marks, list(ways)
        self.told = Told(slots["full"], ("",), "", ("",), ("",), (), {})
        self.is_body = not {"woman", "man"} & marks
        self.pieces = {"role": slots.get("role", "-"), "intro": "-", "outlet": "-"}


class _Story:
    """A text that grows by paragraphs, each word of somebody with the pieces that it was drawn with."""

    def __init__(self, random: Random, names: Cast) -> None:
        self.random, self.names = random, names
        self.text = LEAD.format_map(names)
        self.said: list[tuple[str, dict[str, str]]] = []
        self.last: _Voice | None = None
        self.left = {"clause": list(forms.CLAUSES), "quoted": list(forms.QUOTED), "rest": list(forms.REST)}
        self.left["stranger"] = list(_STRANGERS)
        for words in self.left.values():
            random.shuffle(words)

    def new(self) -> None:
        """Begin a paragraph."""
        self.text = self.text.rstrip().removesuffix(PARTS) + PARTS

    def fits(self, form: Piece) -> bool:
        """Whether a sentence may follow: two quotations side by side are nobody's style."""
        return not (self.text.endswith("” ") and form.words.startswith("“"))

    def add(self, frame: str, voice: _Voice | None, who: str = "", way: str = "-") -> None:
        """A sentence, in which the voice speaks as `who`."""
        slots = self.names | ({} if voice is None else voice.slots)
        who = who.format_map(slots)
        words = frame.format_map(_Filling(self, slots | {"who": who, "Who": opened(who)}))
        self.text += _COMMAS.sub("", words) + " "
        if voice is not None:
            pieces = voice.pieces | {"way": way, "frame": frame.translate(UNMARKED), "outlet": "-"}
            self.said += [(voice.told.name, pieces)] * frame.count("⟦")
        self.last = voice


class _Filling(dict[str, str]):
    """Slots, of which what is said gives something else each time."""

    def __init__(self, story: _Story, slots: Cast) -> None:
        super().__init__(slots)
        self._story = story

    def __missing__(self, slot: str) -> str:
        words = self._story.left[slot.lower()]
        words.append(words.pop(0))
        found = words[-1].format_map(self._story.names)
        return opened(found) if slot[0].isupper() else found


def example(random: Random) -> Example:
    """An article in which three to six people speak, and up to two bodies, a newspaper and somebody without a name."""
    names = cast(random) | {slot: random.choice(among) for slot, among in _SETTING.items()}
    people = _people(random, names)
    others = _others(random, names, people)
    story = _Story(random, names)
    plan: list[list[_Voice]] = [[each] for each in others]
    if random.random() < _PAIRED and people[0].slots["last"] != people[1].slots["last"]:
        plan += [people[:2], *([each] for each in people[2:])]
    else:
        plan += [[each] for each in people]
    random.shuffle(plan)
    for group in plan:
        story.new()
        if random.random() < _FILLED:
            story.add(random.choice(forms.BETWEEN), None)
        if len(group) > 1:
            _together(story, *group)
        elif group[0].is_body:
            _body(story, group[0])
        else:
            _introduced(story, group[0])
    for _ in range(random.randint(2, 4)):
        story.new()
        _again(story, random.choice([*people, *others]))
    voices = tuple(each.told._replace(pieces=each.pieces) for each in [*people, *others])
    said = [name for name, _ in story.said]
    return Example.marked(story.text.rstrip(), said, {}, parts=[told for _, told in story.said], voices=voices)


def _people(random: Random, names: Cast) -> list[_Voice]:
    """Three to six, no two of one noun or body; at times two bear one surname."""
    firsts = {gender: random.sample(NAMES[gender], len(NAMES[gender])) for gender in _GENDER}
    tables = {gender: _pairs(forms.WHOLE_NAMES[gender]) for gender in _GENDER}
    whole = {gender: random.sample(table, len(table)) for gender, table in tables.items()}
    surnames = random.sample(NAMES["surname"], len(NAMES["surname"]))
    papers = random.sample(NAMES["paper"], len(NAMES["paper"]))
    ages = random.sample(range(22, 84), 6)
    shared = random.random() < _SHARED
    found: list[_Voice] = []
    for index in range(random.randint(3, 6)):
        gender = random.choice(list(_GENDER))
        own = names | GENDERED[gender] | _GENDER[gender] | {"paper": papers.pop(), "age": str(ages[index])}
        own["bare_paper"] = plain(own["paper"])
        if random.random() < _WHOLE and not shared:
            own["full"], own["last"] = whole[gender].pop()
            ways = ["last", "last", "full", "title"]
        else:
            first, last = firsts[gender].pop(), surnames[0 if shared and index < 2 else index + 1]
            own |= {"first": first, "last": last, "full": f"{first} {random.choice(['', '', '', 'M. ', 'J. '])}{last}"}
            ways = ["full", "first"] if shared and index < 2 else ["last", "last", "full", "title"]
        taken = [each.slots for each in found]
        role, body = _role(random, own, taken)
        found.append(_Voice(own | _worded(role, own, body), role.marks | _made(role, gender), ways))
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


def _pairs(table: str) -> list[tuple[str, str]]:
    """The entries of a table "name = word | name = word"."""
    entries = (each.strip().partition(" = ") for each in re.split(r"[|\n]", table.strip()))
    return [(name, word) for name, _, word in entries]


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
        "det_role": article + bare_role,
        "bare_role": bare_role,
        "noun": role.noun.format_map(own),
    }


def _others(random: Random, names: Cast, people: Sequence[_Voice]) -> list[_Voice]:
    """Up to two bodies that speak, perhaps a newspaper, perhaps somebody without a name."""
    found: list[_Voice] = []
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
        found.append(_Voice(slots, frozenset({"body"}), ways))
    if random.random() < 0.3:
        slots = {"full": plain(names["review"]), "body": names["review"], "noun": "newspaper", "he": "it"}
        slots |= {"short": names["review"], "role": "paper"}
        found.append(_Voice(slots, frozenset({"paper"}), ["noun", "short"]))
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
        found.append(_Voice(slots, frozenset({"unnamed"}), ["noun"]))
    return found


def _drawn(random: Random, among: Sequence[Piece], marks: frozenset[str]) -> Piece:
    return random.choice([each for each in among if each.marks <= marks])


def _introduced(story: _Story, voice: _Voice) -> None:
    """Somebody is brought in beside words of theirs, or in the sentence before."""
    random = story.random
    if random.random() < _PRESENTED:
        form = _drawn(random, forms.PRESENTED, voice.marks)
        if "of the first" not in form.words or "age" not in form.gives:
            _tell(voice, form)
        story.add(form.words, voice, way="presented")
        _speaks(story, voice, "{he}", "he")
    else:
        form = _drawn(random, forms.INTROS, voice.marks)
        _tell(voice, form)
        _speaks(story, voice, form.words, "intro")
    while random.random() < _FOLLOWED:
        if random.random() < 0.4:
            story.new()
        _follows(story, voice)
        if random.random() < 0.5:
            break


def _tell(voice: _Voice, form: Piece) -> None:
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
    kinds = next((_KINDS[mark] for mark in _KINDS if mark in voice.marks), ())
    if "former" in tells or "role" not in tells:
        kinds = ()
    voice.told = Told(slots["full"], role, whole, affiliation, outlet, kinds, {})
    voice.pieces["intro"] = form.words
    if "age" in tells:
        voice.ways.append("aged")
    if "role" in tells:
        voice.ways += ["noun", "noun"] * bool(slots["noun"])
        voice.ways += [way for mark, way in (("academic", "doctor"), ("titled", "office")) if mark in voice.marks]


def _roles_told(slots: Cast, tells: Sequence[str]) -> tuple[str, ...]:
    """The words one of which the role that a form tells must have."""
    if "role" in tells:
        return slots["head"], slots["heads"]
    if "former" in tells:
        return (f"former {slots['head']}",)
    if "office" in tells:
        return ("head",)
    if {"dr", "professor"} & set(tells):
        return "", "Dr", "Prof", "Professor"
    return ("", "heads", "works") if "body" in tells else ("",)


_WAYS = {
    "last": "{last}",
    "full": "{full}",
    "first": "{first}",
    "title": "{title} {last}",
    "noun": "the {noun}",
    "aged": "the {age}-year-old",
    "doctor": "Dr {last}",
    "office": "{Head} {last}",
    "he": "{he}",
    "short": "{short}",
    "initials": "{initials}",
}


def _speaks(story: _Story, voice: _Voice, who: str, way: str) -> None:
    """Somebody speaks in a frame, at times with the place where their words appeared."""
    random, pronoun = story.random, way == "he"
    fresh = voice.pieces["outlet"] == "-"
    if fresh and "press" not in voice.marks and random.random() < _PLACED:
        form = random.choice([each for each in forms.PLACED if story.fits(each)])
        if form.gives == "blog" and "office" in voice.marks:
            form = forms.PLACED[0]
        place = story.names[form.gives] if form.gives != "paper" else voice.slots["paper"]
        voice.told = voice.told._replace(outlet=(place, plain(place)))
        story.add(form.words, voice, who, way)
        voice.pieces["outlet"] = form.words.translate(UNMARKED)
        return
    barred = (
        {"noun", "names"}
        if pronoun
        else set()
        if _WAYS.get(way, who).startswith("{full") or way == "last"
        else {"names"}
    )
    frames = [each for each in forms.FRAMES if story.fits(each) and not each.marks & barred]
    form = random.choice(frames)
    story.add(form.words, voice, who, way)
    if "names" in form.marks:
        story.last = None


def _follows(story: _Story, voice: _Voice) -> None:
    """The one who spoke last goes on."""
    ways = ["last" if "last" in voice.ways else "full"]
    if story.last is voice:
        ways += ["he", "he", "he"]
    way = story.random.choice(ways)
    _says_again(story, voice, way)


def _says_again(story: _Story, voice: _Voice, way: str) -> None:
    table = [each for each in forms.AGAIN if story.fits(each) and not (voice.is_body and "person" in each.marks)]
    story.add(story.random.choice(table).words, voice, _WAYS[way], way)


def _again(story: _Story, voice: _Voice) -> None:
    """Somebody speaks again in a paragraph of their own, and perhaps goes on."""
    random = story.random
    ways = [*voice.ways, *(["he"] * 4 if story.last is voice and "unnamed" not in voice.marks else [])]
    way = random.choice(ways)
    if voice.is_body or random.random() < 0.5:
        _says_again(story, voice, way)
    else:
        _speaks(story, voice, _WAYS[way], way)
    if not voice.is_body and random.random() < 0.4:
        _follows(story, voice)


def _together(story: _Story, one: _Voice, other: _Voice) -> None:
    """Two are brought in by one sentence, and speak in turn."""
    form = _drawn(story.random, forms.TOGETHER, one.marks)
    if "{a_role}" not in form.words:
        kept = (
            "role",
            "body",
            "body_noun",
            "bare_body",
            "body_s",
            "bare_body_s",
            "head",
            "Head",
            "a_head",
            "heads",
            "tail",
            "det_role",
        )
        other.slots |= {slot: one.slots[slot] for slot in kept}
        other.marks = one.marks - {"woman", "man"} | other.marks & {"woman", "man"}
        one.slots["noun"] = other.slots["noun"] = ""
    slots = one.slots | {"A": one.slots["full"], "B": other.slots["full"]}
    slots |= {"a_role": one.slots["det_role"], "b_role": other.slots["det_role"]}
    words = form.words.format_map(story.names | slots)
    for each in (one, other):
        _tell(each, form._replace(words="{full}, {det_role},"))
        each.pieces["intro"] = form.words
    story.text += words + " "
    story.last = None
    _speaks(story, one, "{last}", "last")
    story.new()
    _speaks(story, other, "{last}", "last")


def _body(story: _Story, voice: _Voice) -> None:
    """A body, a newspaper or somebody unnamed speaks for the first time."""
    random = story.random
    if "unnamed" in voice.marks:
        whole = voice.slots["role"].replace("{spokesman}", voice.slots["spokesman"])
        voice.told = Told(voice.slots["noun"], (voice.slots["noun"],), whole, ("the Seaway Agency",), ("",), (), {})
        story.add(voice.slots["role"], voice, way="unnamed")
        return
    is_paper = "paper" in voice.marks
    form = random.choice(forms.OF_PAPERS if is_paper else forms.OF_BODIES)
    voice.told = voice.told._replace(kind=("publication",) if is_paper else _KINDS["body"])
    if is_paper:
        voice.told = voice.told._replace(role=("", "magazine", "newspaper"), whole="magazine newspaper")
    story.add(form.words, voice, "{body}", "body")
    if random.random() < 0.4:
        _says_again(story, voice, random.choice(["he", "he", "noun", "short"]))
