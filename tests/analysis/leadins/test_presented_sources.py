"""Sources that a lead-in presents without a reporting verb, and pronouns in lead-ins."""

import pytest

from reader.analysis import analyse_quotations
from reader.model import QuotationKind
from reader.sources import verbatim

WORDS = "I saw the gates go down at noon, and my neighbours wept. We will not forget it!"
OTHER = "They told me to go home, and I went. What else should I have done?"
AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def speakers(*paragraphs):
    """The speaker of each block of an article, with the sources that relay the words, innermost first."""
    told = analyse_quotations(verbatim("\n\n".join(("News.", *paragraphs, AFTER))))
    named = {voice.id: voice.name for voice in told.voices}
    return [
        " via ".join((named.get(quote.voice or 0, "nobody"), *(named[passer] for passer in reversed(quote.via))))
        for quote in told.quotations
        if quote.kind is QuotationKind.BLOCK
    ]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        # a cleft sentence with "who"
        ("It is Olga Rand [cs] who first raised the matter, from the hamlet of Ost on the upper river:", "Olga Rand"),
        ("It was the miller Otto Reed who, in a comment, found the words for it:", "Otto Reed"),
        ("It was in the Ferry Post that Otto Reed answered:", "Otto Reed"),
        ("It is the mayor whom Olga Rand blames:", "Olga Rand"),
        ("It was Otto Reed who was arrested that night, as Olga Rand writes:", "Olga Rand"),
        # an outlet where no author is named after the words
        ("The millers decided that they would march all the same, explained the Ferry Post [es]:", "Ferry Post"),
        ("Otto Reed said that nobody was hurt, reports Olga Rand:", "Olga Rand"),
        ("Otto Reed came to the weir, said that it leaks, and wrote:", "Otto Reed"),
        ("Olga Rand, a miller who lives in Ost, told Reed FM:", "Olga Rand"),
        # a page that is recommended
        ("Olga Rand recommends Otto Reed to the council:", "Olga Rand"),
        # a text among others
        # the owner of the page on which a text appeared
        ("Description on Ost Needs Millers page reads:", "Ost Needs Millers"),
        ("The notice on the page of Mill Notes says:", "Mill Notes"),
        ("According to a report by Olga Rand in the Ferry Post:", "Olga Rand"),
        ("According to a report in the Ferry Post:", "Ferry Post"),
        # after words that look like a verb or a place
        (
            "Four days before the march, miller Otto Reed laid out his reasons, comparing it to that of May:",
            "Otto Reed",
        ),
        ("Two boys from the village told Otto Reed what they saw:", "Two boys from the village"),
        ("Olga Rand, a resident of the southern town Ost posted this on Facebook:", "Olga Rand"),
        (
            "The organizers of the “March for the Mills” released a statement explaining it:",
            "The organizers of the March for the Mills",
        ),
        # the owner of one of several texts
        ("Olga Rand has written for years. One of her latest posts makes fun of the mayor:", "Olga Rand"),
        # after a bracket, a day or the name of a prize
        ("Olga Rand [es] in the blog Mill Notes wonders:", "Olga Rand"),
        (
            "That same day, after these reports, the mayor of Ost, Otto Reed (@ottor), declared on the radio:",
            "Otto Reed",
        ),
        # user names in lower case inside their sentences
        ("In a later post, mirabel adds:", "mirabel"),
        ("Olga Rand reprints a report, while mirabel notes:", "mirabel"),
        # one of several
        ("Not everybody was content, among them a tailor, Hugo Penn:", "Hugo Penn"),
        ("In the group Ferry Neighbours people were furious, first of all a nurse, Ida Moll:", "Ida Moll"),
        ("Several users doubted it, among them weirman_3:", "weirman_3"),
        ("Several users doubted it, like Ida Moll (@moll) [es]:", "Ida Moll"),
        ("Several users, among them Ida Moll, wrote to the mayor:", "Several users"),
        # an agent
        ("The appeal was written not in Ferry but in Ost, by a nurse who lost “her only view” then:", "a nurse"),
        ("There is also a song. It was recorded in one night by a nurse who sings in the choir:", "a nurse"),
        ("The most quoted answer comes from somebody who seems to work at the weir:", "somebody"),
        ("One of them, without a name, came from a man who apparently guards the weir:", "a man"),
        ("The song was recorded by a nurse, but Olga Rand doubts it:", "Olga Rand"),
        # a signature
        ("The blog Millstone was there on Sunday. Under the signature of Olga Rand:", "Olga Rand"),
        ("The blog Millstone was there on Sunday. Under the name of Otto Reed:", "Otto Reed"),
        ("Under the nick eel_king, an angler explains how the gates work:", "eel_king"),
        ("Under the picture of Otto Reed, Ida Moll writes:", "Ida Moll"),
        # pages and works with an owner
        ("From Ost comes the answer of Ida Moll:", "Ida Moll"),
        ("Olga Rand walked along the dam. Her chronicle, under the title “Mud”, was read 4,000 times:", "Olga Rand"),
        ("Olga Rand’s chronicle of the flood was read 4,000 times in a day:", "Olga Rand"),
        ("weir_rat’s comment got the most likes:", "weir_rat"),
        # conversations
        ("Olga Rand wrote after a conversation with a nurse:", "Olga Rand"),
        ("I reproduce a conversation with Otto Reed:", "Otto Reed"),
        ("We also talked to ferrymen. A ferryman from Ost does the sums:", "A ferryman from Ost"),
        ("Olga Rand was interviewed on Monday. A nurse from Ost says:", "A nurse from Ost"),
        ("Otto Reed, whom nobody had asked, explains that gates age:", "Otto Reed"),
        ("Otto Reed, whom we met by the dam, explains that gates age:", "Otto Reed"),
        # a text from which a source quotes
        ("Olga Rand has read the study of the gates. She quotes from it:", "the study of the gates via Olga Rand"),
        ("Olga Rand got hold of the certificate and quotes from it at length:", "the certificate via Olga Rand"),
        ("Olga Rand quotes from the contract:", "the contract via Olga Rand"),
        ("Olga Rand quotes from Otto Reed’s diary:", "Otto Reed via Olga Rand"),
        ("Olga Rand quotes from long experience:", "Olga Rand"),
        ("Olga Rand has read the full text of the notice and is furious:", "Olga Rand"),
        ("Otto Reed has updated his blog with a photo of the hall and a note:", "Otto Reed"),
        # two coordinated clauses
        ("Otto Reed, a miller, wants it gone, while Olga Rand remembers other times:", "Olga Rand"),
        ("Otto Reed wrote this, while Olga Rand slept upstairs:", "Otto Reed"),
        ("Otto Reed wrote this, while the rain fell:", "Otto Reed"),
        # a description of the source
        ("Olga Rand, a River Corps volunteer who lives in the hills, gives an account of it:", "Olga Rand"),
        ("Blogger Otto in Ostish blogging platform Mill Corner recalls other floods:", "Otto"),
        ("But another commenter, 푸른여우, disagreed:", "푸른여우"),
        # a text issued by the source
        ("The council of Ferry did not stay silent. By Sunday it had put out a notice:", "The council of Ferry"),
        # a person who was reached or asked
        ("The Ferry Post reached Ida Moll by telephone:", "Ida Moll"),
        ("The Ferry Post reached its readers by mail, says Ida Moll:", "Ida Moll"),
        ("Ost FM called the director of the weir, Hugo Penn, who said:", "Hugo Penn"),
        ("The Ferry Post praised the director, Hugo Penn, who says little, and asked:", "The Ferry Post"),
        # a name before its verb is not apposed to another name
        ("Olga Rand, a nurse who counted boats:", "Olga Rand"),
        # a sentence can begin with a user name in lower case
        ("Opinions differ in the comments. weir_rat, for his part, laughs:", "weir_rat"),
        ("Opinions differ in the comments. ottering asked at once:", "ottering"),
        # the outlet of the words
        ("On the blog Millstone they see it otherwise:", "Millstone"),
        # a role after the name of a body
        ("Weir Union president Hugo Penn, on his Facebook page:", "Hugo Penn"),
        # a relative clause is not the main clause
        ("A woman who lives on the dam told the blog Millstone:", "A woman who lives on the dam"),
        ("One of those who stayed is Olga Rand [cs], a nurse who writes whenever she has time:", "Olga Rand"),
        ("The council then voted on a motion whose text is short:", "The council"),
    ],
)
def test_a_lead_in_can_present_a_source_without_a_reporting_verb(lead, speaker):
    assert speakers(lead, WORDS) == [speaker]


