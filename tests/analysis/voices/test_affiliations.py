"""Affiliations are the bodies to which the text links a role or a name."""

import pytest

from tests.analysis.voices.marked_texts import voice

AFFILIATIONS = {
    "a company's head, after the company": (
        "Delta Foods fell. {Company CEO Ada Cole} said ⟨no⟩.",
        "Company CEO",
        "Delta Foods",
    ),
    "newly named to an office": (
        "{Delta Foods’ recently named director Ada Cole} said ⟨no⟩.",
        "Delta Foods’ recently named director",
        "Delta Foods",
    ),
    "now at a body": ("{Ada Cole}, who is now at the Delta Trust, said ⟨no⟩.", None, "Delta Trust"),
    "in a heading": (
        "1. Ada Cole - River Party\n\nA miller.\n\n2. Ivo Trask - Delta Party\n\nA baker.\n\n{Ada Cole} said ⟨no⟩.",
        None,
        "River Party",
    ),
    "an editor with a title": (
        "The editor of the Vela Times, Mrs. Ada Cole, came. {She} said ⟨no⟩.",
        "editor",
        "Vela Times",
    ),
    "one of those of a body": (
        "One of the engineers at Delta Foods, Ada Cole, came. {She} said ⟨no⟩.",
        "One of the engineers",
        "Delta Foods",
    ),
    "on the board of a body": (
        "Ada Cole, who sits on the board of the Delta Trust, came. {She} said ⟨no⟩.",
        None,
        "Delta Trust",
    ),
    "on a council without a name": ("Ada Cole sits on the city council. {She} said ⟨no⟩.", None, "city council"),
    "of a charity by its noun": ("{Ada Cole of the charity Bug Trust} said ⟨no⟩.", None, "Bug Trust"),
    "from a firm by its noun": ("{Ada Cole from the firm Pontex} said ⟨no⟩.", None, "Pontex"),
    "the director of a firm by its noun": (
        "The director of the building firm Pontex, {Ada Cole}, said ⟨no⟩.",
        "director",
        "Pontex",
    ),
    "of the company apposed before": (
        "The company, Corvane Lines, denied it. {Its chief executive, Ada Cole,} said ⟨no⟩.",
        "Its chief executive",
        "Corvane Lines",
    ),
    "of the paper of which the paragraph is": (
        "The daily Morgenstern is angry. In its leader, the paper asks why. {Its columnist Ada Cole} said ⟨no⟩.",
        "Its columnist",
        "Morgenstern",
    ),
    "of the union that is only called one": (
        "The union Rise accused the Trust of it. {Its regional secretary, Ada Cole,} said ⟨no⟩.",
        "Its regional secretary",
        "Rise",
    ),
    "of a utility by its noun": (
        "{Ada Cole, president of the state utility Electrica Vela,} said ⟨no⟩.",
        "president",
        "Electrica Vela",
    ),
    "an activist of the movement before": (
        "The movement Clean Tide called for a vote. ⟨no⟩, says {activist Ada Cole}.",
        "activist",
        "Clean Tide",
    ),
    "a director of the firm before": (
        "Delta Foods rejects it. ⟨no⟩, {director Ada Cole} told the agency.",
        "director",
        "Delta Foods",
    ),
    "an apposition behind according to": (
        "According to {Ada Cole, a nurse at the Delta Hospital}, ⟨no⟩.",
        "a nurse",
        "Delta Hospital",
    ),
    "of a blog that takes somebody at her word": (
        "{Ada Cole} of Tarn Notebook takes the ministry at its word. She said ⟨no⟩.",
        None,
        "Tarn Notebook",
    ),
    "for a body that another owns": (
        "{A spokeswoman for the prosecutor’s office, Ada Cole,} said ⟨no⟩.",
        "A spokeswoman",
        "prosecutor’s office",
    ),
    "who took over at a school": (
        "{Ada Cole}, who took over at Delta Academy in May, said ⟨no⟩.",
        None,
        "Delta Academy",
    ),
    "of what is apposed": (
        "It was Arctic Larder, a cannery that employs ninety. {Its owner, Ada Cole,} said ⟨no⟩.",
        "Its owner",
        "Arctic Larder",
    ),
    "a sociolinguist": ("{Ada Cole, a sociolinguist at Delta College,} said ⟨no⟩.", "a sociolinguist", "Delta College"),
    "the leader of a party, before a comma": (
        "The leader of the Green Party, {Ada Cole,} welcomed it. {She} said ⟨no⟩.",
        "leader",
        "Green Party",
    ),
    "the head of a union, before a comma": (
        "The head of the Dockers’ Union, {Ada Cole,} welcomed it. {She} said ⟨no⟩.",
        "head",
        "Dockers’ Union",
    ),
    "of an association by its noun": ("{Ada Cole, of the association Clean Mud,} said ⟨no⟩.", None, "Clean Mud"),
    "who follows it at a firm": (
        "{Ada Cole}, who follows it at Delta Securities, said ⟨no⟩.",
        None,
        "Delta Securities",
    ),
    "a man from a body": ("{A man from the Delta Council} said ⟨no⟩.", None, "Delta Council"),
    "of the body called by its sort": (
        "In May the children’s charity Safe Shore left. Its head, {Ada Cole}, said ⟨no⟩.",
        "Its head",
        "Safe Shore",
    ),
    "of the body before": ("The Tarn Guild left. Its head, {Ada Cole}, said ⟨no⟩.", "Its head", "Tarn Guild"),
    "of the body that closes the sentence before": (
        "It rained, said the Tarn Guild. But its head, {Ada Cole}, said ⟨no⟩.",
        "its head",
        "Tarn Guild",
    ),
    "of a firm of one word": ("The union Corvane left. “No,” said its head, {Ada Cole}. ⟨No⟩.", "its head", "Corvane"),
    "of the company named before": (
        "They had money from Corvane. {A spokesman for the company, Tom Cray,} said ⟨no⟩.",
        "A spokesman for the company",
        "Corvane",
    ),
    "what two are": (
        "{Tom Cray and Ada Cole, economists at Delta University,} said ⟨no⟩.",
        "economists",
        "Delta University",
    ),
    "whose two are": ("{Tom Cray and Ada Cole of the Delta Institute} said ⟨no⟩.", None, "Delta Institute"),
    "whom somebody unnamed speaks for, with what that is": (
        "{A spokesman for the charity Delta Trust} said ⟨no⟩.",
        "spokesman",
        "Delta Trust",
    ),
    "a verb of saying before it": ("“No,” notes co-author {Ada Cole} of the Herald. ⟨No⟩.", "co-author", "Herald"),
    "of what is no land": ("{UN envoy Ada Cole} said ⟨no⟩.", "UN envoy", "UN"),
    "an attorney for somebody": (
        "{Ivo Trask, an attorney for the Delta Union,} said ⟨no⟩.",
        "an attorney",
        "Delta Union",
    ),
    "an institute for two matters": (
        "{Dr Ada Cole of the Institute for Sleep and Light Research} said ⟨no⟩.",
        None,
        "Institute for Sleep and Light Research",
    ),
    "what somebody is": ("{Ada Cole} is director of the Delta Trust and said ⟨no⟩.", "director", "Delta Trust"),
    "with a firm by its noun": (
        "{Ivo Trask, an analyst with the research firm Onda,} said ⟨no⟩.",
        "an analyst",
        "Onda",
    ),
    "a council on three matters": (
        "{Ivo Trask, a fellow at the Lima-based Council on Energy, Environment and Water,} said ⟨no⟩.",
        "a fellow",
        "Council on Energy, Environment and Water",
    ),
    "the same channel": (
        "In a talk on the same channel, {Ivo Trask}, spokesman of the Delta Council, said ⟨no⟩.",
        "spokesman",
        "Delta Council",
    ),
    "an adjective before a body": (
        "{Ada Cole, a fellow at the left-leaning Delta Forum,} said ⟨no⟩.",
        "a fellow",
        "Delta Forum",
    ),
    "two words before what a site is": (
        "{Ada Cole, director of the Lisk-based fact-checking website Plain Truth,} said ⟨no⟩.",
        "director",
        "Plain Truth",
    ),
    "an acronym behind of is none": ("{Ada Cole of DCB} said ⟨no⟩.", None, "DCB"),
    "a ministry of two matters": (
        "{Ada Cole, a spokeswoman for the Ministry of Energy and Mines,} said ⟨no⟩.",
        "a spokeswoman",
        "Ministry of Energy and Mines",
    ),
    "an employer before a field": (
        "“No,” said {UCTD history professor Ada Cole}, and ⟨no⟩, said {Ada Cole}.",
        "UCTD history professor",
        "UCTD",
    ),
    "a body before a field": (
        "{Tarn University theater arts professor Ada Cole} said ⟨no⟩.",
        "Tarn University theater arts professor",
        "Tarn University",
    ),
    "a body that does something": (
        "The Vela Institute invited {President Ada Cole}, who said ⟨no⟩.",
        "President",
        None,
    ),
    "a body before": ("{Delta Council spokeswoman Ann Bell} said ⟨no⟩.", "Delta Council spokeswoman", "Delta Council"),
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
    "in a list that a body closes": (
        "{Ada Kanz, Director, Head of Tides, Vela Forum}, said ⟨no⟩.",
        "Director, Head of Tides",
        "Vela Forum",
    ),
    "in brackets": ("Omar Quor (former director of Vela News) came. {Quor} said ⟨no⟩.", "former director", "Vela News"),
    "a body in brackets": ("Tom Carver (NPR) came. {Carver} said ⟨no⟩.", None, "NPR"),
    "without a comma": (
        "{Robert Quill reporter and editor of the Vela Times} said ⟨no⟩.",
        "reporter and editor",
        "Vela Times",
    ),
    "from a body": ("{Clara Bick from the Delta Union} said ⟨no⟩.", None, "Delta Union"),
    "a body that owns": ("{Vela News's Rosa Marr} said ⟨no⟩.", None, "Vela News"),
    "from a university": ("From Delta University, {Ivo Manyar} wrote ⟨no⟩.", None, "Delta University"),
    "of a blog": ("{Ivo Card, a co-author of the blog La Vela Azul,} said ⟨no⟩.", "a co-author", "La Vela Azul"),
    "one of several": ("{One of the Lanterns, Paulo Mora,} said ⟨no⟩.", "One of the Lanterns", "Lanterns"),
    "at the surname alone": (
        "Olga Yash sang. The first was Yash, then a leader of Young Vela. {Yash} said ⟨no⟩.",
        "a leader",
        "Young Vela",
    ),
    "the fuller of two": (
        "Archbishop Carlos Turo, head of the Delta Trust, came. {Turo} said ⟨no⟩.",
        "head",
        "Delta Trust",
    ),
    "of an unnamed official": ("{a British Tide Office official} said ⟨no⟩.", "official", "British Tide Office"),
    "of sources in a body": ("{Sources in the Ministry of Tides} said ⟨no⟩.", None, "Ministry of Tides"),
    "of an author at a site": (
        "It was by an anonymous author at Vela Online. {The author} said ⟨no⟩.",
        None,
        "Vela Online",
    ),
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
    "of a party that she sits for": ("{Senator Dana Okoro of the Reform Party} said ⟨no⟩.", "Senator", "Reform Party"),
    "where she teaches": ("{Dana Okoro}, who teaches law at Vela School, said ⟨no⟩.", None, "Vela School"),
    "where she worked": ("{Dana Okoro}, who worked for years at Corvane, said ⟨no⟩.", None, "Corvane"),
    "a body with an and behind an office": (
        "{Dana Okoro, chairman of the House Rivers and Harbors Committee,} said ⟨no⟩.",
        "chairman",
        "House Rivers and Harbors Committee",
    ),
    "before a comma, with its body": (
        "It was a word of the head of the Delta Trust, {Dana Okoro}, who said ⟨no⟩.",
        "head",
        "Delta Trust",
    ),
    "a reporter from a site": ("{Dana Okoro, a reporter from Wired Vela,} said ⟨no⟩.", "a reporter", "Wired Vela"),
    "a body by common words": (
        "{Dana Okoro, a geologist at the state university in Vela,} said ⟨no⟩.",
        "a geologist",
        "state university in Vela",
    ),
    "who heads a body by common words": (
        "{Dana Okoro, deputy director of the county education bureau,} said ⟨no⟩.",
        "deputy director",
        "county education bureau",
    ),
    "a bank of a land": (
        "{Bank of Varland analyst Dana Okoro} said ⟨no⟩.",
        "Bank of Varland analyst",
        "Bank of Varland",
    ),
    "a university of a town": (
        "{The University of Tarn historian Dana Okoro} said ⟨no⟩.",
        "University of Tarn historian",
        "University of Tarn",
    ),
    "a body with an and": (
        "{Dana Okoro, director of the Tidal Support and Human Rights Association,} said ⟨no⟩.",
        "director",
        "Tidal Support and Human Rights Association",
    ),
    "an unnamed spokeswoman of a body": ("{a spokeswoman for Delta Trust} said ⟨no⟩.", "spokeswoman", "Delta Trust"),
    "an unnamed official at an airport": ("{an official at Lima airport} said ⟨no⟩.", "official", "Lima airport"),
    "several unnamed": ("{two lawyers for Delta Trust} said ⟨no⟩.", None, "Delta Trust"),
    "one of a body's several": ("{one of the Delta Trust members} said ⟨no⟩.", None, "Delta Trust"),
    "an adviser to a body": ("{Dana Okoro, an adviser to Delta Trust,} said ⟨no⟩.", "an adviser", "Delta Trust"),
    "who founded it": ("{Dana Okoro}, who founded the Delta Trust, said ⟨no⟩.", None, "Delta Trust"),
    "for what weekly she draws": ("{Dana Okoro}, who draws for the weekly Vela Mar, said ⟨no⟩.", None, "Vela Mar"),
    "since when": (
        "{Dana Okoro} has been a nurse at Delta Trust since 2001. {She} said ⟨no⟩.",
        "a nurse",
        "Delta Trust",
    ),
    "as what she works": (
        "{Dana Okoro, who works as a nurse at Delta Trust,} said ⟨no⟩.",
        "a nurse",
        "Delta Trust",
    ),
    "one of the nurses of a body": (
        "{Dana Okoro, one of the nurses at Delta Trust,} said ⟨no⟩.",
        "one of the nurses",
        "Delta Trust",
    ),
    "two of one trade": (
        "{Dana Okoro} and Ivo Trask, both nurses at Delta Trust, came. {Okoro} said ⟨no⟩.",
        "nurses",
        "Delta Trust",
    ),
    "a department of a body": (
        "{Dana Okoro, head of the legal department at the Delta Trust,} said ⟨no⟩.",
        "head of the legal department",
        "Delta Trust",
    ),
    "a university in brackets": ("{Dana Okoro} (University of Hansk) said ⟨no⟩.", None, "University of Hansk"),
    "a body that owns her": ("The Office for Tides’ {Dana Okoro} said ⟨no⟩.", None, "Office for Tides"),
    "who is employed there": (
        "{Ivo Trask, a botanist employed by the Delta Institute,} said ⟨no⟩.",
        "a botanist",
        "Delta Institute",
    ),
    "where a clause in the apposition says that she works": (
        "{Ada Cole, an economist who works for the Delta Trust,} said ⟨no⟩.",
        "an economist",
        "Delta Trust",
    ),
    "behind an age": ("{Ada Cole, 54, of the Pontex Group,} said ⟨no⟩.", None, "Pontex Group"),
    "behind a region of which she knows": (
        "{Ada Cole, chief economist for North Norland at Vela Bank,} said ⟨no⟩.",
        "chief economist for North Norland",
        "Vela Bank",
    ),
    "a name behind a word of praise": (
        "{Ada Cole, a student at the prestigious Delta University,} said ⟨no⟩.",
        "a student",
        "Delta University",
    ),
    "the letters of a university between it and a trade": (
        "It fined University of Varland (UV) lecturer Ada Cole. {Cole} said ⟨no⟩.",
        "University of Varland (UV) lecturer",
        "University of Varland",
    ),
    "with a body": ("{Dana Okoro with the Delta Trust} said ⟨no⟩.", None, "Delta Trust"),
}


@pytest.mark.parametrize(("marked", "role", "affiliation"), AFFILIATIONS.values(), ids=AFFILIATIONS)
def test_role_and_affiliation_are_the_words_of_the_text(marked, role, affiliation):
    found = voice(marked)
    assert (found.role, found.affiliation) == (role, affiliation)
