"""Feature stories, whose quotations stand in marks: that go on, break off, stand alone, take turns, and what only looks quoted."""

import re
from random import Random

from tests.benchmarks.constructions.casts import Slots, cast
from tests.benchmarks.constructions.drawing import Piece, pieces
from tests.benchmarks.constructions.running import OPENS, UNMARKED, Example
from tests.benchmarks.constructions.speakers import lettered, people_of

_OPENINGS = pieces("""
{S}, {s_role}, stands on the bridge and looks at the water. “⟦{Q}. {Q}⟧.”
{S}, {s_role}, was asleep when the weir broke. “⟦{Q}⟧,” {s_he} says.
“⟦{Q}⟧,” says {S}, {s_role}.
“⟦{Q}⟧,” says {S}, {s_role}. “⟦{Q}. {Q}⟧.”
“⟦{Q}. {Q}⟧,” said {S}, {s_role}, standing at the gate. “⟦{Q}⟧.”
“⟦{Q}. {Q}⟧.”¶That is how {S}, {s_role}, remembers the night of the flood.
“⟦{Q}⟧.” {S} is sitting in the kitchen of {s_his} house in {town}. {S_he} is {s_role}.
“⟦{Q}⟧.”¶{S}, {s_role}, does not mince words. “⟦{Q}⟧,” {s_he} says.
“⟦{Q}⟧.” The words are those of {S}, {s_role}.
“⟦{Q}. {Q}.⟧¶“⟦{Q}⟧,” {S}, {s_role}, said on {day}.
“⟦{Q}.⟧¶“⟦{Q}. {Q}⟧,” said {S}, {s_role}.
{S} is {s_role}. {S_he} lost {s_his} house in the flood. “⟦{Q}⟧,” {s_he} says.
{S}, {s_role}, has only one question: “⟦{W}⟧?”
“⟦{W}⟧?” asks {S}, {s_role}.
“⟦{W}⟧?” That is what {S}, {s_role}, would like to know.
{S_role}, {S}, puts it like this: “⟦{Q}. {Q}⟧.”
For {S}, {s_role}, the case is clear. “⟦{Q}⟧.”
In {town}, {S}, {s_role}, opens the door before anyone has knocked. “⟦{Q}⟧,” {s_he} says, “⟦{q}⟧.”
It was still dark when {S}, {s_role}, heard the noise. “⟦{Q}⟧,” {s_he} recalls. “⟦{Q}.⟧¶“⟦{Q}⟧.”
“⟦{Q}⟧” – {S}, {s_role}, says it again and again.
{S}, {s_role}, is writing a book about that night, “{title}”. “⟦{Q}⟧.”
""")
"""A story's first paragraphs, in which S is introduced; behind "|" who says what, where it is not all S."""