@pytest.mark.parametrize(
    ("lead", "chain"),
    [
        ("Olga Rand cites the Ferry Post, which quotes Captain Reed:", "Reed via Ferry Post via Olga Rand"),
        (
            "Otto Reed links to the Ferry Post, which quotes the nurse Ida Moll:",
            "Ida Moll via Ferry Post via Otto Reed",
        ),
        ("The Ferry Post, which quotes the engineer Ida Moll, asks:", "The Ferry Post"),
        ("On Millstone, Olga Rand lets the keeper of the weir speak:", "the keeper of the weir via Olga Rand"),
        ("In her newsletter, Olga Rand hands over to Otto Reed, a miller:", "Otto Reed via Olga Rand"),
        ("Olga Rand gives the word to a baker of the Old Street, who has six ovens:", "a baker via Olga Rand"),
        ("Olga Rand gives her book to the school, and writes:", "Olga Rand"),
        ("Olga Rand repeats what her grandmother used to say:", "her grandmother via Olga Rand"),
        ("Olga Rand noted down what a gatekeeper said:", "a gatekeeper via Olga Rand"),
        ("Olga Rand quotes a gatekeeper who wants to stay unnamed:", "a gatekeeper via Olga Rand"),
        ("Olga Rand answers Hugo Penn’s poem:", "Olga Rand"),
        ("Hugo Penn’s poem was written by Olga Rand:", "Olga Rand"),
        ("As Olga Rand reports, Hugo Penn said on the dam:", "Hugo Penn via Olga Rand"),
        ("The Ferry Post asked Hugo Penn for a reaction:", "Hugo Penn"),
    ],
)
def test_relayed_words_have_a_source_and_a_relaying_source(lead, chain):
    told = speakers(lead, WORDS)
    assert [name.split(" of the Old")[0] for name in told[-1].split(" via ")] == chain.split(" via ")


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Otto Reed, a miller, has seen it all. He goes on, in his own voice now,", "Otto Reed"),
        ("Otto Reed, a miller, has seen it all. On Sunday he wrote, without a greeting,", "Otto Reed"),
    ],
)
def test_a_comma_after_a_reporting_verb_ends_a_lead_in(lead, speaker):
    assert speakers(lead, WORDS) == [speaker]


