"""Plain sentences to which the rules for special constructions do not apply."""

import pytest

from reader.analysis import analyse
from tests.analysis.short_attribution import article

SAID = [  # a sentence, its speaker, and their words
    ("The Chief Minister of Tarn, Ms. Roe, has vowed that it will start.", "Roe", "that it will start"),
    ("Ignacio de los Roes from Tarn writes that it leaks.", "Ignacio de los Roes", "that it leaks"),
    ("Labour insist that schools will be saved.", "Labour", "that schools will be saved"),
    ("However, Labour insist the help is being given.", "Labour", "the help is being given"),
    ("The millers agreed the bank was bold.", "The millers", "the bank was bold"),
    ("Ada Roe’s second promise was to check the weir.", "Ada Roe", "to check the weir"),
    ("Ada Roe drew the conclusion that the weir leaks.", "Ada Roe", "that the weir leaks"),
    ("Ada Roe shared her concern [es] that the weir leaks.", "Ada Roe", "that the weir leaks"),
    ("The council blames the delay on the rain.", "The council", "the delay on the rain"),
    ("The office said about half of the loss came from rain.", "The office", "about half of the loss came from rain"),
    ("The weir leaks, said a handful of millers.", "a handful of millers", "The weir leaks"),
    ("The last man to lead the guild said that it leaks.", "The last man to lead the guild", "that it leaks"),
    ("Tarn’s envoy to the island, Ada Roe, said that it leaks.", "Ada Roe", "that it leaks"),
    ("The union asked for more nurses to be hired.", "The union", "for more nurses to be hired"),
    ("Otto Reed appealed for more volunteers to come forward.", "Otto Reed", "for more volunteers to come forward"),
    ("The committee heard Ada Roe say that the weir leaks.", "Ada Roe", "that the weir leaks"),
    ("The court heard the baker say that the weir leaks.", "the baker", "that the weir leaks"),
    ("The inquiry heard that the mill said the weir leaks.", None, "that the mill said the weir leaks"),
    ("Otto Reed said yes and that he would come.", "Otto Reed", "yes and that he would come"),
    ("Ada Roe said this spring was the driest on record.", "Ada Roe", "this spring was the driest on record"),
    ("Ada Roe said last winter was the coldest of all.", "Ada Roe", "last winter was the coldest of all"),
    ("Ada Roe said last week it would rain.", "Ada Roe", "it would rain"),
    ("Ada Roe said in the autumn the mill would close.", "Ada Roe", "the mill would close"),
    ("Ada Roe asked that evening whether it leaks.", "Ada Roe", "whether it leaks"),
    ("Ada Roe asked that man why it leaks.", "Ada Roe", "why it leaks"),
    ("Ada Roe asked that those who came be heard.", "Ada Roe", "that those who came be heard"),
    ("Ada Roe of Farm.Net said that it leaks.", "Ada Roe", "that it leaks"),
    ("It rains.Ada Roe said that it leaks.", "Ada Roe", "that it leaks"),
    ("The mayor’s suggestion was “wait and see”.", "The mayor", "“wait and see”"),
    ("The mayor’s only comment was “we will see”.", "The mayor", "“we will see”"),
    ("Ada Roe’s only comment was “no comment”.", "Ada Roe", "“no comment”"),
    ("Ada Roe said nobody mends it.", "Ada Roe", "nobody mends it"),
    ("Ada Roe says somebody leaks.", "Ada Roe", "somebody leaks"),
    ("Fennel’s said the mill closes.", "Fennel’s", "the mill closes"),
    ("“It leaks,” Fennel's said on Monday.", "Fennel's", "“It leaks,”"),
    ("Nurses who study Reed’s say that it helps.", "Nurses who study Reed’s", "that it helps"),
    (
        "Some parts match those of the old weir, said Otto Reed, but few.",
        "Otto Reed",
        "Some parts match those of the old weir",
    ),
    ("It is a price the government says is “too high”.", "the government", "“too high”"),
    ("It is a weir Otto Reed said was too old.", "Otto Reed", "was too old"),
    ("Police have not named the man, who they said was shot.", "Police", "was shot"),
    ("People were angry. They said it leaks.", "People", "it leaks"),
    ("Otto Reed died on Friday, Ada Roe, who ran the mill, said.", "Ada Roe", "Otto Reed died on Friday"),
    ("Otto Reed died on Friday, the Mill Trust, where he worked, said.", "Mill Trust", "Otto Reed died on Friday"),
    ("Ada Roe told reporters on Monday the cuts hurt the town.", "Ada Roe", "the cuts hurt the town"),
    ("The mill was near the old weir, Ada Roe, head of the board, said.", "Ada Roe", "The mill was near the old weir"),
    ("We pay by selling fish, Ada Roe, head of the board, said.", "Ada Roe", "We pay by selling fish"),
    (
        "The rain should ease by noon, allowing the mill to open, Ada Roe, head of the board, said.",
        "Ada Roe",
        "The rain should ease by noon, allowing the mill to open",
    ),
    (
        "A visit to the mill yielded no plan, said Ada Roe, head of the board.",
        "Ada Roe",
        "A visit to the mill yielded no plan",
    ),
    ("Millers gathered at noon, Vela affiliate KOVR reported.", "KOVR", "Millers gathered at noon"),
    # “said X” with a relative clause about X behind it
    (
        "A range of causes affect the price of grain, said Ada Roe, a grain expert who has published two books on it.",
        "Ada Roe",
        "A range of causes affect the price of grain",
    ),
    (
        "That will hold for a year, said Roe, a Lisk graduate whose zeal has tired others.",
        "Roe",
        "That will hold for a year",
    ),
    ("It should not leak at all, argues Ada Roe, author of a book on weirs.", "Ada Roe", "It should not leak at all"),
    # an aside, a place or an addressee between the verb and the clause
    ("Ada Roe said, despite the rain, the weir holds.", "Ada Roe", "despite the rain, the weir holds"),
    ("Ada Roe said, if it rained, the weir was lost.", "Ada Roe", "if it rained, the weir was lost"),
    ("Ada Roe said, when asked, the weir leaks.", "Ada Roe", "the weir leaks"),
    ("The Herald says, however, taxes are too high.", "The Herald", "taxes are too high"),
    ("Ada Roe said after the vote she would leave.", "Ada Roe", "she would leave"),
    ("Ada Roe said through a lawyer the claim was false.", "Ada Roe", "the claim was false"),
    ("Ada Roe told the Lisk Herald boats were unsafe.", "Ada Roe", "boats were unsafe"),
    ("Ada Roe told the board no boat was safe.", "Ada Roe", "no boat was safe"),
    ("Ada Roe told the Lisk correspondent it was late.", "Ada Roe", "it was late"),
    # “X would later write” and “or so X said” beside a clause
    ("The weir was unsafe, Ada Roe would later write.", "Ada Roe", "The weir was unsafe"),
    ("The weir was unsafe, or so Ada Roe said.", "Ada Roe", "The weir was unsafe"),
    # owners of words
    ("Ada Roe’s Oct. 11 announcement that the weir was unsafe shook Lisk.", "Ada Roe", "that the weir was unsafe"),
    ("A letter from Ada Roe to the board said the weir leaks.", "Ada Roe", "the weir leaks"),
    # plurals without -s
    ("Fishermen warn the weir is lost.", "Fishermen", "the weir is lost"),
    ("Staff at the mill complain that the weir is lost.", "Staff at the mill", "that the weir is lost"),
    # what somebody was told, with an infinitive in it
    ("Ada Roe told Otto Reed she planned to leave.", "Ada Roe", "she planned to leave"),
    # another saying behind the clause
    ("Some have said they will not come and others have said they will.", "Some", "they will not come"),
    ("Ada Roe said it was late and warned Otto Reed to go.", "Ada Roe", "it was late"),
    ("Ada Roe says the plan is dead and accuses Reed of killing it.", "Ada Roe", "the plan is dead"),
    (
        "The Herald said that Roe was late and had informed Reed of it.",
        "The Herald",
        "that Roe was late and had informed Reed of it",
    ),
    # a judgement without marks
    ("Ada Roe called the plan unfair.", "Ada Roe", "the plan unfair"),
    ("Ada Roe again called Otto Reed unworthy of the office.", "Ada Roe", "Otto Reed unworthy of the office"),
    (
        "A person familiar with the planning for Friday’s meeting says the talks will go on.",
        "A person familiar with the planning for Friday’s meeting",
        "the talks will go on",
    ),
    # names for people and things
    ("It rained, with Ada Roe warning of “grave dangers”.", "Ada Roe", "“grave dangers”"),
    ("The judge was branded by the mayor as “a traitor”.", "the mayor", "“a traitor”"),
    ("Called “a traitor” by the mayor, the judge left.", "the mayor", "“a traitor”"),
    ("Described as “a traitor” by the mayor, the judge left.", "the mayor", "“a traitor”"),
]
UNSAID = [
    "Ada Roe called the unhappy man.",
    "Ada Roe called the mayor and left.",
    "Ada Roe, a miller, praised Otto Reed, who left.",
    "Ada Roe commented on the reason why it is so important.",
    "Ada Roe told nobody about it.",
    "The board’s say in this is small.",
    "What Otto Reed says is true.",
]


