"""Constructions other than “said that”: nouns of speech, gerunds, questions."""

import pytest

from tests.analysis.short_attribution import found


def told(sentence):
    """Mention and parts of every attribution in a sentence."""
    return [(mention, parts) for _, mention, parts in found(sentence)]


NOUNS: list[tuple[str, str | None, list[str]]] = [
    ("Rumours spread that the mayor had resigned.", None, ["that the mayor had resigned"]),
    ("There were rumours on the square that the mayor had fled.", None, ["that the mayor had fled"]),
    ("Brook expressed the hope that the weir would hold.", "Brook", ["that the weir would hold"]),
    ("Brook makes the point that nobody was asked.", "Brook", ["that nobody was asked"]),
    ("Brook took the view that nobody should pay.", "Brook", ["that nobody should pay"]),
    ("Brook left the hall, voicing concern that it would flood.", "Brook", ["that it would flood"]),
    ("Brook's argument is that the weir was never needed.", "Brook", ["that the weir was never needed"]),
    ("Her point is simply that nobody asked the anglers.", "Her", ["that nobody asked the anglers"]),
    ("There were calls for the mayor to resign.", None, ["to resign"]),
    ("There was a call to go on, because nothing had changed.", None, ["to go on"]),
    ("A pledge by the guild to mend the nets was forgotten.", "the guild", ["to mend the nets"]),
    ("The ministry's promise to open the weir was not kept.", "The ministry", ["to open the weir"]),
    ("The town lives in fear of the mayor’s threat that it will shut.", "the mayor", ["that it will shut"]),
    ("His claim that eels had died was false.", "His", ["that eels had died"]),
    ("His prediction that it would break by June came true.", "His", ["that it would break by June"]),
    ("His claim that people who live there are poor was false.", "His", ["that people who live there are poor"]),
]
COLONS = [
    ("Brook's verdict: the weir must go.", "Brook", ["the weir must go"]),
    ("Brook's message is clear: the weir must go.", "Brook", ["the weir must go"]),
    (
        "The guild makes two announcements: it has a boat and the mill is sold.",
        "The guild",
        ["it has a boat and the mill is sold"],
    ),
]
OCCASIONS = [
    ("Brook confirmed that it is shut in a statement on Friday.", "Brook", ["that it is shut"]),
    ("Brook called on the mayor to go in a petition that thousands signed.", "Brook", ["to go"]),
    ("Brook wrote that she had read it in a letter.", "Brook", ["that she had read it in a letter"]),
    ("Brook said in a letter it would hold.", "Brook", ["it would hold"]),
    ("Brook said in an interview with the Post she would stay.", "Brook", ["she would stay"]),
    ("The guild said on Friday in a note to the town the weir was shut.", "The guild", ["the weir was shut"]),
    ("Brook told the council on Friday night she would stay.", "Brook", ["she would stay"]),
    ("The guild said late on Monday two gates had gone.", "The guild", ["two gates had gone"]),
    ("The weir leaked for years, the council has said.", "the council", ["The weir leaked for years"]),
    ("The weir leaked for years, a public inquiry has found.", "a public inquiry", ["The weir leaked for years"]),
    ("Brook pointed to the fact that it leaks.", "Brook", ["the fact that it leaks"]),
    ("Brook was quick to point out that it leaks.", "Brook", ["that it leaks"]),
]
HEARSAY: list[tuple[str, str | None, list[str]]] = [
    ("The weir is said to leak.", None, ["The weir", "to leak"]),
    ("The mayor has been reported to have fled.", None, ["The mayor", "to have fled"]),
    ("The mayor is rumoured to own two mills.", None, ["The mayor", "to own two mills"]),
]
ROWS: list[tuple[str, str | None, list[str]]] = [
    ("Brook called it “a farce”, “a lie” and “a shame”.", "Brook", ["“a farce”", "“a lie”", "“a shame”"]),
    ("Posters read: “No bridge”, “No peace”.", "Posters", ["“No bridge”", "“No peace”"]),
    ("They chanted slogans such as “Open it now” and “No lies”.", "They", ["“Open it now”", "“No lies”"]),
    ("They shouted “shame” as the vote was read out.", "They", ["“shame”"]),
    ("They chanted “No bridge” and “No peace”.", "They", ["“No bridge”", "“No peace”"]),
    ("They carried banners reading “No bridge” and “No peace”.", "They", ["“No bridge”", "“No peace”"]),
]
FURTHER: list[tuple[str, str | None, list[str]]] = [
    ("They were told the weir was shut.", None, ["the weir was shut"]),
    ("My neighbour asks is it grape or plum.", "My neighbour", ["is it grape or plum"]),
    ("She asked him was he ill.", "She", ["was he ill"]),
    ("Brook recalled that the law protects eels, and was sure of it.", "Brook", ["that the law protects eels"]),
    ("Brook said that the mayor had lied, and left the hall.", "Brook", ["that the mayor had lied"]),
    ("Brook suggests that we retaliate by selling eels.", "Brook", ["that we retaliate by selling eels"]),
    ("Reed has so far managed to say only that it leaks.", "Reed", ["that it leaks"]),
    ("Reed, who claims to have left by noon, wrote this.", "Reed", ["to have left by noon"]),
    ("Reed, who says he is a guard (and who am I to doubt him?), left.", "Reed", ["he is a guard"]),
    ("An official who asked not to be named said it leaks.", "An official who asked not to be named", ["it leaks"]),
    ("“We stay,” Reed, the head of the mill, is quoted as saying.", "Reed, the head of the mill", ["“We stay,”"]),
    ("The inquiry found that the weir was unsafe.", "The inquiry", ["that the weir was unsafe"]),
    ("Brook explained why the weir leaks.", "Brook", ["why the weir leaks"]),
    ("Brook wrote or said the weir was shut.", "Brook", ["the weir was shut"]),
    ("Brook wrote or said his weir was shut.", "Brook", ["his weir was shut"]),
    ("Brook did or said that it leaks.", "Brook", ["that it leaks"]),
    ("Brook said amounts of mud were found.", "Brook", ["amounts of mud were found"]),
    ("The weir was shut, Brook responded.", "Brook", ["The weir was shut"]),
    ("Brook responded: it was a lie.", "Brook", ["it was a lie"]),
    ("“The weir is shut,” Brook responded within hours.", "Brook", ["“The weir is shut,”"]),
    ("Brook told the truth commission the weir was shut.", "Brook", ["the weir was shut"]),
    ("Brook told the story editor the weir was shut.", "Brook", ["the weir was shut"]),
    ("Brook told the Times the weir was shut.", "Brook", ["the weir was shut"]),
    ("Brook told the truth: the weir was shut.", "Brook", ["the weir was shut"]),
    ("Brook told the story that the weir was haunted.", "Brook", ["that the weir was haunted"]),
]
PRESENT: list[tuple[str, str | None, list[str]]] = [
    ("According to Ana Brook, the weir leaks.", "Ana Brook", ["the weir leaks"]),
    (
        "According to Ana Brook in a letter to the Post [fr], the weir leaks.",
        "Ana Brook",
        ["the weir leaks"],
    ),
    ("Ana Brook says the river belongs to the town.", "Ana Brook", ["the river belongs to the town"]),
    ("Ana Brook argues the town denies it every year.", "Ana Brook", ["the town denies it every year"]),
    ("Ana Brook declared the search a success.", "Ana Brook", ["the search a success"]),
    ("The court has ruled the law void in May.", "The court", ["the law void"]),
    ("The judge declared the case closed and left.", "The judge", ["the case closed"]),
    ("Reed pronounced it safe.", "Reed", ["it safe"]),
    ("The doctor declared her fit to row on Monday.", "The doctor", ["her fit to row"]),
    ("Ana Brook was adamant that the weir would hold.", "Ana Brook", ["that the weir would hold"]),
    ("Ana Brook, adamant that the weir would hold, stayed.", "Ana Brook", ["that the weir would hold"]),
    ("The judge was very clear that eels may pass, and left.", "The judge", ["that eels may pass"]),
    ("The mayor has been emphatic it will hold.", "The mayor", ["it will hold"]),
    ("The mayor was firm: “We will not go.”", "The mayor", ["“We will not go.”"]),
]
PASSED_ON: list[tuple[str, str | None, list[str]]] = [
    ("As reported by the Ferry Post, the weir is old.", "the Ferry Post", ["the weir is old"]),
    ("Ana Brook wants to know why the weir leaks.", "Ana Brook", ["why the weir leaks"]),
    ("The weir is old, as reported in the Ferry Post.", "the Ferry Post", ["The weir is old"]),
    ("The weir is shut, as expressed in the guild’s letter.", "the guild’s letter", ["The weir is shut"]),
    ("The weir is shut, as reflected in the report.", "the report", ["The weir is shut"]),
    ("The weir is shut, as stated in the interview.", "the interview", ["The weir is shut"]),
    ("As expressed in her letter, the weir is shut.", "her letter", ["the weir is shut"]),
    ("As per the Ferry Post, the weir is old.", "the Ferry Post", ["the weir is old"]),
    ("The mayor, as Reed left the hall, said that it leaks.", "The mayor", ["that it leaks"]),
    ("It does not say when, as Ana Brook observed:", "Ana Brook", ["It does not say when"]),
    ("The weir is old, as Reed wrote on his blog:", "Reed", ["The weir is old"]),
    ("Word spread that the weir had broken.", None, ["that the weir had broken"]),
    ("Brook is of the opinion that eels can climb.", "Brook", ["that eels can climb"]),
    ("Brook expressed her belief that eels can climb.", "Brook", ["that eels can climb"]),
    ("The mayor was accused by anglers of hiding it.", "anglers", ["The mayor", "of hiding it"]),
    ("Brook replied with a simple “No.”", "Brook", ["“No.”"]),
    ("Brook praised the weir for its “new power,” by the way.", "Brook", ["“new power,”"]),
    ("Brook recalls that the law protects eels, and copies the paragraph.", "Brook", ["that the law protects eels"]),
]
NOBODYS: list[tuple[str, str | None, list[str]]] = [
    ("The mayor responded to claims that the weir leaks.", None, ["that the weir leaks"]),
    ("Firms have tweeted replying to allegations that they pay nobody.", None, ["that they pay nobody"]),
    ("The mayor responded to the Post that the weir is old.", "The mayor", ["that the weir is old"]),
]
MARKED: list[tuple[str, str | None, list[str]]] = [
    ("With the words “I am tired of weirs”, Brook left the hall.", "Brook", ["“I am tired of weirs”"]),
    ("He opened the feast with the words “We are here.”", "He", ["“We are here.”"]),
    ("Her message is “we are tired.”", "Her", ["“we are tired.”"]),
    ("“I am tired,” writes Brook on her blog, “of weirs.”", "Brook", ["“I am tired,”", "“of weirs.”"]),
    ("The weir, which many called “the trap”, is gone.", "many", ["“the trap”"]),
]
PLACED: list[tuple[str, str | None, list[str]]] = [
    (
        "Reed, for his part, “wrote that it leaks,” according to Brook.",
        "Brook",
        ["Reed, for his part, “wrote that it leaks,”"],
    ),
    ("Brook has dismissed his “red period” as childish.", "Brook", ["his “red period” as childish"]),
    (
        "The Post cites a note in which some guards were asked and denied that it leaks.",
        "some guards",
        ["that it leaks"],
    ),
]
GERUNDS = [
    ("Brook insists on being heard.", "Brook", "being heard"),
    ("Brook admits to having slept.", "Brook", "having slept"),
    ("Brook spoke of the weir having been shut for years.", "Brook", "the weir having been shut for years"),
    ("Brook complained about the mill being sold at night.", "Brook", "the mill being sold at night"),
    ("The Post reported on Ana Brook being hired by a bank.", "The Post", "Ana Brook being hired by a bank"),
    ("One angler spoke of his losing a boat.", "One angler", "his losing a boat"),
    ("Another recalled seeing him at the market.", "Another", "seeing him at the market"),
    ("Another recalled sitting in the dark.", "Another", "sitting in the dark"),
    ("Brook denied having taken the money.", "Brook", "having taken the money"),
    ("Brook denied taking the money.", "Brook", "taking the money"),
    ("Brook warned only against opening the gates.", "Brook", "opening the gates"),
    ("Brook told of the guild's burning the nets.", "Brook", "the guild's burning the nets"),
]
QUESTIONS: list[tuple[str, str | None, list[str]]] = [
    ("Reed was asked whether he would resign.", None, ["whether he would resign"]),
    ("Reed was asked by the Ferry Post why he left.", "the Ferry Post", ["why he left"]),
]
CLOSED: list[tuple[str, str | None, list[str]]] = [  # a clause closed by a speaker with an apposition
    ("The weir is shut, Ana Brook, the mayor, said.", "Ana Brook, the mayor", ["The weir is shut"]),
    ("The weir is shut, Ana Brook, 43, confirmed on Monday.", "Ana Brook, 43", ["The weir is shut"]),
    (
        "The weir is shut, Ana Brook, spokeswoman for the Eel Guild, has confirmed.",
        "Ana Brook, spokeswoman for the Eel Guild",
        ["The weir is shut"],
    ),
    ("The weir is shut, Ana Brook, who runs the mill, said.", "Ana Brook", ["The weir is shut"]),
    ("The harbour authority confirmed that it is shut.", "The harbour authority", ["that it is shut"]),
    ("The utility has confirmed in a note that it is shut.", "The utility", ["that it is shut"]),
]
TITLES = [
    "Under the headline “A coin is a habit and not a right,” the Post prints two letters.",
    "The page's heading, “Nothing is lost yet, my friends,” was set in red.",
    "The photo ran with the caption “We are not going anywhere” and no name.",
    "The banner “No bridge, no peace” hung from the hall.",
    "Thousands used the hashtag “we want our ferry back” on Monday.",
    "Under the title “Why we stay”, Ana Brook published a letter.",
]
NOTHING_TOLD = [
    "The miller pleaded guilty to theft and was sentenced to two years.",
    "The weir will go if the court rules that it leaks.",
    "Some 40 anglers came (according to the mayor, or more if one asks the baker).",
    "The guild issued a statement that was read on the square.",
    "The demands that the guild made were not met.",
    "This gives credence to the argument that weirs are bad.",
    "My view is that the weir is old.",
    "The problem is that the weir leaks.",
    "His fear is that the weir leaks.",
    "The call to arms was heard.",
    "An appeal to voters went out.",
    "She made two phone calls to the mayor in May.",
    "It is worth mentioning that the weir is old.",
    "Brook spoke at length on what the council plans for the mill.",
    "Brook reported on meetings with the mayor.",
    "Brook mentioned funding for the mill.",
    "Brook denied wrongdoing.",
    "It is fine to say: “I do not know.”",
    "It’s hard to argue that the weir is old.",
    "It would be wrong to claim that the weir is safe.",
    "One might say that the weir is old.",
    "Critics may be downplaying the danger of the “eel trap”.",
    "The mayor should say that he is sorry.",
    "I’d say that the weir is old.",
    "Forum user ‘smaila’ posted a video of the weir.",
    "The mayor, who is said to own two mills, left.",
    "People bearing red badges saying ‘staff’, ‘guest’ or ‘friend’ took over the town.",
    "The Mill Review tweeted a photo of some of the men killed in the flood.",
    "The judges will decide on the 5 blogs that go on.",
    "Breaking news: the weir has broken.",
    "The news that spread in May was old.",
    "The weir, as reported by many, stayed shut.",
    "A mother posted it under the name 柳下 (“a cat beneath the willow”), with a picture.",
    "The song has lines such as “the river is ours”.",
    "The song ends with the words “we are still here”.",
    "A group called “Mothers of the Weir” met in Ferry.",
    "An entry [es] of 3 March recounts how the weir came to be built.",
    "He found that the door was shut.",
    "Brook went through the papers and found out that the mayor has a medal.",
    "Villagers woke up to find that the river had turned black.",
    "The page, called “Ammar”, is back.",
    "A mother posted it under the name Liu (“a cat beneath the willow”), with a picture.",
    "A clerk who is asked whether she minds it has no choice.",
    "Brook describes how the weir was built.",
    "When the weir leaked, Brook sighed.",
    "When asked about the weir, the mayor laughed.",
    "After the flood had passed, Brook joked with the anglers.",
    "As the crowd cheered, Brook shouted at the mayor.",
    "Nothing the guild has done or said amounts to “sabotage”.",
    "Nothing Brook has written or said amounts to “sabotage”.",
    "Whatever she did or said was right.",
    "Everything they do or say was a lie.",
    "A mill that lies as easily as it tells the truth creates trouble.",
    "A paper that tells lies makes trouble.",
    "The weir is shut, as shown in Tarn.",
    "The weir was shut, and he, in the end, responded within hours.",
    "A clock that tells the time was sold.",
    "Brook told the truth and the weir was saved.",
    "Brook, spokeswoman for the Eel Guild, confirmed it.",
    "The mayor, a miller, confirmed this.",
    "The flood has confirmed that the weir is old.",
    "Ana Brook, the mayor, said so, and Reed, who runs the mill, agreed.",
]


