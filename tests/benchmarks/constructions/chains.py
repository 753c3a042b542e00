"""Words that are passed on: "A told B that C had said …", "quoted by …", "Roe's claim that …"."""

from random import Random

from tests.benchmarks.constructions.casts import cast, filled, opened
from tests.benchmarks.constructions.drawing import pieces
from tests.benchmarks.constructions.running import Example
from tests.benchmarks.constructions.statements import LEAD, SUBJECTS

_CLAUSES = (
    "the dam had been built on sand",
    "nobody had been told",
    "{percent} percent of the townspeople were in favour of the plan",
    "the weir, which was finished in {year}, would fall within a year",
    "two of the four turbines had been standing still since {month}",
    "the dam “was built on sand and on promises”",
    "in a town of this size everybody knew everybody",
)
_PLAIN = _CLAUSES[:5]
_QUOTED = (
    "The dam was built on sand",
    "We told them so many times that we stopped counting",
    "Nobody in this town can say they did not know",
    "They have seen it with their own eyes, and so have we",
)
_ORDERS = ("Leave the house", "Go home", "Nobody will pay for this", "It is only water", "You are too late")
_INFINITIVES = (
    "to open the gates",
    "to resign",
    "not to wait for another flood",
    "to tell the town what the report said",
)
_OTHERS = pieces("""
{other}|{other}
the {office}|{office}
{Office} {other}|{other}
the {place} city council|city council
{body}|{named_body}
the ministry of transport|ministry of transport
""")
_BODY = _OTHERS[4]
_PASSERS = pieces("""
{paper}|{named_paper}
{paper}|{named_paper}
the newspaper {named_paper}|{named_paper}
{station}|{named_station}
the blog {named_site}|{named_site}
the news agency RFK|RFK
""")
_FORMS = pieces("""
{A} told {town} council ⟦that {B} had said ⟦that {clause}⟧⟧.|A B/A
{A} says ⟦{B} told {him} ⟦that {clause}⟧⟧.|A B/A
{A} said ⟦{he} had been told by {B} ⟦that {clause}⟧⟧.|A B/A
{A} wrote ⟦that {B} had promised {him} ⟦that {clause}⟧⟧.|A B/A
{A} said ⟦that according to {B}, ⟦{clause}⟧⟧.|A B/A
{P} reports ⟦that {A} has told friends ⟦that {clause}⟧⟧.|P A/P
{P} reported on {day} ⟦that {A} said ⟦{plain}⟧⟧.|P A/P
{P} quotes {A} as saying ⟦that {clause}⟧.|A/P
{P} quoted {A} as saying: “⟦{quoted}⟧.”|A/P
{P} quotes {A} on {day} as having said ⟦that {clause}⟧.|A/P
{P} cited {A} as warning ⟦that {clause}⟧.|A/P
{P} cites {A}, who says ⟦that {clause}⟧.|A/P
{A} was quoted by {P} as saying ⟦that {clause}⟧.|A/P
{A} was quoted as saying by {P} ⟦that {clause}⟧.|A/P
“⟦{quoted}⟧,” {A} was quoted as saying by {P}.|A/P
“⟦{quoted}⟧,” {P} quoted {A} as saying.|A/P
“⟦{quoted}⟧,” {P} quotes {A} as saying. “⟦Nobody came⟧.”|A/P A/P
“⟦{quoted}⟧,” {A} told {review}, according to {P}.|A/P
“⟦{quoted}⟧,” {A} said, according to {P}.|A/P
“⟦{quoted}⟧,” {A} said, {P} reported.|A/P
“⟦{quoted}⟧,” {A} was quoted as saying.|A
“⟦{quoted}⟧,” {A} told {P}.|A
“⟦{quoted}⟧,” {A} told {P} on {day}, adding ⟦that {clause}⟧.|A A
{A}, quoted by {P}, said ⟦that {clause}⟧.|A/P
According to {P}, {A} said ⟦that {clause}⟧.|A/P
According to {P}, {A} told the council: “⟦{quoted}⟧.”|A/P
As {A} told {P}, ⟦{clause}⟧.|A
{A}, speaking to {P}, said ⟦that {clause}⟧.|A
{A} told {P} in an interview ⟦that {clause}⟧.|A
In an interview with {P}, {A} said ⟦that {clause}⟧.|A
In a letter to {B}, {A} wrote ⟦that {clause}⟧.|A
In a letter to {B} seen by {P}, {A} wrote ⟦that {clause}⟧.|A
{A} wrote in a letter to {B} ⟦that {clause}⟧.|A
The report, seen by {P}, says ⟦that {clause}⟧.|report
The report, which was leaked to {P}, warns ⟦that {clause}⟧.|report
A report seen by {P} says ⟦that {clause}⟧.|report
The report by {B} found ⟦that {clause}⟧.|B
A statement by {B} said ⟦that {clause}⟧.|B
A statement from {B} said ⟦{plain}⟧.|B
{person_s} claim ⟦that {plain}⟧ has angered the town.|person
{person_s} warning ⟦that {plain}⟧ was ignored.|person
{person_s} allegations ⟦that {plain}⟧ have not been tested in court.|person
The council rejected {person_s} claim ⟦that {clause}⟧.|person
The warning by {A} ⟦that {plain}⟧ came too late.|A
Claims by {A} ⟦that {plain}⟧ were never looked into.|A
The claim, made by {A} in {P}, ⟦that {plain}⟧ is disputed.|A
{A} accused ⟦{B} of having known about the cracks⟧.|A
{A} accused ⟦{B} of lying to the town⟧.|A
{A} has accused ⟦{B} of “sitting on the report”⟧.|A
{A} called the plan “⟦a joke⟧”.|A
{A} described the plan as “⟦a bad joke⟧”.|A
{A} dismissed the plan as “⟦a joke and an insult⟧”.|A
{A} called on {B} ⟦{infinitive}⟧.|A
{A} urged {B} ⟦{infinitive}⟧.|A
{A} asked {B} ⟦{infinitive}⟧.|A
{A} told {B} ⟦{infinitive}⟧.|A
{A} promised ⟦to open the gates⟧.|A
{A} threatened ⟦to take {B} to court⟧.|A
{A} denied ⟦that {clause}⟧.|A
{A} denied ⟦having seen the report⟧.|A
{A} has denied ⟦taking money from {B}⟧.|A
{A} admitted ⟦having known about the cracks⟧.|A
{A} declined to say whether {plain}.
{A} refused to say why {plain}.
{A} would not say whether {plain}.
{A} declined to comment.
{A} did not respond to a request for comment from {P}.
Asked whether {plain}, {A} said ⟦it was too early to tell⟧.|A
{A}, asked whether {plain}, said ⟦it was too early to tell⟧.|A
{A} asked {B} ⟦what {he} had meant⟧.|A
{A} asked {B} ⟦why {plain}⟧.|A
{P} on {day} quoted {A} as saying ⟦that {clause}⟧.|A/P
{A} is quoted in {P} as saying ⟦that {clause}⟧.|A/P
“⟦{quoted}⟧,” {P} quoted {A} as telling the council.|A/P
{A} is reported by {P} to have said ⟦that {clause}⟧.|A/P
{A} was reported as saying ⟦that {clause}⟧.|A
{A} is alleged to have told {B} ⟦that {clause}⟧.|A
{A} is on record as saying ⟦that {clause}⟧.|A
{A} said, according to {P}, ⟦that {clause}⟧.|A/P
{A} said ⟦that {plain}⟧, according to {P}.|A/P
{A} has, according to {P}, told {B} ⟦that {clause}⟧.|A/P
{P} said ⟦that {A} had refused to comment⟧.|P
{A} said through a lawyer ⟦that {clause}⟧.|A
{A} said in a statement published by {P} ⟦that {clause}⟧.|A
In a statement to {P}, {A} said ⟦{plain}⟧.|A
In {his} testimony to the council, {A} said ⟦that {clause}⟧.|A
“⟦{quoted}⟧,” {A} said in a letter to {B}.|A
“⟦{quoted}⟧,” {A} told {B} in a letter seen by {P}.|A
Sources close to {B} told {P} ⟦that {clause}⟧.|sources
A source close to {B} told {P} on {day} ⟦that {clause}⟧.|source
{A} warned {B} ⟦that {clause}⟧.|A
{A} warned {B} ⟦not to wait for another flood⟧.|A
{A} reminded {B} ⟦that {clause}⟧.|A
{A} assured {B} ⟦that {plain}⟧.|A
{A} confirmed to {P} ⟦that {clause}⟧.|A
{A} admitted to {P} ⟦that {clause}⟧.|A
{A} complained to {B} ⟦that {clause}⟧.|A
{A} explained to {P} on {day} ⟦that {clause}⟧.|A
{A} told {B}, “⟦{quoted}⟧.”|A
It was {A} who said ⟦that {clause}⟧.|A
What {A} said was ⟦that {clause}⟧.|A
{B} denied {person_s} claim ⟦that {plain}⟧.|person
Asked by {P} ⟦why {plain}⟧, {A} said ⟦it was too early to tell⟧.|P A
When {B} asked {A} ⟦whether {plain}⟧, {he} said ⟦it was too early to tell⟧.|B A
When {A} asked {B} ⟦why {plain}⟧, nobody answered.|A
Rumours have it ⟦that {plain}⟧.|-
Rumour has it ⟦that {plain}⟧.|-
It has been reported ⟦that {plain}⟧.|-
It was claimed on {day} ⟦that {plain}⟧.|-
{A} is reported to have said ⟦that {clause}⟧.|A
{A} reportedly told {B} ⟦that {clause}⟧.|A
{A} was told ⟦that {plain}⟧.|-
{A} was told by {B} ⟦that {plain}⟧.|B
“⟦My brother told me: ‘⟦{order}⟧’⟧,” {A} said.|A brother/A
“⟦My brother said, ‘⟦{order}⟧,’ and we laughed⟧,” said {A}.|A brother/A
“⟦My parents told us, ‘⟦{order}⟧.’ We did not believe it⟧,” {A} told {P}.|A parents/A
{A} said: “⟦My neighbour shouted, ‘⟦{order}⟧!’ and ran⟧.”|A neighbour/A
{A} wrote on {his} blog:¶⟦The water came at noon, and we saw it from the roof. My brother said: “⟦{order}⟧.” We laughed at him.⟧|A brother/A
{A} wrote on {his} blog:¶⟦I was on the bridge on {day}. My neighbour told me ⟦that {plain}⟧. I did not believe a word of it.⟧|A neighbour/A
{A} writes:¶⟦We stood in the water to our knees. “⟦{order}⟧,” my sister said, but nobody moved.⟧|A sister/A
""")
"""Statements, and who says what in them, each with "/" before who passes it on; "-" is nobody."""

