"""Articles with many people and bodies: the referent of each name, noun and pronoun, and their profiles."""

import re
from collections.abc import Sequence
from random import Random

from tests.benchmarks.constructions import introductions as forms
from tests.benchmarks.constructions.casts import Cast, cast, genitive, opened
from tests.benchmarks.constructions.casts import bare as plain
from tests.benchmarks.constructions.characters import KINDS, ROLE_FORMS, WAYS, Character, others, people, tell
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
_COMMAS = re.compile(r",(?=[.,;:])|(?<=\.)\.")
_PAIRED, _PRESENTED, _PLACED, _FOLLOWED, _FILLED = 0.15, 0.12, 0.45, 0.6, 0.2  # how often


class _Story:
    """A text that grows by paragraphs, each word of somebody with the pieces that it was drawn with."""

    def __init__(self, random: Random, names: Cast) -> None:
        self.random, self.names = random, names
        self.text = LEAD.format_map(names)
        self.said: list[tuple[str, dict[str, str]]] = []
        self.last: Character | None = None
        self.left = {"clause": list(forms.CLAUSES), "quoted": list(forms.QUOTED), "rest": list(forms.REST)}
        self.left["question"] = list(forms.QUESTIONS)
        self.left["stranger"] = list(_STRANGERS)
        for words in self.left.values():
            random.shuffle(words)

    def new(self) -> None:
        """Begin a paragraph."""
        self.text = self.text.rstrip().removesuffix(PARTS) + PARTS

    def fits(self, form: Piece) -> bool:
        """Whether a sentence may follow: two quotations side by side are nobody's style."""
        return not (self.text.endswith("” ") and form.words.startswith("“"))

    def add(self, frame: str, voice: Character | None, who: str = "", way: str = "-") -> None:
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
    names |= {
        "bare_blog": names["blog"],
        "bare_college": plain(names["college"]),
        "facebook": "Facebook",
        "twitter": "Twitter",
        "telegram": "Telegram",
        "none": "",
    }
    found = people(random, names)
    bodies = others(random, names, found)
    story = _Story(random, names)
    plan: list[list[Character]] = [[each] for each in bodies]
    if random.random() < _PAIRED and found[0].slots["last"] != found[1].slots["last"]:
        plan += [found[:2], *([each] for each in found[2:])]
    else:
        plan += [[each] for each in found]
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
        _again(story, random.choice([*found, *bodies]))
    voices = tuple(each.told._replace(pieces=each.pieces) for each in [*found, *bodies])
    said = [name for name, _ in story.said]
    return Example.marked(story.text.rstrip(), said, {}, parts=[told for _, told in story.said], voices=voices)


def _drawn(random: Random, among: Sequence[Piece], marks: frozenset[str]) -> Piece:
    return random.choice([each for each in among if each.marks <= marks])


def _introduced(story: _Story, voice: Character) -> None:
    """Somebody is brought in beside words of theirs, or in the sentence before."""
    random = story.random
    if random.random() < _PRESENTED:
        form = _drawn(random, forms.PRESENTED, voice.marks)
        if "of the first" not in form.words or "age" not in form.gives:
            tell(voice, form)
        story.add(form.words, voice, way="presented")
        _speaks(story, voice, "{he}", "he")
    else:
        form = _drawn(random, forms.INTROS, voice.marks)
        tell(voice, form)
        _speaks(story, voice, form.words, "intro")
    while random.random() < _FOLLOWED:
        if random.random() < 0.4:
            story.new()
        _follows(story, voice)
        if random.random() < 0.5:
            break


