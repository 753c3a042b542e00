"""Mentions of one person or body are resolved to one voice, and those of others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse_quotations
from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices import resolve
from reader.model import QuotationKind, Span, VoiceKind
from reader.sources import verbatim
from tests.analysis.voices.marked_texts import article, attributions, speakers, voice
from tests.cpu_time import growth

NAMES = {
    "a surname is the full name's": ("Dana Okoro left. {Okoro} said ⟨no⟩.", ["Dana Okoro"]),
    "a first name is the full name's": ("Dana Okoro left. {Dana} said ⟨no⟩.", ["Dana Okoro"]),
    "a title goes with the surname": ("Pavel Orlin came. {Mr. Orlin} said ⟨no⟩.", ["Pavel Orlin"]),
    "a title without its point too": ("Pavel Orlin came. {Mr Orlin} said ⟨no⟩.", ["Pavel Orlin"]),
    "brackets stand aside": ("Pavel Orlin came. {[Orlin]} said ⟨no⟩.", ["Pavel Orlin"]),
    "two of two bodies": (
        "{Pavel Orlin of the Vela Guild and Ada Weir of the Delta Trust} said ⟨no⟩.",
        ["Pavel Orlin and Ada Weir"],
    ),
    "a possessive is its owner's": ("Pavel Orlin came. {Orlin’s column} said ⟨no⟩.", ["Pavel Orlin"]),
    "a middle initial joins": ("Michael T. Brandt came. {Michael Brandt} said ⟨no⟩.", ["Michael T. Brandt"]),
    "an initial is part of a name": ("{B. P. Rao} said ⟨no⟩.", ["B. P. Rao"]),
    "a family name may stand first": ("Xi Lanfen spoke. {Mr. Xi} said ⟨no⟩.", ["Xi Lanfen"]),
    "an accent may be missing": ("Elena Díaz came. {Diaz} said ⟨no⟩.", ["Elena Díaz"]),
    "one letter may be missing": ("Greta Brundmann came. {Greta Brudmann} said ⟨no⟩.", ["Greta Brundmann"]),
    "a doubled letter may be single": ("Amir Yussef came. {Yusef} said ⟨no⟩.", ["Amir Yussef"]),
    "a firm goes by its first word": ("Tallow Foods rose. {Tallow} said ⟨no⟩.", ["Tallow Foods"]),
    "a short word begins no other body": ("The Tarn Institute met. {Tarn} said ⟨no⟩.", ["Tarn"]),
    "the full name may come far away": (
        "Chinese leader Xi Lanfen came.\n\nIt rained.\n\n{Xi} said ⟨no⟩.",
        ["Xi Lanfen"],
    ),
    "the full name may come later": ("{Okoro} said ⟨no⟩. Dana Okoro left.", ["Dana Okoro"]),
    "a nationality is no name": ("{Egyptian Rania Serrat} said ⟨no⟩.", ["Rania Serrat"]),
    "a role before the name is no name": ("{Blogger C. Trask} said ⟨no⟩.", ["C. Trask"]),
    "a role in capitals is no name": ("{Vela Online Author Sasa Petrov} said ⟨no⟩.", ["Sasa Petrov"]),
    "an apposition behind the name": ("{Dana Okoro, a fellow at the Delta Institute} said ⟨no⟩.", ["Dana Okoro"]),
    "an apposition before the name": ("{The bureau chief for Vela News, Tim Roe,} said ⟨no⟩.", ["Tim Roe"]),
    "a dash before the name": ("{another blogger – Samira Bose} said ⟨no⟩.", ["Samira Bose"]),
    "one of several, then the name": ("{One of the Lanterns, Paulo Mora from Brazil,} said ⟨no⟩.", ["Paulo Mora"]),
    "a body behind what it does": ("{The company that runs the mill, Westwind Power,} said ⟨no⟩.", ["Westwind Power"]),
    "whom the clause tells of": ("⟨No⟩, said {the man} who met the mayor, Tim Roe.", ["the man"]),
    "whose head it is": ("{The head} of the company, Tall Oak, said ⟨no⟩.", ["The head of the company"]),
    "a person is no body": (
        "{The company that owns the mill, Tim Roe’s,} said ⟨no⟩.",
        ["The company that owns the mill"],
    ),
    "only the apposition was marked": ("Carlo Ruda, {retired professor of music}, said ⟨no⟩.", ["Carlo Ruda"]),
    "several who speak as one": ("{Lin Zhao and Ana Reis Mora} wrote ⟨no⟩.", ["Lin Zhao and Ana Reis Mora"]),
    "several, each by the full name": (
        "Lin Zhao met Tom Cray. {Zhao and Sen. Cray} wrote ⟨no⟩.",
        ["Lin Zhao and Tom Cray"],
    ),
    "a delegate by the title": ("{Del. Rosa Quill} said ⟨no⟩.", ["Rosa Quill"]),
    "letters of an honour behind the name": (
        "{Dana Okoro KC} said ⟨no⟩. {Okoro} said ⟨no⟩. {Pavel Orlin MP} said ⟨no⟩.",
        ["Dana Okoro", "Dana Okoro", "Pavel Orlin"],
    ),
    "letters of an honour behind a party": ("{The Delta Party MP} said ⟨no⟩.", ["The Delta Party MP"]),
    "a name that is given": (
        "{A pensioner who gave his name as Oto} said ⟨no⟩. {Oto} said ⟨no⟩.",
        ["Oto", "Oto"],
    ),
    "a name that is given behind the mention": (
        "⟨No,⟩ said {a pensioner} who identified herself only as Lina. ⟨No,⟩ {Lina} said.",
        ["Lina", "Lina"],
    ),
    "only a first name": (
        "⟨No,⟩ said {a nurse} who would give only her first name, Lina. ⟨No,⟩ {Lina} said.",
        ["Lina", "Lina"],
    ),
    "letters of an honour behind a judge": ("{Judge Dana Okoro KC} said ⟨no⟩. {Okoro} said ⟨no⟩.", ["Dana Okoro"] * 2),
    "a name that is wanted": ("{A guard who asked to be called Oto} said ⟨no⟩.", ["Oto"]),
    "a name that is not wanted": (
        "{A guard who asked not to be named} said ⟨no⟩ to Oto.",
        ["A guard who asked not to be named"],
    ),
    "a document's author": ("{an inquiry by the New York Herald} found ⟨no⟩.", ["New York Herald"]),
    "a report in a paper": ("{A report in the Vela Times} said ⟨no⟩.", ["Vela Times"]),
    "a blog and its writer": ("{Ruedas, a blog led by sailor Ivo Galt,} said ⟨no⟩.", ["Ivo Galt"]),
    "a blogger without a name": ("{a Maltese blogger at Belle Ile} wrote ⟨no⟩.", ["Belle Ile"]),
    "a publication as it stands": ("He read on. {The Economist} argued ⟨no⟩.", ["The Economist"]),
    "a newspaper set apart": ("{the state newspaper, La Vela Nueva,} said ⟨no⟩.", ["La Vela Nueva"]),
    "an acronym is its body": (
        "The Centre for Tide Science (CTS) spoke. {CTS} said ⟨no⟩.",
        ["The Centre for Tide Science"],
    ),
    "an acronym need not be introduced": ("Vela Creole News closed. {VCN} said ⟨no⟩.", ["Vela Creole News"]),
    "initials of an interview": ("Carla Pury (CP) spoke.\n\n{CP}: ⟨No.⟩", ["Carla Pury"]),
    "a short form of a body": ("Delta Group sells. {Delta} said ⟨no⟩.", ["Delta Group"]),
    "a user name": ("{@ahmed} wrote ⟨no⟩.", ["@ahmed"]),
    "a name in lower case under which somebody signs": ("Under the nickname {otter} she wrote ⟨no⟩.", ["otter"]),
    "a user behind a comma": ("Another user, {mirabel} wrote ⟨no⟩.", ["mirabel"]),
    "a short form of a first name": ("Louise Pell-Cole sang. {Miss Lou} said ⟨no⟩.", ["Louise Pell-Cole"]),
    "a short form that two may have": ("Louise Pell met Louis Cole. {Lou} said ⟨no⟩.", ["Lou"]),
    "a short form of the other sex": ("Alexander Pell sang. {Miss Sasha} said ⟨no⟩.", ["Sasha"]),
    "the head of a school": ("President Ivo Trask left. {The head of school} said ⟨no⟩.", ["The head of school"]),
    "the blogger of a blog by its noun": (
        "After the flood one blog, The Salt Pantomime, turns on Lisk, and Ivo Trask left. {The blogger} said ⟨no⟩.",
        ["The Salt Pantomime"],
    ),
    "the sources": (
        "{Electoral observers} said ⟨no⟩. The vote was close, {the sources} said ⟨so⟩.",
        ["Electoral observers"] * 2,
    ),
    "sources of somebody named": (
        "{Ivo Trask} said ⟨no⟩. It rained, {the sources} said ⟨so⟩.",
        ["Ivo Trask", "the sources"],
    ),
    "a group by its noun": (
        "The Facebook group Lisk Abroad met to DEMAND it. {The group} asked ⟨why⟩.",
        ["Lisk Abroad"],
    ),
    "a person behind a group": ("He joined the group Ada Cole met. {The group} asked ⟨why⟩.", ["The group"]),
    "whom the text moves to": ("Next {we move to Rosa Quill}, who said ⟨no⟩.", ["Rosa Quill"]),
    "where the text moves to": ("Next {we move to Lima}, who said ⟨no⟩.", [None]),
    "several in a phrase before who": ("It drew {the scorn of some teachers}, who said ⟨no⟩.", ["some teachers"]),
    "a land before a first name": ("{Lebanese Rosa} said ⟨no⟩.", ["Rosa"]),
    "a land before a company": ("{Korean Tide} said ⟨no⟩.", ["Korean Tide"]),
    "its kind before a body": ("{NGO Clear Water} said ⟨no⟩.", ["Clear Water"]),
    "a place between commas": ("It was cold in Lisk, a town of {Vela}, he said ⟨no⟩.", ["Vela"]),
    "several with one of them": (
        "{Several local guilds including Millers Without Frontiers} urged ⟨it⟩.",
        ["Several local guilds including Millers Without Frontiers"],
    ),
    "of whom a body is": (
        "The Roe government met the Delta Mission. {The government of Ivo Roe} said ⟨no⟩.",
        ["The government of Ivo Roe"],
    ),
    "a quantity names nobody": ("{Numerous} said ⟨no⟩.", [None]),
    "a style before two names": ("Minister Shaikh Karim Vela left. {Karim Vela} said ⟨no⟩.", ["Karim Vela"]),
    "a style that is a surname": ("{Rosa Shaikh} said ⟨no⟩.", ["Rosa Shaikh"]),
    "a handle with a particle": ("Karim bin Rami Al Vela came. {@karimalvela} said ⟨no⟩.", ["Karim bin Rami Al Vela"]),
    "a surname that a paper has too": ("Ivan Hill came. {Hill} said ⟨no⟩.", ["Ivan Hill"]),
    "a paper that has a surname": ("Ivan Hill came. {The Hill} said ⟨no⟩.", ["The Hill"]),
    "an article in a paper": ("{A recent article in The Vela Star} said ⟨no⟩.", ["The Vela Star"]),
    "in a blog behind a note": ("Ivo Trask [es] in {the blog Salbot} said ⟨no⟩.", ["Ivo Trask"]),
    "whose paper it is": ("{Rosa Quill's brother Ivo Notes} said ⟨no⟩.", ["Ivo Notes"]),
    "a bank and a person": ("{The Bank of Lima and Ada Cole} said ⟨no⟩.", ["The Bank of Lima"]),
    "a paper in single marks": ("{The French newspaper ‘Tide Vela’} said ⟨no⟩.", ["Tide Vela"]),
    "a law of somebody’s name": ("The Ivo Roe Law failed. {Ivo Roe} said ⟨no⟩.", ["Ivo Roe"]),
    "a body cut short": ("According to {the Council} on Hemispheric Tides ⟨no⟩.", ["Council on Hemispheric Tides"]),
    "what a place is known as": ("Rosa Quill, of Lima, known as Otter, came. {Otter} said ⟨no⟩.", ["Otter"]),
    "the blog is no person": ("{Rosa Quill} wrote ⟨so⟩. {The blog} wrote ⟨no⟩.", ["Rosa Quill", "The blog"]),
    "a stray word": ("A user known from {yore} wrote ⟨no⟩.", [None]),
    "a blog that nobody is behind": ("Dana Okoro reads “Sel et mer”; another {blog} wrote ⟨no⟩.", ["blog"]),
    "a name behind a newspaper": (
        "{Okoro} told a newspaper, Dana Okoro, ⟨no⟩. To the newspaper, {Okoro} said ⟨no⟩.",
        ["Dana Okoro"] * 2,
    ),
    "a user name with a blank": ("{@Rom Sena}: ⟨no⟩.", ["@Rom Sena"]),
    "a user name that spells a name": ("Omar El-Karim came. {@omar_elkarim}: ⟨no⟩.", ["Omar El-Karim"]),
    "a user name beside a name": ("Nora Weil (@nowe) came. {@nowe}: ⟨no⟩.", ["Nora Weil"]),
    "a name behind a user name": ("@nowe (Nora Weil) came. {@nowe}: ⟨no⟩.", ["Nora Weil"]),
    "a user name under its lead-in": ("Rosa Quill tweeted:\n\n{@rqx9}: ⟨no⟩.", ["Rosa Quill"]),
    "a user name after a role": ("{the producer for Vela News, @velaw} wrote ⟨no⟩.", ["@velaw"]),
    "a role word that is a first name": ("{Sultan Al Noor} said ⟨no⟩.", ["Sultan Al Noor"]),
    "a blog in lower case": ("{mirabel} called it ⟨no⟩.", ["mirabel"]),
    "an unnamed source": ("{a senior official} said ⟨no⟩.", ["a senior official"]),
    "a government": ("{The Freedonian government} said ⟨no⟩.", ["The Freedonian government"]),
    "people at the start of a sentence": ("{People with knowledge of it} said ⟨no⟩.", ["People with knowledge of it"]),
    "readers of a paper": ("{Zembla News readers} said ⟨no⟩.", ["Zembla News readers"]),
    "someone": ("{someone} said ⟨no⟩.", ["someone"]),
    "a stray word is nobody": ("It was so. Then {history} said ⟨no⟩.", [None]),
    "a stray clause is nobody": ("It was so. Then {entered many sites} said ⟨no⟩.", [None]),
    "a state behind a name is none of it": ("TOLD BY {Tom Cray South Carolina} said ⟨no⟩.", ["Tom Cray"]),
    "only the body was marked": ("Tom Cray, from {VelaBlog}, said ⟨no⟩.", ["Tom Cray"]),
    "the author stands behind": ("{An inquiry} by the New York Herald found ⟨no⟩.", ["New York Herald"]),
    "a body by the first word of its name": (
        "Tidewell Prison Support Trust came. {Tidewell} said ⟨no⟩.",
        ["Tidewell Prison Support Trust"],
    ),
    "not where two begin so": (
        "Tidewell Aid Trust met Tidewell Foods. {Tidewell} said ⟨no⟩.",
        ["Tidewell"],
    ),
    "not by a town's name": ("Lima Aid Trust came. {Lima} said ⟨no⟩.", ["Lima"]),
    "whose report it is": ("{Dana Okoro’s report from Wired Vela} said ⟨no⟩.", ["Dana Okoro"]),
    "a surname that a town has too": ("Dana Sheffield came. {Sheffield} said ⟨no⟩.", ["Dana Sheffield"]),
    "a body's user name": ("The Tidewell Trust tweeted. {@Tidewell_vl}: ⟨No.⟩", ["The Tidewell Trust"]),
    "a user name of its own": ("The Tidewell Trust tweeted. {@Tidewellfan}: ⟨No.⟩", ["@Tidewellfan"]),
    "an article alone is nobody": ("{a} said ⟨no⟩.", [None]),
    "two surnames after the whole name": (
        "Rafael Ortega Luna came. {Mr. Ortega Luna} said ⟨no⟩.",
        ["Rafael Ortega Luna"],
    ),
    "a particle begins a surname": (
        "Pieter van der Molen came. {Mr. van der Molen} said ⟨no⟩.",
        ["Pieter van der Molen"],
    ),
    "a capital may be the sentence's": ("Billionaire Ada Cole came. Ada Cole left. {Cole} said ⟨no⟩.", ["Ada Cole"]),
    "an age is no name": ("Ten-year-old Rosie Quill came. {Rosie} said ⟨no⟩.", ["Rosie Quill"]),
    "a nickname in marks": ("William “Buck” Trask came. {Buck Trask} said ⟨no⟩.", ["William “Buck” Trask"]),
    "a nickname behind a first name that few bear": ("{Ysolde “Buck” Trask} said ⟨no⟩.", ["Ysolde “Buck” Trask"]),
    "a firm of two words": ("{Hadley & Sons} said ⟨no⟩.", ["Hadley & Sons"]),
    "a surname that is a title elsewhere": ("{The mayor, Ysolde Sen,} said ⟨no⟩.", ["Ysolde Sen"]),
    "two roles before a name, the first with the capital of its sentence": (
        "{Economist and blogger Rosa Quill} said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "who holds an office of any name": ("{The harbour master, Rosa Quill,} said ⟨no⟩.", ["Rosa Quill"]),
    "what a body with a preposition in its name owns": (
        "{The Council on Eels’ director, Rosa Quill,} said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "a handle behind a place": ("In Tesoro, {@mill9}, a nurse, said ⟨no⟩.", ["@mill9"]),
    "where a sentence is set is no body that an office is of": (
        "In Tesoro, {the town council} said ⟨no⟩.",
        ["the town council"],
    ),
    "where somebody spoke is no name beside an office": (
        "In an interview with Die Post, {the owner of the mill} said ⟨no⟩.",
        ["the owner of the mill"],
    ),
    "a paper stands for no writer": (
        "Ivo Trask, who writes for the Vela Times, came. {The Vela Times} said ⟨no⟩.",
        ["The Vela Times"],
    ),
    "an union of those named by it": (
        "The Dockers’ Union of Vela left. {The union} said ⟨no⟩.",
        ["The Dockers’ Union of Vela"],
    ),
    "the library of which he is director": (
        "{The Director of the National Library for Youth, Ivo Trask,} said ⟨no⟩.",
        ["Ivo Trask"],
    ),
    "one word with an apposition": ("Banfu, a columnist, came. {He} said ⟨no⟩.", ["Banfu"]),
    "one word that is called so": ("A nurse called Bhabuk came. {She} said ⟨no⟩.", ["Bhabuk"]),
    "one word for a company": ("Corvane, a company, came. {He} said ⟨no⟩.", [None]),
}


@pytest.mark.parametrize(("marked", "names"), NAMES.values(), ids=NAMES)
def test_a_name_is_the_fullest_in_the_text(marked, names):
    assert speakers(marked) == names


BEHIND_TITLES = {
    "Ms": ("{Rosa Sen} said ⟨yes⟩. {Ms Sen} said ⟨no⟩.", ["Rosa Sen"] * 2),
    "a surname that is an abbreviation without its point": (
        "{Rosa Sen} said ⟨yes⟩. {Sen} said ⟨no⟩.",
        ["Rosa Sen"] * 2,
    ),
    "a surname that is an office": ("{Ivan Dean} said ⟨yes⟩. {Mr Dean} said ⟨no⟩.", ["Ivan Dean"] * 2),
    "an owner whose surname begins small": ("{Esther al-Dorn’s lawyer} said ⟨no⟩.", ["Esther al-Dorn’s lawyer"]),
}


@pytest.mark.parametrize(("marked", "names"), BEHIND_TITLES.values(), ids=BEHIND_TITLES)
def test_the_last_word_of_a_name_is_a_surname(marked, names):
    assert speakers(marked) == names


NOBODY = {
    "a participle": "It rained. {Deepened trade in recent years} said ⟨no⟩.",
    "a rise": "It rained. {Rising prices across the coast} said ⟨no⟩.",
    "a participle in lower case": "It rained. {widened gaps} said ⟨no⟩.",
    "a person at large": "Trust nobody. {a person} ~tells~ ⟨that it is so⟩.",
    "anybody": "It rained. {anybody} ~said~ ⟨no⟩.",
    "any person": "It rained. {Any person} ~said~ ⟨no⟩.",
    "the two of us": "Then {the two of us} ~said~ ⟨no⟩.",
    "some of us": "Then {some of us} ~said~ ⟨no⟩.",
    "we all": "Then {we all} ~said~ ⟨no⟩.",
    "no": "Then {no} ~said~ ⟨no⟩.",
    "no more": "Then {no more} ~said~ ⟨no⟩.",
    "not at all": "Then {the story at all} ~said~ ⟨no⟩.",
    "a word": "Then {a dry word for the scientists} ~said~ ⟨no⟩.",
    "a day": "Then {a day} ~said~ ⟨no⟩.",
    "a debate": "Then {the presidential debate} ~said~ ⟨no⟩.",
    "weekends": "On {the weekends people} ~said~ ⟨no⟩.",
    "a friendship": "Then {the growing friendship} ~said~ ⟨no⟩.",
    "a disappointment": "Then {quiet disappointment} ~said~ ⟨no⟩.",
    "one of some sort": "Then {a very nice one} ~said~ ⟨no⟩.",
    "a bill that argues": "{the bill} ~argued~ ⟨no⟩.",
    "a law that warns": "{The law of the sea} ~warned~ ⟨no⟩.",
    "a thing of which nothing is known": "{A bacterium} said ⟨no⟩.",
    "an adjective": "{The pro-weir} said ⟨no⟩.",
    "a participle behind an article": "{the required} said ⟨no⟩.",
    "a date": "{April 23} said ⟨no⟩.",
    "a question": "It rained. {Who Pays for This?} ~says~ ⟨no⟩.",
    "a quality behind a semicolon": "It was bad: debts; {Censorship of the press} ~expressed~ ⟨no⟩.",
    "an act by name that promises": "{The Clean Rivers Act} ~promised~ ⟨no⟩.",
}


@pytest.mark.parametrize("marked", NOBODY.values(), ids=NOBODY)
def test_a_phrase_without_a_referent_is_no_voice(marked):
    assert speakers(marked) == [None]


SOMEBODY = {
    "more than so many": ("{More than 200 doctors} said ⟨no⟩.", "More than 200 doctors"),
    "no fewer than so many": ("{no fewer than ten doctors} said ⟨no⟩.", "no fewer than ten doctors"),
    "a lot of people": ("{a lot of people} said ⟨no⟩.", "a lot of people"),
    "a growing number": ("{A growing number of doctors} said ⟨no⟩.", "A growing number of doctors"),
    "an eyewitness": ("{an eyewitness} said ⟨no⟩.", "an eyewitness"),
    "who spoke last week": ("{The Delta Council last week} ~said~ ⟨no⟩.", "The Delta Council"),
    "a page of a platform": ("{the Vela Mar Facebook page} ~said~ ⟨no⟩.", "Vela Mar"),
    "retired teachers": ("It rained. {Retired teachers} said ⟨no⟩.", "Retired teachers"),
    "striking miners": ("It rained. {striking miners} said ⟨no⟩.", "striking miners"),
    "a person with knowledge": ("{a person familiar with it} said ⟨no⟩.", "a person familiar with it"),
    "a person close by": ("{A person} close to the talks said ⟨no⟩.", "A person"),
    "all the voters": ("Then {all the voters} said ⟨no⟩.", "all the voters"),
    "two of them": ("Then {two of them} said ⟨no⟩.", "two of them"),
    "a country": ("{France} said ⟨no⟩.", "France"),
    "a government": ("{the government} said ⟨no⟩.", "the government"),
    "a community": ("{The fishing community} said ⟨no⟩.", "The fishing community"),
    "a law that is quoted": ("~According to~ {labour laws}, ⟨no⟩.", "labour laws"),
    "a bill that says": ("{The bill} ~says~ ⟨no⟩.", "The bill"),
    "a person who does something unlisted": ("{A skyflyer} said ⟨no⟩.", "A skyflyer"),
    "a driver with a participle": ("{a driver hired in May} said ⟨no⟩.", "a driver hired in May"),
    "a front for a law": ("{The National Front for a River Law} ~argued~ ⟨no⟩.", "The National Front for a River Law"),
    "who wrote updates": ("{Updates from the Delta Trust} ~say~ ⟨no⟩.", "Delta Trust"),
    "who issued a report": ("{The Delta Trust’s report} ~says~ ⟨no⟩.", "The Delta Trust"),
    "a share of people": ("{A third of the bakers} said ⟨no⟩.", "A third of the bakers"),
    "a number of people": ("{A chorus of bakers} said ⟨no⟩.", "A chorus of bakers"),
    "a thing of somebody named": ("{A Delta bannerhead} said ⟨no⟩.", "A Delta bannerhead"),
    "who started a petition": ("{A petition started by Ada Quill} ~says~ ⟨no⟩.", "Ada Quill"),
    "both who signed": ("{A letter signed by Ada Quill and Tom Cray} ~says~ ⟨no⟩.", "Ada Quill and Tom Cray"),
    "who calls herself so": ("{a blogger who calls herself Tidewell} said ⟨no⟩.", "Tidewell"),
    "an act by name that states": ("{The Clean Rivers Act} ~states~ ⟨no⟩.", "The Clean Rivers Act"),
}


@pytest.mark.parametrize(("marked", "name"), SOMEBODY.values(), ids=SOMEBODY)
def test_a_phrase_that_can_speak_is_a_voice(marked, name):
    assert speakers(marked) == [name]


SHORT_FORMS = {
    "the bank": ("The Bank of Varland met the Grid Institute. {The bank} said ⟨no⟩.", ["The Bank of Varland"]),
    "not who spoke last": (
        "The Ministry of Tides met. {The Delta Union} said ⟨a⟩. {The ministry} said ⟨b⟩.",
        ["The Delta Union", "The Ministry of Tides"],
    ),
    "by the head of the name": (
        "The Central Bank of Lima met the Tide Bank Museum. {The bank} said ⟨no⟩.",
        ["The Central Bank of Lima"],
    ),
    "no other body": (
        "{The Grid Institute} said ⟨a⟩. {The ministry} said ⟨b⟩.",
        ["The Grid Institute", "The ministry"],
    ),
    "it, by way of the bank": (
        "The Bank of Varland met. {The Grid Institute} said ⟨yes⟩. The bank denied this: the loss, {it} said, ⟨fell⟩.",
        ["The Grid Institute", "The Bank of Varland"],
    ),
    "it, by way of the council a sentence before": (
        "Lima Council met. {The Grid Institute} said ⟨yes⟩. But the council was calm. {It} said ⟨no⟩.",
        ["The Grid Institute", "Lima Council"],
    ),
    "it, not by way of a clerk": (
        "{Lima Council} said ⟨yes⟩ of Vela Bank. The bank clerk slept. {It} said ⟨no⟩.",
        ["Lima Council", "Lima Council"],
    ),
    "the paper that spoke": (
        "{The Vela Almanac} said ⟨a⟩. He read the Lima Mercury. {The paper} said ⟨b⟩.",
        ["The Vela Almanac"] * 2,
    ),
    "the magazine that spoke": (
        "{The Vela Almanac} said ⟨a⟩. He wrote in the Lima Mercury. {The magazine} said ⟨b⟩.",
        ["The Vela Almanac"] * 2,
    ),
    "the agency that spoke": (
        "{The Lima Newswire} said ⟨a⟩. He wrote in the Vela Times. {The agency} said ⟨b⟩.",
        ["The Lima Newswire"] * 2,
    ),
    "the newspaper that was only named": ("He wrote in the Vela Times. {The newspaper} said ⟨no⟩.", ["Vela Times"]),
}


@pytest.mark.parametrize(("marked", "names"), SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_a_short_form_refers_to_the_body_with_that_head_noun(marked, names):
    assert speakers(marked) == names


def test_a_surname_before_junior_is_a_surname():
    text = "The banner read Quill Resign. President Tom Quill Jr. came. {Quill} said ⟨yes⟩."
    assert speakers(text) == ["Tom Quill Jr."]


def test_two_people_with_one_surname_are_kept_apart():
    text = "Rosa Quill and Tom Quill came. {Ms. Quill} said ⟨yes⟩. {Mr. Quill} said ⟨no⟩."
    assert speakers(text) == ["Rosa Quill", "Tom Quill"]


def test_a_surname_alone_refers_to_the_last_person_named_with_it():
    text = "Amir Yussef came. {Yussef} said ⟨yes⟩.\n\nJana Yussef came. {Yussef} said ⟨no⟩."
    assert speakers(text) == ["Amir Yussef", "Jana Yussef"]


def test_a_photographer_is_no_antecedent():
    assert speakers("Ivo Cole came.\n\n! The mill. Tom Cray / Vela Pictures\n\nThen {he} said ⟨no⟩.") == ["Ivo Cole"]
    assert speakers("Ivo Cole came.\n\nPhoto of the mill by Tom Cray, 2012\n\nThen {he} said ⟨no⟩.") == ["Ivo Cole"]


def test_a_short_form_of_a_first_name_is_the_same_person():
    text = "{Joshua Vane} said ⟨yes⟩. {Josh Vane} said ⟨no⟩. {Joan Vane} said ⟨no⟩."
    assert speakers(text) == ["Joshua Vane", "Joshua Vane", "Joan Vane"]


def test_names_that_share_first_and_last_word_only_are_two():
    assert speakers("{Ana Luz Reis} said ⟨yes⟩. {Ana Mar Reis} said ⟨no⟩.") == ["Ana Luz Reis", "Ana Mar Reis"]


def test_a_relaying_source_is_not_the_speaker():
    text = "{Clara Bick} wrote ⟨Pavel Orlin came. {He} said ⟨he was glad⟩.⟩"
    assert speakers(text, {1: 0}) == ["Clara Bick", "Pavel Orlin"]


def test_the_same_newspaper_is_no_person():
    text = "The newspaper Vela Orak came out. {Tom Cray} said ⟨no⟩. {The same newspaper} said ⟨yes⟩."
    assert speakers(text) == ["Tom Cray", "Vela Orak"]


def test_i_in_quoted_words_refers_to_their_speaker():
    assert speakers("{Clara Bick} wrote: ⟨{I} said ⟨no⟩⟩", {1: 0}) == ["Clara Bick", "Clara Bick"]


def test_he_after_a_long_block_refers_to_its_writer():
    block = "\n\n".join(f"It is day {n} and Tito Banu sleeps on." for n in range(6))
    text, made = attributions(f"{{Peter Jarn}} reports:\n\n⟨{block}⟩\n\n{{He}} continues: ⟨No.⟩")
    voices, ids = resolve(article(text), made)
    assert [voices[i - 1].name for i in ids if i is not None] == ["Peter Jarn", "Peter Jarn"]


def test_a_quotation_without_a_mention_has_the_speaker_it_continues():
    text, made = attributions("{Dana Okoro} said ⟨yes⟩. “No.”")
    floating = Attribution((Span(len(text) - 5, len(text)),), QuotationKind.DIRECT, same_as=0)
    nobody = Attribution((Span(len(text) - 5, len(text)),), QuotationKind.DIRECT)
    voices, ids = resolve(article(text), (*made, floating, nobody))
    assert ids == (1, 1, None)
    assert [v.name for v in voices] == ["Dana Okoro"]


def test_a_known_head_gives_the_name_in_an_unparsable_mention():
    text = "the mill, once again, Zed Quor said no."
    mention = Span(0, text.index(" said"))
    head = Span(text.index("Zed"), mention.end)
    made = Attribution((Span(35, 37),), QuotationKind.DIRECT, None, mention, head)
    assert resolve(article(text), (made,))[0][0].name == "Zed Quor"


def test_voices_count_from_one_in_order_of_first_speech():
    text, made = attributions("⟨“B,”⟩ said {Rosa Quill}. ⟨“A,”⟩ said {Tom Cray}.")
    voices, ids = resolve(article(text), tuple(reversed(made)))
    assert [(v.id, v.name) for v in voices] == [(1, "Rosa Quill"), (2, "Tom Cray")]
    assert ids == (2, 1)


def test_mentions_are_in_text_order_and_include_the_introduction():
    text, made = attributions("Dana Okoro left. {Okoro} said ⟨yes⟩. {She} said ⟨no⟩.")
    voices, _ = resolve(article(text), made)
    assert [span.of(text) for span in voices[0].mentions] == ["Dana Okoro", "Okoro", "She"]


def test_a_capital_at_the_start_of_a_sentence_is_no_part_of_the_name():
    text = "{Rancher Rosa Quill} said ⟨yes⟩. Then Rosa Quill left."
    assert speakers(text) == ["Rosa Quill"]


def test_recently_named_before_an_office_is_no_part_of_the_name():
    assert speakers("{Vela’s recently named chair Dana Okoro} said ⟨no⟩.") == ["Dana Okoro"]


GROUPS = {
    "that only begins sentences": ("{Scaffolders} said ⟨it fell⟩. Scaffolders were not paid.", VoiceKind.UNNAMED),
    "that is a surname elsewhere": ("{Saunders} said ⟨it fell⟩. It was Ada Saunders, a miller.", VoiceKind.PERSON),
    "that has its capital inside": ("{Saunders} said ⟨it fell⟩. Then Saunders left.", VoiceKind.PERSON),
    "that is an agency": ("{Reuters} said ⟨it fell⟩.", VoiceKind.PUBLICATION),
    "that is a first name too": ("{Rogers} said ⟨it fell⟩.", VoiceKind.PERSON),
}


@pytest.mark.parametrize(("marked", "kind"), GROUPS.values(), ids=GROUPS)
def test_a_plural_of_a_trade_is_a_name_where_it_has_a_capital_of_its_own(marked, kind):
    assert voice(marked).kind == kind


def test_headings_in_title_case_have_no_names():
    text = "# Trask and Orlin Bake Their Bread in Lima\n\nPavel Orlin came. {Orlin} said ⟨no⟩."
    assert speakers(text) == ["Pavel Orlin"]


@pytest.mark.no_cover
def test_time_grows_linearly_with_the_names_and_pronouns_of_a_text():
    line = "Pavel Orlin met Rosa Quill and Tom Cray of the Delta Council, and he said so. "

    def resolve_all(count):
        made = tuple(
            Attribution((Span(at + 74, at + 76),), QuotationKind.INDIRECT, None, Span(at + 66, at + 68))
            for at in range(0, count * len(line), 20 * len(line))
        )
        voices, _ = resolve(article(line * count), made)
        assert [v.name for v in voices] == ["Pavel Orlin"]

    assert growth(resolve_all, 250, 2500) < 20


@given(st.text(alphabet="AB.ab ,@’“”()\n-", max_size=120), st.integers(0, 118), st.integers(1, 30))
def test_the_spans_of_voices_are_inside_the_text(text, start, length):
    text = text.ljust(start + 1, "A")
    mention = Span(start, min(len(text), start + length))
    made = (Attribution((Span(0, 1),), QuotationKind.DIRECT, None, mention),)
    voices, ids = resolve(article(text), made)
    assert all(0 <= span.start < span.end <= len(text) for v in voices for span in v.mentions)
    assert [v.id for v in voices] == list(range(1, len(voices) + 1))
    assert all(i is None or 1 <= i <= len(voices) for i in ids)
    assert resolve(article(text), made) == (voices, ids)


OFFICES_OF_OTHERS = {  # a person with a trade, or with a long quoted text, is not "the governor"
    "a director": (
        ("Its director, Lim Dorn, told the Post that it was dirty. The governor said that it leaks.",),
        "The governor",
    ),
    "a writer": (
        (
            "News.",
            "Wim Dorn was angry:",
            "I was born there and I will die there. They would not have dared to dig there fifteen years ago!",
            "Dorn is known in the town. The governor said that it leaks.",
        ),
        "The governor",
    ),
    "whom the text is about": (("Mike Dorn opened the weir on Monday. The governor said that it leaks.",), "Mike Dorn"),
}


@pytest.mark.parametrize(("paragraphs", "name"), OFFICES_OF_OTHERS.values(), ids=OFFICES_OF_OTHERS)
def test_a_writer_or_tradesman_is_no_holder_of_an_office(paragraphs, name):
    found = analyse_quotations(verbatim("\n\n".join(paragraphs)))
    speaker = found.voice(found.quotations[-1].voice)
    assert speaker is not None
    assert speaker.name == name


def test_a_surname_is_the_one_that_is_spelled_so():
    marked = "President Alan Muñoz came. His friend Erick Munoz came too. {President Muñoz} said ⟨no⟩."
    assert speakers(marked) == ["Alan Muñoz"]


def test_a_word_that_opens_a_clause_is_no_part_of_a_name():
    assert speakers("Ada Roe came. Whenever {Roe} speaks of it, {she} says ⟨no⟩ and ⟨yes⟩.")[-1] == "Ada Roe"


def test_a_surname_with_two_letters_in_another_order_is_the_same():
    assert speakers("{Ahmed Shokier} said ⟨no⟩. Then {Shokeir} said ⟨yes⟩.") == ["Ahmed Shokier"] * 2


def test_the_blog_is_the_last_speaker_where_that_is_no_person():
    text = "Salt & Pepper sets the tone:\n\nWe had one stage!\n\nThe blog adds that nobody has seen the plan."
    assert [voice.name for voice in analyse_quotations(verbatim(f"News.\n\n{text}")).voices] == ["Salt & Pepper"]


def test_a_letter_goes_on_in_the_words_of_its_writer():
    text = "In a letter to the owners, Ada Roe writes that the boat “is old”.\n\nThe letter goes on: “Nobody will mend it.”"
    assert [voice.name for voice in analyse_quotations(verbatim(text)).voices] == ["Ada Roe"]
