"""Tables of the family `people`: how news English introduces people and bodies and mentions them again."""

from typing import NamedTuple

from tests.benchmarks.constructions.drawing import pieces

WHOLE_NAMES = {
    "woman": """
Kim Min-seo = Kim | Zhang Weili = Zhang | Nguyen Thi Lan = Lan | Park Ji-won = Park | Thi Thi Nwe = Thi Thi Nwe
Sigríður Jónsdóttir = Jónsdóttir | Ana Lúcia Brandão = Brandão | R. K. Menon = Menon | Siti Nurhaliza Rahman = Rahman
Wangari wa Kamau = wa Kamau | Ngozi Adaeze Eze-Obi = Eze-Obi | Maria del Mar Ortega = Ortega | Umm Hani al-Zubi = al-Zubi
Tshering Yangzom = Yangzom | Mary-Kate O’Connell = O’Connell | Lin Hsiao-mei = Lin | Dao Anh Thu = Thu
Gabriela “Gabi” Funes = Funes | Eleni M. Papas = Papas | Ulla-Britt af Klint = af Klint | Sulastri = Sulastri
""",
    "man": """
Lee Dong-hyun = Lee | Chen Guoqiang = Chen | Tran Van Thanh = Thanh | Abdul Rahman bin Yusof = Abdul Rahman
Jón Einarsson = Einarsson | João Paulo Teixeira = Teixeira | J. B. Whitlock = Whitlock | Mohamed Ould Cheikh = Ould Cheikh
Ngugi wa Mburu = wa Mburu | Chukwuemeka Okafor-Bello = Okafor-Bello | Luis Miguel Ibarra Soto = Ibarra | Abu Bakr Haddad = Haddad
Karma Dorji = Dorji | Seán Ó Briain = Ó Briain | Wu Po-han = Wu | Le Quang Minh = Minh | Baptiste de La Tour = de La Tour
Robert “Bob” Achterberg = Achterberg | Andris K. Ozols = Ozols | Martin Luther Ferris Jr. = Ferris | Sutrisno = Sutrisno
""",
}
"""By gender, whole names and the part by which one is named again."""

BODIES = {
    "inst": """
the Delta Institute = institute | the Institute for Coastal Affairs = institute | the Centre for Water Policy = centre
the Harrow Foundation = foundation | the Observatory of River Law = observatory | the Pulso Institute = institute
""",
    "firm": """
Hadley & Sons = company | KLM Power = company | Northwater = company | the Aquavel Group = group | Brandt Marine = company
Sorensen Hydro = company | Río Alto Holdings = company | Tamura Steel = company
""",
    "union": """
the Ferrymen’s Union = union | the National Teachers’ Union (NTU) = union | the Association of River Pilots = association
the Dockers’ Federation = federation | the Farmers’ League (FL) = league
""",
    "ngo": """
Clean Rivers Now = group | Mothers of the Valley = group | the Kestonian Red Crescent = organisation | Shelter Now = charity
the Delta Lawyers’ Forum (DLF) = forum | the Tarn Residents’ Committee = committee
""",
    "bank": "the Bank of Veralia = bank | Tarn Savings Bank = bank | the Coastal Development Bank (CDB) = bank",
    "agency": """
the National Water Authority (NWA) = authority | the Office for Flood Defence = office | the Ministry of Transport = ministry
the Rivers Commission = commission | the Coastal Survey (CS) = agency | the Federal Dams Agency (FDA) = agency
""",
    "party": """
the Free Party = party | the Green Alliance = alliance | the Democratic League of Sabria (DLS) = party | the Forward Party (FP) = party
""",
    "school": """
Selby University = university | the University of Tarn = university | Nova Brava Polytechnic = university
St. Anne’s College = college | the London School of Rivers = school | King Idris University = university
""",
    "hospital": "St. Mary’s Hospital = hospital | the Royal Infirmary = infirmary | Tarn General Hospital = hospital",
    "council": "the {place} city council = council | the Port Authority of {place} = authority | the {place} fire service = service",
}
"""By sort, bodies with the noun by which one is meant again."""


class Role(NamedTuple):
    """What somebody is: "engineer", "at {body}", the noun that means them again, and marks.

    Marks are the article ("a", "the", "none"), the sort of the body, and what the role makes of its bearer.
    """

    head: str
    tail: str
    noun: str
    marks: frozenset[str]