@pytest.mark.parametrize("line", ["Dear Mr Reed,", "A weir, a mill, a house,", "Up the river and over the hills,"])
def test_another_comma_at_the_end_is_no_lead_in(line):
    assert speakers(line, WORDS) == []


@pytest.mark.parametrize("mood", ["Satire was not missing:", "Mockery followed:", "Anger was not long in coming:"])
def test_a_mood_is_no_source(mood):
    assert speakers(mood, "@mill_of_mine: The eels of Ost have changed their picture") == ["@mill_of_mine"]
    assert speakers("In Ost, Tarik sat in the dark:", "@mill_of_mine: The eels have gone") == ["Tarik"]


def test_the_posts_of_a_board_are_known_by_their_numbers():
    told = speakers(
        "A few posts from the thread “Weir”, numbered as in the original:",
        "12: Third-rate weir. Ours has eels.",
        "15: In your town the sea never comes in, so be quiet.",
        "31: I worked on these gates for years. The pump was the test.",
    )
    assert told == ["12", "15", "31"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        (
            "The librarians of Ost have opened a register. In a week they have written down ninety boats. They explain:",
            1,
        ),
        ("On their side, the librarians of Ost have opened a register. They explain:", 1),
        ("The librarians of Ost have opened a register. It rains. They explain:", 0),
    ],
)
def test_they_refers_to_the_people_mentioned_before(lead, speaker):
    told = speakers("On Twitter, @mill_of_mine summed it up:", OTHER, lead, WORDS)
    assert (told[-1] in {"The librarians of Ost", "the librarians of Ost"}) == bool(speaker)


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("As for Hugo Penn, he apologised:", "Hugo Penn"),
        ("Hugo Penn’s mother was born on the dam. He remembers:", "Hugo Penn"),
        ("moor_wren, a housewife in her forties, writes about bread. Her entry for Monday begins:", "moor_wren"),
        ("The father of the boy had not spoken until then. On Thursday he told the Ferry Post:", "The father"),
        ("Ida Moll came. The father of the boy had not spoken yet. On Thursday he told the Ferry Post:", "The father"),
        ("A Finnish reader in Ost wants it on a plate; he wonders all the same:", "A Finnish reader"),
        ("Hugo Penn sat on the weir. A nurse asked him whether he was ashamed. He answered:", "Hugo Penn"),
    ],
)
def test_he_refers_to_the_person_mentioned_before(lead, speaker):
    assert speakers(lead, WORDS)[-1].startswith(speaker)