_FURTHER = pieces("""
“⟦{Q}⟧.”||alone
“⟦{Q}. {Q}⟧.”||alone
“⟦{Q}⟧,” {s_he} says.
“⟦{Q}⟧,” {s_he} says. “⟦{Q}⟧.”
“⟦{Q}. {Q}⟧,” {s_he} says. “⟦{Q}. {Q}⟧.”
“⟦{Q}⟧,” {s_he} says, “⟦{q}⟧.”
“⟦{Q}⟧,” {s_last} says with a shrug.
“⟦{Q}⟧,” adds {s_last}.
“⟦{Q}. {Q}.⟧¶“⟦{Q}⟧.”||alone
“⟦{Q}. {Q}.⟧¶“⟦{Q}.⟧¶“⟦{Q}. {Q}⟧,” {s_he} said.
“⟦{Q}⟧,” {s_he} says. “⟦{Q}.⟧¶“⟦{Q}. {Q}.⟧¶“⟦{Q}⟧.”
{S_last} continued: “⟦{Q}.⟧¶“⟦{Q}. {Q}.⟧¶“⟦{Q}⟧.”
{S_last} shakes {s_his} head. “⟦{Q}⟧.”
{S_he} laughs. “⟦{Q}⟧.”
{S_he} points to the roof of the mill. “⟦{Q}. {Q}⟧.”
“⟦{Q}⟧.” {S_he} pauses. “⟦{Q}⟧.”
“⟦{Q}⟧.” {S_last} looks out of the window. “⟦{Q}⟧.”
“⟦{Q}⟧.” {S_he} wipes {s_his} eyes.
{S_he} has written letters, knocked on doors and slept in front of the ministry. “⟦{Q}⟧.”
{S_last} has had enough: “⟦{Q}⟧.”
{S_his} answer is short: “⟦{Q}⟧.”
{S_his} message to the council is simple: “⟦{Q}⟧.”
{S_last} was blunt: “⟦{Q}⟧.”
And the new weir? “⟦{Q}⟧.”
And the new weir? “⟦{Q}⟧,” {s_he} says.
Would {s_he} do it again? {S_last} does not hesitate. “⟦{Q}⟧.”
Asked about the money, {s_he} shrugs. “⟦{Q}⟧.”
Asked about the money, {s_he} shrugs: “⟦{Q}⟧.”
“⟦{Q}⟧,” {s_he} says, and then, after a while: “⟦{Q}⟧.”
Then {s_he} adds: “⟦{Q}⟧.”
Since then {s_he} has not slept well. “⟦{Q}⟧,” {s_he} says quietly.
“⟦My brother said, ‘⟦{Q}⟧,’ and we laughed⟧,” {s_he} says.|S brother/S
“⟦My brother told me: ‘⟦{Q}⟧.’ That was a month ago⟧.” {S_he} shrugs.|S brother/S
{S_last} remembers it well. “⟦The mayor said, ‘⟦{Q}⟧.’ I will never forget it⟧.”|S mayor/S
“⟦The ‘experts’ came and went. {Q}⟧,” {s_he} says.
“⟦Everyone talks of ‘progress’ now. {Q}⟧.”||alone
{S_he} called the plan “⟦a bad joke⟧”.
{S_he} speaks of “⟦a disaster⟧”.
⟦It was⟧, {s_he} says, “⟦the worst night of my life⟧”.
{S_last} is angry with {O}, {o_role}, who sold the land. “⟦{Q}⟧,” {s_he} says.
“⟦{Q}⟧,” {s_he} says of {O}, {o_role}.
{S_last} has not spoken to {s_his} neighbour, {O}, since the flood. “⟦{Q}⟧,” {s_he} says.
{O}, {s_his} neighbour, had already left. “⟦{Q}⟧,” says {s_last}.
“⟦{Q}⟧,” says {s_last}. {O}, {s_his} neighbour, was already on the roof.
“⟦{Q}⟧,” says {s_last}, whose {o_relative} {O} drowned that night. “⟦{Q}⟧.”
“⟦{Q}⟧,” says {s_first}. “⟦{Q}⟧.”
At home {s_he} opens a box of photographs. “⟦{Q}⟧,” {s_he} says, and closes it again.
“⟦{W}⟧?” {s_he} asks. “⟦{Q}⟧.”
“⟦{Q}⟧!” {s_he} shouts over the noise of the pumps.
“⟦{Q}⟧ …” {S_his} voice breaks.
""")
"""S goes on; "alone" needs S to be the one who spoke last, right before."""

_OTHERS = pieces("""
{O}, {o_role}, disagrees. “⟦{Q}⟧.”|O
{O}, {o_role}, sees it differently: “⟦{Q}. {Q}⟧.”|O
{O}, {o_role}, is not so sure. “⟦{Q}⟧,” {o_he} says.|O
“⟦{Q}⟧,” says {O}, {o_role}.|O
Next to {s_him}, {O}, {o_role}, nods. “⟦{Q}⟧.”|O
{S_his} neighbour {O} agrees. “⟦{Q}⟧.”|O
⟦Not so⟧, says {O}, {o_role}. “⟦{Q}⟧.”|O O
“⟦{Q}⟧,” counters {O}, {o_role}. “⟦{Q}⟧.”|O
A few streets away lives {O}, {o_role}. “⟦{Q}⟧,” {o_he} says.|O
A few streets away, {O}, {o_role}, is sweeping the mud out of the shop. “⟦{Q}. {Q}⟧.”|O
Others have left. {O}, {o_role}, now lives in {place}. “⟦{Q}⟧,” {o_he} says on the phone.|O
It is a refrain heard all over {town}. “⟦{Q}⟧,” says {O}, {o_role}.|O
“⟦{Q}⟧.”¶{O}, {o_role}, says it without anger.|O
“⟦{Q}⟧.” {O}, {o_role}, says it without anger.|O
“⟦{W}⟧?” {O}, {o_role}, asked {s_him}.¶“⟦{Q}⟧,” {s_last} answered.|O S
“⟦{W}⟧?” {O}, {o_role}, asked {s_him}.¶“⟦{Q}⟧.”¶“⟦You must know⟧.”¶“⟦{Q}⟧,” {s_last} said.|O S O S
“⟦{Q}⟧,” a neighbour calls from the window.|neighbour
“⟦{Q}⟧,” one of the firemen told {s_him} that night. “⟦{Q}⟧.”|one
""")
"""Somebody else speaks, or both do in turns."""