def _roles(table: str) -> tuple[Role, ...]:
    lines = (line.split("|") for line in table.strip("\n").split("\n"))
    return tuple(Role(head, tail, noun, frozenset(marks.split())) for head, tail, noun, marks in lines)


ROLES = _roles("""
director|of {body}|director|the lead inst
managing director|of {body}|managing director|the lead firm
project manager|at {body}|project manager|a firm
chief scientist|at {body}|scientist|the lead inst
deputy head|of {body}||the agency
treasurer|of {body}|treasurer|the lead union
vice chair|of {body}|vice chair|the lead union
adviser|to {body}|adviser|a agency
legal adviser|at {body}|adviser|a union
press officer|for {body}|press officer|a council
board member|of {body}|board member|a ngo
volunteer|with {body}|volunteer|a ngo
activist|with {body}|activist|a lead ngo
representative|of {body}|representative|a lead union
emeritus professor of geology|at {body}|professor|a school academic
visiting professor|at {body}|professor|a school academic
dean of the law faculty|at {body}|dean|the school academic
principal|of {body}|principal|the lead school
midwife|at {body}|midwife|a hospital
lawmaker|from {body}|lawmaker|a party
member of parliament|for {body}||a party
ambassador|of {country}|ambassador|the
president|of {country}|president|the office
deputy mayor|of {place}|deputy mayor|the
minister|for water and energy|minister|the office
imam|in {place}|imam|a
priest|from {place}|priest|a trade
taxi driver|from {place}|taxi driver|a trade
retired teacher|from {place}|teacher|a
translator||translator|a trade
shareholder|in {body}|shareholder|a firm outside
patient|at {hospital}|patient|a
executive director|of {body}|director|the lead ngo
deputy director|of {body}|deputy director|the lead agency
chief executive|of {body}|chief executive|the lead firm
chief executive|of {body}|chief executive|the lead firm
vice president|of {body}|vice president|a firm
chair|of {body}|chair|the lead union
president|of {body}|president|the lead union
general secretary|of {body}|general secretary|the lead union
head of research|at {body}||the inst
head of policy|at {body}||the ngo
director of operations|at {body}||the firm
head of the legal department|at {body}||the agency
chief economist|at {body}|economist|the lead bank
governor|of {body}|governor|the lead bank
analyst|at {body}|analyst|a lead bank
analyst|with {body}|analyst|a lead inst
{spokesman}|for {body}|{spokesman}|a lead agency
{spokesman}|for {body}|{spokesman}|a lead firm
{spokesman}|of {body}|{spokesman}|the lead council
engineer|at {body}|engineer|a lead firm
structural engineer|with {body}|engineer|a firm
senior inspector|at {body}|inspector|a agency
inspector|with {body}|inspector|a council
professor of hydrology|at {body}|professor|a school academic
professor of public law|at {body}|professor|a school academic
associate professor|at {body}|professor|a school academic
lecturer in economics|at {body}|lecturer|a school academic
historian|at {body}|historian|a school academic
political scientist|at {body}|political scientist|a school academic
geologist|from {body}|geologist|a school academic
research fellow|at {body}||a inst
senior researcher|at {body}|researcher|a inst
student|at {body}|student|a school
nurse|at {body}|nurse|a hospital
surgeon|at {body}|surgeon|a hospital
organiser|with {body}|organiser|a ngo
campaigner|for {body}|campaigner|a lead ngo
coordinator|of {body}|coordinator|the lead ngo
founder|of {body}|founder|the lead ngo
lawyer|with {body}|lawyer|a ngo
lawyer|for the families|lawyer|a
lawyer|representing the families|lawyer|the
member|of {body}||a union
senator|from {body}|senator|a party
leader|of {body}|leader|the lead party
candidate|of {body}|candidate|the party
mayor|of {place}|mayor|the office titled
{country}’s foreign minister||foreign minister|none office
minister of transport||minister|the office
transport minister||minister|the office
interior minister||minister|the office
police chief|of {place}|police chief|the office
governor|of the province|governor|the office titled
opposition senator||senator|a office
retired judge||judge|a
farmer|from {place}|farmer|a trade
shopkeeper|in {place}|shopkeeper|a trade
bus driver|from {place}|bus driver|a trade
teacher|who lives by the weir|teacher|a trade
mother of three|from {place}||a female
resident|of {place}|resident|a
carpenter||carpenter|a trade
novelist||novelist|a trade
critic|of {body}||a party outside
author|of a book on {body}||the agency outside
witness|to the flood|witness|a
co-author|of the report||the
reporter|for {paper}|reporter|a press
correspondent|for {paper}|correspondent|a press
editor|of {paper}|editor|the press
columnist|for {paper}|columnist|a press
blogger|from {place}|blogger|a trade writer
journalist||journalist|a trade writer
""")

