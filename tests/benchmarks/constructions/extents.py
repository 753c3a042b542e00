"""Where reported speech begins and ends in the prose of news agencies: “The mayor, who said that …, left”, “…, X said”.

A stretch opens with a digit that tells who says it (`_who`); "{that}" may be left out, "{in}" is a tail that is said too,
"{out}" one of the author's.
"""

import re
from random import Random

from tests.benchmarks.constructions.casts import cast, filled, opened
from tests.benchmarks.constructions.drawing import drawn, pieces
from tests.benchmarks.constructions.running import OPENS, UNMARKED, Example
from tests.benchmarks.constructions.statements import LEAD

_SUBJECTS = pieces("""
{person}|{person}|person speaker one
{Office} {person}|{person}|person speaker one
the {office}, {person},|{person}|person speaker one
{person}, the {office} of {place},|{person}|person speaker one
{person}, who runs the mill,|{person}|person speaker one
{person} of {body}|{person}|person speaker one
{body}|{named_body}|speaker one
a spokeswoman for {body}|spokeswoman|speaker one
the {place} city council|city council|speaker one
a {trade} from {place}|{trade}|person speaker one
the {trade_plural}|{trade_plural}|speaker
police|police|speaker
city officials|officials|speaker
the report|report|text one
a poll by {body}|poll by {named_body}|text one
the letter|letter|text one
court documents|court documents|text
""")
_VERBS = pieces("""
said|b
said|b
said|b
told {review}|t|speaker
told reporters|b|speaker
told the council|b|speaker
said on {day}|b|!time
said last week|b|!time
said in a statement|t|speaker
said in an interview with {review}|t|speaker
insisted|b|speaker
claimed|b
argued|t
warned|t
announced|t|speaker
acknowledged|t|speaker
added|t|speaker
maintained|t|speaker
pointed out|t
predicted|t
had said|b
found|t|text
showed|t|text
concluded|t|text
""")
_TAGS = pieces("""
said||
said||
told reporters||speaker
said on {day}||
said in a statement||speaker
argued||speaker
insisted||speaker
warned||
told {review}||speaker
""")

_CLAUSES = pieces("""
the dam was safe|o
the dam would hold|op
the mill would stay open|op
nobody would be hurt|op
the town needed a new bridge|op
the road to {town} was closed|olf
the bridge had fallen|ol
the plan would cost the town {percent} million dollars|of
{firm} had paid for the gates|o
{percent} percent of the houses had been flooded|onf
it was too dangerous to open the gates|o
there was no money for repairs|op
what happened in {town} could happen again|o
the mill, which opened in {year}, had never made a profit
the dam – built in {year} – had never been inspected
{third}, the head of {firm}, had been warned
the money was there but the permits were not
the water was rising and people had begun to leave
the town had to choose between the mill and the river
the gates had failed because nobody had oiled them
if the rain went on, the lower town would be flooded
the new bridge, like the old one, was too narrow
the plan, if it was ever approved, would cost a fortune
the levy would be used to repair roads, schools and bridges
it was too early to tell what had gone wrong
a decision would be made only after the election
those who had left could go home on {day}
anyone who had seen the crack should call the police
three of the gates, two pumps and a siren had failed
the wall was cracked and that the gates did not close|t
the wall was cracked, but that nobody was in danger|t
the dam was safe, that the gates were new and that nobody should worry|t
not only the mill but also the school would have to move
it was {firm} that had asked for the keys
the repairs had been paid for with money meant for schools
the plan was “a joke” and would ruin the valley
the “whole valley” had known for years
nobody “in their right mind” would buy the mill
the flood was “nobody’s fault, and everybody’s problem”
""")
_IN = pieces(
    """
 before winter|p
 by the end of the year|p
 until the inspectors had finished their work|p
 after the spring floods|p
 as soon as the river fell|p
 because the inspectors had found a crack|o
 unless the council paid for new pumps|p
 if the rain went on for another week|p
 even if the council voted against it|p
 so that the work could begin|l
, leaving the lower town without a road|l
, including the old school and the market|n
 and that the council had known it for years|o
, and that the council had known it for years|o
, but that the council should have been told|o
 and the council knew it|o
 rather than wait for {firm}|x
""",
    nothing=5,
)
_OUT = pieces(
    """
, adding ⟦1that more rain was on its way⟧||speaker
 and added ⟦1that more rain was on its way⟧||speaker
, and warned ⟦1that worse was to come⟧||speaker
, but warned ⟦1that worse was to come⟧||speaker
, pointing to the cracks in the wall||speaker
, shaking hands with the volunteers||person
, speaking to a crowd of {trade_plural}||person
, even as {firm} began to pack its machines||
, although the inspectors have not been there yet||
, though the figures tell another story
, while {firm} has kept silent||
, but offered no proof||speaker
, but gave no details||
, which angered {firm}||
, a claim that angered {firm}
, and left the room||person
, and then walked out||person
 when asked about the cost||speaker
; the council did not believe it
, and the council believed it
, hours before the wall broke||
. The river is still rising||
. Nobody from {firm} was there||
, in the first sign of trouble between the two||
""",
    nothing=14,
)