def _speaks(story: _Story, voice: Character, who: str, way: str) -> None:
    """Somebody speaks in a frame, at times with the place where their words appeared."""
    random, pronoun = story.random, way == "he"
    fresh = voice.pieces["outlet"] == "-"
    if fresh and "press" not in voice.marks and random.random() < _PLACED:
        named = who.startswith(("{full}", "{last}", "{he}"))
        form = random.choice([each for each in forms.PLACED if story.fits(each) and (named or not each.marks)])
        if form.gives == "blog" and "office" in voice.marks:
            form = forms.PLACED[0]
        slots = story.names | voice.slots
        places = [slots[each] for each in form.gives.split("/") if each != "both"]
        if form.gives.endswith("both"):
            places.append(f"{genitive(plain(places[0]))} {places[1]}")
        voice.told = voice.told._replace(outlet=(*places, *map(plain, places)))
        story.add(form.words, voice, who, way)
        voice.pieces["outlet"] = form.words.translate(UNMARKED)
        return
    barred = (
        {"noun", "names"}
        if pronoun
        else set()
        if WAYS.get(way, who).startswith("{full") or way == "last"
        else {"names"}
    )
    frames = [each for each in forms.FRAMES if story.fits(each) and not each.marks & barred]
    form = random.choice(frames)
    story.add(form.words, voice, who, way)
    if "names" in form.marks:
        story.last = None


def _follows(story: _Story, voice: Character) -> None:
    """The one who spoke last goes on."""
    ways = ["last" if "last" in voice.ways else "full"]
    if story.last is voice:
        ways += ["he", "he", "he"]
    way = story.random.choice(ways)
    _says_again(story, voice, way)


def _says_again(story: _Story, voice: Character, way: str) -> None:
    table = [each for each in forms.AGAIN if story.fits(each) and not (voice.is_body and "person" in each.marks)]
    story.add(story.random.choice(table).words, voice, WAYS[way], way)


def _again(story: _Story, voice: Character) -> None:
    """Somebody speaks again in a paragraph of their own, and perhaps goes on."""
    random = story.random
    ways = [*voice.ways, *(["he"] * 4 if story.last is voice and "unnamed" not in voice.marks else [])]
    way = random.choice(ways)
    if voice.is_body or random.random() < 0.5:
        _says_again(story, voice, way)
    else:
        _speaks(story, voice, WAYS[way], way)
    if not voice.is_body and random.random() < 0.4:
        _follows(story, voice)


def _together(story: _Story, one: Character, other: Character) -> None:
    """Two are brought in by one sentence, and speak in turn."""
    form = _drawn(story.random, forms.TOGETHER, one.marks)
    if "{a_role}" not in form.words:
        other.slots |= {slot: one.slots[slot] for slot in ROLE_FORMS}
        other.marks = one.marks - {"woman", "man"} | other.marks & {"woman", "man"}
        one.slots["noun"] = other.slots["noun"] = ""
    slots = one.slots | {"A": one.slots["full"], "B": other.slots["full"]}
    slots |= {"a_role": one.slots["det_role"], "b_role": other.slots["det_role"]}
    words = form.words.format_map(story.names | slots)
    for each in (one, other):
        tell(each, form._replace(words="{full}, {det_role},"))
        each.pieces["intro"] = form.words
    story.text += words + " "
    story.last = None
    _speaks(story, one, "{last}", "last")
    story.new()
    _speaks(story, other, "{last}", "last")


def _body(story: _Story, voice: Character) -> None:
    """A body, a newspaper or somebody unnamed speaks for the first time."""
    random = story.random
    if "unnamed" in voice.marks:
        whole = voice.slots["role"].replace("{spokesman}", voice.slots["spokesman"])
        voice.told = Told(voice.slots["noun"], (voice.slots["noun"],), whole, ("the Seaway Agency",), ("",), (), {})
        story.add(voice.slots["role"], voice, way="unnamed")
        return
    is_paper = "paper" in voice.marks
    form = random.choice(forms.OF_PAPERS if is_paper else forms.OF_BODIES)
    voice.told = voice.told._replace(kind=("publication",) if is_paper else KINDS["body"])
    if is_paper:
        voice.told = voice.told._replace(role=("", "magazine", "newspaper"), whole="magazine newspaper")
    if form.gives:
        voice.told = voice.told._replace(outlet=(story.names[form.gives],))
    story.add(form.words, voice, "{body}", "body")
    if random.random() < 0.4:
        _says_again(story, voice, random.choice(["he", "he", "noun", "short"]))