INTROS = pieces("""
{full}, {det_role},|role body
{full}, {det_role},|role body
{full}, {det_role},|role body
{full}, {bare_role},|role body|the
{full}, {age}, {det_role},|role body age
{full} ({age}), {det_role},|role body age
{full}, a {age}-year-old {head} {tail},|role body age|a
{det_role}, {full},|role body
{head} {full} of {body}|role body|lead
{head} {full}|role|trade
{age}-year-old {head} {full}|role age|trade
{Head} {full}|role|titled
{bare_body} {head} {full}|role body|lead
{bare_body} {head} {full}|role body|lead
{bare_body_s} {head} {full}|role body|lead
{body_s} {head}, {full},|role body|lead
{full}, {body_s} {head},|role body|lead
{full}, who heads {body},|body|inside
{full}, who works for {body},|body|inside
{full}, who leads {body},|body|inside lead
{full}, who runs {body},|body|inside lead
{full}, who founded {body},|body|inside lead
{full}, who teaches law at {body},|body|academic
{full}, who sits on the board of {body},|body|inside
{full}, who joined {body} in {year},|body|inside
{full}, employed by {body},|body|inside
{det_role}, Mrs. {full},|role body|woman
{det_role}, Mr {full},|role body|man
one of the {heads} {tail}, {full},|role body|a plural inside
{full}, who left {college} in {year},|
{full}, whose son goes to {college},|
{full}, from {body},|body|inside
{full}, also {det_role},|role body
{full}, then {bare_role},|then body|the past
{full}, until recently {det_role},|role body|past
{full}, {acting} {tail},|acting body|lead the
{full}, the {acting} {tail},|acting body|lead the
{full} — {det_role} —|role body
{full}, {det_role} whose work is on rivers,|role body|a
{full}, {det_role} and the author of two books,|role body
{full}, {det_role} and a graduate of {college},|role body|past
{full}, a {bare_college}-trained {head} {tail},|role body|a
{head} {full}, of {body},|role body|lead
{det_role} and mother of two, {full},|role body|female
Sgt. {full}, {det_role},|role body|council
Sen. {full}|sen|office
Rev. {full}, {det_role},|role body|trade
{full}, who works as {a_head} {tail},|role body|a job
{full}, who has been {det_role} since {year},|role body|past
{full}, who was {det_role} until {month},|role body|past
{full}, a former {head} {tail},|former body|a past
{full}, former {head} {tail},|former body|the past
{full}, the former {head} {tail},|former body|the past
{full}, {det_role} and a former minister,|role body
{full}, {det_role} and mother of two,|role body|female
{full}, {det_role} who has studied the river for years,|role body|a
{full}, {det_role}, who was not involved in the study,|role body
{full}, {det_role}, who lives in {town},|role body
{full}, {det_role}, speaking through an interpreter,|role body
{full} of {body}|body|inside
{full}, of {body},|body|inside
{full} from {body}|body|inside
{full} at {body}|body|inside
{full} with {body}|body|inside
{body_s} {full}|body|inside
{full} ({bare_body})|body|inside
{full} ({bare_body}, {country})|body|party inside
{full}, a {bare_body} {head},|role body|a lead
Dr {full}, {det_role},|role body|academic
Dr. {full} of {body}|dr body|academic
Professor {full} of {body}|professor body|academic
Professor {full}, who teaches law at {body},|professor body|academic
Prof. {full}, {det_role},|role body|academic
{full}, one of the {heads} {tail},|role body|a plural inside
{full}, {head} of {body_s} {town} office,|role body|lead the
{full}, whose brother runs a hotel in {town},|
{full}, who was treated at {hospital},|
{full}, who has sued {rival},|
{full}, {det_role} and a long-time opponent of {rival},|role body
{full}, {det_role}, whose house is being bought by {rival},|role body
""")
"""How somebody is brought in beside words of theirs; what that tells; what the role must be."""

