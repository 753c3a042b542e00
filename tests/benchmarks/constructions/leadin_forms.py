"""Pieces of the family `leadins`: sources, lead-ins, closers, author's text, names of blogs and users."""

from tests.benchmarks.constructions.drawing import pieces

SOURCES = pieces("""
{person}|{person}|person
{person}|{person}|person
{pen} {person}|{person}|person
{country} {pen} {person}|{person}|person
{person}, who teaches at {school},|{person}|person comma
{person}, who blogs at {site},|{person}|person comma !venue
{person}, who writes the blog {blog},|{person}|person comma !venue
{person}, a {trade} from {town},|{person}|person comma
{person}, a {age}-year-old {trade},|{person}|person comma
{person} of {site}|{person}|person !venue
{person} at {blog}|{person}|person !venue
{person} from {blog}|{person}|person !venue
{blog}’s {person}|{person}|person !venue
{site} {pen} {person}|{person}|person !venue
{person}, the author of “{title}”,|{person}|person comma
Dr. {person}|{person}|person
Professor {person} of {school}|{person}|person
{person}, editor of {paper},|{person}|person comma !venue
{person}, who was there,|{person}|person comma
blogger {first}|{first}|person
{first}, a student,|{first}|person comma
{first}, who lives two streets away,|{first}|person comma
{site}|{site}|!venue
the blog {blog}|{blog}|!venue
{blog}|{blog}|!venue
{blog}, a blog on local politics,|{blog}|comma !venue
the collective blog {blog}|{blog}|!venue
{nick}|{nick}|person
user {nick}|{nick}|person
commenter {nick}|{nick}|person
a reader who calls {himself} {nick}|{nick}|person
blogger {nick}|{nick}|person
Twitter user {handle}|{handle}|person !venue
{handle}|{handle}|person
{person} ({handle})|{person}|person
another reader|another reader|person unnamed
one commenter|one commenter|person unnamed
another user|another user|person unnamed
an anonymous commenter|commenter|person unnamed
a {trade} from {town}|{trade}|person unnamed
a mother of three from {town}|mother|person unnamed
{body}|{named_body}|
the {office} of {town}, {person},|{person}|person comma
human rights lawyer {person}|{person}|person
{person} and {third}|{person} and {third}|plural
the newspaper {named_paper}|{named_paper}|!venue
one of the {trade_plural}|one of the {trade_plural}|person unnamed
{person}, whose father was a {trade},|{person}|person comma
Facebook user {person}|{person}|person !venue
an editorial in {paper}|editorial {named_paper}|!venue
{station}|{named_station}|!venue
""")

FRONTS = pieces(
    """
At {blog}, ||person !venue
At {site}, ||person !venue
Over at {blog}, ||person !venue
On {his} blog, ||person !venue
On {his} blog {blog}, ||person !venue
On the blog {blog}, ||person !venue
In a post titled “{title}”, ||!venue
In a blog post, ||!venue
Writing for {review}, ||person !venue
In an op-ed for {review}, ||person !venue
In {review}, ||person !venue
In a Facebook post, ||person !venue
On Facebook, ||person !venue
On Twitter, ||person !venue
On {day}, ||!time
Meanwhile, ||!link
But ||!link
In response, ||!link
In an open letter to {firm}, ||!venue
In an interview with {review}, ||person !venue
Under the headline “{title}”, ||!venue
Not everyone agrees. ||!link
Others were less patient. ||!link
The reactions were mixed. ||!link
In the comments, ||person !venue
Commenting on the news, ||!link
Also on {day}, ||!time
A few days later, ||!time
In a longer piece for {review}, ||person !venue
""",
    nothing=14,
)

VERBS = pieces("""
writes
wrote
explains
explained
has this to say
had this to say
puts it like this
sums it up
comments
reacted
responded
replied
agrees
disagrees||full
is not convinced||full
begs to differ||full
recalls
remembers
mocked the decision||full
celebrated||full
joked
laments
did not mince words||full
offers another view||full
sees things differently||full
concludes
posted the following message
is worried||full
thinks otherwise||full
shared a similar story||full
described the scene||full
describes what {he} saw||person full
describes how it began||full
shows how much has changed||full
speaks for many||full
adds another reason||full
is more hopeful||full
strikes a more hopeful note||full
is reminded of {year}||full
draws a parallel with {year}||full
calls for patience||full
voiced {his} anger||person full
took to Facebook||person !venue full
asks the question that many are asking
wonders
wondered aloud
gives an example
points to another problem||full
was there on {day}||person !time full
breaks it down
reports
reported from the scene||!time full
remarks
observes
said in a statement||!venue
wrote on Facebook||!venue
wrote on Twitter||!venue
tweeted||person
told {review}||person !venue
told {review} on {day}||person !venue !time
wrote in an op-ed for {review}||person !venue
argues ⟦that {clause}⟧
argued ⟦that {clause}⟧||full
claims ⟦that {clause}⟧
points out ⟦that {clause}⟧
warns ⟦that {clause}⟧
says ⟦that {clause}⟧
asks ⟦whether {clause}⟧
wonders ⟦?whether {clause}⟧
thinks ⟦?that {clause}⟧||full
is convinced ⟦?that {clause}⟧||full
explains ⟦?why {clause}⟧||full
explains ⟦?why {clause}⟧
is afraid ⟦?that {clause}⟧||full
shows ⟦?that {clause}⟧
complained ⟦that {clause}⟧
""")

