"""Statements with the subject before the verb: "In Selby, the mayor, Ada Roe, said later that …"."""

from random import Random

from tests.benchmarks.constructions.casts import cast, opened
from tests.benchmarks.constructions.drawing import Piece, drawn, pieces, plural
from tests.benchmarks.constructions.running import ENDS, OPENS, Example

LEAD = "The weir at {place} broke last week after days of rain, and the lower town was under water by noon.¶"

SUBJECTS = pieces("""
{person}|{person}|person speaker
{Office} {person}|{person}|person speaker
the {office}, {person},|{person}|person speaker
{person}, the {office} of {place},|{person}|person speaker
{person}, who has run the mill since {year},|{person}|person speaker
the head of the regional water company, {person},|{person}|person speaker
{person} of {body}|{person}|person speaker
{person}, {age}, a {trade} from {place},|{person}|person speaker
a spokesman for the ministry, {person},|{person}|person speaker
{body}|{named_body}|speaker
the newspaper {named_paper}|{named_paper}|speaker
the ministry of transport|ministry of transport|speaker
a {trade} who asked not to be named|{trade}|person speaker
economist and {pen} {person}|{person}|person speaker
{person}, an economist at {body} who has studied the dam,|{person}|person speaker
Dr. {person}|{person}|person speaker
one of the organisers, {person},|{person}|person speaker
the blog {site}|{site}|speaker
{site} {pen} {person}|{person}|person speaker
{person}, whose house was flooded,|{person}|person speaker
{first} “{middle}” {surname}|{surname}|person speaker
{handle}|{handle}|person speaker
police|police|speaker plural
many residents|residents|speaker plural
the {place} city council|city council|speaker
a {age}-year-old {trade} from {place}|{trade}|person speaker
{pen} {person} [es]|{person}|person speaker
{person} ({handle})|{person}|person speaker
Professor {person} of {school}|{person}|person speaker
human rights lawyer {person}|{person}|person speaker
{place}’s {office}, {person},|{person}|person speaker
{person}, from the mountain village of {town},|{person}|person speaker
the {trade}’s daughter|daughter|person speaker
{his} {relative}, {person},|{person}|person speaker
the owner of the mill|owner of the mill|person speaker
{person}, one of the founders of {body},|{person}|person speaker
{body_s} director, {person},|{person}|person speaker
former minister {person}|{person}|person speaker
Facebook user {person}|{person}|person speaker
a survey by {body}|survey by {named_body}|text
a source close to the {office}|source|person speaker
""")

_MORE_SUBJECTS = pieces("""
{person} – a {trade} from {place} –|{person}|person speaker
{person}, a {trade} and father of three,|{person}|person speaker
{person}, known to {his} friends as “{middle}”,|{person}|person speaker
{person} ({age})|{person}|person speaker
the author of the report, {person},|{person}|person speaker
the man who built the mill, {person},|{person}|person speaker
{person}, formerly of {body} and now a {trade},|{person}|person speaker
{person}, {his} {relative},|{person}|person speaker
{first} M. {surname}|{surname}|person speaker
{person} Jr.|{person}|person speaker
Mr. {surname}|{surname}|person speaker
Prof. {surname}|{surname}|person speaker
{person} {himself}|{person}|person speaker
even {person}|{person}|person speaker
{first}, a {trade} from {place},|{first}|person speaker
{paper}|{named_paper}|speaker
the state-run daily {named_paper}|{named_paper}|speaker
officials at {body}|officials|speaker plural
a spokesman for {body}|spokesman|person speaker
{body_s} {person}|{person}|person speaker
a senior {country} official|official|person speaker
{country}’s president, {person},|{person}|person speaker
the government of {country}|government|speaker
two of the {trade_plural}|two of the {trade_plural}|speaker plural
a group of {trade_plural}|group of {trade_plural}|speaker
some of those who live by the river|some of those|speaker plural
people in {place}|people|speaker plural
a letter from {body}|letter from {named_body}|text
the report, published in {month},|report|text
{handle}, a {trade} from {place},|{handle}|person speaker
the user {handle}|{handle}|person speaker
{person}, the {trade} who found the crack,|{person}|person speaker
{person}, one of two {trade_plural} on the council,|{person}|person speaker
the judge leading the inquiry, {person},|{person}|person speaker
the lawyer representing the families, {person},|{person}|person speaker
a woman wearing a red hat|woman|person speaker
the company repairing the road|company|speaker
an engineer hired to mend the road|engineer|person speaker
a {trade} standing outside the mill|{trade}|person speaker
{person}, a {trade} working in {place},|{person}|person speaker
more than 20,000 {trade_plural}|{trade_plural}|speaker plural
a survey of 2,000 families|survey of 2,000 families|text
a 1,200-page report by {body}|report by {named_body}|text
a {trade} whose house was flooded|{trade}|person speaker
one of the men repairing the road|one of the men|person speaker
""")

