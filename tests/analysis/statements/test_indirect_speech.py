"""Indirect speech: questions, recommendations, and where it ends."""

import pytest

from tests.analysis.short_attribution import found


def sources_and_contents(sentence: str) -> list[tuple[str | None, list[str]]]:
    return [(mention, parts) for _, mention, parts in found("News.", sentence)]


# a clause without "that" whose verb is only recognised where a verb must follow (“the weir leaks” could be leaks of a
# weir)
CLAUSES = ["the weir leaks", "the river floods every year", "such a weir costs too much", "old weirs leak badly"]
NO_CLAUSES = [
    "It was Ana Brook who had written it but would not sign.",
    "Ana Brook said the right things.",
    "Ana Brook said the prayers.",
    "The weir leaks, said the mill workers.",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_the_content_is_a_clause_even_if_its_verb_can_be_a_noun(clause):
    assert sources_and_contents(f"Ana Brook said {clause}.") == [("Ana Brook", [clause])]


@pytest.mark.parametrize("sentence", NO_CLAUSES)
def test_a_noun_after_said_is_no_clause(sentence):
    assert not any(
        mention == "Ana Brook" or "the mill workers" in parts for mention, parts in sources_and_contents(sentence)
    )


# a sentence, its only source, and the content
ASKED = [
    ("When anglers suggested that Ferry sell the weir, Ana Brook laughed.", "anglers", "that Ferry sell the weir"),
    ("When anglers said it was old, Ana Brook laughed.", "anglers", "it was old"),
    ("On Monday, anglers said it leaks.", "anglers", "it leaks"),
    ("According to anglers, Ana Brook lied.", "anglers", "Ana Brook lied"),
    (
        "According to the mayor, Otto Reed took the keys of the weir.",
        "the mayor",
        "Otto Reed took the keys of the weir",
    ),
    ("According to the mayor, Otto Reed, Ana Brook lied.", "the mayor, Otto Reed", "Ana Brook lied"),
    ("The guild, which runs the mill, added a note saying that it leaks.", "The guild", "that it leaks"),
    (
        "In a note that has been shared, a miller can be heard telling a friend that it leaks.",
        "a miller",
        "that it leaks",
    ),
    ("To this the miller replied that he had asked.", "the miller", "that he had asked"),
    (
        "The guild’s chairman, retired Commodore Otto Reed, said it was shut.",
        "The guild’s chairman, retired Commodore Otto Reed",
        "it was shut",
    ),
    (
        "Baker and angler Ana Brook, one of the founders, says it was shut.",
        "Baker and angler Ana Brook, one of the founders",
        "it was shut",
    ),
    ("A study published in May says that eels remember.", "A study", "that eels remember"),
    ("A study published this week said that eels remember.", "A study", "that eels remember"),
    (
        "According to a study published this week in the Post, it can leak for years.",
        "a study",
        "it can leak for years",
    ),
    ("The man arrested on Monday said it was shut.", "The man", "it was shut"),
    ("The guild will build a gate which Ana Brook says is quiet.", "Ana Brook", "is quiet"),
    ("A miller shut the gate which the mayor said was his.", "the mayor", "was his"),
    ("Ana Brook invites everyone to try the new bridge.", "Ana Brook", "to try the new bridge"),
    ("Ana Brook told the envoy to the valley, Otto Reed, to go home.", "Ana Brook", "to go home"),
    ("Anglers are calling on the mayor Otto Reed, who is ill, to step down.", "Anglers", "to step down"),
    ("Ana Brook urged Reed, the mayor of Ferry, not to go.", "Ana Brook", "not to go"),
    (
        "Ferry villagers online wonder whether it is a crime to fish.",
        "Ferry villagers online",
        "whether it is a crime to fish",
    ),
    ("Some anglers there wonder why the gate was shut.", "Some anglers there", "why the gate was shut"),
    ("Several guilds appealed to the mayor to change it.", "Several guilds", "to change it"),
    ("Many wondered how, if at all, it would hold.", "Many", "how, if at all, it would hold"),
    ("Ana Brook admitted to breaking the rules.", "Ana Brook", "breaking the rules"),
    ("Ana Brook asked anglers to not stop fishing and departed.", "Ana Brook", "to not stop fishing"),
    ("Brook denied nothing, but in a letter noted that it leaks.", "Brook", "that it leaks"),
    ("The weir was never safe, say anglers.", "anglers", "The weir was never safe"),
    ("In her view, though, the weir was to blame for it.", "her", "the weir was to blame for it"),
    ("Ana Brook sent out [nl] a note saying it leaks.", "Ana Brook", "it leaks"),
    ("Ana Brook claimed that it leaks, a claim her son denies.", "Ana Brook", "that it leaks"),
    ("Otto Reed told the guilds’ envoy, Ana Brook, to go home.", "Otto Reed", "to go home"),
    (
        "Alliance leader Otto Reed, a former clerk, asked Brook to go home.",
        "Alliance leader Otto Reed, a former clerk",
        "to go home",
    ),
    ("Ana Brook regrets that the mill was shut.", "Ana Brook", "that the mill was shut"),
    ("Many were glad, as previous reports indicated that it leaked.", "previous reports", "that it leaked"),
    ("Ana Brook asked why it leaked – especially after the repair.", "Ana Brook", "why it leaked"),
]
TOLD = [
    ("Ana Brook blames the board for opening the gate.", "Ana Brook", "the board for opening the gate"),
    ("The impostor threatens to turn the town into a marsh.", "The impostor", "to turn the town into a marsh"),
    (
        "As detailed by the BBC, members approved terms, rules and laws.",
        "the BBC",
        "members approved terms, rules and laws",
    ),
    ("According to the law, the weir was shut at noon.", "the law", "the weir was shut at noon"),
    ("An aide said [NL] on January 19 that it leaks.", "An aide", "that it leaks"),
    ("Many friends asked what’s going on there.", "Many friends", "what’s going on there"),
    ("Ana Brook asks who broke it.", "Ana Brook", "who broke it"),
    ("As detailed by the BBC, anglers approved the plan.", "the BBC", "anglers approved the plan"),
    ("Ana Brook pleaded that it be shut.", "Ana Brook", "that it be shut"),
    ("The board’s announcement Thursday that it is shut.", "The board", "that it is shut"),
    ("Ana Brook said that it leaks and republished a photo of it.", "Ana Brook", "that it leaks"),
]
NOUNS = [
    (
        "People reacted to the River Board’s recommendation that the weir be shut.",
        "the River Board",
        "that the weir be shut",
    ),
    ("Ana Brook’s explanation that the pump was old pleased nobody.", "Ana Brook", "that the pump was old"),
    ("Ana Brook repeated her proposal that the weir be shut.", "Ana Brook", "that the weir be shut"),
]
ADDING = [
    ("Otto Reed reciprocates saying “we never asked for a weir.”", "Otto Reed", "“we never asked for a weir.”"),
    ("Otto Reed replied saying “we never asked for a weir.”", "Otto Reed", "“we never asked for a weir.”"),
    ("Otto Reed chirrups saying that nobody asked for it.", "Otto Reed", "that nobody asked for it"),
    ("Otto Reed alerted readers that the weir was open.", "Otto Reed", "that the weir was open"),
    ("Otto Reed describes that there is “little hope left”.", "Otto Reed", "that there is “little hope left”"),
]


@pytest.mark.parametrize(("sentence", "mention", "words"), [*ASKED, *TOLD, *NOUNS, *ADDING])
def test_indirect_speech_has_a_source_and_an_end(sentence, mention, words):
    assert sources_and_contents(sentence) == [(mention, [words])]


NOTHING = [
    "When Ana Brook called the mill, it was shut.",
    "They called him at home on Monday.",
    "No mayor has called him.",
    "Outside the hall, the clerk’s father, Otto Reed, read a statement on behalf of both guilds.",
    "In May, Ana Brook, a nurse, read a report by the council.",
    "Otto Reed was invited by the guild to run the mill.",
    "It is clear that the weir leaks.",
    "The king declared war.",
    "The mayor declared a state of alarm.",
    "The guild declared a strike a week later.",
    "The weir was declared safe.",
    "Ana Brook was so adamant that he left.",
    "Ana Brook was not clear that it leaks.",
    "Ana Brook is worried that the weir leaks.",
    "The sky was clear the whole day and boats came.",
    "Otto Reed wants to invite everyone to run the mill.",
    "A miller who asked to be known as Otter left.",
    "Ana Brook told the envoy, Otto Reed, about the road to Ferry.",
    "Ana Brook described a weir that leaks.",
    "Ana Brook gave orders to everyone.",
    "Ana Brook posted a long list of people who have been arrested.",
    "Thirst and hunger have claimed the lives of many people.",
    "The shop sells hats by offering “royal” dinners in town.",
    "Ana Brook appealed to voters.",
    "Ana Brook faces long jail terms for ‘riot and arson’.",
    "The site hides pages according to the laws of each land.",
    "The frost, a hard and bitter one, continues without end.",
    "For months state owned papers kept it quiet.",
    "They called for calm while burning flags to make a point.",
    "Upon hearing that it leaked, Ana Brook tweeted:",
    "In Ferry, August 21, 2012, the board confirmed:",
    "One has to ask whether the weir leaks.",
    "One wonders why it leaked.",
    "Ana Brook posted several notes to anglers letting them know what millers were looking for.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_objects_and_complements_that_are_no_speech_are_no_content(sentence):
    assert sources_and_contents(sentence) == []


# a sentence, and its content, clause by clause
EXTENTS = [
    (
        "Ana Brook says that it is worrying and hopes that “it will hold”.",
        ["that it is worrying", "that “it will hold”"],
    ),
    (
        "Ana Brook wonders if the mill is full and Otto Reed of Mill Diary says that it is.",
        ["if the mill is full", "that it is"],
    ),
    ("Ana Brook began by wondering why it failed in her post Notes from a Mill:", ["why it failed"]),
    (
        "Ana Brook recalls that Reed came and spoke in the hall that he built.",
        ["that Reed came and spoke in the hall that he built"],
    ),
    ("The report came out. It found that the weir leaked.", ["that the weir leaked"]),
    ("The report came out. It found the weir.", []),
    ("Ana Brook, who has asked that her name not be printed, left.", ["that her name not be printed"]),
    ("Ana Brook said last summer that it leaks.", ["that it leaks"]),
    ("Ana Brook said this spring it would leak.", ["it would leak"]),
    ("Ana Brook wrote a note in which she called the weir “a danger to us all”.", ["“a danger to us all”"]),
    ("The guild published a leaflet in which it calls for “a new weir for all”.", ["“a new weir for all”"]),
    ("The guild published a report that says the weir leaks.", ["the weir leaks"]),
    ("The guild published a report that says that the weir leaks.", ["that the weir leaks"]),
    ("Ana Brook reported that evening that it leaked.", ["that it leaked"]),
    ("Ana Brook expressed “deep regret”.", ["“deep regret”"]),
    ("Ana Brook expressed her rage over the “old” weir.", []),
    ("Ana Brook says otherwise: the weir is old.", ["the weir is old"]),
    ("A report by the institute states that it leaks.", ["that it leaks"]),
    ("Ana Brook said that member states must pay.", ["that member states must pay"]),
    ("One of the anglers said that it leaks.", ["that it leaks"]),
    ("One said that it leaks.", ["that it leaks"]),
    ("Ana Brook says that the gate was open (Dutch).", ["that the gate was open"]),
    ("Ana Brook said that it leaks, and the mayor says it is old.", ["that it leaks", "it is old"]),
    ("Two in three said that it leaks, but nearly six in 10 say they need it.", ["that it leaks", "they need it"]),
    ("Ana Brook said that eels died, and the flood left mud.", ["that eels died, and the flood left mud"]),
    ("Ana Brook says that the gate was open (NL).", ["that the gate was open"]),
    ("Ana Brook says that they met at the guild (GMR).", ["that they met at the guild (GMR)"]),
    (
        "Ana Brook, who, in a note to Otto Reed, mentioned that it leaks, spoke of the flood.",
        ["that it leaks"],
    ),
    (
        "Ana Brook says that the guards used thirst, hunger and fear to keep people from the mill.",
        ["that the guards used thirst, hunger and fear to keep people from the mill"],
    ),
    (
        "According to the guild, it was built by hand and according to others, it was not.",
        ["it was built by hand", "it was not"],
    ),
    ("According to Open Weir and others, such as Mill Watch, the gate was shut.", ["the gate was shut"]),
    ("Ana Brook said the day when boats can pass is going to come.", ["the day when boats can pass is going to come"]),
    ("Ana Brook said the miller left when boats can pass.", ["the miller left when boats can pass"]),
    ("Ana Brook recalls how they had to bribe the miller.", ["how they had to bribe the miller"]),
    ("The guild said that the weir leaked, but gave no details.", ["that the weir leaked"]),
    ("Ana Brook said she liked the weir, but wanted two.", ["she liked the weir, but wanted two"]),
    ("The guild said the weir leaked, but that it would hold.", ["the weir leaked, but that it would hold"]),
    ("Ana Brook said that the weir leaked, a step that angered the guild.", ["that the weir leaked"]),
    ("Ana Brook said that the weir leaked, in the first sign of trouble.", ["that the weir leaked"]),
    ("Ana Brook said that for now, the decision is final.", ["that for now, the decision is final"]),
    ("Ana Brook said the weir would hold, hours before it broke.", ["the weir would hold"]),
    ("Ana Brook said the weir was safe when asked about the flood.", ["the weir was safe"]),
    ("Two years after Ana Brook said that the weir leaked, it broke.", ["that the weir leaked"]),
    ("After Ana Brook, the mayor, said that the weir leaked, it broke.", ["that the weir leaked"]),
    (
        "Because the guild had said that the weir, if it rained, would leak, people left.",
        ["that the weir, if it rained, would leak"],
    ),
    ("By saying that the weir leaked, Ana Brook angered the guild.", ["that the weir leaked"]),
    ("The weir, millers said, leaked at night.", ["The weir", "leaked at night"]),
    ("The weir, according to Ana Brook, who built it, leaked.", ["The weir", "leaked"]),
    ("The guild said on Friday millers could go home.", ["millers could go home"]),
    ("Ana Brook said what broke in Tarn could break again.", ["what broke in Tarn could break again"]),
    ("Ana Brook claimed if it rained, the weir would leak.", ["if it rained, the weir would leak"]),
    ("Ana Brook said the weir – an old one – leaked.", ["the weir – an old one – leaked"]),
    ("Ana Brook demanded that millers leave the town.", ["that millers leave the town"]),
    ("The weir was sold in 2010, records show.", ["The weir was sold in 2010"]),
    ("Jolly said the weir was shut.", ["the weir was shut"]),
    ("Ana Brook has said for weeks the weir was shut.", ["the weir was shut"]),
    ("According to early results of a poll, the weir was shut.", ["the weir was shut"]),
    ("Ana Brook said each year of rain raises the river.", ["each year of rain raises the river"]),
    ("Ana Brook said up to 25,000 eels had died.", ["up to 25,000 eels had died"]),
    ("Ana Brook said she is a miller, although she is now ill.", ["she is a miller, although she is now ill"]),
    (
        "Ana Brook said that the weir leaked – and that it would break.",
        ["that the weir leaked – and that it would break"],
    ),
    ("Ana Brook said that the weir leaked – and she knows weirs.", ["that the weir leaked"]),
    (
        "Ana Brook said that the weir leaked, and more than four in 10 said mills were worse.",
        ["that the weir leaked", "mills were worse"],
    ),
    ("A plant which Reed says is quiet will close.", ["is quiet"]),
    ("On Monday, the men who Reed says stole the boats were let go.", ["stole the boats"]),
    ("The tax that the mayor says pays for roads has risen.", ["pays for roads"]),
    ("The house in which Reed says he was born has burned down.", ["he was born"]),
    ("The firm has bought a plant which Reed says is quiet and will close.", ["is quiet and will close"]),
    ("He came by a road that Reed says was built when his father was mayor.", ["was built when his father was mayor"]),
    ("The mayor has promised to mend it in May, so I will spare you.", ["to mend it in May"]),
    ("Millers say they will come when it rains, so I suppose I am staying.", ["they will come when it rains"]),
    ("Ana Brook said that the weir was shut, so we went home.", ["that the weir was shut"]),
    ("Ana Brook says that the weir leaks, and I believe her.", ["that the weir leaks"]),
    ("Ana Brook says that my roof leaks, so I must leave.", ["that my roof leaks, so I must leave"]),
    ("Ana Brook says that the sea rises, so we must move.", ["that the sea rises, so we must move"]),
    ("Ana Brook argues that the mill is old, so it should go.", ["that the mill is old, so it should go"]),
    ("For those who said that the weir leaked, the mayor had no answer.", ["that the weir leaked"]),
    ("They praised Otto Reed, who said he would fish only there, in spring.", ["he would fish only there, in spring"]),
]


@pytest.mark.parametrize(("sentence", "clauses"), EXTENTS)
def test_a_clause_ends_where_the_next_clause_of_the_speaker_begins(sentence, clauses):
    assert [part for _, parts in sources_and_contents(sentence) for part in parts] == clauses


def test_a_letter_that_explains_how_has_no_content():
    assert sources_and_contents("Ana Brook wrote a letter explaining how the mill works.") == []


BELIEVED = [
    (
        "Ana Brook believes that the weir “was never safe for eels”.",
        [("Ana Brook", ["that the weir “was never safe for eels”"])],
    ),
    ("Ana Brook thought it “promised a great deal.”", [("Ana Brook", ["it “promised a great deal.”"])]),
    ("Ana Brook thinks that the “reform” is bad.", []),
    (
        "The millers are worried that “it will never hold again”.",
        [("The millers", ["that “it will never hold again”"])],
    ),
    ("Ana Brook is glad that the “reform” is bad.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), BELIEVED)
def test_a_thought_with_quoted_words_has_a_clause_as_content(sentence, expected):
    assert sources_and_contents(sentence) == expected