_DO = (
    "close the mill before winter",
    "repair the gates and pay for the damage",
    "hand over the keys",
    "meet the council on {day}",
    "stop the work until the river falls",
    "rebuild the bridge, the road and the school",
    "keep the road open for as long as people need it",
    "leave the valley at once",
)
_DOING = (
    "hiding the report",
    "breaking the law and lying about it",
    "selling the pumps at night",
    "taking money from {firm}",
)
_OUT_DO = pieces(
    """
, but offered no money
, saying ⟦1that time was short⟧||
 and said ⟦1that time was short⟧||
, pointing to the cracks in the wall
, even as the river began to fall||
, which surprised the council||
, a step that angered the {trade_plural}||
. The river is still rising||
""",
    nothing=5,
)
_MAINS = (
    "will lead the inquiry",
    "has since resigned",
    "was not in the room",
    "is to meet the council on {day}",
    "left for {town} on {day}",
    "had never seen the river",
)
_AFTER = (
    "the council closed the mill",
    "nobody slept that night",
    "people began to leave",
    "{firm} stopped the work",
    "the {trade_plural} went home",
    "hundreds of people came to the town hall",
)
_SECOND = (
    "the wall had been cracked for years",
    "there was still time",
    "{firm} was to blame",
    "the council had known since {month}",
    "nobody would have to leave",
)

