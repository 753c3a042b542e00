"""Round-ups of posts: each lead-in introduces an author with role and outlet, and a block follows."""

from random import Random

from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, cast, handle, opened
from tests.benchmarks.constructions.casts import bare as plain
from tests.benchmarks.constructions.drawing import Piece
from tests.benchmarks.constructions.post_forms import AFTER, COMMENTS, POSTS, SCENES, THREADS
from tests.benchmarks.constructions.running import ENDS, OPENS, PARTS, Example, Told

_LEAD = "The weir at {place} broke last week after days of rain, and the lower town was under water by noon.¶"
_BLOCKS = (
    "We have been waiting for three years, and nobody has come. The council smiles for the cameras and goes home.",
    "I walked down to the bridge this morning with my daughter. There is no bridge any more, only a smell of diesel.",
    "Every spring the same story. They count the houses, they count the cows, and then they forget the number.",
    "The river never forgets a debt. This week it came to collect, and it was in a hurry.",
    "It would have cost a tenth of what the new town hall cost. I have done the sums twice, and I can show them to anybody.",
    "You can blame the rain if you like. I blame the people who signed the papers.",
    "Let us not pretend that this is news. The first letter about the cracks was sent before I was born.",
    "There were forty of us on the roof of the school, and we sang to keep the children quiet.",
    "The water has gone, but the mud is still in the kitchen. Nobody tells you how heavy mud is.",
    "Who is going to pay for all of this? I will tell you who: the same people as last time.",
    "They want us to move. I am not moving. I have buried two dogs and a husband in this garden.",
    "I have read the report, all three hundred pages of it, and I still do not know who had the keys to the gates.",
    "When the siren went, we thought it was a test. It is always a test.",
    "What we need is not another speech. We need sand, boats and somebody who answers the telephone.",
    "My cellar has been a lake since Friday. I am thinking of renting out the kitchen as a beach.",
    "I would like to thank the neighbours who carried my piano up the stairs. I did not know that they knew how.",
    "They found my car in a field. There was a carp on the back seat, and it looked at me as if I were late.",
    "It is easy to be wise afterwards. I was wise before, and nobody wanted to hear that either.",
)
_BLOGS = [
    "Salt & Lime",
    "Weir Words",
    "Open Quay",
    "Notes from a Small River",
    "Mud and Honey",
    "The Long Dyke",
    "Tidal Letters",
    "Delta Diaries",
    "El Muelle",
    "Otter Street",
    "Boat and Bucket",
    "Río Abajo",
]
_USERS = (
    *("muddyfeet", "river_rat", "ana1984", "Tarnista", "el_remo", "grumpy_miller", "wet_socks", "Sluiceman"),
    *("old_oar", "eel1962", "bridgetroll", "NoraOfTheQuay"),
)
_VOICES = 5
_PLATFORM = ("Facebook", "Instagram", "Telegram", "LinkedIn", "Tumblr")

_MORE = (
    "{He} continues:",
    "{He} adds:",
    "{Last} goes on:",
    "And {he} concludes:",
    "Further down, {he} writes:",
    "{Last} ends with a warning:",
)
_BETWEEN = ("The debate goes on.", "Others were less patient.", "The photographs were shared widely.", "")
_GOES_ON, _SCENE, _ANSWERED = 0.25, 0.2, 0.4  # how often
_LABELS = frozenset({"{full}:", "{user}:"})
_OFFLINE = frozenset({"none", "paper", "station", "title"})
_PLACES = {
    "facebook": "Facebook",
    "twitter": "Twitter",
    "youtube": "YouTube",
    "instagram": "Instagram",
    "none": "",
}