def test_a_paragraph_that_mentions_the_source_again_is_by_the_author():
    lead = "Ida Moll, a botanist, keeps a blog:"
    assert speakers(lead, WORDS, "“Ask me for the report,” she writes. “It is two years old.”") == ["Ida Moll"]
    again = "The dam, she adds, was “never safe” at all."
    assert paragraphs_of_the_block(lead, WORDS, again, AFTER) == [1]


def paragraphs_of_the_block(*paragraphs):
    told = analyse_quotations(verbatim("\n\n".join(("News.", *paragraphs))))
    return [len(quote.spans) for quote in told.quotations if quote.kind is QuotationKind.BLOCK]


def test_a_paragraph_about_the_writer_is_by_the_author():
    again = "You have read well: we went home. The blogger asked the council for its books."
    assert paragraphs_of_the_block("Ida Moll writes:", WORDS, again, AFTER, AFTER) == [1]
    assert paragraphs_of_the_block("Ida Moll writes:", WORDS, OTHER, AFTER, AFTER) == [2]


@pytest.mark.parametrize(
    ("paragraph", "length"),
    [
        ("Otto Reed confirms that the path can’t be closed. “Bring your net,” he advises. “The court likes nets.”", 1),
        ("Last word to the council. Councillor Otto Reed asked whether it “must” close.", 1),
        ("“Note the date,” adds Otto Reed. “On that day there was no water in the river.”", 1),
        ("Photo of the weir by Otto Reed, under a free licence", 1),
        ("I can’t believe it. Otto Reed said that the path must be closed, and my neighbours “laughed” at us.", 2),
    ],
)
def test_a_block_ends_where_the_first_person_ends_and_another_speaks(paragraph, length):
    assert paragraphs_of_the_block("Ida Moll writes:", WORDS, paragraph, AFTER) == [length]


def test_the_author_who_asks_is_no_voice():
    intro = "We spoke by e-mail with Celina Rand, who keeps the weir, about grandparents and connections."
    turns = (
        "Global Voices (GV): How was it born?",
        "Celina Rand (CR): From a funeral.",
        "GV: And then?",
        "CR: We sang it.",
    )
    assert speakers(intro, *turns) == ["Celina Rand"] * 2


def test_he_refers_to_the_topic_even_if_others_relay_his_words():
    quoted_on = "He was quoted on many of these blogs as telling them to stay, and no one left."
    told = analyse_quotations(
        verbatim(f"News.\n\nOtto Reed gave a speech. “We stay,” he said.\n\n{quoted_on}\n\n{AFTER}")
    )
    speaker = told.voice(told.quotations[-1].voice)
    assert speaker is not None
    assert speaker.name == "Otto Reed"


def test_words_of_the_author_from_elsewhere_are_no_quotation():
    assert speakers("The winner of the race has deserved it, and so I wrote on my blog:", WORDS) == []


@pytest.mark.parametrize(
    "original",
    [
        "Die Schleuse ging um zwölf Uhr zu. Meine Nachbarn weinten, und niemand wird es vergessen.",
        "ダムの門は正午に閉まった。隣の人たちは泣いていた。",
    ],
)
def test_an_original_and_its_translation_are_a_block_even_after_a_full_stop(original):
    lead = "Ida Moll writes about eels. Her entry for Monday has no picture."
    translated = "The gates went down at twelve. The neighbours wept, and nobody will forget."
    told = ("Otto Reed writes:", WORDS, lead, original, translated)
    assert paragraphs_of_the_block(*told, AFTER) == [1, 2]
    assert speakers(*told) == ["Otto Reed", "Ida Moll"]


def test_the_author_can_write_between_the_answers_of_an_interview():
    lead = "One of the boys is Jan Reed. In a letter to his mother he wrote:"
    told = speakers(
        "We spoke with Ana Brook, who keeps the weir.",
        "Global Voices (GV): What is the weir for?",
        "Ana Brook (AB): It holds the water for our mill.",
        "GV: And who opens it?",
        "AB: The boys do, at night, and then we sleep.",
        lead,
        WORDS,
        "Another paragraph tells of the boys, of the eels and of the long way home.",
        "GV: What comes next?",
        "AB: The winter, and the ice, as always.",
    )
    assert told == ["Ana Brook", "Ana Brook", "Jan Reed", "Ana Brook"]


