"""Nouns that fit many bodies ("the company") refer to one whose name allows them."""

import pytest

from tests.analysis.voices.marked_texts import speakers, voice

MEANT = {
    "the article of a paper": ("The Vela Herald has a portrait. {The cover story} said ⟨no⟩.", ["The Vela Herald"]),
    "the article of a magazine": ("In its May issue, Weir magazine asks. {The article} said ⟨no⟩.", ["Weir"]),
    "the tweet of who tweeted": ("{Ada Roe} ~tweeted~ that ⟨it leaks⟩. {The tweet} said ⟨no⟩.", ["Ada Roe"] * 2),
    "a company by its head": ("Delta Foods closed. {The company} said ⟨no⟩.", ["Delta Foods"]),
    "a company by its shortened form": ("Delta Electric Co. closed. {The company} said ⟨no⟩.", ["Delta Electric Co."]),
    "a utility": ("Delta Power closed. {The utility} said ⟨no⟩.", ["Delta Power"]),
    "a company by its form": ("Delta Group closed. {The firm} said ⟨no⟩.", ["Delta Group"]),
    "the subject rather than the last": ("Delta Foods sued Vela Systems. {The company} said ⟨no⟩.", ["Delta Foods"]),
    "the nearest sentence": ("Delta Foods closed. Vela Systems opened. {The company} said ⟨no⟩.", ["Vela Systems"]),
    "an agency, not a company": ("Delta Foods met the Vela Authority. {The agency} said ⟨no⟩.", ["Vela Authority"]),
    "an acronym may be any of them": ("The DCB closed. {The agency} said ⟨no⟩.", ["The DCB"]),
    "one word that says “it”": ("{Corvane} said ⟨it would close⟩. {The company} said ⟨no⟩.", ["Corvane"] * 2),
    "one word that is meant by “it”": ("{Norvair} stopped, {it} said ⟨no⟩. {The airline} said ⟨no⟩.", ["Norvair"] * 3),
    "what stands behind it": (
        "The Liga Rossa, a coalition of clubs, left. {The organization} said ⟨no⟩.",
        ["The Liga Rossa"],
    ),
    "whose shares fell": (
        "The DCB sued Corvane. {The company} said ⟨no⟩. {The agency} said ⟨no⟩. Corvane shares fell.",
        ["Corvane", "The DCB"],
    ),
    "one that nothing else tells as a body": ("{Corvane} said ⟨yes⟩. {The company} said ⟨no⟩.", ["Corvane"] * 2),
    "one whose name begins as no person’s": ("KLM Dorn has a plan. {The firm} said ⟨no⟩.", ["KLM Dorn"]),
    "the only one": (
        "{Corvane} said ⟨yes⟩. Rosa Quill of Delta Institute left. {The company} said ⟨no⟩.",
        ["Corvane"] * 2,
    ),
    "the only one that spoke, whatever its name begins with": (
        "The {Kestonian Red Crescent} said ⟨yes⟩. Ada Roe, a nurse, left. {The organisation} said ⟨no⟩.",
        ["The Kestonian Red Crescent"] * 2,
    ),
    "a firm of sons": ("{Hadley & Sons} said ⟨yes⟩. {The company} said ⟨no⟩.", ["Hadley & Sons"] * 2),
    "not where it was said": (
        "{Corvane} said ⟨yes⟩. In an interview with the DCB, {the company} said ⟨no⟩. In a talk with Dorn Radio, {it} said ⟨no⟩.",
        ["Corvane"] * 3,
    ),
    "not the broadcaster to which it was said": (
        "{Corvane} said ⟨yes⟩. In an interview with the broadcaster TVD, {the company} said ⟨no⟩.",
        ["Corvane"] * 2,
    ),
    "a paper by its first word": ("Diario La Dorn sent somebody. {The newspaper} said ⟨no⟩.", ["Diario La Dorn"]),
    "a paper by an article that is elided": ("L’Écho de Lisk is angry. {The paper} said ⟨no⟩.", ["L’Écho de Lisk"]),
    "a website is a site": ("The website Vela Orak is angry. {The site} said ⟨no⟩.", ["Vela Orak"]),
    "a site is a website, and no paper": (
        "The site Vela Orak is angry at the Dorn Gazette. {The website} said ⟨no⟩.",
        ["Vela Orak"],
    ),
    "a daily is a newspaper": ("He read the Lisk daily Le Dorn. {The newspaper} said ⟨no⟩.", ["Le Dorn"]),
    "no paper is who told a daily something": (
        "{Olaf Roe}, a senator, told the Daily Lantern ⟨yes⟩.\n\nAccording to {the newspaper}, ⟨no⟩.",
        ["Olaf Roe", "Daily Lantern"],
    ),
    "a giant": ("They met the shipping giant Corvane. {The firm} said ⟨no⟩.", ["Corvane"]),
    "one word that tells a paper of “it”": (
        "{Corvane} told the Herald that ⟨it would close⟩. {The company} said ⟨no⟩.",
        ["Corvane"] * 2,
    ),
    "an office in brackets is no company": (
        "The Attorney General (NAG) sued Corvane. {The company} said ⟨no⟩. Corvane’s founder left.",
        ["Corvane"],
    ),
    "the nearer of two ministries": (
        "{The Tide Ministry} said ⟨yes⟩. The Wind Ministry refused. {The ministry} said ⟨no⟩.",
        ["The Tide Ministry", "The Wind Ministry"],
    ),
    "the ministry that refused": (
        "The Tide Ministry refused a plan of the Wind Ministry. {The ministry} said ⟨no⟩.",
        ["The Tide Ministry"],
    ),
    "it, the subject rather than the last": ("Vela Foods sued the Delta Bank. {It} said ⟨no⟩.", ["Vela Foods"]),
    "it, behind a clause of time": ("After the Delta Bank sued, Vela Foods left. {It} said ⟨no⟩.", ["Vela Foods"]),
    "it, who spoke rather than whose it is": (
        "{The Delta Bank} said ⟨yes⟩. The mill is that of Vela Foods. {It} said ⟨no⟩.",
        ["The Delta Bank"] * 2,
    ),
    "it, whose name ends before the day": ("Vela Foods sued the Tide Board on Monday. {It} said ⟨no⟩.", ["Vela Foods"]),
    "a carmaker by its chief executive": (
        "Corvane’s chief executive, Ada Roe, came. {The carmaker} said ⟨no⟩.",
        ["Corvane"],
    ),
    "a carmaker that is called another word for it": (
        "The Dutch carmaker Corvane closed. A mayor was angry. {The Dutch automaker} said ⟨no⟩.",
        ["Corvane"],
    ),
    "a lender is a bank": ("Dorn Savings Bank closed. It rained. {The lender} said ⟨no⟩.", ["Dorn Savings Bank"]),
    "a known planemaker": ("Boeing will cut jobs. Vela Council was angry. {The planemaker} said ⟨no⟩.", ["Boeing"]),
    "a known agency by what it does": (
        "Nasa opened a box at the Dorn Museum. {The space agency} said ⟨no⟩.",
        ["Nasa"],
    ),
    "a platform that does something": ("Twitter removed a page. {The social network} said ⟨no⟩.", ["Twitter"]),
    "a club": ("Dorn Rovers sold a player. {The club} said ⟨no⟩.", ["Dorn Rovers"]),
    "a university is a school": ("Dorn University closed. {The school} said ⟨no⟩.", ["Dorn University"]),
    "a front is a militia": ("Members of the Dorn Front left. {The militia} said ⟨no⟩.", ["Dorn Front"]),
    "the ministry with a word of its name": (
        "The Ministry of Tides wrote to the Ministry of Winds. {The tides ministry} said ⟨no⟩.",
        ["The Ministry of Tides"],
    ),
    "a utility by the letters of its name": (
        "Dorn Gas & Electric Co. closed. A leak at DG&E was found. {The utility} said ⟨no⟩.",
        ["Dorn Gas & Electric Co."],
    ),
    "where nobody is employed but the head": (
        "Ada Roe, chief executive of Vela Systems, came. {The company} said ⟨no⟩.",
        ["Vela Systems"],
    ),
    "the party of a leader": ("Labour leader Ada Roe left. {The party} said ⟨no⟩.", ["Labour"]),
    "a sheriff’s office with and without its county": (
        "{The Dorn sheriff’s office} said ⟨yes⟩. The mayor’s office did not. {The sheriff’s office} said ⟨no⟩.",
        ["The Dorn sheriff’s office"] * 2,
    ),
    "a firm by its town": ("Boeing will cut jobs. {The Dorn-based company} said ⟨no⟩.", ["Boeing"]),
    "a central bank": (
        "The Bank of Dorn met. The Treasury was glad. {The central bank} said ⟨no⟩.",
        ["The Bank of Dorn"],
    ),
    "a police force": ("Dorn Police held a baker. {The force} said ⟨no⟩.", ["Dorn Police"]),
}
NOT_MEANT = {
    "a university is no company": ("Delta University closed. {The company} said ⟨no⟩.", ["The company"]),
    "an apposed person is no body": ("Vela Dorn, a union man, left. {The union} said ⟨no⟩.", ["The union"]),
    "a paper is no company": ("The New York Times closed. {The company} said ⟨no⟩.", ["The company"]),
    "a firm is no organisation": (
        "The state took Corvane. {The organization} said ⟨no⟩. Corvane shares fell.",
        ["The organization"],
    ),
    "a company is no agency": ("{Vela Systems} said ⟨yes⟩. {The agency} said ⟨no⟩.", ["Vela Systems", "The agency"]),
    "a ministry is no company": (
        "{The Tide Ministry} said ⟨yes⟩. {The company} said ⟨no⟩.",
        ["The Tide Ministry", "The company"],
    ),
    "the same newspaper": (
        "In an interview with Diario del Norte, {Abel Quispe} said ⟨no⟩. {The same newspaper} warns ⟨no⟩.",
        ["Abel Quispe", "Diario del Norte"],
    ),
    "the same man": ("{A miller} said ⟨no⟩. {The same man} said ⟨no⟩.", ["A miller", "A miller"]),
    "the tabloid with which the paragraph begins": (
        "{The Vela Post} argues ⟨no⟩.\n\nMorgenbudet is of the opposite opinion. Below, {the tabloid} writes ⟨no⟩.",
        ["The Vela Post", "Morgenbudet"],
    ),
    "the paper that takes a middle course": (
        "{The Vela Post} argues ⟨no⟩.\n\nVela Bladet takes a middle course. {The paper} writes ⟨no⟩. {It} argues ⟨no⟩.",
        ["The Vela Post", "Vela Bladet", "Vela Bladet"],
    ),
    "the daily that is called a newspaper": (
        "{Canal Doce} said ⟨no⟩.\n\nThe newspaper La Luna has a file. According to {the daily}, ⟨no⟩.",
        ["Canal Doce", "La Luna"],
    ),
    "no firm that was sold": (
        "{The Vela Post} argues ⟨no⟩.\n\nNordmine was sold. {The paper} writes ⟨no⟩.",
        ["The Vela Post", "The Vela Post"],
    ),
    "the paper that an Arabic article begins": (
        "The daily Le Morgen said ⟨yes⟩.\n\n{Al-Vela al-Jadid} argues ⟨no⟩. {The paper} writes ⟨no⟩.",
        ["Al-Vela al-Jadid"] * 2,
    ),
    "the paper with which the paragraph begins": (
        "{The daily Morgen} said ⟨yes⟩.\n\nThe Vela Observer is angry. {Its editor} said ⟨no⟩. {The paper} said ⟨no⟩.",
        ["Morgen", "The Vela Observer’s editor", "The Vela Observer"],
    ),
    "the paper that has it on its front page": (
        "{The Dorn Herald} says ⟨no⟩.\n\nA storm is on the front of the Lisk Gazette. {The paper} says ⟨no⟩.",
        ["The Dorn Herald", "Lisk Gazette"],
    ),
    "the report of the paper that leads with it": (
        "{The Dorn Herald} says ⟨no⟩.\n\nThe Vela Mar leads on the BBC’s apology. {The report} says ⟨no⟩.",
        ["The Dorn Herald", "The Vela Mar"],
    ),
    "the report that a paper is about": (
        "The Vela Mar focuses on a UN report on hunger. {The report} says ⟨no⟩.",
        ["The report"],
    ),
    "whose spokesman somebody is": (
        "{Orlin} said ⟨yes⟩. An Orlin spokesman left. Mr. Orlin left. {The company} said ⟨no⟩.",
        ["Orlin", "The company"],
    ),
    "of another land": (
        "The Dutch carmaker Corvane closed. {The Swedish carmaker} said ⟨no⟩.",
        ["The Swedish carmaker"],
    ),
    "a bank is no museum": ("Dorn Bank closed. {The museum} said ⟨no⟩.", ["The museum"]),
    "a foods maker is no lender": ("Delta Foods closed. {The lender} said ⟨no⟩.", ["The lender"]),
    "a bank is no central bank": ("Dorn Savings Bank fell. {The central bank} said ⟨no⟩.", ["The central bank"]),
    "an airline to which something is sold": (
        "Boeing sold planes to an airline. {The airline} said ⟨no⟩.",
        ["The airline"],
    ),
    "another ministry": (
        "{The Kestonian tide ministry} said ⟨yes⟩. {The Norvian tide ministry} said ⟨no⟩.",
        ["The Kestonian tide ministry", "The Norvian tide ministry"],
    ),
    "a town": ("Corvane was flooded. It rained in Corvane. {The company} said ⟨no⟩.", ["The company"]),
    "two unknown words": ("Corvane left. Norvair stayed. {The company} said ⟨no⟩.", ["The company"]),
    "a common word at the beginning of a sentence": (
        "Residents lost their way. Its end came. {The company} said ⟨no⟩.",
        ["The company"],
    ),
    "a party is no place where a cabinet sits": ("Downing Street was shut. {The party} said ⟨no⟩.", ["The party"]),
    "another's": ("Delta Foods closed. {The rival Vela company} said ⟨no⟩.", ["The rival Vela company"]),
    "a name with a place": ("Moll Canada warns of thieves. {The telecom giant} said ⟨no⟩.", ["Moll Canada"]),
    "three paragraphs away": (
        "Delta Foods closed.\n\nIt rained.\n\nIt snowed.\n\nIt thawed.\n\n{The company} said ⟨no⟩.",
        ["The company"],
    ),
    "whose body it is": (
        "{Delta Foods} said ⟨yes⟩. {The bakers’ federation} said ⟨no⟩.",
        ["Delta Foods", "The bakers’ federation"],
    ),
    "several": ("Delta Foods closed. {The companies} said ⟨no⟩.", ["The companies"]),
    "who has a title is no “it”": ("Mr. Norvair stopped, {it} said ⟨no⟩.", [None]),
}


@pytest.mark.parametrize(("marked", "names"), [*MEANT.values(), *NOT_MEANT.values()], ids=[*MEANT, *NOT_MEANT])
def test_a_generic_noun_refers_to_a_body_with_a_fitting_name(marked, names):
    assert speakers(marked) == names


OFFICES = {
    "one who is described": ("{Tarn’s minister} said ⟨no⟩. The baker Ada Roe left.", ["Tarn’s minister"]),
    "not known which": ("{A minister} said ⟨no⟩. Ada Roe left.", ["A minister"]),
    "one of two": ("Barack Obama met Joe Biden. {The president} said ⟨no⟩.", ["The president"]),
    "with another office": ("The mayor, Boris Johnson, left. {The prime minister} said ⟨no⟩.", ["The prime minister"]),
}


@pytest.mark.parametrize(("marked", "names"), OFFICES.values(), ids=OFFICES)
def test_an_office_refers_to_a_known_holder_if_there_is_one(marked, names):
    assert speakers(marked) == names


def test_what_was_called_a_company_is_an_organisation():
    assert voice("{Corvane} said ⟨it would close⟩. {The company} said ⟨no⟩.").kind == "organisation"
