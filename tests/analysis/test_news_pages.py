"""Text on news pages that looks like speech but is none, and mentions of the right length."""

import pytest

from reader.analysis import analyse
from reader.analysis.units.sentences import sentences
from reader.model import Span, VoiceKind
from tests.analysis.short_attribution import article, found

NOBODY = [
    "Storms are threatening to put the bridge out of use.",
    "The flood promises to be worse than the last.",
    "Ada Roe added a goal as the Herons beat the Otters.",
    "Ben Poe added three assists to lead Ferry.",
    "Al Toe added his seventh for the Herons, and Sam Low stopped 27 shots as Ferry improved.",
    "Correction added Nov. 18, 2019: the caption was wrong.",
    "Mould from hay can lead to what's called “eel lung,” a nasty illness.",
    "They keep trying to find and report conspiracy theories.",
]
SPEAKERS = [
    ("Millers threatened to block the bridge.", "Millers", ["to block the bridge"]),
    ("Ben Poe added that eels had died.", "Ben Poe", ["that eels had died"]),
    ("Ben Poe added he would go.", "Ben Poe", ["he would go"]),
    ("Executives across the region say they will wait.", "Executives across the region", ["they will wait"]),
    (
        "The authors of a study published in the journal Marsh Letters argued that the weir had to go.",
        "The authors of a study published in the journal Marsh Letters",
        ["that the weir had to go"],
    ),
    (
        "The doctors offering to run the clinic noted that the rooms were full.",
        "The doctors offering to run the clinic",
        ["that the rooms were full"],
    ),
    ("In talks with workers across the region Ada Roe said that it leaked.", "Ada Roe", ["that it leaked"]),
    ("“It is rising,” says the letter signed by seven millers.", "the letter", ["“It is rising,”"]),
    ("“It is rising,” said the injured at the scene.", "the injured at the scene", ["“It is rising,”"]),
    (
        "As we've noted, a March 2019 study by the Marsh Centre, a Ferry think tank, concluded that it leaked.",
        "a March 2019 study by the Marsh Centre, a Ferry think tank",
        ["that it leaked"],
    ),
    (
        "“We stay here,” mill scientist and study co-author Ada Roe said.",
        "mill scientist and study co-author Ada Roe",
        ["“We stay here,”"],
    ),
    (
        "“We stay here,” Ada Roe, an analyst at the Ferry-based Council on Eels, Carp and Water think tank told the Post.",
        "Ada Roe, an analyst at the Ferry-based Council on Eels, Carp and Water think tank",
        ["“We stay here,”"],
    ),
    (
        "“We stay here,” study lead author Ada Roe, a miller at the Ferry Institute in Lowtown, Oslan, said.",
        "study lead author Ada Roe, a miller at the Ferry Institute in Lowtown, Oslan",
        ["“We stay here,”"],
    ),
    (
        "The weir is old, said the mill’s newly appointed head Ada Roe.",
        "the mill’s newly appointed head Ada Roe",
        ["The weir is old"],
    ),
    ("“We stay here,” and the mayor said that eels had died.", "the mayor", ["that eels had died"]),
    ("“We stay here,” the sign read when Ada Roe said it was so.", "Ada Roe", ["it was so"]),
    ("The cough, as the Post very recently explained, is rare.", "the Post", ["The cough", "is rare"]),
    ("At night, she walked along the river, met Roe and said, “we stay here.”", "she", ["“we stay here.”"]),
    ("The caller asked about Roe and said, “we stay here.”", "The caller", ["“we stay here.”"]),
]
ACCORDING = [
    ("According to the study, published in Marsh Letters, the man had been ill.", "the man had been ill"),
    ("According to the study, wounded eels, carp and pike have died.", "wounded eels, carp and pike have died"),
    ("According to RTP, one user posted that eels had died.", "one user posted that eels had died"),
    ("According to RTP, one sign read, “Keep off the gates.”", "one sign read, “Keep off the gates.”"),
    (
        "According to the newspaper, “The gates will hold. Nobody need leave.”",
        "“The gates will hold. Nobody need leave.”",
    ),
    ("According to Ada Roe of Mill Watch, “Otto Reed revealed it.”", "“Otto Reed revealed it.”"),
    ("According to Ada Roe, a miller of Ferry, eels have died.", "eels have died"),
    ("According to Ada Roe, a miller, who was ill, eels have died.", "eels have died"),
    (
        "According to RTP, one user of the forum, which is a kind of notice board, posted: “They have gone.”",
        "one user of the forum, which is a kind of notice board, posted: “They have gone.”",
    ),
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_words_that_only_look_like_reported_speech_have_no_speaker(sentence):
    assert found("News.", sentence) == []


@pytest.mark.parametrize(("sentence", "mention", "parts"), SPEAKERS)
def test_the_mention_of_a_speaker_is_complete(sentence, mention, parts):
    assert (mention, parts) in [(m, p) for _, m, p in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "content"), ACCORDING)