_FRONTS = pieces(
    """
On {day} ||!time
On {day}, ||!time
In an interview with {paper}, ||speaker !venue
Speaking on {station}, ||speaker !venue
Asked about the dam, ||speaker !reply
When asked why, ||speaker !reply
Writing in {paper}, ||speaker !venue
In a statement released on {day}, ||speaker !venue !time
After the vote, ||!time
Meanwhile, ||!link
But ||!link
And yet ||!link
However, ||!link
Hours later, ||!time
In {town}, ||!place
On Facebook, ||speaker !venue
On Twitter ||speaker !venue
For the first time in years, ||!time !again
While others kept quiet, ||!link
As the water rose, ||
Unlike {his} colleagues, ||person
In a post titled “{title}”, ||speaker !venue
Two days after the flood, ||!time
Asked by {paper} ⟦whether there was a plan⟧, |{named_paper}|speaker !reply !venue
Not everyone agrees: ||!link
At a press conference in {town} on {day}, ||speaker !venue !time
In the same article, ||speaker !venue
Earlier this week ||!time
Since then, ||!time !present
There, ||!place
In response, ||!link !reply
Referring to the flood, ||speaker
Having read the report, ||speaker
With the river still rising, ||
In {year}, ||!time
In the spring of {year}, ||!time
By {day}, ||!time
At first, ||!time
As {office}, ||person
To {his} surprise, ||person
Because the road was closed, ||
Although the dam held, ||!link
Since the flood, ||!time !present
Before leaving for {town}, ||speaker
After years of silence, ||speaker !time
Instead of an apology, ||speaker
Despite the rain, ||
Faced with the figures, ||speaker
Pressed by {paper}, ||speaker !venue !reply
Standing on the dam, ||person
A day later, ||!time
The next morning, ||!time
Last week ||!time
Late on {day} ||!time
Still, ||!link
Then ||!time
Once more, ||!again
For example, ||!link
Not surprisingly, ||!link
Asked if the dam would hold, ||speaker !reply
In a letter to {firm}, ||speaker !venue
In a letter to {other}, the head of {firm}, ||speaker !venue
In {town}, where the mill stands, ||!place
On {day}, when the dam broke, ||!time
At the market in {town}, ||speaker !place
Like many others, ||speaker
On the blog {site}, ||speaker !venue
On {his} blog, ||person !venue
Over at {site}, ||speaker !venue
Writing for {site}, ||speaker !venue
Under the headline “{title}”, ||speaker !venue
In an article headlined “{title}”, ||speaker !venue
Outside the court, ||speaker !place
The dam held, but ||!link
The road is closed, and ||!link
The council met on {day}; ||!time
""",
    nothing=4,
)