PRESENTED = pieces("""
{full} is {det_role}.|role body
{full} has been {det_role} since {year}.|role body|past
Among those who came was {full}, {det_role}.|role body
{full}, {det_role}, has known the river all {his} life.|role body
{full}, {det_role}, was one of the first to see it.|role body
Another is {full}, {det_role}.|role body
{full}, {age}, lost {his} house.|age
""")
"""Sentences that only bring somebody in; the next one is theirs."""

TOGETHER = pieces("""
{A} and {B}, both {heads} {tail}, do not agree.|role body|a plural inside
{A} and {B}, {heads} {tail}, have read the report.|role body|a plural inside
{Heads} {A} and {B} of {body} have read the report.|role body|a plural lead
{A}, {a_role}, and {B}, {b_role}, do not agree.|role body
Both {A}, {a_role}, and {B}, {b_role}, were there.|role body
{A}, {a_role}, wrote the report with {B}, {b_role}.|role body
{A}, {a_role}, met {B}, {b_role}, on {day}.|role body
The report was written by {A}, {a_role}, and {B}, {b_role}.|role body
""")
"""Sentences that bring in two at once."""

FRAMES = pieces("""
“⟦{quoted}⟧,” {who} said.
“⟦{quoted}⟧,” {who} said.
“⟦{quoted}⟧,” said {who}.||noun
“⟦{quoted}⟧,” said {who}.||noun
“⟦{quoted}⟧,” says {who}.||noun
“⟦{quoted}⟧,” {who} said. “⟦{quoted}⟧.”
“⟦{quoted}⟧,” said {who}. “⟦{quoted}⟧.”||noun
“⟦{quoted}⟧,” {who} said, “⟦{rest}⟧.”
“⟦{quoted}⟧,” {who} told reporters in {town}.
{Who} said that ⟦{clause}⟧.
{Who} said ⟦{clause}⟧.
{Who} said on {day} that ⟦{clause}⟧.
{Who} says ⟦{clause}⟧.
{Who} warned that ⟦{clause}⟧.
{Who} argues that ⟦{clause}⟧.
{Who} said: “⟦{quoted}⟧.”
{Who} agreed. “⟦{quoted}⟧,” {he} said.||person
{Who} put it this way: “⟦{quoted}⟧.”
⟦{Clause}⟧, {who} said.
⟦{Clause}⟧, said {who}.||noun
⟦{Clause}⟧, according to {who}.||noun
According to {who}, ⟦{clause}⟧.||noun
According to {who}, ⟦{clause}⟧.||noun
But {who} said that ⟦{clause}⟧.
On {day}, {who} said that ⟦{clause}⟧.
Asked about the repairs, {who} said ⟦{clause}⟧.
In a statement, {who} said that ⟦{clause}⟧.
{Who} said in a statement that ⟦{clause}⟧.
{Who} told a news conference that ⟦{clause}⟧.
{Who} told parliament on {day} that ⟦{clause}⟧.||person
“⟦{quoted}⟧,” {who} told the inquiry.||person
{Who} said by telephone that ⟦{clause}⟧.||person
In an email, {who} wrote that ⟦{clause}⟧.
Speaking at {college}, {who} said that ⟦{clause}⟧.||person
At a meeting of {rival}, {who} said that ⟦{clause}⟧.||person
In a letter to {ministry}, {who} wrote that ⟦{clause}⟧.
In an open letter, {who} wrote that ⟦{clause}⟧.
In a television interview, {who} said that ⟦{clause}⟧.||person
In a speech at {college}, {who} said that ⟦{clause}⟧.||person
{Who} told reporters outside the offices of {review} that ⟦{clause}⟧.||person
{Who} told a meeting organised by {review} that ⟦{clause}⟧.||person
Asked about an article in {review}, {who} said ⟦{clause}⟧.
{Who} told {rival} that ⟦{clause}⟧.||person
{Who} told a conference in {town} that ⟦{clause}⟧.||person
{Who} said that ⟦{review} had got it wrong⟧.
{Who} made it clear that ⟦{clause}⟧.
{Who} has repeatedly said that ⟦{clause}⟧.
“⟦{quoted}⟧”, {who} said.
“⟦{quoted}⟧,” is how {who} puts it.||person
“⟦{question}⟧?” asked {who}.||noun
{Who} asked: “⟦{question}⟧?”
{Who} told {ministry} that ⟦{clause}⟧.||person
Commenting on a report in {review}, {who} said that ⟦{clause}⟧.
After {review} had published the letters, {who} said that ⟦{clause}⟧.
In a letter to {stranger}, the head of {rival}, {who} said that ⟦{clause}⟧.||names
Speaking after a meeting with {stranger}, the director of {rival}, {who} said that ⟦{clause}⟧.||names person
Asked about {stranger}, a former head of {rival}, {who} said ⟦{clause}⟧.||names
{Who} said that ⟦{stranger}, the head of {rival}, had seen the report⟧.||names
“⟦{quoted}, and {stranger} knows it⟧,” {who} said.||names
""")
"""How words are given; what the subject must be: no pronoun, a person; whether somebody else is named."""

