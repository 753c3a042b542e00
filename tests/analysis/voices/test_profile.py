"""Role, affiliation, outlet and kind are the text's own words, and what it does not say stays empty."""

import pytest

from tests.analysis.voices.marked import voice

ROLES = {
    "before the name": ("{Former diplomat Lin Zhao} said ⟨no⟩.", "Former diplomat", None),
    "without the article": (
        "{The tidal scholar and reef specialist Ivo Cole} said ⟨no⟩.",
        "tidal scholar and reef specialist",
        None,
    ),
    "a country is no employer": ("{Yemen scholar Gregor Trask} said ⟨no⟩.", "Yemen scholar", None),
    "not the verb before it": ("This prompted {Cuban blogger Ana Porto} to ask ⟨why⟩.", "Cuban blogger", None),
    "an adjective after an article": (
        "They met {the disgraced banker Ivo Trask} who said ⟨no⟩.",
        "disgraced banker",
        None,
    ),
    "somebody's": ("{his wife Rosa Quill} said ⟨no⟩.", "his wife", None),
    "a possessor": ("Lima's governor, {Tito Bono}, said ⟨no⟩.", "Lima's governor", None),
    "set apart by a comma": ("{Justice Minister, Ada Cole,} said ⟨no⟩.", "Justice Minister", None),
    "a title with a point": ("{Sen. Anna Weir} said ⟨no⟩.", "Sen.", None),
    "no title of courtesy": ("{Mr. Ivo Trask} said ⟨no⟩.", None, None),
    "a role under a title": ("{campaign chief Dr. Ivo Trask} said ⟨no⟩.", "campaign chief", None),
    "an employer before": ("{Deltamart CEO Michael Brandt} said ⟨no⟩.", "Deltamart CEO", "Deltamart"),
    "an employer of two words": ("{Vela Online Author Sasa Petrov} said ⟨no⟩.", "Vela Online Author", "Vela Online"),
    "a body before": ("{Delta Council spokeswoman Ann Bell} said ⟨no⟩.", "Delta Council spokeswoman", "Delta Council"),
    "shared by two": ("Bloggers Ann Bell and {Tom Cray} said ⟨no⟩.", "Bloggers", None),
    "shared with a note between": ("Bloggers Ann Bell (@ab) and {Tom Cray} said ⟨no⟩.", "Bloggers", None),
    "not shared in the singular": ("Blogger Ann Bell and {Tom Cray} said ⟨no⟩.", None, None),
    "behind the name": (
        "{Dana Okoro, a research fellow at the Delta Institute,} said ⟨no⟩.",
        "a research fellow",
        "Delta Institute",
    ),
    "with its field": (
        "{Rosa Barr, an expert on tides at the Delta Council on Sea Matters,} said ⟨no⟩.",
        "an expert on tides",
        "Delta Council on Sea Matters",
    ),
    "within another body": (
        "{Kim Trask, director of the Vela Initiative within the Delta Council’s SeaEcon Center,} said ⟨no⟩.",
        "director of the Vela Initiative",
        "Delta Council’s SeaEcon Center",
    ),
    "a body of a body": (
        "{Jo Trask, a fellow at Delta University’s Vela Institute,} said ⟨no⟩.",
        "a fellow",
        "Delta University’s Vela Institute",
    ),
    "a centre at a university": (
        "{Tom Cray, director of the Centre for Tides and Wind at the University of Lima,} said ⟨no⟩.",
        "director",
        "Centre for Tides and Wind at the University of Lima",
    ),
    "an age before it": (
        "{Rosa Quill, 54, a retired teacher from Lisbon,} said ⟨no⟩.",
        "a retired teacher from Lisbon",
        None,
    ),
    "now": ("{Rosa Quill, now a conservative radio host,} said ⟨no⟩.", "a conservative radio host", None),
    "in a relative clause": ("{Rosa Quill}, who is a nurse, said ⟨no⟩.", "a nurse", None),
    "as a sentence": (
        "Rosa Quill was a poet, a dramatist and also a translator from Lima. {Quill} said ⟨no⟩.",
        "a poet, a dramatist and also a translator from Lima",
        None,
    ),
    "in a list that a body closes": (
        "{Ada Kanz, Director, Head of Tides, Vela Forum}, said ⟨no⟩.",
        "Director, Head of Tides",
        "Vela Forum",
    ),
    "in brackets": ("Omar Quor (former director of Vela News) came. {Quor} said ⟨no⟩.", "former director", "Vela News"),
    "a body in brackets": ("Tom Carver (NPR) came. {Carver} said ⟨no⟩.", None, "NPR"),
    "no capitals in brackets": ("Tom Carver (QRX) came. {Carver} said ⟨no⟩.", None, None),
    "after a dash": ("Ivo Sanor - the then opposition leader - came. {Sanor} said ⟨no⟩.", "opposition leader", None),
    "without a comma": (
        "{Robert Quill reporter and editor of the Vela Times} said ⟨no⟩.",
        "reporter and editor",
        "Vela Times",
    ),
    "from a body": ("{Clara Bick from the Delta Union} said ⟨no⟩.", None, "Delta Union"),
    "from a town is no body": ("{Paulo Mora from Brazil} said ⟨no⟩.", None, None),
    "a body that owns": ("{Vela News's Rosa Marr} said ⟨no⟩.", None, "Vela News"),
    "from a university": ("From Delta University, {Ivo Manyar} wrote ⟨no⟩.", None, "Delta University"),
    "of a blog": ("{Ivo Card, a co-author of the blog La Vela Azul,} said ⟨no⟩.", "a co-author", "La Vela Azul"),
    "author of a book": ("{Ivo Card, author of Peace Now and Then,} said ⟨no⟩.", "author of Peace Now and Then", None),
    "a friend of a person": ("{Rosa Quill, a friend of Anna Weir,} said ⟨no⟩.", "a friend of Anna Weir", None),
    "a town is no body": ("{Rosa Quill, a teacher from Sumter,} said ⟨no⟩.", "a teacher from Sumter", None),
    "a candidate is no body": (
        "Anna Weir ran. {Tom Cray, a lawyer for Weir,} said ⟨no⟩.",
        "a lawyer",
        None,
    ),
    "a body with a role in its run": (
        "{The Council on Sea Matters National Executive Director Ada Cole} said ⟨no⟩.",
        None,
        None,
    ),
    "one of several": ("{One of the Lanterns, Paulo Mora,} said ⟨no⟩.", "One of the Lanterns", "Lanterns"),
    "at the surname alone": (
        "Olga Yash sang. The first was Yash, then a leader of Young Vela. {Yash} said ⟨no⟩.",
        "a leader",
        "Young Vela",
    ),
    "a title at the surname": ("Archbishop Turo came. {Turo} said ⟨no⟩.", "Archbishop", None),
    "the fuller of two": (
        "Archbishop Carlos Turo, head of the Delta Trust, came. {Turo} said ⟨no⟩.",
        "head",
        "Delta Trust",
    ),
    "not the rest of the sentence": (
        "{Kit Purl}, a director in Vela showed us round the whole of the old cheese museum.",
        "a director",
        None,
    ),
    "what a newspaper is": ("{Egyptian newspaper Al-Vela} said ⟨no⟩.", "Egyptian newspaper", None),
    "what a group is": ("{Vela Azul, an organization which works there,} said ⟨no⟩.", "an organization", None),
    "of an unnamed official": ("{a British Tide Office official} said ⟨no⟩.", "official", "British Tide Office"),
    "of somebody's spokesman": ("{Quell's spokesman} said ⟨no⟩.", "spokesman", None),
    "of sources in a body": ("{Sources in the Ministry of Tides} said ⟨no⟩.", None, "Ministry of Tides"),
    "of an author at a site": (
        "It was by an anonymous author at Vela Online. {The author} said ⟨no⟩.",
        None,
        "Vela Online",
    ),
    "none of an unnamed crowd": ("{Some users} said ⟨no⟩.", None, None),
    "none of a user name": ("{@ahmed} said ⟨no⟩.", None, None),
    "none of two who speak as one": ("{Ana Reis and Ivo Trask} said ⟨no⟩.", None, None),
    "what a reader reads is no body": ("{Ana, Vela Watchdog reader,} said ⟨no⟩.", "Vela Watchdog reader", None),
    "not a capital that begins a sentence": (
        "Count former Mexican President Felipe Orta out. {Orta} said ⟨no⟩.",
        "former Mexican President",
        None,
    ),
    "of a body by its short form": (
        "The Bank of Varland met. {Rosa Quill, the bank’s deputy governor,} said ⟨no⟩.",
        "bank’s deputy governor",
        "Bank of Varland",
    ),
    "of a body by its short form before the name": (
        "The Ministry of Tides met. {The ministry’s spokesman, Ivo Trask,} said ⟨no⟩.",
        "ministry’s spokesman",
        "Ministry of Tides",
    ),
    "of no body that was not named": ("{The bank’s director, Ivo Trask,} said ⟨no⟩.", "bank’s director", None),
    "who heads a body": ("{Rosa Quill}, who heads the Delta Council, said ⟨no⟩.", None, "Delta Council"),
    "who leads a part of a body": (
        "{Rosa Quill}, who leads the tide team at the Delta Institute, said ⟨no⟩.",
        "leads the tide team",
        "Delta Institute",
    ),
    "who ran a part of a body": (
        "{Rosa Quill}, 54, who ran the winter school of Lima University until May, said ⟨no⟩.",
        "ran the winter school",
        "Lima University",
    ),
    "who leads what is no body": ("{Rosa Quill}, who leads a quiet life in Lima, said ⟨no⟩.", None, None),
    "a mayor’s town is no body": (
        "{The mayor of Lima Bay, Ivo Trask,} said ⟨no⟩.",
        "mayor of Lima Bay",
        None,
    ),
    "a governor’s land is no body": ("{Ivo Trask, governor of East Quor,} said ⟨no⟩.", "governor of East Quor", None),
    "as they are called again": (
        "Ivo Trask saw it. As finance minister he shut it. {The former minister} said ⟨no⟩.",
        "former minister",
        None,
    ),
    "of a user name": ("{The Maltese blogger @quorv} said ⟨no⟩.", "Maltese blogger", None),
    "none of a user": ("{The user @quorv} said ⟨no⟩.", None, None),
    "behind an unnamed source": ("{My neighbour}, a retired nurse, said ⟨no⟩.", "a retired nurse", None),
    "nothing that is not said": ("{Dana Okoro} said ⟨no⟩.", None, None),
}