@pytest.mark.parametrize(
    ("sentence", "mention", "parts"),
    [
        *(*NOUNS, *QUESTIONS, *COLONS, *OCCASIONS, *HEARSAY, *ROWS, *FURTHER),
        *(*PRESENT, *PASSED_ON, *NOBODYS, *MARKED, *PLACED, *CLOSED),
    ],
)
def test_each_construction_has_its_content_and_source(sentence, mention, parts):
    assert told(sentence) == [(mention, parts)]


@pytest.mark.parametrize(("sentence", "mention", "doing"), GERUNDS)
def test_the_content_can_be_a_gerund(sentence, mention, doing):
    assert told(sentence) == [(mention, [doing])]


@pytest.mark.parametrize("sentence", [*TITLES, *NOTHING_TOLD])
def test_titles_relative_clauses_and_adverbials_are_no_content(sentence):
    assert told(sentence) == []


def test_a_comma_inside_a_marked_title_belongs_to_the_sentence():
    assert told("The editorial, headlined “Enough,” says that it leaks.") == [("The editorial", ["that it leaks"])]


def test_a_question_that_only_introduces_its_answer_is_no_quotation():
    sentence = "Asked whether he would resign, Reed replied that he is well."
    assert told(sentence) == [("Reed", ["that he is well"])]


