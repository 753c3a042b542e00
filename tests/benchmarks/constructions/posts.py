"""Round-ups of posts: each lead-in brings somebody in, with what they are and where they wrote, and a block follows."""

from random import Random

from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, cast, handle, opened
from tests.benchmarks.constructions.casts import bare as plain
from tests.benchmarks.constructions.drawing import Piece, pieces
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
_USERS = ("muddyfeet", "river_rat", "ana1984", "Tarnista", "el_remo", "grumpy_miller")
_PLATFORM = ("Facebook", "Instagram", "Telegram", "LinkedIn", "Tumblr")

_POSTS = pieces("""
{full}, who blogs at {blog}, writes:|full;;;blog
{full}, who writes at {blog}, is not convinced:|full;;;blog
Blogger {full}, who writes at {blog}, is not convinced:|full;Blogger;;blog
{full}, {a_trade} who blogs at {blog}, asks:|full;{trade};;blog
{full}, {a_trade} who writes the blog {blog}, asks:|full;{trade};;blog
At {blog}, {full} writes:|full;;;blog
At {blog}, {full}, {a_trade}, writes:|full;{trade};;blog
Over at {blog}, {full} sums it up:|full;;;blog
On {his} blog, {blog}, {full} remembers the last flood:|full;;;blog
On {his} blog {blog}, {full} writes:|full;;;blog
On the blog {blog}, {full} writes:|full;;;blog
{full} writes on {his} blog, {blog}:|full;;;blog
{full} writes at {blog}:|full;;;blog
{full} of {blog} writes:|full;;;blog
{full}, of {blog}, writes:|full;;;blog
{full} from {blog} writes:|full;;;blog
{full} ({blog}) writes:|full;;;blog
{full}, blogging at {blog}, says:|full;;;blog
Writing at {blog}, {full} says:|full;;;blog
Blogging at {blog}, {full} has a question:|full;;;blog
In a post on {blog}, {full} writes:|full;;;blog
In a long post on {blog}, {full}, {a_trade}, explains:|full;{trade};;blog
{full}, author of the blog {blog}, writes:|full;author;;blog
{full}, {a_trade} from {place}, runs the blog {blog}. {He} writes:|full;{trade};;blog
{full}, {a_trade} from {place}, keeps a blog called {blog}. {He} writes:|full;{trade};;blog
Blogger {full} wrote:|full;Blogger;;none
Another blogger, {full}, disagrees:|full;blogger;;none
The blog {blog} has this to say:|blog;*;;blog
{blog} writes:|blog;;;blog
The blog {blog} writes:|blog;*;;blog
{full}, {a_trade} from {place}, wrote on {platform}:|full;{trade};;platform
On {platform}, {full} wrote:|full;;;platform
On {platform}, {full}, {a_trade}, wrote:|full;{trade};;platform
In a Facebook post, {full} wrote:|full;;;facebook
On {his} Facebook page, {full}, {a_trade}, wrote:|full;{trade};;facebook
{full} posted on {platform}:|full;;;platform
Facebook user {full} wrote:|full;*user;;facebook
{full} wrote on Twitter:|full;;;twitter
{full} ({handle}) tweeted:|full;;;twitter
{full}, {a_trade}, tweeted:|full;{trade};;twitter
Twitter user {handle} wrote:|handle;*user;;twitter
{handle} tweeted:|handle;;;twitter
On Twitter, {handle} asked:|handle;;;twitter
On the forum {blog}, user {user} wrote:|user;*user;;blog
User {user} wrote on the forum {blog}:|user;*User;;blog
In the newspaper {bare_paper}, columnist {full} wrote:|full;columnist;*paper;paper
{bare_paper} columnist {full} writes:|full;columnist;*paper;paper
Columnist {full} wrote in {paper}:|full;Columnist;*paper;paper
{full} wrote in {paper}:|full;;;paper
In {paper}, {full} wrote:|full;;;paper
In {paper}, the novelist {full} wrote:|full;novelist;;paper
Writing in {paper}, {full} said:|full;;;paper
In an op-ed for {paper}, {full} argued:|full;;;paper
In a letter to {paper}, {full}, {a_trade}, wrote:|full;{trade};;paper
{Paper} reported:|paper;;;none
The newspaper {bare_paper} wrote:|paper;*;;none
{full}, {a_trade}, told {paper}:|full;{trade};;paper
In an interview with {paper}, {full}, {a_trade}, said:|full;{trade};;paper
Speaking to {station}, {full}, {a_trade}, said:|full;{trade};;station
{full}, the director of {body}, wrote on {platform}:|full;director;body;platform
{full}, who works for {body}, writes at {blog}:|full;;body;blog
{full}, a member of {body}, wrote in {paper}:|full;member;body;paper
{full} of {body} told the council:|full;;body;none
{full}, a professor at {school}, writes at {blog}:|full;professor;school;blog
{Body} said in a statement:|body;;;none
In a statement, {body} said:|body;;;none
On Facebook, {body} wrote:|body;;;facebook
Not everybody agrees. {full} writes:|full;;;none
{full}, {a_trade}, is angry:|full;{trade};;none
{full} has another idea:|full;;;none
The mayor of {place}, {full}, told reporters:|full;mayor;;none
""")
_MORE = (
    "{He} continues:",
    "{He} adds:",
    "{Last} goes on:",
    "And {he} concludes:",
    "Further down, {he} writes:",
    "{Last} ends with a warning:",
)
_BETWEEN = ("The debate goes on.", "Others were less patient.", "The photographs were shared widely.", "")
_GOES_ON = 0.25


