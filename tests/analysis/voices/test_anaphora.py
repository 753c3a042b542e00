"""Pronouns, descriptions and possessed sources are resolved."""

from dataclasses import replace

import pytest

from reader.analysis.voices import resolve
from reader.model import QuotationKind
from tests.analysis.voices.marked_texts import article, attributions, speakers

ANAPHORA = {
    "he is who spoke before": ("⟨“Yes,”⟩ said {Pavel Orlin}. ⟨“No,”⟩ {he} said.", ["Pavel Orlin"] * 2),
    "she is the woman": (
        "Pavel Orlin met Anna Weir. {She} said ⟨no⟩.",
        ["Anna Weir"],
    ),
    "he is the man": ("Pavel Orlin met Anna Weir. {He} said ⟨no⟩.", ["Pavel Orlin"]),
    "it is a body without a name that the sentence before is about": (
        "The council met. {It} ~said~ ⟨no⟩.",
        ["The council"],
    ),
    "a title tells the gender": ("Ms. Quor met Mr. Trask at Rosa Quor and Ivo Trask. {She} said ⟨no⟩.", ["Rosa Quor"]),
    "he is the subject": ("Pavel Orlin flew to meet Ivan Trask. {He} said ⟨no⟩.", ["Pavel Orlin"]),
    "she is who spoke last, though her name does not tell it": (
        "{Lina Roe, a baker,} said ⟨no⟩. But its author, {Hanneke de Vries}, warns ⟨no⟩.\n\n⟨No,⟩ {she} says.",
        ["Lina Roe", "Hanneke de Vries", "Hanneke de Vries"],
    ),
    "not who spoke last where that is a man": (
        "{Lina Roe, a baker,} said ⟨no⟩. But its author, {Pavel Orlin}, warns ⟨no⟩.\n\n⟨No,⟩ {she} says.",
        ["Lina Roe", "Pavel Orlin", "Lina Roe"],
    ),
    "not where somebody is from": (
        "Ivan Trask met a teacher from Upper Holm. {He} said ⟨no⟩.",
        ["Ivan Trask"],
    ),
    "but from whom somebody comes": (
        "Ivan Trask left. A nurse from Rosa Quill came. {She} said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "not who is named beside": (
        "Ivan Trask did not smile. Instead, Trask was bland. Pavel Orlin, {he} said, ⟨was a friend⟩.",
        ["Ivan Trask"],
    ),
    "who as he says": ("Ivan Trask left. In his talk, Tom Carver, who as {he} claimed ⟨sings⟩, spoke.", ["Tom Carver"]),
    "not who is named in the words": ("{Ivan Trask} left. ⟨“Pavel Orlin lies,”⟩ {he} said.", ["Ivan Trask"] * 2),
    "she is who is owned without a name": (
        "{Pavel Orlin} said ⟨yes⟩. The pool’s manager was out. In a letter, {she} said ⟨no⟩.",
        ["Pavel Orlin", "The pool’s manager"],
    ),
    "he is of whom the sentence before is, also where nothing else tells that it is a man": (
        "{Pavel Orlin} said ⟨yes⟩.\n\nQurmo Dastel left on Friday. {He} said ⟨no⟩.",
        ["Pavel Orlin", "Qurmo Dastel"],
    ),
    "it is the body that its own words begin with": (
        "{Pavel Orlin} said ⟨yes⟩. ⟨The company will close⟩, {it} said.",
        ["Pavel Orlin", "The company"],
    ),
    "it says behind its words what the sentence before is about": (
        "{Dorn Radio} said ⟨yes⟩. A report, out in May, is harsh. ⟨“No,”⟩ {it} said.",
        ["Dorn Radio", "A report"],
    ),
    "it is the office of somebody that the sentence before is about": (
        "Corvane met the union.\n\n{Dorn Radio} said ⟨yes⟩. The mayor’s press office also had a view. {It} said ⟨no⟩.",
        ["Dorn Radio", "The mayor’s press office"],
    ),
    "the fisherman is whom the text is speaking of": (
        "Pavel Orlin lost his boat. Asked about it, {the fisherman} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "but nobody whom the text calls something else": (
        "Pavel Orlin, the mayor, lost his boat. Asked about it, {the fisherman} said ⟨no⟩.",
        ["the fisherman"],
    ),
    "and not the fisherman of a place": (
        "Pavel Orlin lost his boat. {The fisherman from Tarn} said ⟨no⟩.",
        ["The fisherman from Tarn"],
    ),
    "he is from whom something comes": (
        "{Rosa Quill} said ⟨yes⟩.\n\nAnother view comes from Pavel Orlin. {He} said ⟨no⟩.",
        ["Rosa Quill", "Pavel Orlin"],
    ),
    "he is who is among them": (
        "{Ivo Trask} said ⟨yes⟩.\n\nAmong the millers is the clerk Pavel Orlin. {He} said ⟨no⟩.",
        ["Ivo Trask", "Pavel Orlin"],
    ),
    "he is not who asks": (
        "Pavel Orlin left. Asked by the clerk Ivo Trask whether it leaked, {he} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "they are the plural subject, whatever it does": (
        "{Some bloggers} said ⟨yes⟩.\n\nThe husbands stand at the gate. {They} said ⟨no⟩.",
        ["Some bloggers", "The husbands"],
    ),
    "they are the group": ("{Some bloggers} said ⟨yes⟩. {They} said ⟨no⟩.", ["Some bloggers"] * 2),
    "they are the two": (
        "{Ana Reis and Ivo Trask} said ⟨yes⟩. {They} said ⟨no⟩.",
        ["Ana Reis and Ivo Trask"] * 2,
    ),
    "they are the plural subject": ("Egyptians were angry, and {they} asked ⟨why⟩.", ["Egyptians"]),
    "they are who is named with colleagues": (
        "{The laboratory} found ⟨yes⟩. Later Rosa Quill and her colleagues went on. {They} showed ⟨no⟩.",
        ["The laboratory", "Rosa Quill"],
    ),
    "they are who spoke with colleagues": (
        "{Rosa Quill and colleagues} showed ⟨no⟩. {They} said ⟨no⟩.",
        ["Rosa Quill", "Rosa Quill"],
    ),
    "they are not who is named with a thing": (
        "{Some bloggers} said ⟨yes⟩. Rosa Quill and her dog came. {They} said ⟨no⟩.",
        ["Some bloggers"] * 2,
    ),
    "he is the subject just before, of whatever name": (
        "{Pavel Orlin}, a nurse, said ⟨yes⟩. Sorin Trask, a clerk, came in at last. {He} said ⟨no⟩.",
        ["Pavel Orlin", "Sorin Trask"],
    ),
    "he is the subject before all of his speech": (
        "{Pavel Orlin} said ⟨yes⟩.\n\nIvo Trask laughed. ⟨No. It is wet. It is so.⟩ {he} said.",
        ["Pavel Orlin", "Ivo Trask"],
    ),
    "she is who is said to be a clerk": ("Velna Trask is a clerk. {She} said ⟨no⟩.", ["Velna Trask"]),
    "she is not whom a phrase before it names": (
        "Rosa Quill left. A clerk from Lisk, Pavel Orlin, came. {She} said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "it is who spoke, not a body only named": (
        "A teacher at Delta University left. {Corvane} said ⟨yes⟩. {It} said ⟨no⟩.",
        ["Corvane"] * 2,
    ),
    "a relative who was named": (
        "Pavel Orlin, a clerk at Dorn School, said ⟨yes⟩. His sister, Rosa Quill, said ⟨yes⟩.\n\n{His sister} said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "the head of a company is no company": (
        "{The head of the company, Rosa Quill}, said ⟨yes⟩. {She} said ⟨no⟩.",
        ["Rosa Quill"] * 2,
    ),
    "she is no firm": (
        "{Velna Trask}, a clerk, said ⟨yes⟩.\n\n{KLM Power} said ⟨yes⟩.\n\n{She} said ⟨no⟩.",
        ["Velna Trask", "KLM Power", "Velna Trask"],
    ),
    "it is the body": ("The Delta Council met. {It} said ⟨no⟩.", ["The Delta Council"]),
    "it is the body that spoke": ("{Delta Council} said ⟨yes⟩ of Vela Union. {It} said ⟨no⟩.", ["Delta Council"] * 2),
    "from whom a letter came": (
        "Ivo Trask said ⟨yes⟩. That was in a letter from the nurse Tim Roe. {He} said ⟨no⟩.",
        ["Ivo Trask"],
    ),
    "its editorial, of nobody known": ("“It leaks.” {Its editorial} said ⟨no⟩.", ["Its editorial"]),
    "whose website it is": (
        "The Delta Guild woke. {A statement posted on its website} said ⟨no⟩.",
        ["The Delta Guild"],
    ),
    "whose blog it is": ("Ana Reis woke. {The post on her blog} said ⟨no⟩.", ["Ana Reis"]),
    "whose desk it is": ("Ana Reis woke. {A note on her desk} said ⟨no⟩.", ["A note on her desk"]),
    "the subject behind a long opening": (
        "{Tim Roe} said ⟨yes⟩.\n\nAsked whether the council of Vela would keep the weir, Ivo Trask smiled. {He} said ⟨no⟩.",
        ["Tim Roe", "Ivo Trask"],
    ),
    "the subject behind a long adverbial": (
        "{Tim Roe} said ⟨yes⟩.\n\nAt the yearly meeting of the weary lawyers of Vela, Judge Ivo Trask smiled. {He} said ⟨no⟩.",
        ["Tim Roe", "Ivo Trask"],
    ),
    "not who wrote it": ("By Ana Reis\n\nIt was late. {The mayor} said ⟨no⟩.", ["The mayor"]),
    "not who wrote it for a paper": (
        "Written by Ana Reis, Harbour Correspondent\n\nIt was late. {The mayor} said ⟨no⟩.",
        ["The mayor"],
    ),
    "who stands behind the byline": (
        "By Ana Reis and Ivo Trask | Delta Post\n\nTim Roe was late. {The mayor} said ⟨no⟩.",
        ["Tim Roe"],
    ),
    "a sentence is no byline": ("By Tuesday Ana Reis had won.\n\nIt was late. {She} said ⟨no⟩.", ["Ana Reis"]),
    "his daughter by her name": ("His daughter, Ailsa, is the deckhand. {She} said ⟨no⟩.", ["Ailsa"]),
    "he is whom an opening is on": ("Ada Weir came. To be fair to Pavel Orlin, {he} said ⟨no⟩.", ["Pavel Orlin"]),
    "she is whom I put it to": (
        "⟨“Yes,”⟩ said {Anna Weir}.\n\nI put the note to Rosa Quill, who teaches there. {She} said ⟨no⟩.",
        ["Anna Weir", "Rosa Quill"],
    ),
    "a word with a distance": ("Corvane, 12 miles away, fell. {She} said ⟨no⟩.", [None]),
    "a word with an age": ("Ailsa, 24, came. {She} said ⟨no⟩.", ["Ailsa"]),
    "the teenager": ("⟨“Yes,”⟩ said {Rosa Quill}. {The teenager} said ⟨no⟩.", ["Rosa Quill"] * 2),
    "he is no book": ("Pavel Orlin wrote a book, The Long Weir. {He} said ⟨no⟩.", ["Pavel Orlin"]),
    "he is no village": ("Pavel Orlin came. In Upper Holm, which has a weir, {he} said ⟨no⟩.", ["Pavel Orlin"]),
    "I is nobody at the top": ("{I} said ⟨no⟩.", [None]),
    "you is nobody": ("{you} said ⟨no⟩.", [None]),
    "he is nobody without a man": ("It rained. {He} said ⟨no⟩.", [None]),
    "the senator": ("Senator Anna Weir came. Then Pavel Orlin left. {The senator} said ⟨no⟩.", ["Anna Weir"]),
    "the judge of a headline": (
        "Judge says Anna Weir must pay after all.\n\nJudge Pavel Orlin heard her. {The judge} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "the leader who is called so, rather than a president": (
        "President Anna Weir sued the party leader Pavel Orlin. {The opposition leader} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "the PM": ("Prime Minister Anna Weir met President Pavel Orlin. {The PM} said ⟨no⟩.", ["Anna Weir"]),
    "the PM whose office is named behind": ("Anna Weir, the prime minister, came. {The PM} said ⟨no⟩.", ["Anna Weir"]),
    "one of two suspects": (
        "Pavel Orlin was arrested, and so was Anna Weir. {The suspect} said ⟨no⟩.",
        ["The suspect"],
    ),
    "no suspect who was arrested by somebody": (
        "Pavel Orlin was followed by Anna Weir. {The suspect} said ⟨no⟩.",
        ["The suspect"],
    ),
    "the leader of a land’s party": (
        "Anna Weir smiled. ⟨“No,”⟩ {the state’s Kestonian leader} said.",
        ["the state’s Kestonian leader"],
    ),
    "the trade behind an age": (
        "Anna Weir, 33, a teacher, and Pavel Orlin, 44, a farmer, came. {The teacher} said ⟨no⟩.",
        ["Anna Weir"],
    ),
    "her deputy": ("Anna Weir, the mayor, and her deputy, Pavel Orlin, came. {The deputy} said ⟨no⟩.", ["Pavel Orlin"]),
    "the senator by a title": ("Sen. Anna Weir came. {The senator} said ⟨no⟩.", ["Anna Weir"]),
    "a name known by its title alone": ("Mr. Quell left. {He} said ⟨no⟩.", ["Quell"]),
    "a first name alone": ("Then Thomas was clear when {he} said ⟨no⟩.", ["Thomas"]),
    "his, of the subject": ("Anna Weir slept. Pavel Orlin sank in Lima after {his} warning ⟨no⟩.", ["Pavel Orlin"]),
    "the senator by a synonym": ("Senator Anna Weir came. {The lawmaker} said ⟨no⟩.", ["Anna Weir"]),
    "the former diplomat": ("Pavel Orlin, a former diplomat, came. {The diplomat} said ⟨no⟩.", ["Pavel Orlin"]),
    "the president of that country": (
        "Kenyan president Ruben Sano met Ghanaian president Tito Banu. {The Kenyan president} said ⟨no⟩.",
        ["Ruben Sano"],
    ),
    "the senator who met another": ("Senator Anna Weir met Pavel Orlin. {The senator} said ⟨no⟩.", ["Anna Weir"]),
    "the 54-year-old": ("⟨“Yes,”⟩ said {Rosa Quill}. {The 54-year-old} said ⟨no⟩.", ["Rosa Quill"] * 2),
    "the man is no woman": ("⟨“Yes,”⟩ said {Rosa Quill}. {The man} said ⟨no⟩.", ["Rosa Quill", "The man"]),
    "the company": ("{Delta Holdings} said ⟨yes⟩. {The company} said ⟨no⟩.", ["Delta Holdings"] * 2),
    "the minutes are a text": ("{The minutes of the meeting} said ⟨no⟩.", ["The minutes of the meeting"]),
    "the ministry by its name": (
        "The Ministry of Tides met Vela Union. {The ministry} said ⟨no⟩.",
        ["The Ministry of Tides"],
    ),
    "the paper by what it is": ("{The Vela Times} said ⟨yes⟩. {The newspaper} said ⟨no⟩.", ["The Vela Times"] * 2),
    "the official again": ("{A senior official} said ⟨yes⟩. {The official} said ⟨no⟩.", ["A senior official"] * 2),
    "the author of a first phrase": (
        "A post by an anonymous author at Vela Online came. {The author} said ⟨no⟩.",
        ["an anonymous author"],
    ),
    "he is whom the question was put to": (
        "{Tom Carver} ~asked~ Pavel Orlin ⟨whether it hurt⟩. ⟨“Yes,”⟩ {he} said.",
        ["Tom Carver", "Pavel Orlin"],
    ),
    "he is not who stands behind the verb": (
        "Pavel Orlin smiled. The banker did give Ivan Trask a medal, but {he} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "he is not who is named after another he": (
        "Pavel Orlin came. Though he did not name Ivan Trask, {he} said ⟨no⟩.",
        ["Pavel Orlin"],
    ),
    "a name that ends as women’s do is hers": ("Tom Orlin met Zorabella Quor. {She} said ⟨no⟩.", ["Zorabella Quor"]),
    "they are the subject of a negation": ("Egyptians don’t buy this; {they} asked ⟨why⟩.", ["Egyptians"]),
    "they are the subject of a verb in -ed": ("Nurses gathered in Vela. {They} asked ⟨why⟩.", ["Nurses"]),
    "the same report is the last speaker’s": (
        "{The Vela Times} said ⟨yes⟩. {The same report} said ⟨no⟩.",
        ["The Vela Times"] * 2,
    ),
    "the transcript of whose speech": (
        "Ivo Trask’s speech was printed. This is from {the transcript}: ⟨no⟩.",
        ["Ivo Trask"],
    ),
    "the letter of nobody": ("Ivo Trask’s house was sold. This is from {the letter}: ⟨no⟩.", ["the letter"]),
    "the candidate": ("Anna Weir came to Vela.\n\n⟨“No,”⟩ {the candidate} said.", ["Anna Weir"]),
    "the senator of whom no office is known": ("Anna Weir smiled. ⟨“No,”⟩ {the Vela senator} said.", ["Anna Weir"]),
    "the senator is no economist": (
        "Anna Weir, an economist, smiled. ⟨“No,”⟩ {the senator} said.",
        ["the senator"],
    ),
    "the moderator is somebody else": ("Anna Weir smiled. ⟨“No,”⟩ {the moderator} said.", ["the moderator"]),
    "the two nations": ("It came to Kenya and Ghana. {The two nations} said ⟨no⟩.", ["Kenya and Ghana"]),
    "both women": ("It came to Ana Reis and Rosa Quill. {Both women} said ⟨no⟩.", ["Ana Reis and Rosa Quill"]),
    "the two companies": (
        "It came to Delta Group and Vela Bank. {The two companies} said ⟨no⟩.",
        ["Delta Group and Vela Bank"],
    ),
    "the two nations are no persons": (
        "It came to Ana Reis and Rosa Quill. {The two nations} said ⟨no⟩.",
        ["The two nations"],
    ),
    "whose office it is": ("Pavel Orlin slept. {His office} said ⟨no⟩.", ["Pavel Orlin’s office"]),
    "whose office, named in the words": ("⟨Pavel Orlin was ill⟩, {his office} said.", ["Pavel Orlin’s office"]),
    "one office for one owner": (
        "{Pavel Orlin’s office} said ⟨yes⟩. {His office} said ⟨no⟩.",
        ["Pavel Orlin’s office"] * 2,
    ),
    "her office is not his": (
        "Ana Reis slept. {Her office} said ⟨yes⟩. Ivo Trask woke. {His office} said ⟨no⟩.",
        ["Ana Reis’s office", "Ivo Trask’s office"],
    ),
    "its director": ("The Delta Council met. {Its lawyers} said ⟨no⟩.", ["The Delta Council’s lawyers"]),
    "their lawyer": (
        "{Ana Reis and Ivo Trask} said ⟨yes⟩. {Their lawyer} said ⟨no⟩.",
        ["Ana Reis and Ivo Trask", "Ana Reis and Ivo Trask’s lawyer"],
    ),
    "who tells no name": ("It rained. {A woman} said ⟨I am Venezuelan⟩.", ["A woman"]),
    "the mayor whom who follows": ("It was {a setback for the mayor}, who said ⟨no⟩.", ["the mayor"]),
    "where a source is": ("{A source} inside the camp, a nurse, said ⟨no⟩.", ["A source inside the camp"]),
    "the director, by name": ("{The Delta Group’s CEO}, Rosa Quill, said ⟨no⟩.", ["Rosa Quill"]),
    "the director, by name and office": (
        "{the director of the Delta Group}, left-wing candidate Rosa Quill, said ⟨no⟩.",
        ["Rosa Quill"],
    ),
    "the director and a name that is another’s": ("{the director}, said Rosa Quill, said ⟨no⟩.", ["the director"]),
    "the director in a list": ("{The director}, Rosa Quill and others said ⟨no⟩.", ["The director"]),
    "the other, by name": ("{the other candidate on the stage, former mayor Rosa Quill}, said ⟨no⟩.", ["Rosa Quill"]),
    "two roles": ("{Vela Online author} and blogger Rosa Quill said ⟨no⟩.", ["Rosa Quill"]),
    "two roles of two": ("{The author} and blogger Rosa Quill said ⟨no⟩.", ["The author"]),
    "an article in a title": (
        "{The article} ‘Tides and winds’ published by Delta Council found ⟨no⟩.",
        ["Delta Council"],
    ),
    "an office in capitals": ("The Foreign Minister left. {He} said ⟨no⟩.", ["The Foreign Minister"]),
    "an office of something in capitals": (
        "The President of the Republic left. {She} said ⟨no⟩.",
        ["The President of the Republic"],
    ),
    "an office in capitals before its holder’s name": ("The Mayor Rosa Quill left. {She} said ⟨no⟩.", ["Rosa Quill"]),
    "no office in capitals beside one who is named": (
        "The Mayor of Lisk left. Tom Cray stayed. {He} said ⟨no⟩.",
        ["Tom Cray"],
    ),
    "one word that a sentence begins with": ("Bekzat offers a view. {He} said ⟨no⟩.", ["Bekzat"]),
    "one word and who that is": ("Bekzat, who works as a teacher, left. {He} said ⟨no⟩.", ["Bekzat"]),
    "one word behind what a writer is": ("The blogger Zhanar left. {She} said ⟨no⟩.", ["Zhanar"]),
    "who spoke without a name in the sentence before": (
        "{The spokeswoman, Funmi Oke,} said ⟨he had left⟩. {A driver hired in May} said ⟨no⟩. {He} said ⟨yes⟩.",
        ["Funmi Oke", "A driver hired in May", "A driver hired in May"],
    ),
    "no common word": ("Police came. {He} said ⟨no⟩.", [None]),
    "no word in the midst of a paragraph": ("Rosa Quill left. Fishing stopped. {She} said ⟨no⟩.", ["Rosa Quill"]),
    "the same unnamed source": ("{some users} said ⟨yes⟩. {Some users} said ⟨no⟩.", ["some users"] * 2),
}


OFFICES = {
    "of a body, and who has the title is far away": (
        (
            "President Orlin met.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\n{Rosa Quill, president of the Delta Bank,} "
            "said ⟨no⟩. {The president} said ⟨yes⟩."
        ),
        ["Rosa Quill", "Rosa Quill"],
    ),
    "of a body, and nobody else has one": (
        "{Rosa Quill, president of the Delta Bank,} said ⟨no⟩. Tom Cray left. {The president} said ⟨yes⟩.",
        ["Rosa Quill", "Rosa Quill"],
    ),
    "of two bodies, who spoke last": (
        (
            "Tom Cray, president of Delta Council, left. {Rosa Quill, president of the Delta Bank,} said ⟨no⟩. "
            "{The president} said ⟨yes⟩."
        ),
        ["Rosa Quill", "Rosa Quill"],
    ),
    "two of one title, who spoke, where the other is no subject": (
        "{President Orlin} said ⟨yes⟩. It rained on the old friends of President Weir. {The president} said ⟨no⟩.",
        ["Orlin", "Orlin"],
    ),
    "who only met the governor is none": (
        "President Orlin, who met Governor Ada Cole, smiled. {The governor} said ⟨no⟩. {The president} said ⟨yes⟩.",
        ["Ada Cole", "Orlin"],
    ),
    "its, of the office behind an occasion": (
        "Orlin left. The president’s office has not reacted. In a short message on Friday, {it} said ⟨no⟩.",
        ["The president’s office"],
    ),
    "nobody is named": ("{The president} said ⟨no⟩. It rained. {The president} said ⟨yes⟩.", ["The president"] * 2),
    "two ministers, who spoke last": (
        "Health Minister Tom Cray came. {Finance Minister Rosa Quill} said ⟨no⟩. {The minister} said ⟨no⟩.",
        ["Rosa Quill", "Rosa Quill"],
    ),
}


@pytest.mark.parametrize(("marked", "names"), OFFICES.values(), ids=OFFICES)
def test_an_office_alone_refers_to_the_person_with_that_title(marked, names):
    assert speakers(marked) == names


@pytest.mark.parametrize(("marked", "names"), ANAPHORA.values(), ids=ANAPHORA)
def test_a_pronoun_or_description_is_resolved(marked, names):
    assert speakers(marked) == names


def inner(marked: str, kind: QuotationKind) -> list[str | None]:
    """The speakers of an outer attribution of this kind and of one nested in its content."""
    text, (outer, nested) = attributions(marked)
    voices, ids = resolve(article(text), (replace(outer, kind=kind), replace(nested, parent=0)))
    return [None if i is None else voices[i - 1].name for i in ids]


def test_a_paraphrased_speaker_can_be_he_in_the_paraphrase():
    marked = "Pavel Orlin came. {Ivan Trask} said ⟨that {he} had said ⟨no⟩⟩."
    assert inner(marked, QuotationKind.INDIRECT) == ["Ivan Trask", "Ivan Trask"]
    assert inner(marked, QuotationKind.DIRECT) == ["Ivan Trask", "Pavel Orlin"]