def test_a_participle_inside_content_takes_the_source_of_the_verb_next_to_it():
    sentence = "People laughed: one angler replied to the letter saying that “even eels” had one."
    assert ("one angler", ["that “even eels” had one"]) in told(sentence)


def test_a_name_inside_a_claim_relays_it():
    sentence = "The guild claims, according to the Post, that it has heard nothing."
    heard = ["that it has heard nothing"]
    assert told(sentence) == [("the Post", heard), ("The guild", heard)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Brook said, “It is shut,” the Ferry Post reported.", "Brook", ["“It is shut,”"]),
        ("Brook said on Monday: “It is shut,” the Ferry Post reported in May.", "Brook", ["“It is shut,”"]),
        ("“It is shut,” Brook said, the Ferry Post reported.", "Brook", ["“It is shut,”"]),
        ("“It is shut,” Brook said, “until May,” the Ferry Post reported.", "Brook", ["“It is shut,”", "“until May,”"]),
        (
            "“It is shut,” said Ana Brook, the mayor, the Ferry Post reported.",
            "Ana Brook, the mayor",
            ["“It is shut,”"],
        ),
        ("Brook said, “It is shut,” according to the Ferry Post.", "Brook", ["“It is shut,”"]),
        ("Brook told the guild, “It is shut,” the Ferry Post reported.", "Brook", ["“It is shut,”"]),
    ],
)
def test_a_reporter_of_marked_words_relays_them(sentence, speaker, words):
    assert told(sentence) == [("the Ferry Post", words), (speaker, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brook said, “It is shut,” she told the Ferry Post.",
        "Brook said, “It is shut.” The Ferry Post reported it.",
        "“It is shut,” said Brook, a miller, who reported it.",
    ],
)
def test_a_speaker_is_no_relaying_source(sentence):
    assert [mention for mention, _ in told(sentence) if mention and "Post" in mention] == []