class _RoundUp:
    """A text that grows by lead-ins with their blocks, and what it tells of each voice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.names = cast(random)
        self.left = {slot: random.sample(NAMES[slot], len(NAMES[slot])) for slot in ("paper", "body", "surname")}
        self.left |= {gender: random.sample(NAMES[gender], len(NAMES[gender])) for gender in ("woman", "man")}
        self.left |= {"blog": random.sample(_BLOGS, len(_BLOGS)), "user": random.sample(_USERS, len(_USERS))}
        self.blocks = random.sample(_BLOCKS, len(_BLOCKS))
        self.text = _LEAD.format_map(self.names)
        self.parted = False
        """Whether what stands last is a thread, which the author has to leave."""
        self.said: list[str] = []
        self.parts: list[dict[str, str]] = []
        self.voices: list[Told] = []

    def somebody(self) -> Cast:
        """A cast around somebody who is new."""
        random = self.random
        gender = random.choice(("woman", "man"))
        own = self.names | GENDERED[gender] | _PLACES
        own |= {"first": self.left[gender].pop(), "last": self.left["surname"].pop(), "user": self.left["user"].pop()}
        own |= {slot: self.left[slot].pop() for slot in ("paper", "body", "blog")}
        own |= {"trade": random.choice([each for each in NAMES["trade"] if each not in {"ferryman", "miller"}])}
        own |= {"platform": random.choice(_PLATFORM), "full": f"{own['first']} {own['last']}"}
        own |= {"handle": handle(own["first"] + own["last"].split()[-1]), "bare_paper": plain(own["paper"])}
        own |= {"group": f"Facebook group {own['blog']}", "newsletter": f"{own['his']} newsletter"}
        own |= {"a_trade": _with_article(own["trade"])}
        return own | {opened(slot): opened(own[slot]) for slot in ("he", "paper", "body", "last")}

    def block(self, lead: str, own: Cast, voice: str, drawn: dict[str, str]) -> None:
        """A lead-in and the words of a voice."""
        self.text += f"{lead.format_map(own)}".strip() + f"{PARTS}{OPENS}{self.blocks.pop()}{ENDS}{PARTS}"
        self.said.append(voice)
        self.parts.append(drawn)

    def post(self) -> tuple[Piece, Cast]:
        """Somebody says something, and perhaps goes on; which lead-in that was, and its cast."""
        own, form = self.somebody(), self.random.choice(POSTS)
        voice, told = _told(form, own)
        drawn = {"lead": form.words, "at": str(min(len(self.voices), 1))}
        between = _BETWEEN[:-1] if self.parted else _BETWEEN
        self.parted = False
        self.block(f"{self.random.choice(between)} {form.words}", own, voice, drawn | {"way": "-"})
        if voice == own["full"] and self.random.random() < _GOES_ON:
            more = self.random.choice(_MORE)
            self.block(more, own, voice, drawn | {"way": more})
        self.voices.append(told._replace(pieces=drawn))
        return form, own

    def answer(self, form: Piece, places: tuple[str, ...], before: str = "") -> None:
        """Somebody who is new, in one of those places."""
        own = self.somebody()
        who, role = form.gives.split(";")
        role = role.format_map(own)
        roles = ("", role[1:]) if role.startswith("*") else (role,)
        drawn = {"answer": form.words}
        parted = PARTS if form.words in _LABELS and before else " "
        self.block(f"{before}{parted}{form.words}", own, own[who], drawn)
        self.voices.append(Told(own[who], roles, form.words.format_map(own), ("",), places, (), drawn))


def example(random: Random) -> Example:
    """A round-up with four posts or threads; some posts go on behind a second lead-in, others are answered."""
    told = _RoundUp(random)
    while len(told.voices) < _VOICES:
        if random.random() < _SCENE:
            scene, own = random.choice(SCENES), told.somebody()
            forms, before = THREADS, scene.words.format_map(own)
            places = _places(scene.gives, own)
        else:
            form, own = told.post()
            who, _, _, outlet = form.gives.split(";")
            paper = "paper" in {who, outlet}
            if random.random() >= _ANSWERED or (outlet in _OFFLINE and not paper):
                continue
            forms, before = AFTER if paper else COMMENTS, ""
            places = _places("paper" if paper else outlet, own)
        told.parted = True
        for _ in range(random.randint(1, 2)):
            told.answer(random.choice(forms), places, before)
            before = ""
    return Example.marked(told.text.removesuffix(PARTS), told.said, {}, parts=told.parts, voices=tuple(told.voices))


def _places(slot: str, own: Cast) -> tuple[str, ...]:
    """The answers that are right for where words appeared."""
    if slot == "group":
        return own["group"], own["blog"], "Facebook"
    if slot == "his":
        return f"{own['his']} blog", ""
    return own[slot], plain(own[slot])


def _told(form: Piece, own: Cast) -> tuple[str, Told]:
    """The voice that a lead-in names, and what it tells: "name;role;body;outlet", with a star for what may be told."""
    who, role, body, outlet = form.gives.split(";")
    role = role.format_map(own)
    roles = ("", role[1:] or form.words.split()[1]) if role.startswith("*") else (role,)
    place = own.get(outlet, "")
    bodies = [own[body.removeprefix("*")]] if body else [""]
    if body.startswith("*") or outlet == "blog":
        bodies += ["", place]
    whole = form.words.format_map(own)
    outlets = (*_places(outlet, own), *([""] if who == outlet else []))
    name = plain(own[who]) if who in {"paper", "body"} else own[who]
    return name, Told(name, roles, whole, tuple(map(plain, bodies)), outlets, (), {})


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
