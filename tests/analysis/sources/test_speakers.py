"""The source of a verb: distant subjects, participles, coordinated verbs, agents, labels and documents."""

import pytest

from tests.analysis.short_attribution import found

BETWEEN = [  # words between a subject and its verb, some of which belong to the subject
    ("Ana Brook at one point said that it leaks.", "Ana Brook"),
    ("Ana Brook, the mayor, in turn said that it leaks.", "Ana Brook, the mayor"),
    ("The millers on Friday night said that it leaks.", "The millers"),
    ("Otto Reed in a statement said that it leaks.", "Otto Reed"),
    ("One of the millers this week said that it leaks.", "One of the millers"),
    ("Ana Brook has since said that it leaks.", "Ana Brook"),
    ("Ana Brook for her part said that it leaks.", "Ana Brook"),
    ("The council for its part said that it leaks.", "The council"),
    ("Ana Brook, who is in prison, said that it leaks.", "Ana Brook"),
    ("Ana Brook – who is in prison – said that it leaks.", "Ana Brook"),
    ("Ana Brook – who said that it leaks – is in prison.", "Ana Brook"),
    ("Ana Brook - who said that it leaks - is in prison.", "Ana Brook"),
    ("The owner of the mill, who was at sea, said that it leaks.", "The owner of the mill"),
    ("Ana Brook had in private said that it leaks.", "Ana Brook"),
    ("The author of a statement said that it leaks.", "The author of a statement"),
    ("A man in a red hat said that it leaks.", "A man in a red hat"),
    ("The Voice of May said that it leaks.", "The Voice of May"),
    ("Voters who backed Reed in May said that it leaks.", "Voters who backed Reed"),
    ("The council less than two weeks ago said that it leaks.", "The council"),
    ("Ana Brook a few minutes later said that it leaks.", "Ana Brook"),
    ("The Ministry of Mills only last month said that it leaks.", "The Ministry of Mills"),
    ("The miller who lost his eels a year ago said that it leaks.", "The miller who lost his eels"),
]
OPENING = [  # adverbials before the subject
    ("Two days later, Ana Brook, the mayor, said that it leaks.", "Ana Brook, the mayor"),
    ("Hours after the vote, Ana Brook, however, said that it leaks.", "Ana Brook"),
    ("Not long after that, Ana Brook, 54, said that it leaks.", "Ana Brook"),
    ("In Ferry, where it rains, Ana Brook, the mayor, said that it leaks.", "Ana Brook, the mayor"),
    ("In May, Ana Brook, who was ill, said that it leaks.", "Ana Brook"),
    ("While Ana Brook, the mayor, said that it leaks, nobody left.", "Ana Brook, the mayor"),
    ("Asked about Reed, the council said that it leaks.", "the council"),
    ("Not so, Ana Brook, the mayor, said: it leaks at night.", "Ana Brook, the mayor"),
    ("As the crowd cheered, Ana Brook said that it leaks.", "Ana Brook"),
    ("Meanwhile, Ana Brook and Otto Reed said that it leaks.", "Ana Brook and Otto Reed"),
    ("Ana Brook once said that it leaks.", "Ana Brook"),
    ("Manning, Deputy Mayor of Ferry, said that it leaks.", "Manning, Deputy Mayor of Ferry"),
    ("Fleming, 43, said that it leaks.", "Fleming, 43"),
    ("The lawyer representing the town, Ana Brook, said that it leaks.", "The lawyer representing the town, Ana Brook"),
]
WHOLE = [  # long noun phrases
    ("An independent, professional auditor said that it leaks.", "An independent, professional auditor"),
    ("In May, a tired, old miller said that it leaks.", "a tired, old miller"),
    ("To the mayor, angry millers said that it leaks.", "angry millers"),
    ("On the mill, old millers said that it leaks.", "old millers"),
    ("Farmers, millers and smiths said that it leaks.", "Farmers, millers and smiths"),
    (
        "On Monday, a group of 40 farmers, millers and smiths said it leaks.",
        "a group of 40 farmers, millers and smiths",
    ),
    ("Crane, Poe and other millers said that it leaks.", "Crane, Poe and other millers"),
    ("The old millers and their allies said that it leaks.", "The old millers and their allies"),
    ("Most of the angry Ferry millers have said that it leaks.", "Most of the angry Ferry millers"),
    ("A majority of that group said that it leaks.", "A majority of that group"),
    ("Everyone in the room said that it leaks.", "Everyone in the room"),
    ("Analysts such as Ana Brook said that it leaks.", "Analysts such as Ana Brook"),
    ("“It leaks,” more than 200 millers said.", "more than 200 millers"),
    ("“It leaks,” even Brook said.", "even Brook"),
    ("Almost half said that it leaks.", "Almost half"),
    ("A poll released on Friday by the Post said that it leaks.", "A poll released on Friday by the Post"),
    ("An email sent to friends by Reed’s team said that it leaks.", "An email sent to friends by Reed’s team"),
    ("Ana Brook, author of “Eels and Weirs,” said that it leaks.", "Ana Brook, author of “Eels and Weirs,”"),
    ("In May, Ana Brook, author of “Eels,” said that it leaks.", "Ana Brook, author of “Eels,”"),
    ("Ana Brook of the anti-weir Ferry Guild said that it leaks.", "Ana Brook of the anti-weir Ferry Guild"),
    ("Molly Brook threw a stone, saying that it leaks.", "Molly Brook"),
]
JOINED = [  # participles, infinitives and second verbs share the subject of another verb
    ("Brook was calm, only saying that it leaks.", "Brook"),
    ("Brook shut the weir, also saying that it leaks.", "Brook"),
    ("Brook has not stepped forward publicly to say that it leaks.", "Brook"),
    ("Brook was slightly more likely to say that it leaks.", "Brook"),
    ("Ana Brook, hoping to stay, said that it leaks.", "Ana Brook"),
    ("Brook “fumed” and said that it leaks.", "Brook"),
    ("The fair ended with Ana Brook saying that it leaks.", "Ana Brook"),
    ("The film showed Ana Brook saying that it leaks.", "Ana Brook"),
    ("The film ends with footage of Ana Brook saying that it leaks.", "Ana Brook"),
    ("Otto Reed sent out a note saying that it leaks.", "Otto Reed"),
    ("Otto Reed was met by a banner saying “Stay away from the old weir.”", "a banner"),
    ("Those who try to open it are sent to a page saying “Stay away from the old weir.”", "a page"),
    ("A sign on the gate read, “Stay away from the old weir.”", "A sign on the gate"),
    ("Several millers posted angry comments, complaining, for example, “It leaks.”", "Several millers"),
    ("Ana Brook wrote anti-guild comments, saying that it leaks.", "Ana Brook"),
    ("The report says management claims that it leaks.", "management"),
    ("The Post reported Roe-Smith claims that it leaks.", "Roe-Smith"),
    ("Ana Brook said police says that it leaks.", "police"),
    ("Ana Brook said management insists that it leaks.", "management"),
    ("A pitch is trying to win well-heeled friends by saying that it leaks.", "A pitch"),
    ("The weir drew praise from Ana Brook, who said that it leaks.", "Ana Brook"),
    ("A miller from Ferry, who said that it leaks, left.", "A miller from Ferry"),
    ("The inquiry into it between 2014 and 2019 said that it leaks.", "The inquiry into it between 2014 and 2019"),
    ("Opposition parties in Ferry said that it leaks.", "Opposition parties in Ferry"),
    ("The county court held that it leaks.", "The county court"),
    ("It was a blow to millers who had said that it leaks.", "millers"),
    ("Ana Brook was sacked for saying that it leaks.", "Ana Brook"),
    ("The mayor criticised Ana Brook for saying that it leaks.", "Ana Brook"),
    ("The guild rejected what Ana Brook described as “a farce”.", "Ana Brook"),
    ("Ana Brook said that it holds, then conceded that it leaks.", "Ana Brook"),
    ("A county appeals court said on Monday that it leaks.", "A county appeals court"),
    ("It is run by Ana Brook, a Ferry baker, who said that it leaks.", "Ana Brook, a Ferry baker"),
]