def test_in_in_her_words_only_the_owner_is_the_mention():
    sentence = "The weir was shut because, in Ana Brook’s words, “the gates cannot hold.”"
    assert told(sentence) == [("Ana Brook", ["“the gates cannot hold.”"])]


def test_disputed_content_is_found_once():
    assert told("Brook disputed that: “It is still shut.”") == [("Brook", ["“It is still shut.”"])]


def test_words_of_another_speaker_after_a_semicolon_are_theirs():
    sentence = "According to the guild, Ana Brook took the keys; she says they were hers."
    assert told(sentence) == [("the guild", ["Ana Brook took the keys"]), ("she", ["they were hers"])]


def test_long_marks_inside_a_sentence_are_a_quotation_without_a_speaker():
    sentence = "The island is a “last house for all who have lost their way”."
    assert told(sentence) == [(None, ["“last house for all who have lost their way”"])]
    assert told("The island is a “last house for fools”.") == []
    assert told("The island is a “Last House for All Who Have Lost Their Way”.") == []


def test_one_and_another_speak_in_turn():
    sentences = "“We are tired,” said one. “We are not,” said another."
    assert told(sentences) == [("one", ["“We are tired,”"]), ("another", ["“We are not,”"])]


INSIDE: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    (
        "Ivo Reed reported that, according to two millers, the vote had been put off.",
        [
            ("Ivo Reed", ["that, according to two millers, the vote had been put off"]),
            ("two millers", ["the vote had been put off"]),
        ],
    ),
    (
        "The Post reported that, in the words of the mayor, Ada Brook, the mill had been sold.",
        [
            ("The Post", ["that, in the words of the mayor, Ada Brook, the mill had been sold"]),
            ("the mayor, Ada Brook", ["the mill had been sold"]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_a_source_between_that_and_its_clause_is_inside_the_content(text, expected):
    assert told(text) == expected


WITH_SPEAKERS: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    ("“Go,” the mother said, tears in her eyes, “and stay away.”", [("the mother", ["“Go,”", "“and stay away.”"])]),
    ("Brook left because, in her words, “it leaks.”", [("her", ["“it leaks.”"])]),
    ("“It was eleven,” his wife, Ada Brook, corrected him.", [("his wife, Ada Brook", ["“It was eleven,”"])]),
    ("“It was eleven,” corrected Ada Brook.", [("Ada Brook", ["“It was eleven,”"])]),
    ("Ada Brook corrected the “old sum” in May.", []),
    ("The correct answer is “no.”", []),
    ("Ada Brook and Ivo Reed co-wrote that “it leaks.”", [("Ada Brook and Ivo Reed", ["that “it leaks.”"])]),
    ("Ada Brook co-authored a paper arguing that “it leaks.”", [("Ada Brook", ["that “it leaks.”"])]),
]


@pytest.mark.parametrize(("text", "expected"), WITH_SPEAKERS)
def test_marks_have_a_speaker_and_a_part_of_a_face_is_none(text, expected):
    assert told(text) == expected


ANSWERS: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    ("Asked whether it leaks, Ada Brook laughed. “Not much.”", [("Ada Brook", ["“Not much.”"])]),
    ("Asked if it leaks, Ada Brook nodded.", []),
    ("When asked why, Ada Brook laughed. “Not this week.”", [("Ada Brook", ["“Not this week.”"])]),
    (
        "Asked by the Ferry Post whether it leaks, Ada Brook laughed. “Not much.”",
        [("the Ferry Post", ["whether it leaks"]), ("Ada Brook", ["“Not much.”"])],
    ),
    ("Asked whether it leaks, Ada Brook said it does.", [("Ada Brook", ["it does"])]),
    ("Ada Brook laughed. “Not much.”", [("Ada Brook", ["“Not much.”"])]),
    ("Asked about the film, Ada Brook laughed. “The Old Weir” is her best.", []),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_an_answer_belongs_to_the_person_asked_but_the_question_does_not(text, expected):
    assert told(text) == expected


def test_another_speaker_can_share_the_same_verb():
    sentence = "One angler said that the weir is old, another that it was never safe."
    assert told(sentence) == [("One angler", ["that the weir is old"]), ("another", ["that it was never safe"])]