AGAIN = pieces("""
{Who} added that ⟦{clause}⟧.
“⟦{quoted}⟧,” {who} added.
{Who} also said that ⟦{clause}⟧.
“⟦{quoted}⟧,” {who} said. “⟦{quoted}⟧.”
“⟦{quoted}⟧,” {who} said.
Still, {who} said, ⟦{clause}⟧.
{Who} went on: “⟦{quoted}⟧.”
{Who} was not surprised. “⟦{quoted}⟧,” {he} said.||person
{Who} shook {his} head. “⟦{quoted}⟧.”||person
{Who} denied that ⟦{clause}⟧.
{Who} insists that ⟦{clause}⟧.
“⟦{quoted}⟧,” {who} says. “⟦{quoted}⟧.”
Later, {who} said that ⟦{clause}⟧.
At first, {who} said, ⟦{clause}⟧.
{Who} does not believe it. “⟦{quoted}⟧,” {he} said.||person
When {who} came home, the street was gone. “⟦{quoted}⟧,” {he} said.||person
{Who} laughed. “⟦{quoted}⟧.”||person
""")
"""How words are given of one who is known."""

PLACED = pieces("""
“⟦{quoted}⟧,” {who} told {paper}.|paper
“⟦{quoted}⟧,” {who} told {paper}.|paper
“⟦{quoted}⟧,” {who} told {paper} on {day}.|paper
{Who} told {paper} that ⟦{clause}⟧.|paper
{Who} told {paper} that ⟦{clause}⟧.|paper
{Who} told {paper} in an interview that ⟦{clause}⟧.|paper
{Who} told the newspaper {bare_paper} that ⟦{clause}⟧.|paper
In an interview with {paper}, {who} said that ⟦{clause}⟧.|paper
In an interview published in {paper}, {who} said that ⟦{clause}⟧.|paper
In an interview with {paper} on {day}, {who} said ⟦{clause}⟧.|paper
{Who} said in an interview with {paper} that ⟦{clause}⟧.|paper
{Who}, in an interview with {paper}, said that ⟦{clause}⟧.|paper
{Who} wrote in {paper} that ⟦{clause}⟧.|paper
{Who} wrote in {paper} on {day}: “⟦{quoted}⟧.”|paper
“⟦{quoted}⟧,” {who} wrote in {paper}.|paper
Writing in {paper}, {who} said that ⟦{clause}⟧.|paper
Writing for {paper}, {who} argued that ⟦{clause}⟧.|paper
Speaking to {paper}, {who} said that ⟦{clause}⟧.|paper
{Who}, speaking to {paper}, said that ⟦{clause}⟧.|paper
In an op-ed for {paper}, {who} wrote that ⟦{clause}⟧.|paper
In an opinion piece in {paper}, {who} wrote: “⟦{quoted}⟧.”|paper
In a column for {paper}, {who} argued that ⟦{clause}⟧.|paper
In an article for {paper}, {who} wrote that ⟦{clause}⟧.|paper
In a letter to the editor of {paper}, {who} wrote that ⟦{clause}⟧.|paper
In a letter published in {paper}, {who} said that ⟦{clause}⟧.|paper
In the magazine {bare_paper}, {who} wrote that ⟦{clause}⟧.|paper
In remarks to {paper}, {who} said that ⟦{clause}⟧.|paper
“⟦{quoted}⟧,” {who} said in comments published by {paper}.|paper
“⟦{quoted}⟧,” {who} said in an interview with {station}.|station
“⟦{quoted}⟧,” {who} told {station}.|station
{Who} told {station} that ⟦{clause}⟧.|station
Speaking to {station}, {who} said that ⟦{clause}⟧.|station
Speaking on {station} on {day}, {who} said that ⟦{clause}⟧.|station
{Who} said on {station} that ⟦{clause}⟧.|station
In an interview on {station}, {who} said that ⟦{clause}⟧.|station
On {station}, {who} said that ⟦{clause}⟧.|station
{Who} said on the radio programme {programme} that ⟦{clause}⟧.|programme
On the talk show {programme}, {who} said that ⟦{clause}⟧.|programme
{Who} told the news agency {agency} that ⟦{clause}⟧.|agency
“⟦{quoted}⟧,” {who} told {agency}, a news agency.|agency
{Who} told the state broadcaster {agency} that ⟦{clause}⟧.|agency
{Who} wrote on {platform} that ⟦{clause}⟧.|platform
“⟦{quoted}⟧,” {who} wrote on {platform}.|platform
{Who} said on {platform} that ⟦{clause}⟧.|platform
In a post on {platform}, {who} said that ⟦{clause}⟧.|platform
In a video posted on {platform}, {who} said that ⟦{clause}⟧.|platform
On {platform}, {who} wrote: “⟦{quoted}⟧.”|platform
{Who} posted on {platform}: “⟦{quoted}⟧.”|platform
On {his} blog, {blog}, {who} wrote that ⟦{clause}⟧.|blog
On {his} blog {blog}, {who} wrote: “⟦{quoted}⟧.”|blog
{Who} wrote on the blog {blog} that ⟦{clause}⟧.|blog
{Who}, writing at {blog}, says that ⟦{clause}⟧.|blog
In an interview {he} gave to {paper}, {who} said that ⟦{clause}⟧.|paper|name
In an open letter published by {paper}, {who} said that ⟦{clause}⟧.|paper
In {his} column in {paper}, {who} wrote that ⟦{clause}⟧.|paper
In a guest article for {paper}, {who} argued that ⟦{clause}⟧.|paper
In a weekly column for {paper}, {who} wrote: “⟦{quoted}⟧.”|paper
{Who} told the daily {bare_paper} that ⟦{clause}⟧.|paper
{Who} told the local newspaper, {paper}, that ⟦{clause}⟧.|paper
“⟦{quoted}⟧,” {who} told {paper} last week.|paper
“⟦{quoted}⟧,” {who} told {paper} in {month}.|paper
{Who} confirmed to {paper} that ⟦{clause}⟧.|paper
{Who} said to {paper} that ⟦{clause}⟧.|paper
“⟦{quoted}⟧,” {who} explained to {paper}.|paper
As {who} told {paper}, ⟦{clause}⟧.|paper
⟦{Clause}⟧, {who} told {paper}.|paper
⟦{Clause}⟧, {who} wrote in {paper}.|paper
Talking to {paper} on {day}, {who} said that ⟦{clause}⟧.|paper
{Who} spoke to {paper} on {day}. “⟦{quoted}⟧,” {he} said.|paper/none|name
{Who} was interviewed by {paper}. “⟦{quoted}⟧,” {he} said.|paper/none|name
“⟦{quoted}⟧,” {who} told {station}’s {programme}.|station/programme/both
{Who} told {station}’s {programme} that ⟦{clause}⟧.|station/programme/both
{Who} said on {station}’s {programme} that ⟦{clause}⟧.|station/programme/both
In an interview on {station}’s {programme}, {who} said that ⟦{clause}⟧.|station/programme/both
In an interview broadcast by {station} on {day}, {who} said that ⟦{clause}⟧.|station
In remarks broadcast by {station}, {who} said that ⟦{clause}⟧.|station
In remarks carried by the state news agency, {agency}, {who} said that ⟦{clause}⟧.|agency
In a statement carried by the news agency {agency}, {who} said that ⟦{clause}⟧.|agency
On the podcast {programme}, {who} said that ⟦{clause}⟧.|programme
In a Facebook post, {who} wrote that ⟦{clause}⟧.|facebook
In a post on {his} Facebook page, {who} said that ⟦{clause}⟧.|facebook
On {his} Facebook page, {who} wrote: “⟦{quoted}⟧.”|facebook
On {his} Twitter account, {who} wrote: “⟦{quoted}⟧.”|twitter
“⟦{quoted}⟧,” {who} tweeted.|twitter
{Who} tweeted that ⟦{clause}⟧.|twitter
In a tweet, {who} said that ⟦{clause}⟧.|twitter
In a series of tweets, {who} argued that ⟦{clause}⟧.|twitter
In a message on Telegram, {who} said that ⟦{clause}⟧.|telegram
In the newsletter {bare_blog}, {who} wrote that ⟦{clause}⟧.|blog
For the online magazine {bare_blog}, {who} wrote that ⟦{clause}⟧.|blog
{Who}, who writes the blog {bare_blog}, said that ⟦{clause}⟧.|blog|name
Over at {blog}, {who} writes that ⟦{clause}⟧.|blog
At {blog}, {who} wrote: “⟦{quoted}⟧.”|blog
On the website {blog}, {who} wrote that ⟦{clause}⟧.|blog
In an essay for the website {blog}, {who} wrote that ⟦{clause}⟧.|blog
""")
"""How words are given with where they appeared."""