@pytest.mark.parametrize(("sentence", "mention"), BETWEEN + OPENING + WHOLE + JOINED)
def test_the_subject_of_the_verb_of_saying_is_the_source(sentence, mention):
    assert mention in [m for _, m, _ in found("News.", sentence)]


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("Ana Brook was quoted in the Ferry Post as saying that it leaks.", ["the Ferry Post", "Ana Brook"]),
        ("Ana Brook was quoted on several blogs as saying that it leaks.", ["several blogs", "Ana Brook"]),
        ("She was quoted on many of these blogs as saying that it leaks.", ["many of these blogs", "She"]),
        ("Ana Brook was quoted on Friday as saying that it leaks.", ["Ana Brook"]),
        ("Ana Brook, quoted in Ferry, said that it leaks.", ["Ana Brook"]),
        ("Ana Brook, whom nobody had asked, said that it leaks.", ["Ana Brook"]),
        ("Ana Brook, whom I met at the weir, said that it leaks.", ["Ana Brook"]),
        ("Ana Brook said that a miller quoted by the Ferry Post is her son.", ["Ana Brook"]),
        (
            "The Ferry Post says that it is shut; in the same issue, the mayor is quoted as saying that it leaks.",
            ["The Ferry Post", "The Ferry Post", "the mayor"],
        ),
    ],
)
def test_a_quoter_of_a_source_relays_its_words(sentence, mentions):
    told = [m or "" for _, m, _ in found("News.", sentence)]
    assert len(told) == len(mentions)
    assert all(m.startswith(mention) for m, mention in zip(told, mentions, strict=True))