OPENINGS = pieces("""
From {blog}:|{blog}
From {site}:|{site}
From {person} at {blog}:|{person}|person
From {person}’s blog:|{person}|person
Here is {person}:|{person}|person
Here is {person} of {site}:|{person}|person
Here is {blog} on the news:|{blog}
Here’s what {person} had to say:|{person}|person
Here is what {person} wrote on Facebook:|{person}|person
And this from {blog}:|{blog}
Then there is {person}, who writes:|{person}|person
Then there is {blog}, which writes:|{blog}
More from {blog}:|{blog}
A comment by {person}:|{person}|person
A comment from {user}:|{user}|person
{person} on Facebook:|{person}|person
{person}, a {trade} from {town}:|{person}|person
{person}, {age}, {trade}:|{person}|person
In the words of {person}:|{person}|person
In the words of {pen} {person}:|{person}|person
An excerpt from {person_s} post:|{person}|person
Below is an excerpt from {blog}:|{blog}
This is how {person} saw it:|{person}|person
This is what {nick} wrote:|{nick}|person
This is what {person}, a {trade}, told us:|{person}|person
As {person} put it:|{person}|person
As {person} explains at {blog}:|{person}|person
As {person} wrote for {paper}, ⟦{clause}⟧:|{person}|person
As {pen} {person} pointed out in {paper}, ⟦{clause}⟧:|{person}|person
As {blog} notes, ⟦{clause}⟧:|{blog}
According to {person}, ⟦{clause}⟧:|{person}|person
According to {blog}, ⟦{clause}⟧:|{blog}
For {person}, the matter is clear:|{person}|person
For {blog}, there is only one question left:|{blog}
{person} was there that day. {He} writes:|{person}|person
{person} has lived in {town} since {year}. {He} remembers:|{person}|person
{person} is a {trade} in {town}. On {day}, {he} wrote on {his} blog:|{person}|person
{pen_cap} {person} runs the blog {blog}. {His} latest post begins:|{person}|person
{body} published a statement on {day}. It reads:|{named_body}
A statement by {body} reads:|{named_body}
The statement of {body} in full:|{named_body}
Among them was {person}, who wrote:|{person}|person
One of them is {person}, a {trade}. {He} told {paper}:|{person}|person
One of the first to react was {person}:|{person}|person
One of the most shared posts was written by {person}:|{person}|person
To which {person} answered:|{person}|person
And here is a reply by {user}:|{user}|person
{blog} has the story:|{blog}
{blog} has more:|{blog}
{site} quotes {person}:|{person}|person
{paper} quotes {person}, a {trade} from {town}, as saying:|{person}|person
{paper} spoke to {person}, a {trade}:|{person}|person
{paper} published a letter from {person}:|{person}|person
Read what {person} has to say about it:|{person}|person
{person_s} reaction on Twitter:|{person}|person
{person_s} answer was short:|{person}|person
Similar words came from {person}:|{person}|person
Similarly, {person}:|{person}|person
The best summary comes from {blog}:|{blog}
“{title}” is the title of a post by {person}. In it {he} writes:|{person}|person
Under the title “{title}”, {blog} publishes the letter of a reader, {person}:|{person}|person
""")

CONTINUED = pieces("""
{He} adds:
{He} goes on:
{He} continues:
{He} concludes:
Later in the same post, {he} writes:
And further down:
{surname} continues:
In another post, {he} asks:
The post ends like this:
A day later, {he} wrote:
{He} also has a warning:
{He} has a suggestion, too:
In the same post, {surname} explains ⟦?why {clause}⟧:
""")