OF_BODIES = pieces("""
In a statement, {who} said that ⟦{clause}⟧.
{Who} said in a statement that ⟦{clause}⟧.
{Who} said on {day} that ⟦{clause}⟧.
{Who} has said that ⟦{clause}⟧.
According to {who}, ⟦{clause}⟧.
“⟦{quoted}⟧,” {who} said in a statement.
{Who} announced that ⟦{clause}⟧.
{Who} denies that ⟦{clause}⟧.
On its website, {who} says that ⟦{clause}⟧.
""")
OF_PAPERS = pieces("""
{Who} reported on {day} that ⟦{clause}⟧.
{Who} reports that ⟦{clause}⟧.
According to {who}, ⟦{clause}⟧.
“⟦{quoted}⟧,” {who} wrote.
{Who} wrote that ⟦{clause}⟧.
In an editorial, {who} said that ⟦{clause}⟧.
{Who} has reported that ⟦{clause}⟧.
As {who} reported, ⟦{clause}⟧.
{Who} asked in an editorial: “⟦{question}⟧?”
""")
OF_UNNAMED = pieces("""
A {spokesman} for {body} said that ⟦{clause}⟧.|{spokesman}
A senior official at {body} said ⟦{clause}⟧.|official
“⟦{quoted}⟧,” said an employee of {body} who asked not to be named.|employee
A lawyer for {body} told the court that ⟦{clause}⟧.|lawyer
An engineer at {body}, who spoke on condition of anonymity, said that ⟦{clause}⟧.|engineer
“⟦{quoted}⟧,” a {spokesman} for {body} said.|{spokesman}
According to a senior official at {body}, ⟦{clause}⟧.|official
One employee of {body} said that ⟦{clause}⟧.|employee
""")
BETWEEN = (
    "The river has risen by two metres since {day}.",
    "Four villages have been cut off.",
    "The road to {town} was still closed at the weekend.",
    "No date has been set for the repairs.",
    "The flood was the worst in thirty years.",
)
QUOTED = (
    "The dam was built on sand",
    "We told them so many times that we stopped counting",
    "Nobody in this town can say they did not know",
    "It was too late by then",
    "We are still waiting for an answer",
    "That is all there is to say about it",
    "There is no plan, and there never was one",
    "Water does not wait for a signature",
    "This will happen again",
    "People here have lost everything they had",
    "Every spring it is the same story",
    "You cannot repair a wall with words",
    "It takes more than money to build a weir",
    "The numbers do not add up",
    "I would not let my own children swim there",
    "The next flood will not ask who paid for the wall",
)
CLAUSES = (
    "the dam had been built on sand",
    "nobody had been told what the report said",
    "the inspectors had come too late",
    "the weir would fall within a year",
    "two of the four turbines had been standing still since {month}",
    "people were tired of waiting",
    "there were cracks in the wall as early as {year}",
    "the repairs would take until {month}",
    "the gates were opened an hour too late",
    "the money had been spent on roads",
    "the mayor had been warned in {month}",
    "no one had checked the pumps",
    "the cost could rise to four million",
    "the minister should explain the delay",
    "half of the houses were not insured",
    "a second wall was needed",
)
QUESTIONS = (
    "Who will pay for all this",
    "How long are we to wait",
    "Why did nobody open the gates",
    "What is a wall for",
)
REST = ("and nobody listened", "and that is what worries me", "but it was too late", "and it still is")