def test_sources_can_be_named_after_their_verb():
    told = found("News.", "“It leaks,” said many of the millers.")
    assert told == [("direct", "many of the millers", ["“It leaks,”"])]


def test_a_participle_of_result_has_no_speaker():
    assert not [m for _, m, _ in found("News.", "Ana Brook drowned, apparently confirming that it leaks.") if m]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        ("“It leaks” is how Ana Brook described the weir.", "Ana Brook", ["“It leaks”"]),
        ("“It leaks” is what Ana Brook said of the weir.", "Ana Brook", ["“It leaks”"]),
        ("Votes may rise - Ana Brook: “We saw it in the count.”", "Ana Brook", ["“We saw it in the count.”"]),
        ("Signs were there - More from Ana Brook: “We saw it come.”", "Ana Brook", ["“We saw it come.”"]),
        (
            "Secretary of state Ana Brook: “We saw it come from far.”",
            "Secretary of state Ana Brook",
            ["“We saw it come from far.”"],
        ),
        (
            "A note in the report makes that clear: “The weir is old and leaks.”",
            "A note in the report",
            ["“The weir is old and leaks.”"],
        ),
        ("Brook went because, in her words, “it leaks at night.”", "her", ["“it leaks at night.”"]),
        (
            "Reed shows his mill on the air: “It never leaks,” the miller says to us.",
            "the miller",
            ["“It never leaks,”"],
        ),
        (
            "When Lind offered the town many boats, “it was broke,” Ana Brook said.",
            "Ana Brook",
            ["When Lind offered the town many boats, “it was broke,”"],
        ),
        ("Reed told us of his mill: “It never leaks,” and left.", "Reed", ["“It never leaks,”"]),
        ("The weir, said officials, is too old to mend.", "officials", ["The weir", "is too old to mend"]),
        (
            "The first need is a “source of water,” as a council memo put it.",
            "a council memo",
            ["The first need is a “source of water,”"],
        ),
        (
            "According to a report by the Weir Guild and a second one by the town of Ferry, it leaks at night.",
            "a report",
            ["it leaks at night"],
        ),
        (
            "According to the newly found letters of the mill, its clerks were few.",
            "the newly found letters of the mill",
            ["its clerks were few"],
        ),
    ],
)
def test_each_sentence_has_the_expected_source_and_content(sentence, mention, words):
    assert (mention, words) in [(m, parts) for _, m, parts in found("News.", sentence)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Millers who say the weir is old were angry at it.", "the weir is old"),
        ("The man who says he saw it leak will speak soon.", "he saw it leak"),
        ("Ana Brook said the weir that leaked was old and will go.", "the weir that leaked was old and will go"),
        ("Ana Brook said it leaks, leaving the town dry.", "it leaks, leaving the town dry"),
        ("Ana Brook said it leaks, pointing at the gate.", "it leaks"),
        ("Ana Brook said it leaks, for which Reed was blamed.", "it leaks"),
        ("Ana Brook said it leaks, a view Lind called “odd”.", "it leaks"),
        ("Ana Brook said it leaks, a view the council called “odd”.", "it leaks"),
        ("Ana Brook said it was old, a weir the council built.", "it was old, a weir the council built"),
        ("Ana Brook said it was old, a weir of the council.", "it was old, a weir of the council"),
        ("Though Reed left, the weir is old, Ana Brook said.", "Though Reed left, the weir is old"),
        (
            "Ana Brook said that, according to its count, the guild is strong.",
            "that, according to its count, the guild is strong",
        ),
        (
            "Ana Brook said that according to its count the guild is strong.",
            "that according to its count the guild is strong",
        ),
        ("Ana Brook said it leaks and promised to mend it.", "it leaks"),
        ("Asked why she stayed on “The Weir,” Ana Brook said it leaks at night.", "it leaks at night"),
        ("Ana Brook charged that Reed had left.", "that Reed had left"),
        ("Ana Brook said she had seen it leak but would not say when.", "she had seen it leak"),
        ("Ana Brook said it leaked but declined to discuss the cause.", "it leaked"),
        ("Ana Brook called for the guards to be named and charged.", "for the guards to be named and charged"),
        ("It began in May, when, Ana Brook said, the gates were left open.", "the gates were left open"),
        (
            "According to a letter, seen by the Post, the gates were left open.",
            "the gates were left open",
        ),
        (
            "Ana Brook said that she had been called in and told to “keep quiet”.",
            "that she had been called in and told to “keep quiet”",
        ),
        ("Ana Brook repeated that vow on Monday but told the guild that it leaks.", "that it leaks"),
        ("Ana Brook was told by Reed that it “leaks”, according to the ruling.", "that it “leaks”"),
        (
            "Ana Brook was told by Reed that it “leaks”, according to the ruling.",
            "Ana Brook was told by Reed that it “leaks”",
        ),
        ("Guild says offer is “an insult” to millers", "offer is “an insult” to millers"),
        ("In fact, according to the report, the mills did not exist.", "the mills did not exist"),
        (
            "Ana Brook said that it was hit by floods, spawning problems and the cold.",
            "that it was hit by floods, spawning problems and the cold",
        ),
        ("The weir leaked for years, the council has said in a new report.", "The weir leaked for years"),
        (
            "Ana Brook said the vote, two weeks before the fair, was a mistake.",
            "the vote, two weeks before the fair, was a mistake",
        ),
        ("According to Ana Brook, who cited a clerk, the gates were left open.", "the gates were left open"),
        ("According to the Post, which cited a clerk, the gates were left open.", "the gates were left open"),
    ],
)
def test_the_content_ends_where_the_author_continues(sentence, content):
    assert [content] in [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        ("The miller climbed on a crate to shout, “Nobody leaves!”", "The miller", "“Nobody leaves!”"),
        ("Brook wrote to the mayor to ask: “Why?”", "Brook", "“Why?”"),
        ("Ana Brook phoned the mill to say she had seen the eels.", "Ana Brook", "she had seen the eels"),
        ("The report ends with Brook asking, “Who pays?”", "Brook", "“Who pays?”"),
        ("The advertisement ends with a voice saying: “Vote Reed.”", "a voice", "“Vote Reed.”"),
        ("According to the mayor, it leaks.", "the mayor", "it leaks"),
        ("According to the mayor, the move reeks of fear.", "the mayor", "the move reeks of fear"),
        ("According to the mayor, Ana Brook, the move reeks of it.", "the mayor, Ana Brook", "the move reeks of it"),
        ("Brook said if the mayor came it would be hard.", "Brook", "if the mayor came it would be hard"),
        ("Brook argued as a lawyer that the deal was void.", "Brook", "that the deal was void"),
        ("Brook brushed off the charge as “silly.”", "Brook", "“silly.”"),
        ("The crowd was repelled and begins yelling “Mercy!”", "The crowd", "“Mercy!”"),
        (
            "Brook said that Reed was “late” while Lind is “lazy” and “a liar.”",
            "Brook",
            "that Reed was “late” while Lind is “lazy” and “a liar.”",
        ),
    ],
)
def test_an_infinitive_of_saying_has_the_subject_as_its_source(sentence, mention, words):
    assert [(m, parts) for _, m, parts in found(sentence)] == [(mention, [words])]