@pytest.mark.parametrize(("marked", "role", "affiliation"), ROLES.values(), ids=ROLES)
def test_role_and_affiliation_are_the_words_of_the_text(marked, role, affiliation):
    found = voice(marked)
    assert (found.role, found.affiliation) == (role, affiliation)


OUTLETS = {
    "wrote in": ("{Brian Cray} ~wrote~ in the Vela Guardian ⟨no⟩.", "Vela Guardian"),
    "summed up for": ("As {David Cole} ~summarized~ for The New York Times, ⟨no⟩.", "The New York Times"),
    "an op-ed": ("⟨“No,”⟩ ~wrote~ {Gideon Trask} in a Financial Times op-ed titled “Yes.”", "Financial Times"),
    "an op-ed for": ("{Lin Zhao} ~agreed~ in an op-ed for the South Vela Post: ⟨no⟩.", "South Vela Post"),
    "at the beginning": ("At the Associated Press, {Lin Zhao} ~wrote~ ⟨no⟩.", "Associated Press"),
    "at a blog": ("Finally, at Vela Azul, {Lin Zhao} ~wrote~ ⟨no⟩.", "Vela Azul"),
    "from a station": ("{Clara Bick from the BBC} ~argued~ ⟨no⟩.", "BBC"),
    "a blogger for": ("{Rosa Quill, a blogger for Vela.org,} ~wrote~ ⟨no⟩.", "Vela.org"),
    "a blogger at": ("{a Maltese blogger at Belle Ile} ~wrote~ ⟨no⟩.", "Belle Ile"),
    "whose blog it is": ("{Ruedas, a blog led by Ivo Galt,} ~wrote~ ⟨no⟩.", "Ruedas"),
    "in a blog by name": ("{Rosa Quill} ~wrote~ in her blog Vela Azul ⟨no⟩.", "Vela Azul"),
    "on a small blog": ("On the myvela blog, {Rosa Quill} ~wrote~ ⟨no⟩.", "myvela blog"),
    "on a platform": ("{Rosa Quill} ~explained~ on Facebook ⟨why⟩.", "Facebook"),
    "a platform's user": ("{Weibo user Zhang Rong} ~wrote~ ⟨no⟩.", "Weibo"),
    "a page of a platform": ("On {one of the Facebook pages} they ~say~ ⟨no⟩.", "Facebook"),
    "a statement on a platform": ("{An official statement on Sina Weibo} ~says~ ⟨no⟩.", "Sina Weibo"),
    "a user of what was named": ("He shared it on Facebook. {User Rosa Quill} ~wrote~ ⟨no⟩.", "Facebook"),
    "a reader of a paper": ("{Ana, Vela Watchdog reader,} ~said~ ⟨no⟩.", "Vela Watchdog"),
    "tweeted": ("{Rosa Quill} ~tweeted~ ⟨no⟩.", "Twitter"),
    "a user name where there are tweets": ("Tweets came.\n\n{@rosa}: ⟨No.⟩", "Twitter"),
    "words under a user name": ("Tweets came. {Rosa Quill} ~said~:\n\n⟨@quill: No.⟩", "Twitter"),
    "a user name where there are none": ("Letters came.\n\n{@rosa}: ⟨No.⟩", None),
    "who is told publishes": ("{Rosa Quill} ~told~ the Vela Times ⟨no⟩.", "Vela Times"),
    "an employer does not publish": ("{Mark Jon, community editor at the Vela Times,} ~stressed~ ⟨no⟩.", None),
    "who told an agency": ("{A senior official} ~told~ the Lima Newswire ⟨no⟩.", "Lima Newswire"),
    "who told a crowd": ("{Rosa Quill} ~told~ the Delta Council ⟨no⟩.", None),
    "the same newspaper": (
        "He read the Vela Mercury. {Tom Cray} ~explained~ to the same newspaper ⟨no⟩.",
        "Vela Mercury",
    ),
    "the same paper, once told": (
        "He read the Vela Mercury and the Lima Star. {Tom Cray} ~told~ the same paper ⟨no⟩.",
        "Lima Star",
    ),
    "the same newspaper, none named": ("{Tom Cray} ~told~ the same newspaper ⟨no⟩.", None),
    "for an agency by its noun": ("{Rosa Quill} ~reported~ for the news agency Northwind ⟨no⟩.", "Northwind"),
    "on a site by its noun": ("The survey, {Rosa Quill} ~wrote~ on the site Tideline, ⟨no⟩.", "Tideline"),
    "in a magazine by its noun": ("{Rosa Quill} ~wrote~ in the monthly magazine Sea of Salt ⟨no⟩.", "Sea of Salt"),
    "in a blog of several words": ("{Rosa Quill} ~notes~ in her blog Mar de Sal ⟨no⟩.", "Mar de Sal"),
    "in a blog without a name": ("{Rosa Quill} ~writes~ in her blog: ⟨no⟩.", "her blog"),
    "writing in": ("Rosa Quill left. Writing in The Sandpiper, {she} ~argued~ ⟨no⟩.", "The Sandpiper"),
    "blogging for": ("Blogging for Tidewater, {Rosa Quill} ~said~ ⟨no⟩.", "Tidewater"),
    "in what is titled as a paper": (
        "In The Morning Reel, {the columnist Ivo Trask} ~agreed~ ⟨no⟩.",
        "The Morning Reel",
    ),
    "wrote in what is titled as a paper": ("{Ivo Trask} ~wrote~ in The Sandpiper ⟨no⟩.", "The Sandpiper"),
    "in no body": ("In the Delta Council, {Ivo Trask} ~agreed~ ⟨no⟩.", None),
    "a correspondent of a station": ("{Rosa Quill, the Lima correspondent of Radio Vela,} ~said~ ⟨no⟩.", "Radio Vela"),
    "a columnist for a paper": ("{Rosa Quill, a columnist for the Vela Times,} ~said~ ⟨no⟩.", "Vela Times"),
    "somebody of a paper": ("{Rosa Quill of the Vela Times} ~said~ ⟨no⟩.", "Vela Times"),
    "somebody of a council": ("{Rosa Quill of the Delta Council} ~said~ ⟨no⟩.", None),
    "the page of a platform": ("{The Vela Mar Facebook page} ~said~ ⟨no⟩.", "Facebook"),
    "a reader behind the mention": ("{Ana}, Vela Watchdog reader, ~said~ ⟨no⟩.", "Vela Watchdog"),
    "not within the words": ("{Rosa Quill} ~said~ ⟨she wrote in the Vela Times⟩.", None),
    "not in the sentence before": ("He wrote in the Vela Times. {Rosa Quill} ~said~ ⟨no⟩.", None),
    "a publication is not its own outlet": ("In The Economist, {The Economist} ~argued~ ⟨no⟩.", None),
    "a town is no outlet": ("In Lima, {Rosa Quill} ~said~ ⟨no⟩.", None),
}