_ASIDES = pieces("""
The river has risen by two metres since {day}.
The gate with the sign “No entry” stands open.
{S_his} father, known as “the Pike”, had built the house.
On the wall, in red paint, stand the words “Never again”.
The council has a plan for it, dubbed “Operation Dry Feet”, which will cost twelve million.
The so-called “flood tax” was introduced in {year}.
The street is called “Millers’ Row”, but the last mill closed in {year}.
A film about the town, “{title}”, was shown in {place} last year.
The “experts” of the ministry came and went.
T-shirts with the words “Save our river” are sold on the market square.
The files were marked “secret” and kept in a cellar.
The word “dam” comes from the sea, where people have always known what water does.
In the evening the church choir sings “River of Stones”.
{S_his} father, whom everybody called “the Pike”, had built the house.
The bus still shows “Town Hall” on its front, though there is no town hall any more.
Nobody here uses the term “climate”.
""")
_TITLES = (
    "A town without a river",
    "What the flood left behind",
    "Sand, water and silence",
    "The long night of {town}",
)
_QUOTED = (
    "The dam was built on sand",
    "We told them so many times that we stopped counting",
    "Nobody in this town can say they did not know",
    "They have seen it with their own eyes, and so have we",
    "We are still waiting for an answer",
    "That is all there is to say about it",
    "There is no plan, and there never was one",
    "It was too late by then",
    "I have never been so afraid in my life",
    "You could hear the stones in the water",
    "First came the smell, then the noise",
    "We didn’t sleep for three nights",
    "It’s only a house",
    "Somebody has to stay",
    "I won’t leave",
    "The children ask me about it every evening",
    "What is gone is gone",
    "If it rains again, we will have to swim",
    "Nobody ever trusted that wall",
    "They don’t care about us",
)
_QUESTIONS = ("Why was nobody told", "Who will pay for it", "What were they thinking", "Where were the engineers")
_LOWER = (
    "and nobody came",
    "but nobody listens",
    "because nobody asked us",
    "and that will not change",
    "if they ever come back",
    "which is more than they deserve",
)
_SAID = {"Q": _QUOTED, "W": _QUESTIONS, "q": _LOWER}
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_MARKS = {
    "“ ‘": str.maketrans({}),
    "\" '": str.maketrans("“”‘’", "\"\"''"),
    "‘ “": str.maketrans("“”‘’", "‘’“”"),
    "‘ “, stops outside": str.maketrans("“”‘’", "‘’“”"),
}
"""How marks look, and what makes them of the usual ones."""
_THEN, _ASIDE, _OTHER = 0.7, 0.5, 0.5


def example(random: Random) -> Example:
    """A story about one person, in which a second one, of the other gender, may speak."""
    names = cast(random)
    one, *others = people_of(random, names)
    other = next((each for each in others if each["he"] != one["he"]), None)
    if other is None:
        return example(random)
    parts = {"opening": random.choice(_OPENINGS)}
    if random.random() < _THEN:
        parts["then"] = random.choice(_FURTHER)
    if random.random() < _ASIDE:
        parts["aside"] = random.choice(_ASIDES)
    meets = "{O}" in parts.get("then", parts["opening"]).words
    with_other = not meets and random.random() < _OTHER
    parts["last"] = random.choice(_OTHERS if with_other else _further(meets, "aside" in parts, parts.get("then")))
    marks = random.choice(list(_MARKS))
    slots = names | lettered({"S": one, "O": other})
    text = (
        random.choice(_TITLES).format_map(slots)
        + "¶"
        + "¶".join(each.words for each in parts.values()).format_map(Slots(random, slots, _SAID))
    )
    if "outside" in marks:
        text = text.replace("⟧,”", "⟧”,")
    voices = [each for part in parts.values() for each in _voices(part)]
    who = {"S": one["full"], "O": other["full"]}
    chains = [[who.get(each, each) for each in voice.split("/")] for voice in voices]
    told = dict.fromkeys(("opening", "then", "aside", "last"), "-")
    told |= {dimension: each.words.translate(UNMARKED) for dimension, each in parts.items()}
    return Example.marked(
        _in_marks(text, marks),
        [speaker for speaker, *_ in chains],
        told | {"marks": marks},
        [tuple(passers) for _, *passers in chains],
    )


def _voices(part: Piece) -> list[str]:
    """Who says each of what is said in a piece."""
    given, number = part.gives.split() or ["S"], part.words.count(OPENS)
    return given if len(given) > 1 else given * number


def _further(meets: bool, aside: bool, before: Piece | None) -> list[Piece]:
    """What may come last of S: not the same again, nobody else where S `meets` somebody, and no marks alone behind an aside."""
    return [
        each
        for each in _FURTHER
        if each is not before and not (meets and "{O}" in each.words) and not (aside and "alone" in each.marks)
    ]


def _in_marks(text: str, marks: str) -> str:
    """The text in those marks; an apostrophe stays one."""
    kept = _APOSTROPHE.sub("\0", text).translate(_MARKS[marks])
    return kept.replace("\0", "'" if marks[0] == '"' else "’")