@pytest.mark.parametrize(
    "sentence",
    ["It is fair to say the weir leaks.", "To say the weir leaks is to lie.", "Suffice it to say the weir leaks."],
)
def test_a_fair_thing_to_say_has_no_source(sentence):
    assert found(sentence) == []


def test_an_adverb_before_marks_is_no_label():
    [(_, mention, _)] = found("Specifically, “that the mills were emptied by strangers.”")
    assert mention is None


def test_marks_left_open_after_a_colon_continue_in_the_next_paragraphs():
    told = found("Ana Brook wrote:", "“I asked three things. Here they are:", "“Does it leak?", "“Is it old?”")
    assert [(m, parts) for _, m, parts in told] == [
        ("Ana Brook", ["“I asked three things. Here they are:", "“Does it leak?", "“Is it old?”"])
    ]


def test_a_participle_that_opens_a_sentence_has_the_previous_speaker():
    told = found("News.", "“It leaks,” Ana Brook said. Adding, “We cannot mend it this year.”")
    assert told[0][1:] == ("Ana Brook", ["“It leaks,”"])
    assert len(told) == 2


def test_revealed_content_ends_at_the_main_clause():
    told = found("News.", "When Lind was revealed as a miller, Ana Brook said he was “ashamed” of it.")
    assert ("Ana Brook", ["he was “ashamed” of it"]) in [(m, parts) for _, m, parts in told]


def test_a_verb_that_does_not_report_closes_no_marks():
    told = found("News.", "As Lind swore at the “thieves,” many in the hall seemed to warm to him.")
    assert "many in the hall" not in [m for _, m, parts in told if "“thieves,”" in parts[0]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Ada Roe asks whether the mayor knew and reminds readers that the gate was shut.",
            ["whether the mayor knew", "that the gate was shut"],
        ),
        (
            "Ada Roe said she doubted the plan but told the town council that it was legal.",
            ["she doubted the plan", "that it was legal"],
        ),
        (
            "Ada Roe said the bridge was old, argued that the mayor knew and warned Otto Reed that it would fall.",
            ["the bridge was old", "that the mayor knew", "that it would fall"],
        ),
    ],
)
def test_joined_verbs_of_saying_share_their_speaker(sentence, told):
    assert found(sentence) == [("indirect", "Ada Roe", [words]) for words in told]