_RIGHT = "{S} {verb} ⟦1{that}{clause}{in}⟧{out}."
_FORMS = pieces(
    "\n".join([_RIGHT] * 60)
    + """
⟦1{Clause}{in}⟧, {s} {tag}.
⟦1{Clause}{in}⟧, {s} {tag}.
⟦1{Clause}⟧, {inverted} {who}.
⟦1{Clause}⟧, {inverted} {who} on {day}.
⟦1{Clause}⟧, {s} {tag}, adding ⟦1that more rain was on its way⟧.||speaker
⟦1{Clause}⟧, {s} {tag}, pointing to the cracks in the wall.||speaker
⟦1The dam⟧, {s} {tag}, ⟦1had been built on sand and would not last⟧.
⟦1The dam was safe⟧, {s} said, ⟦1and the mill would open in {month}⟧.
⟦1The dam⟧, according to {who}, ⟦1had been built on sand⟧.
According to {who}, ⟦1{clause}{in}⟧.
⟦1{Clause}{in}⟧, according to {who}.
⟦1{Clause}⟧, according to {who}, which was published on {day}.||text
⟦1Although the road is open again, {clause}⟧, according to {who}.
⟦1{Clause}⟧, according to {who}. The river is still rising.
{other}, who {verb} ⟦2{that}{clause}⟧, {main}.||person
{other}, who {verb} ⟦2that {clause}⟧, {main}.||person
The {trade} who {verb} ⟦4{that}{second}⟧ {main}.||person
The report, which {textual} ⟦5that {clause}⟧, was published on {day}.
After {s} {verb} ⟦1{that}{clause}⟧, {after}.
When {s} {verb} ⟦1{that}{clause}⟧, {after}.
Two years after {s} {verb} ⟦1{that}{clause}⟧, {after}.||!time
A day after {s} {verb} ⟦1{that}{clause}⟧, {after}.||!time
Because {s} had said ⟦1{that}{clause}⟧, {after}.
Although {s} {verb} ⟦1{that}{clause}⟧, {after}.
Even as {s} {verb} ⟦1{that}{clause}⟧, {after}.
{After} after {s} {verb} ⟦1{that}{clause}⟧.
{After} because {s} had said ⟦1{that}{clause}⟧.
{After} even though {s} {verb} ⟦1{that}{clause}⟧.
{After} because, {s} said, ⟦1{second}⟧.
Saying ⟦1{that}{clause}⟧, {s} closed the mill.||speaker
Arguing ⟦1that {clause}⟧, {s} closed the mill.||speaker
By saying ⟦1that {second}⟧, {s} angered the council.||speaker
{S} closed the mill, saying ⟦1{that}{clause}{in}⟧.||speaker
{S} closed the mill on {day}, arguing ⟦1that {clause}⟧.||speaker
{S} left the room after saying ⟦1that {clause}⟧.||person
{S} left the room without saying whether {clause}.||person
{S} urged {firm} ⟦1to {do}⟧{outdo}.||speaker
{S} called on {firm} ⟦1to {do}⟧{outdo}.||speaker
{S} asked {other} ⟦1to {do}⟧{outdo}.||person
{S} promised ⟦1to {do}⟧{outdo}.||speaker
{S} vowed ⟦1to {do}⟧{outdo}.||speaker
{S} threatened ⟦1to {do}⟧{outdo}.||speaker
{S} promised {firm} ⟦1to {do}⟧{outdo}.||speaker
{S} demanded ⟦1that {firm} {do}⟧{outdo}.||speaker
{S} proposed ⟦1that {firm} {do}⟧{outdo}.||speaker
{S} accused ⟦1{firm} of {doing}⟧{out}.||speaker
{S} blamed ⟦1{firm} for {doing}⟧{out}.||speaker
{S} denied ⟦1{doing}⟧{out}.||speaker
{S} denied ⟦1that {clause}⟧{out}.||speaker
{S} admitted ⟦1that {clause}⟧{out}.||speaker
{person_s} claim ⟦6that {clause}⟧ angered {firm}.
{person_s} warning ⟦6that {second}⟧ came too late.
{person_s} insistence ⟦6that {second}⟧ did not help.
{S} issued a warning ⟦1that {clause}⟧{out}.||speaker
{S} repeated {his} claim ⟦1that {clause}⟧{out}.||person
{S} issued a statement saying ⟦1{that}{clause}⟧.||speaker
{S} called the plan “⟦1a disaster for the whole valley⟧”{out}.||speaker
{S} described {other} as “⟦1a man of few words⟧”{out}.||speaker
{S}, who called the plan “⟦1a disaster for the valley⟧”, {main}.||person !aside
{After}, in what {s} called “⟦1a disaster for the valley⟧”.||speaker
{S} asked ⟦1whether {clause}⟧{out}.||speaker
{S} asked ⟦1why nobody had been told⟧{out}.||speaker
{S} wanted to know ⟦1who had taken the keys⟧{out}.||speaker
{person} said ⟦6{that}{clause}⟧. {He} added ⟦6that {second}⟧.
{person} said ⟦6{that}{second}⟧. {He} also said ⟦6{clause}⟧.
While {s} {verb} ⟦1{that}{clause}⟧, {other} said ⟦2{that}{second}⟧.
{S} {verb} ⟦1{that}{clause}⟧, but {other} said ⟦2{that}{second}⟧.
{S} {verb} ⟦1{that}{clause}⟧, while {other} insisted ⟦2that {second}⟧.
{S} {verb} ⟦1{that}{clause}⟧; {other} said ⟦2{second}⟧.
{S} {verb} ⟦1{that}{clause}⟧, and {other} agreed.
{S} {verb} ⟦1{that}{clause}⟧, to which {other} replied ⟦2that {second}⟧.
After {s} {verb} ⟦1{that}{clause}⟧, {other} said ⟦2{second}⟧.
⟦1{Clause}⟧, {s} {tag}, while {other} insisted ⟦2that {second}⟧.
{S} {verb} ⟦1{that}{clause}⟧ and called on {firm} ⟦1to {do}⟧.||speaker
{S} criticised {firm}, saying ⟦1{that}{clause}⟧.||speaker
It was reported on {day} ⟦0that {clause}⟧.
⟦8{Clause}⟧, records show.
{S} has said for weeks ⟦1{clause}⟧.||one
{other}, saying ⟦2that {second}⟧, left the room.
It was {person} who said ⟦6that {clause}⟧.
{S} said ⟦1{that}up to {percent},000 people had left⟧{out}.
{S} said in a letter to {other} ⟦1that {clause}⟧{out}.
{S} said ⟦1that {second} – and that nobody cared⟧{out}.
{S} said ⟦1{second}⟧, and most {trade_plural} said ⟦9{second2}⟧.
It is well known that {clause}.
{S} did not say whether {clause}.
{S} would not say when {second}.||speaker
{S} refused to say whether {clause}.||speaker
{S} declined to comment on the plan.||speaker
Nobody has said that {clause}.
{S} said nothing about the dam.
{S} told of the night when the dam broke.||speaker
{S} knew that {clause}.||person
{S} realised that {second}.||person
The fact that {clause} surprised nobody.
There is no sign that {clause}.

It would be wrong to say that {clause}.
One could argue that {clause}.
The film “{title}” opens in {town} on {day}.
The “temporary” bridge is {age} years old.
{S} has yet to say whether {clause}.||one
{S} never said that {second}.
What {s} said about the dam surprised nobody.
{S} talked about the dam for an hour.||speaker
It soon became clear that {clause}.
"""
)
_BEGINS = re.compile(f"{OPENS}(\\d)")
_BARE = 0.6


