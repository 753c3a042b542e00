"""Direct speech after a comma without marks, and actions of the speaker that are no part of it."""

import pytest

from tests.analysis.statements.test_indirect_speech import sources_and_contents

# a sentence, its source, and the content as direct speech
SPOKEN = [
    ("Ana Brook said, the mill is old and nobody mends it.", "Ana Brook", "the mill is old and nobody mends it"),
    ("The guard told me, the gate is closed.", "The guard", "the gate is closed"),
    ("The guard told us, go home, there is nothing to see.", "The guard", "go home, there is nothing to see"),
    ("The guard said to me, do not come back.", "The guard", "do not come back"),
    ("My father used to say, the river takes what it is owed.", "My father", "the river takes what it is owed"),
    ("My father always said, never lend money to a brother.", "My father", "never lend money to a brother"),
    ("The driver asked me, where are you going?", "The driver", "where are you going"),
    ("The guard said to me, your watch is slow, and wrote the fine.", "The guard", "your watch is slow"),
    ("The driver asked us, do you have papers?", "The driver", "do you have papers"),
    ("The guard came out and said, go home.", "The guard", "go home"),
    ("The guard looked up and asked, who are you?", "The guard", "who are you"),
    ("Ana Brook said, sorry, it is a habit.", "Ana Brook", "sorry, it is a habit"),
    ("Ana Brook says that is not true.", "Ana Brook", "that is not true"),
    ("Ana Brook insists that was not true.", "Ana Brook", "that was not true"),
    ("The guard says that will not happen.", "The guard", "that will not happen"),
    ("Ana Brook replied, that is not my job.", "Ana Brook", "that is not my job"),
]
BY_RULE = [  # according to a rule or a size names no source
    ("Ana Brook said that it had been shut according to the plan.", "that it had been shut according to the plan"),
    ("Ana Brook said that it was built according to international norms.", "according to international norms"),
    ("Ana Brook said that dues rise according to the size of the mill.", "according to the size of the mill"),
]
BY_SOURCE = [
    ("According to the law, the owner has to pay.", "the law"),
    ("Dues rose in Ost according to price data.", "price data"),
    ("Dues rose in May according to a report.", "a report"),
    ("According to the Minister of the Interior, Ada Roe, it will open.", "the Minister of the Interior, Ada Roe"),
    ("According to the Minister of Health, Ada Roe, the hospital is old.", "the Minister of Health, Ada Roe"),
    ("According to the mayor of Ost, Ada Roe, the hospital is old.", "the mayor of Ost, Ada Roe"),
]
NOT_SPOKEN = [
    "When the guard told me, I went home.",
    "After the guard told them, the room was quiet.",
    "If you ask me, the mill should be closed.",
    "What the guard told me, the mayor denies.",
    "The guard told me, but I did not believe him.",
    "The guard told her, which was a mistake.",
    "The guard told me, laughing, and left.",
    "The guard said little, the mill was loud.",
    "That is what the guard told me, the rest I know from the papers.",
    "The report has claims that are false.",
    "An old man said, me too, and after that the room was quiet.",
    "The guard who told me, a miller, was old.",
]
BESIDES = [  # indirect speech, and another action of the speaker
    ("The Post reports that the mill was sold in May, and cites a manager as saying that it leaks.", "in May"),
    ("The Post reports that the mill was sold and quotes a miller who says that it leaks.", "was sold"),
    ("The guild claims that the gates are shut, and quotes a miller who says that it leaks.", "are shut"),
    ("The guild says that the gates are old, and demands a meeting with the mayor.", "are old"),
    ("Ana Brook writes that the school has no roof, and posts a picture of it.", "no roof"),
]
ASKED_TOO = [  # another question or order is another content
    ("The mayor said that it was late and asked whether it leaks.", ["that it was late", "whether it leaks"]),
    (
        "Ana Brook said that the boys had asked to be moved and that the school had helped them.",
        ["that the boys had asked to be moved and that the school had helped them", "to be moved"],
    ),
]
OTHERS = [  # another speaker after a comma
    ("Many readers wrote that they liked it, and one asked whether it leaks.", ["Many readers", "one"]),
    ("Several readers wrote that they liked it, and another said that it leaks.", ["Several readers", "another"]),
]
TIMES = [  # the time of a statement, before its content
    ("The guild, which has a mill, said the same day that it leaks.", "The guild, which has a mill,"),
    ("The guild reported two days later that it leaks.", "The guild"),
    ("Ana Brook wrote the next morning that it leaks.", "Ana Brook"),
    ("Ana Brook told me the other day that it leaks.", "Ana Brook"),
]
GOES_ON = [
    ("The guild says that the police beat the men, and arrests are a daily matter.", "a daily matter"),
    ("The guild says that officers Hale and Rand left, and guards Brook and Reed stayed.", "Reed stayed"),
]


@pytest.mark.parametrize(("sentence", "source", "words"), SPOKEN)
def test_words_after_a_comma_can_be_direct_speech(sentence, source, words):
    assert sources_and_contents(sentence) == [(source, [words])]


@pytest.mark.parametrize("sentence", NOT_SPOKEN)
def test_a_comma_after_a_reporting_verb_need_not_introduce_speech(sentence):
    assert sources_and_contents(sentence) == []


@pytest.mark.parametrize(("sentence", "ending"), BESIDES)
def test_the_content_ends_before_another_action_of_the_speaker(sentence, ending):
    (_, [words]), *_ = sources_and_contents(sentence)
    assert words.endswith(ending)


@pytest.mark.parametrize(("sentence", "ending"), GOES_ON)
def test_the_content_continues_with_a_subject_of_its_own(sentence, ending):
    assert sources_and_contents(sentence)[0][1][0].endswith(ending)


@pytest.mark.parametrize(("sentence", "ending"), BY_RULE)
def test_according_to_a_rule_names_no_source(sentence, ending):
    [(mention, [words])] = sources_and_contents(sentence)
    assert mention == "Ana Brook"
    assert words.endswith(ending)


@pytest.mark.parametrize(("sentence", "source"), BY_SOURCE)
def test_content_according_to_a_source_belongs_to_the_source(sentence, source):
    assert [mention for mention, _ in sources_and_contents(sentence)] == [source]


@pytest.mark.parametrize(("sentence", "contents"), ASKED_TOO)
def test_another_question_or_order_is_another_content(sentence, contents):
    assert [words for _, [words] in sources_and_contents(sentence)] == contents


@pytest.mark.parametrize(("sentence", "sources"), OTHERS)
def test_words_of_another_speaker_after_a_comma_belong_to_that_speaker(sentence, sources):
    assert [mention for mention, _ in sources_and_contents(sentence)] == sources


@pytest.mark.parametrize(("sentence", "source"), TIMES)
def test_the_time_of_saying_is_no_part_of_the_content(sentence, source):
    [(mention, words)] = sources_and_contents(sentence)
    assert words == ["that it leaks"]
    assert (mention or "").strip(",") in source