@pytest.mark.parametrize(("marked", "outlet"), OUTLETS.values(), ids=OUTLETS)
def test_the_outlet_is_where_the_words_appeared(marked, outlet):
    assert voice(marked).outlet == outlet


KINDS = {
    "{Dana Okoro, a fellow at the Delta Institute,} said ⟨no⟩.": "expert",
    "{Dana Okoro, director of the Delta Institute,} said ⟨no⟩.": "expert",
    "{Dr. Dana Okoro} said ⟨no⟩.": "expert",
    "{Former diplomat Lin Zhao} said ⟨no⟩.": "expert",
    "{Former president Lin Zhao} said ⟨no⟩.": "official",
    "{Sen. Anna Weir} said ⟨no⟩.": "official",
    "{Gen. Weir} said ⟨no⟩.": "official",
    "{Attorney General Ann Bell} said ⟨no⟩.": "official",
    "{Blogger Ann Bell} said ⟨no⟩.": "journalist",
    "{Brian Cray} ~wrote~ in the Vela Times ⟨no⟩.": "journalist",
    "At the Vela Times, {Ana Reis and Ivo Trask} ~wrote~ ⟨no⟩.": "journalist",
    "{Ana Reis and Ivo Trask} ~wrote~ ⟨no⟩.": "person",
    "{Brian Cray} ~wrote~ on Facebook ⟨no⟩.": "person",
    "{The Economist} said ⟨no⟩.": "publication",
    "{The Zembla Herald} said ⟨no⟩.": "publication",
    "{the newspaper Nueva Vela} said ⟨no⟩.": "publication",
    "{the group Nueva Vela} said ⟨no⟩.": "organisation",
    "{The Delta Council} said ⟨no⟩.": "organisation",
    "{France and Spain} said ⟨no⟩.": "organisation",
    "{Dana Okoro} said ⟨no⟩.": "person",
    "{Dana Okoro} ~told~ the Vela Times ⟨no⟩.": "person",
    "For the news agency Northwind, {Ana Reis and Ivo Trask} ~reported~ ⟨no⟩.": "journalist",
    "{The Upland Almanac} said ⟨no⟩.": "publication",
    "As minister, Ivo Trask left. In The Vela Times {Ivo Trask} ~wrote~ ⟨no⟩. {The former minister} said ⟨no⟩.": "official",
    "{Dana Okoro, legal director of the rights group Vela Azul,} said ⟨no⟩.": "expert",
    "{Dana Okoro, director of the Delta Federation,} said ⟨no⟩.": "official",
    "{Dana Okoro, bureau chief for Vela Newspapers,} said ⟨no⟩.": "journalist",
    "{Dana Okoro, former director of the Vela Times,} said ⟨no⟩.": "journalist",
    "{The authority’s director, Dana Okoro,} said ⟨no⟩.": "official",
    "{Dana Okoro}, who leads the opposition on the council, said ⟨no⟩.": "official",
    "{Dana Okoro}, who heads the Federation of Bakers, said ⟨no⟩.": "official",
    "{Dana, Vela Times reader,} said ⟨no⟩.": "person",
    "{the Vela government} said ⟨no⟩.": "organisation",
    "{the statistical office} said ⟨no⟩.": "organisation",
    "{her staff} said ⟨no⟩.": "unnamed",
    "{Lima’s authorities} said ⟨no⟩.": "official",
    "{the constitution} ~says~ ⟨no⟩.": "publication",
    "{the Clean Rivers Act} ~says~ ⟨no⟩.": "publication",
    "{a leaked report} ~says~ ⟨no⟩.": "unnamed",
    "{@ahmed} said ⟨no⟩.": "person",
    "{a senior official} said ⟨no⟩.": "unnamed",
}


@pytest.mark.parametrize(("marked", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_follows_from_role_body_and_outlet(marked, kind):
    assert voice(marked).kind == kind