def example(random: Random) -> Example:
    """One or two sentences, in a paragraph of their own."""
    names = cast(random)
    subject = random.choice(_SUBJECTS)
    used = {"aside"} if subject.words.endswith(",") else set()
    form, verb, tag, out, outdo = (
        drawn(random, each, subject, used) for each in (_FORMS, _VERBS, _TAGS, _OUT, _OUT_DO)
    )
    clause = random.choice([each for each in _CLAUSES if "t" not in each.gives or "{that}{clause}" in form.words])
    inside = random.choice([each for each in _IN if not each.gives or each.gives in clause.gives])
    second = random.choice(_SECOND)
    slots = {
        "subject": subject.words,
        "s": subject.words,
        "S": subject.words,
        "who": subject.words.rstrip(","),
        "verb": verb.words,
        "tag": tag.words,
        "clause": clause.words,
        "Clause": opened(clause.words),
        "that": "" if verb.gives == "b" and random.random() < _BARE else "that ",
        "in": inside.words,
        "out": out.words,
        "outdo": outdo.words,
        "do": random.choice(_DO),
        "doing": random.choice(_DOING),
        "main": random.choice(_MAINS),
        "after": random.choice(_AFTER),
        "second": second,
        "second2": random.choice([each for each in _SECOND if each != second]),
        "textual": random.choice(("said", "warned", "found", "concluded")),
        "inverted": "said",
        "He": opened(names["he"]),
    }
    slots["After"] = slots["after"]
    text, owners = _owned(filled(form.words, names, slots))
    told = {
        "form": form.words.translate(UNMARKED),
        "subject": subject.words,
        "verb": verb.words + (" that" if slots["that"] else "") if "{verb}" in form.words else "-",
        "clause": clause.words if "lause}" in form.words else "-",
        "in": inside.words if "{in}" in form.words else "-",
        "out": out.words.translate(UNMARKED) if "{out}" in form.words else "-",
        "outdo": outdo.words.translate(UNMARKED) if "{outdo}" in form.words else "-",
    }
    said_by = {
        "0": None,
        "1": subject.gives.format_map(names),
        "2": names["other"],
        "4": names["trade"],
        "5": "report",
        "8": "records",
        "9": names["trade_plural"],
        "6": names["person"],
    }
    text = LEAD.format_map(names) + text
    return Example.marked(text, [said_by[each] for each in owners], told)


def _owned(text: str) -> tuple[str, list[str]]:
    """The text, opened as a sentence, without the digits that tell who says what, and these."""
    owners = _BEGINS.findall(text)
    plain = _BEGINS.sub(OPENS, text)
    return plain[:1] + opened(plain[1:]) if plain.startswith(OPENS) else opened(plain), owners