_SPEAKERS = [each for each in SUBJECTS if {"person", "speaker"} <= each.marks and "handle" not in each.words]
_PLAINLY = [each for each in _SPEAKERS if "who" not in each.words]


def example(random: Random) -> Example:
    """One statement, in a paragraph of its own or leading in a block."""
    names = cast(random)
    drawn = random.choice(_FORMS)
    form = drawn.words
    relative = "{A}, who" in form or "{A} who" in form
    subject = _SPEAKERS[0] if random.random() < 0.5 else random.choice(_PLAINLY if relative else _SPEAKERS)
    other, passer = random.choice(_OTHERS), random.choice(_PASSERS)
    if "ffice}" in subject.words and "{office}" in other.words:
        other = _BODY
    before_a_stop = any("{A}" + stop in form for stop in ",.:")
    inner = {
        "A": subject.words.rstrip(",") if before_a_stop else subject.words,
        "B": other.words,
        "P": passer.words,
        "clause": random.choice(_CLAUSES),
        "plain": random.choice(_PLAIN),
        "quoted": random.choice(_QUOTED),
        "order": random.choice(_ORDERS),
        "infinitive": random.choice(_INFINITIVES),
    }
    voices = {
        "A": subject.gives.format_map(names),
        "B": other.gives.format_map(names),
        "P": passer.gives.format_map(names),
        "person": names["person"],
        "-": None,
    }
    told = {
        "form": form,
        "subject": inner["A"] if "{A}" in form else "-",
        "other": other.words if "{B}" in form else "-",
        "passer": passer.words if "{P}" in form else "-",
        "clause": inner["clause"] if "{clause}" in form else inner["plain"] if "{plain}" in form else "-",
    }
    chains = [[voices.get(one, one) for one in each.split("/")] for each in drawn.gives.split()]
    via = [tuple(passer for passer in passers if passer) for _, *passers in chains]
    text = LEAD.format_map(names) + opened(filled(form, names, inner))
    return Example.marked(text, [speaker for speaker, *_ in chains], told, via)