@pytest.mark.parametrize(("sentence", "speaker", "words"), SAID)
def test_a_plain_sentence_is_analysed_without_special_rules(sentence, speaker, words):
    text = article("News.", sentence)
    found = analyse(text)
    names = {voice.id: voice.name for voice in found.voices}
    told = [(None if q.voice is None else names[q.voice], q.span.of(text.text)) for q in found.quotations]
    assert told[0] == (speaker, words)


@pytest.mark.parametrize("means", ["more money", "more time", "more help"])
def test_the_purpose_of_a_requested_thing_is_no_content(means):
    assert not analyse(article("News.", f"Ada Roe asked for {means} to mend the weir.")).quotations


def test_a_judgement_of_a_persons_comments_is_not_theirs():
    assert not analyse(article("News.", "The mayor’s comments were “unfair to the bakers”.")).quotations


PLACES = [
    "At Ost, where the mill is, there is anger:",
    "At Ferry Hill the road is closed:",
    "On Mill Street, there is anger:",
    "On Tarn Island, the mood is bad:",
]
BLOCK = "I was there all day and I saw what they did to us. We will not forget it, and we will never go back."


def heard(leadin: str) -> list[str]:
    """The speakers in an article with one block under a lead-in."""
    return [
        voice.name
        for voice in analyse(article("News.", "It rained for days.", leadin, BLOCK, "The town is small.")).voices
    ]


@pytest.mark.parametrize("leadin", PLACES)
def test_a_place_where_people_are_angry_is_no_speaker(leadin):
    assert heard(leadin) == []


def test_the_source_that_broke_the_news_reports_it():
    assert heard("The news was broken by Ada Roe:") == ["Ada Roe"]


@pytest.mark.parametrize("sentence", UNSAID)
def test_a_sentence_without_reported_words_has_none(sentence):
    assert not analyse(article("News.", sentence)).quotations