_INSERTS = pieces(
    """
, for {his} part,||person !link
, however,||!link
, meanwhile,||!link
 also||!link
 later||!time !present
, speaking to {paper},||speaker !venue
, in a tweet,||speaker !venue
, writing on {his} blog,||person !venue
, among others,||!link
 once again||!again
 on {day}||!time !present
, in turn,||!link
 repeatedly||!again
 then||!time !present
, on the other hand,||!link
 in a statement||speaker !venue
 today||!time !present
, for example,||!link
, too,||!link
, for one,||!link
, visibly tired,||person
, when asked,||speaker !reply
, standing on the dam,||person
, in an interview with {paper},||speaker !venue
 in an interview with {paper}||speaker !venue
 at a press conference in {town}||speaker !venue !place
 last week||!time !present
 nevertheless||!link
 at first||!time !present
 of course||!link
 quickly||speaker
, who was there,||person
, asked by {paper} about the cost,||speaker !venue !reply
""",
    nothing=6,
)

_VERBS = pieces("""
said|tbmqc
says|tbmqc|!present
has said|tm|!present
had said|tm
said on {day}|tm|!time !present
was quoted as saying|tm|speaker !venue
was quoted by {review} as saying|tm|speaker !venue
went on to say|tm|!present
was at pains to explain|tm|speaker
told {review}|tbmq|speaker !venue
told reporters|tbmq|speaker !venue
told reporters on {day}|tm|speaker !venue !time !present
told the site {site}|tm|speaker !venue
wrote on {his} blog|tmq|person !venue
wrote in {review}|tmq|speaker !venue
tweeted|tbmqc|speaker !venue
posted on Facebook|tmq|speaker !venue
announced|tm
warned|tmq
argued|tm
insisted|tm
admitted|tm
pointed out|tm
made it clear|tm
took to Twitter to say|tm|speaker !venue
replied|tmq|speaker !reply
explained|tmq
added|tmq
noted|tmq
complained|tmq|speaker
claims|tbm|!present
reported|tm
confirmed|tm
concludes|tmq|!present
remarked|tmq|speaker
would only say|tm|speaker
did say|tm
must have said|t|!present
recalled|tm|speaker
stressed|tm
responded by saying|tm|speaker !reply
reminded readers|tm
assured the crowd|tm|speaker
told me|tbmq|speaker !venue
told us in an interview|tm|speaker !venue
let it be known|tm|speaker
is quoted in {review} as saying|tm|speaker !venue !present
found|t|text
writes|tbmqc|!present
wondered|w|speaker
asked|wq|speaker
wants to know|w|!present
explained in a long post|tmq|speaker !venue
observed dryly|tmq|speaker
notes with some irony|tm|speaker !present
continued|q|speaker
put it this way|c
had this to say|c|speaker
summed it up|c
was blunt|c|speaker
commented|qc|speaker
wrote|tmqc|speaker
said in an interview with {review}|tm|speaker !venue
said in a statement on {day}|tm|speaker !venue !time !present
said at a news conference in {town}|tm|speaker !venue !place
said by phone from {town}|tm|person !venue !place
said last week|tm|!time !present
told the {town} council|tbm|speaker !venue
told {third} of {review}|tmb|speaker !venue
told {his} followers on Twitter|tm|person !venue
wrote in a letter to {firm}|tm|speaker !venue
wrote on Facebook on {day}|tmq|speaker !venue !time !present
issued a statement saying|tm|speaker !venue
is on record as saying|tm|speaker !present
was heard to say|tm|person
began by saying|tm|speaker
has always maintained|tm|!present
has long argued|tm|!present
has since admitted|tm|speaker !present
had to admit|tm|speaker
was quick to point out|tm|speaker
denied|tm|speaker
suggests|tm|!present
agreed|tm|speaker
promised|ti|speaker
vowed|i|speaker
threatened|i|speaker
urged {firm}|i|speaker
called on the government|i|speaker
asked the council|i|speaker
predicted|tm
joked|tq|person
lamented|tmq|speaker
retorted|q|speaker
shouted|tq|person
whispered|q|person
went further|c|speaker
offered this explanation|c|speaker
has this advice|c|speaker !present
was more cautious|c|speaker
disagreed|c|speaker
recalls|tc|speaker !present
""")