def test_a_remark_about_a_source_is_no_part_of_its_words(sentence, content):
    assert [content] in [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("According to the Post, Ada Roe said: “We stay here.”", ["the Post", "Ada Roe"]),
        ("According to the Post, Ada Roe said, “We stay here.”", ["the Post", "Ada Roe"]),
        ("According to the Post, the weir was “old and leaky”.", ["the Post"]),
    ],
)
def test_a_source_quoted_by_a_paper_is_a_voice(sentence, speakers):
    assert [mention for _, mention, _ in found("News.", sentence)] == speakers


@pytest.mark.parametrize(
    ("paragraphs", "named"),
    [
        (["Fan Lihua, director of the Ferry centre, said that eels had died."], ["Fan Lihua"]),
        (["Director Lihua said that eels had died."], ["Lihua"]),
        (["Deputy Director of Public Prosecution Ada-Maria Roe said that eels had died."], ["Ada-Maria Roe"]),
        (["A Nov. 5 letter to the mayor said that eels had died."], ["A Nov. 5 letter to the mayor"]),
        (["Backers of the weir said that eels had died."], ["Backers of the weir"]),
        (["E! News reported that eels had died. Yahoo! Finance said that it was so."], ["E! News", "Yahoo! Finance"]),
        (
            ["Norvia's foreign ministry said it was sad.", "The Oslan foreign ministry said it was glad."],
            ["Norvia's foreign ministry", "The Oslan foreign ministry"],
        ),
        (
            ["The French foreign ministry said it was sad.", "France's foreign ministry said it was glad."],
            ["The French foreign ministry"],
        ),
        (
            ["The Norvian foreign ministry said it was sad.", "The ministry said it was glad."],
            ["The Norvian foreign ministry"],
        ),
    ],
)
def test_a_voice_has_its_full_name_without_other_names(paragraphs, named):
    assert [voice.name for voice in analyse(article("News.", *paragraphs)).voices] == named


def test_a_common_noun_that_opens_a_sentence_is_no_name():
    [voice] = analyse(article("News.", "Polls show that the mayor is back where he was.")).voices
    assert voice.kind is VoiceKind.UNNAMED


def test_an_exclamation_mark_in_a_name_ends_no_sentence():
    text = "E! News is late. Stop! Ada Roe left."
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == [
        "E! News is late.",
        "Stop!",
        "Ada Roe left.",
    ]


def test_a_heading_without_a_verb_is_no_lead_in():
    told = found(
        "The mill",
        "Editing on the new nine-inch Ferry Mill Press for the first time in the dark",
        "If you are coming from an older press, we have been saying for years that you should wait for me.",
        "I wait as well, and you should see what they have made of it!",
    )
    assert [kind for kind, _, _ in told if kind == "block"] == []


def test_list_items_with_a_handle_after_each_label_are_no_turns():
    rows = ["Счёт: @roe", "Варит рыбу на кухне.", "Адрес: @mill", "Счёт: @poe", "Печёт хлеб по утрам.", "Счёт: @low"]
    assert analyse(article("Двадцать поваров", *rows)).quotations == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Bonds fell by half, according to data from Marketto.", VoiceKind.ORGANISATION),
        ("Bonds fell by half, according to a friend of Marketto.", VoiceKind.UNNAMED),
    ],
)
def test_a_source_of_figures_is_a_body(words, kind):
    assert [voice.kind for voice in analyse(article("News.", words)).voices] == [kind]


def test_the_letter_refers_to_the_letter_mentioned_before():
    paragraphs = [
        "A Nov. 5 letter to Ada Roe said that eels had died.",
        "Ben Poe told NBC News that it was so.",
        "“It is rising,” says the letter signed by seven millers.",
    ]
    analysis = analyse(article("News.", *paragraphs))
    assert analysis.quotations[-1].voice == analysis.quotations[0].voice