@pytest.mark.parametrize("lead", ["Others, such as Olga Rand", "Some like Olga Rand"])
def test_a_name_without_punctuation_can_end_a_lead_in(lead):
    assert speakers("The weir broke, and the people of Ost were angry.", lead, WORDS, OTHER) in ([], ["Olga Rand"])


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Olga Rand, a nurse, and Otto Reed, a miller, live by the dam. The miller says:", "Otto Reed"),
        ("Olga Rand, a nurse, and Otto Reed, a miller, live by the dam. The nurse says:", "Olga Rand"),
        ("Olga Rand, a nurse, lives by the dam. The latter says:", "The latter"),
        ("Otto Reed met Hugo Penn at the dam. He writes:", "Otto Reed"),
    ],
)
def test_a_description_refers_to_the_one_of_two_people_that_it_fits(lead, speaker):
    assert speakers(lead, WORDS) == [speaker]


def test_a_dialogue_with_dashes_alternates_between_two_speakers():
    turns = ("- So, Madam, is it theft?", "- It is the dam that is ashamed.", "- And what now?", "- Buy a boat.")
    passive = "Economist Vera Sandor, guest of Radio Ost, was questioned by the presenter about it."
    assert speakers(passive, *turns) == ["the presenter", "Vera Sandor"] * 2
    active = "In the hall the mayor asked Vera Sandor about it."
    assert speakers(active, *turns) == ["the mayor", "Vera Sandor"] * 2
    assert speakers(f"{active} I have translated the passage.", *turns) == ["the mayor", "Vera Sandor"] * 2
    assert speakers(active, *turns[1:]) == ["Vera Sandor", "the mayor", "Vera Sandor"]
    assert speakers("Nobody knew about the boats.", *turns) == []
    assert speakers(active, "- a boat", "- a net", "- a weir") == []


@pytest.mark.parametrize("mark", [":", "."])
def test_the_labels_q_and_a_name_the_two_speakers(mark):
    told = speakers(
        "We spoke with Olga Rand, a nurse who keeps the weir.",
        f"Q{mark} What is it for?",
        f"A{mark} It holds the water for our mill.",
        f"Q{mark} Who opens it?",
        f"A{mark} The boys do, at night, and then we sleep.",
    )
    assert told == ["Olga Rand", "Olga Rand"]


def test_the_lines_of_a_chat_can_have_the_time_before_the_name():
    told = speakers(
        "Here is the chat as it was leaked.",
        "[20:14] Ida Moll: Where is the key to the gate?",
        "[20:15] Hugo: On the hook behind the door.",
        "[20:16] Ida Moll: The hook is empty, Hugo.",
        "[20:20] Hugo: Then we have a problem, I think.",
    )
    assert told == ["Ida Moll", "Hugo", "Ida Moll", "Hugo"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        (
            "Otto Reed wrote an article which included a translation of comments made by Olga Rand:",
            "Olga Rand via Otto Reed",
        ),
        ("Otto Reed offers the following translation of a statement by Olga Rand:", "Olga Rand via Otto Reed"),
        ("Otto Reed wrote an article about comments made by Olga Rand:", "Otto Reed"),
        ("Otto Reed wrote after the translation of his comments:", "Otto Reed"),
    ],
)
def test_a_translation_passes_on_the_words_of_its_author(lead, speaker):
    assert speakers(lead, WORDS) == [speaker]


def test_a_participle_in_an_apposition_is_no_verb_of_the_lead_in():
    there = "從昨天起，我離開了工作十六年又五個月的報社。我越來越難獨善其身，也越來越難假裝沒看到。"
    lead = "Ada Roe left the Mill Post, a newspaper published in Ost, and launched a protest."
    assert speakers(lead, there, WORDS) == ["Ada Roe"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("The last word to Ana Brook:", "Ana Brook"),
        ("Otto Reed then read out a letter from Ana Brook:", "Ana Brook via Otto Reed"),
        ("Otto Reed asked whether it “leaks,” while weir_rat, who claims to know it, was blunt:", "weir_rat"),
        ("Another, Ana Brook, a retired miller:", "Ana Brook"),
        ("Otto Reed digs out what the mayor of Ferry, Ana Brook, declared:", "Ana Brook via Otto Reed"),
        ("Otto Reed was angry with Ana Brook, who had promised that “it holds”:", "Otto Reed"),
    ],
)
def test_a_lead_in_presents_its_last_speaker(lead, speaker):
    assert speakers(lead, WORDS)[-1:] == [speaker]
