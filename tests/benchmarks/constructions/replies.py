"""Statements with the source behind, inside or beside them: "“…,” said the mayor, Ada Roe."."""

from random import Random

from tests.benchmarks.constructions.casts import cast, filled, opened
from tests.benchmarks.constructions.drawing import drawn, pieces, plural
from tests.benchmarks.constructions.running import OPENS, UNMARKED, Example
from tests.benchmarks.constructions.statements import LEAD, SUBJECTS

_QUOTED = (
    "The dam was built on sand",
    "We told them so many times that we stopped counting",
    "Nobody in this town can say they did not know",
    "It was, as everybody knew, too late",
    "They have seen it with their own eyes, and so have we",
    "We must act now: the river will not wait",
)
_FURTHER = ("Nobody came", "We are still waiting", "That is all there is to say about it", "They should be ashamed")
_CLAUSES = (
    "the dam had been built on sand",
    "nobody had been told what the report said",
    "{percent} percent of the townspeople were in favour of the plan",
    "the weir, which was finished in {year}, would fall within a year",
    "two of the four turbines had been standing still since {month}",
    "in a town of this size everybody knew everybody",
)
_VERBS = pieces("""
said||
says||!present
wrote||speaker
writes||!present
explained||
added||
replied||speaker
insisted||
tweeted||speaker
complained||speaker
recalled||speaker
argued||
warned||
remarked||speaker
notes||!present
told {review}||speaker !venue
told reporters||speaker !venue
told reporters on {day}||speaker !venue !time
said in a statement||speaker !venue
said on {day}||!time
""")
_TAILS = pieces(
    """
 on {day}||!time !present
 in a statement||speaker !venue
 in an interview with {paper}||speaker !venue
 after the vote||!time !present
, adding ⟦that more rain was on its way⟧||speaker
 at a press conference in {town}||speaker !venue
 on Facebook||speaker !venue
 last week||!time !present
, pointing at the river||person
 with a shrug||person
 from {his} home in {town}||person
""",
    nothing=6,
)
_INVERTED = tuple(verb for verb in _VERBS if " " not in verb.words)
_FORMS = (
    "“⟦{quoted}⟧,” {inverted} {who}{tail}.",
    "“⟦{quoted}⟧,” {subject} {verb}{tail}.",
    "“⟦{quoted}⟧,” {inverted} {who}{tail}. “⟦{further}⟧.”",
    "“⟦{quoted}⟧,” {subject} {verb}{tail}. “⟦{further}⟧.” The river is still rising.",
    "“⟦{further}⟧,” {inverted} {who}, “⟦and {quoted_low}⟧.”",
    "“⟦{quoted}⟧!” {inverted} {who}{tail}.",
    "“⟦Why was nobody told⟧?” {subject} asked{tail}.",
    "“⟦Why was nobody told⟧?” {subject} wanted to know{tail}.",
    "According to {who}, ⟦{clause}⟧.",
    "⟦{Clause}⟧, according to {who}.",
    "⟦{Clause}⟧, {subject} {verb}{tail}.",
    "⟦{Clause}⟧, {inverted} {who}{tail}.",
    "As {subject} put it, ⟦{clause}⟧.",
    "As {subject} pointed out on {day}, ⟦{clause}⟧.",
    "⟦{Clause}⟧, as {subject} noted.",
    "In the words of {who}, ⟦{clause}⟧.",
    "In the view of {who}, ⟦{clause}⟧.",
    "For {who}, ⟦the plan is a disgrace⟧: “⟦{quoted}⟧.”",
)


def example(random: Random) -> Example:
    """One statement, in a paragraph of its own."""
    names = cast(random)
    subject = random.choice([each for each in SUBJECTS if "text" not in each.marks])
    used: set[str] = set()
    verb, tail = (drawn(random, each, subject, used) for each in (_VERBS, _TAILS))
    inverted = random.choice([each for each in _INVERTED if each.marks <= subject.marks])
    form = random.choice(_FORMS)
    several = "plural" in subject.marks
    quoted, further, clause = random.choice(_QUOTED), random.choice(_FURTHER), random.choice(_CLAUSES)
    inner = {
        "quoted": quoted,
        "quoted_low": quoted[0].lower() + quoted[1:],
        "further": further,
        "clause": clause,
        "Clause": opened(clause),
        "subject": subject.words,
        "who": subject.words.rstrip(","),
        "verb": plural(verb.words) if several else verb.words,
        "inverted": plural(inverted.words) if several else inverted.words,
        "tail": tail.words,
    }
    text = LEAD.format_map(names) + filled(form, names, inner)
    told = {
        "subject": subject.words,
        "form": form.translate(UNMARKED),
        "verb": verb.words if "{verb}" in form else inverted.words if "{inverted}" in form else "-",
        "tail": tail.words.translate(UNMARKED) if "{tail}" in form else "-",
        "clause": clause if "lause}" in form else "-",
    }
    return Example.marked(text, [subject.gives.format_map(names)] * text.count(OPENS), told)