def example(random: Random) -> Example:
    """A round-up with four to six posts, some of which go on behind a second lead-in."""
    names = cast(random)
    blogs, blocks = random.sample(_BLOGS, len(_BLOGS)), random.sample(_BLOCKS, len(_BLOCKS))
    papers, bodies = random.sample(NAMES["paper"], 6), random.sample(NAMES["body"], 6)
    firsts = {gender: random.sample(NAMES[gender], 6) for gender in ("woman", "man")}
    surnames, users = random.sample(NAMES["surname"], 6), random.sample(_USERS, 6)
    text = _LEAD.format_map(names)
    said: list[str] = []
    parts: list[dict[str, str]] = []
    voices: list[Told] = []
    for at in range(random.randint(4, 6)):
        gender = random.choice(("woman", "man"))
        own = names | GENDERED[gender] | {"first": firsts[gender].pop(), "last": surnames.pop()}
        own |= {"paper": papers.pop(), "body": bodies.pop(), "blog": blogs.pop(), "user": users.pop()}
        own |= {"trade": random.choice([each for each in NAMES["trade"] if each not in {"ferryman", "miller"}])}
        own |= {"platform": random.choice(_PLATFORM), "full": f"{own['first']} {own['last']}"}
        own |= {"handle": handle(own["first"] + own["last"].split()[-1]), "bare_paper": plain(own["paper"])}
        own |= {"facebook": "Facebook", "twitter": "Twitter", "none": "", "a_trade": _with_article(own["trade"])}
        own |= {opened(slot): opened(own[slot]) for slot in ("he", "paper", "body", "last")}
        form = random.choice(_POSTS)
        voice, told = _told(form, own)
        pieces_of = {"lead": form.words, "at": str(min(at, 1))}
        leads = [form.words]
        if voice == own["full"] and random.random() < _GOES_ON:
            leads.append(random.choice(_MORE))
        for lead in leads:
            between = random.choice(_BETWEEN) if lead == form.words else ""
            text += f"{between} {lead.format_map(own)}".strip() + f"{PARTS}{OPENS}{blocks.pop()}{ENDS}{PARTS}"
            said.append(voice)
            parts.append(pieces_of | {"way": lead if lead is not form.words else "-"})
        voices.append(told._replace(pieces=pieces_of))
    return Example.marked(text.removesuffix(PARTS), said, {}, parts=parts, voices=tuple(voices))


def _told(form: Piece, own: Cast) -> tuple[str, Told]:
    """The voice that a lead-in names, and what it tells: "name;role;body;outlet", with a star for what may be told."""
    who, role, body, outlet = form.gives.split(";")
    role = role.format_map(own)
    roles = ("", role[1:] or form.words.split()[1]) if role.startswith("*") else (role,)
    place = own[outlet]
    bodies = [own[body.removeprefix("*")]] if body else [""]
    if body.startswith("*") or outlet == "blog":
        bodies += ["", place]
    whole = form.words.format_map(own)
    outlets = (place, plain(place), *([""] if who == outlet else []))
    name = plain(own[who]) if who in {"paper", "body"} else own[who]
    return name, Told(name, roles, whole, tuple(map(plain, bodies)), outlets, (), {})


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