_CONTENTS = {
    "t": """
that the dam had been built on sand
that the inspector, “a man of few words”, had asked for the keys
that {Office} {other} had asked the council for more time
that the dam, which was finished in {year}, had never been inspected
that nobody had been told what the report said
that in a town of this size everybody knows everybody
that as early as {year}, when the dam was finished, there were cracks in it
that two of the four turbines had been standing still since {month}
that {percent} percent of the townspeople were in favour of the plan
that if nothing was done the weir would fall
that, in the end, the dam was safe
that the dam was safe and that the mill would reopen in {month}
that the dam was safe, but that nobody should go near it
that it was {firm} that had asked for the loan
that what had happened in {town} could happen again
that although the dam held, the mill was lost
that the dam – built in {year} – was unsafe
that {other}, the head of {firm}, had lied
that the report by {firm} said nothing about it
that the people who live below the dam had been warned
that at 10:30 p.m. the siren sounded
that no one should be surprised
""",
    "b": """
the dam had been built on sand
nobody had been told
the inspectors were late
it was too late for a new plan
there was no plan
the dam, built in {year}, was safe
{other} had lied
they would sue
""",
    "m": """
that the dam “was built on sand and on promises”
that “nobody in this town can say they did not know”
that the plan was “a joke, and not a good one”
that the “so-called experts” had never seen the dam
that people were tired and “want to go home”
that the “whole town” knew, and that “nobody cared”
that there was “no plan B”
that {other} “would rather drown than leave”
""",
    "q": """
“The dam was built on sand.”
“We told them so many times that we stopped counting.”
“Nobody came. Nobody will come.”
“Who would have thought it?”
“It’s over!”
""",
    "c": """
“The dam was built on sand.”
“We told them, and they laughed. What else is there to say?”
“When I was a child, the river was clean.”
""",
    "w": """
whether the dam had been built on sand
why nobody had been told
how many more floods it would take
who would pay for the repairs
what would happen next
when the road would open
if anyone had called
""",
    "i": """
to rebuild the dam
to leave the town at once
not to touch the weir
""",
}
"""By kind: clauses with “that”, without, with marks inside; quotations behind a comma, behind a colon; questions; infinitives."""

_BEFORE = {"q": ", ", "c": ": "}
_TAILS = ("", "", "", " The river is still rising.")


def example(random: Random) -> Example:
    """One statement, in a paragraph of its own."""
    names = cast(random)
    subject = random.choice(SUBJECTS + _MORE_SUBJECTS)
    used: set[str] = set()
    front, insert, verb = (drawn(random, each, subject, used) for each in (_FRONTS, _INSERTS, _VERBS))
    kind = random.choice(verb.gives)
    content = random.choice(_CONTENTS[kind].strip().split("\n"))
    who = _with_insert(subject, insert)
    end = "" if kind in _BEFORE else "."
    does = plural(verb.words) if "plural" in subject.marks else verb.words
    said = f"{front.words}{who} {does}{_BEFORE.get(kind, ' ')}{OPENS}{content}{ENDS}{end}"
    text = LEAD.format_map(names) + opened(said.format_map(names)) + random.choice(_TAILS)
    told = {
        "subject": subject.words,
        "front": front.words,
        "insert": insert.words,
        "verb": f"{verb.words} / {kind}",
        "content": content,
    }
    return Example.marked(text, [each.gives.format_map(names) for each in (front, subject) if each.gives], told)


def _with_insert(subject: Piece, insert: Piece) -> str:
    """An insertion between commas stands in for the comma that ends an apposition."""
    return (subject.words.rstrip(",") if insert.words.startswith(",") else subject.words) + insert.words