POSTS = pieces("""
{handle}: ⟦{post}⟧|{handle}
{handle}: ⟦{post}⟧|{handle}
{person} ({handle}): ⟦{post}⟧|{person}
⟦{post}⟧ — {person} ({handle}) {month} {dayth}, {year}|{person}
{person} {handle} · {month} {dayth}¶⟦{post}⟧|{person}
“⟦{post}⟧” – {handle}|{handle}
{nick}: ⟦{post}⟧|{nick}
{nick} ({month} {dayth}, 10:42 am): ⟦{post}⟧|{nick}
{nick} says:¶⟦{post}⟧|{nick}
{nick} wrote on {month} {dayth}:¶⟦{post}⟧|{nick}
{handle} tweeted:¶⟦{post}⟧|{handle}
{person} tweeted:¶{handle}: ⟦{post}⟧|{person}
Posted by {user} on {month} {dayth} at 9:15:¶⟦{post}⟧|{user}
{handle}: ⟦{foreign}⟧¶⟦{post}⟧|{handle}
{person} wrote on Twitter:¶{handle}: ⟦{foreign}⟧¶⟦{post}⟧|{person}
{person} wrote on Twitter:¶⟦{foreign}⟧¶⟦{post}⟧|{person}
""")
BEFORE_POSTS = (
    "Here are some of the reactions on Twitter:",
    "On Twitter, the reactions were mixed:",
    "A selection of comments:",
    "The news was discussed on Twitter under the hashtag #{tag}:",
    "Others made fun of it:",
    "Users of social networks were quick to react.",
)
FOREIGN = (
    "Nadie nos dijo nada, y ahora todo el mundo dice que lo sabía.",
    "Personne ne nous a rien dit, et maintenant tout le monde le savait.",
    "Niemand hat uns etwas gesagt, und jetzt wollen es alle gewusst haben.",
    "Ninguém nos disse nada, e agora todos dizem que já sabiam.",
    "Никто нам ничего не сказал, а теперь все говорят, что знали.",
    "没有人告诉我们任何事，现在每个人都说他们早就知道。",
)

CLOSERS = pieces(
    """
 [Source]||end
 [source]||end
 […]||
¶⟦?[…]⟧||
 (translated by {third})||end
 [via {site}]||end
¶[Source]||end
""",
    nothing=12,
)

RETURNS = pieces("""
{Person_s} post was shared more than 2,000 times within a day.||person
{Surname} is not alone.||person
{Surname} has written about the matter before.||person
{Surname} did not answer our questions.||person
The post has been read by more than 10,000 people.
The text was taken down on {day}, but copies of it can still be found.
At the time of writing, the ministry had not reacted.
Other bloggers have made similar observations.
Many readers agreed.
So much for the critics. Those in favour have been quieter.
While {surname} is angry, others have given up.||person
On social networks, the debate continues.
Like {surname}, many people here have lost their trust in the authorities.||person
These words caused an uproar, and {surname} had to apologise.||person
{Surname} (photo by {third}, used with permission)||person
""")

FINALS = (
    "This post is part of our special coverage on {country}.",
    "We will update this post as soon as there is more news.",
    "The image on top of this post was taken by {third} and is used with permission.",
    "Thanks to {third} for help with the translations.",
)

NEGATIVES = (
    "{facts}:¶{list}",
    "{facts}:¶{summary}",
    "{facts}:¶{summary}",
    "A photo by {third} went around the country:¶{caption} Photo by {third}, used with permission.",
    "This video was filmed on {day}:¶{summary}",
    "A video uploaded by {handle} shows what happened:¶{summary}",
    "{caption} Photo by {third}.",
    "I visited {place} in {month}, when nobody yet spoke of it. I remember a sleepy town with three cafés.",
    "{third} has written a book on the subject.¶The book, which was published in {year}, has been translated into four languages.",
    "{third} told {paper} ⟦{third}¦that {clause}⟧.¶{summary}",
    "“⟦{third}¦Nobody asked us⟧,” {third} told {paper}.¶{summary}",
    "Bloggers have been following the story from the beginning.¶{summary}",
    "There are three reasons for this:¶{list}",
    "The president of {country}, {third}, was not available for comment.¶{summary}",
)
FACTS = (
    "Here is the latest",
    "The facts are quickly told",
    "What is known so far",
    "Some background",
    "To recap",
    "The story so far",
    "A short timeline",
    "This is what happened",
)
NICKS = [
    "mudlark77",
    "lotta_k",
    "Chris from Tarn",
    "hillgoat",
    "rainy_day",
    "ferryboy",
    "sofia_k",
    "not_a_robot",
    "Tea and Toast",
    "jpm1964",
    "Grumpy",
    "A Concerned Citizen",
    "weathervane",
    "mo.lund",
]
USERS = ["mudlark77", "lotta_k", "Chris from Tarn", "sofia_k", "Tea and Toast", "jpm1964", "not_a_robot"]
BLOGS = [
    "Notes on a Mill",
    "Under the Bridge",
    "The View from the Weir",
    "A Cup of Tea and a Map",
    "Letters to My Mother",
    "Between the Lines",
    "All Quiet on the Quay",
    "Of Mud and Men",
    "What the River Said",
    "Far from the Sea",
    "Life in a Flood Plain",
    "Out of Tarn",
    "The Slow Train to Kesh",
    "Ink and Iron",
    "This Is Not a Blog",
    "East by South-East",
    "Radical Gardener",
    "In the Shadow of the Dam",
    "Café Babel",
]
