"""Constructions of reported speech, several invented sentences of each: source and content of every one."""

import pytest

from tests.analysis.attributing import found

SPLIT = [
    ("The survey, he wrote on the site Ledger, was thin.", "he", ["The survey", "was thin"]),
    ("The draft, she pointed out, contains no such rule.", "she", ["The draft", "contains no such rule"]),
    ("Payment data, it said, would be kept for years.", "it", ["Payment data", "would be kept for years"]),
    ("The eels, according to Otto Reed, have left.", "Otto Reed", ["The eels", "have left"]),
    ("The weir, said Ana Brook, is older than the town.", "Ana Brook", ["The weir", "is older than the town"]),
    ("“Fate itself,” he argued, brought his rivals here.", "he", ["“Fate itself,”", "brought his rivals here"]),
    ("The weir, she said, runs “better than ever before.”", "she", ["The weir", "runs “better than ever before.”"]),
    ("Mr. Lind, he said, was a “good friend”.", "he", ["was a “good friend”"]),
    (
        "Anxious people take anxious jobs, she said, and no law makes them calm.",
        "she",
        ["Anxious people take anxious jobs", "and no law makes them calm"],
    ),
]
OPENERS = [
    ("For example, the paper said, the gates were shut all May.", "the paper", ["the gates were shut all May"]),
    ("However, she added, the weir leaks at night.", "she", ["the weir leaks at night"]),
    ("In fact, Brook argued, nobody had asked them.", "Brook", ["nobody had asked them"]),
    ("On Monday, according to Reed, the gates were shut.", "Reed", ["the gates were shut"]),
    ("FERRY – The weir is unsafe, the council said.", "the council", ["The weir is unsafe"]),
    ("The pay is good, but it was not the money, Brook said.", "Brook", ["it was not the money"]),
]
PASSED_ON = [
    ("The Post quotes Ana Brook as saying, “We stay here.”", "The Post", "Ana Brook"),
    ("Ana Brook was quoted by the Post as saying that eels had died.", "the Post", "Ana Brook"),
    ("The report cited Otto Reed as warning that eels had died.", "The report", "Otto Reed"),
    ("“We stay here,” Ana Brook replied, according to the Post.", "the Post", "Ana Brook"),
]
SUBJECTS = [
    ("Ana Brook, 71, who mends nets, said the gates were shut.", "Ana Brook, 71"),
    ("The mayor of Ferry, Ana Brook, insisted that it was safe.", "The mayor of Ferry, Ana Brook"),
    ("Mill owners in Ferry say that eels have died.", "Mill owners in Ferry"),
    ("Others, however, say the weir is old.", "Others"),
    ("Critics of the study say it is thin.", "Critics of the study"),
    ("Councillors Ana Brook, Otto Reed and Uma Lind said it was old.", "Councillors Ana Brook, Otto Reed and Uma Lind"),
    ("“It is dear to us,” another friend, Ana Brook told us.", "another friend, Ana Brook"),
    ("“We stay,” Ana Brook, secretary for mills, weirs, and eels, said.", "Ana Brook, secretary for mills"),
    ("“We stay here,” said a miller who was told of it.", "a miller"),
    ("“We do not go,” the minister, Ana Brook, likes to say.", "the minister, Ana Brook"),
    ("“We stay here,” he explained to the same paper.", "he"),
    ("“Is it shut?” Otto Reed asked.", "Otto Reed"),
    ("“Is it shut at all?” Mrs. Brook wondered.", "Mrs. Brook"),
    ("“They came here,” Brook shot back with a laugh.", "Brook"),
    ("“They came here,” Brook said by telephone.", "Brook"),
    ("The council said little, with spokesman Otto Reed saying, “We stay.”", "spokesman Otto Reed"),
    ("The columnist Ana Brook went so far as to say: “We stay.”", "The columnist Ana Brook"),
    ("As Ana Brook put it in the Post, the weir is old.", "Ana Brook"),
    ("The weir was “a trap,” in the words of Ana Brook.", "Ana Brook"),
    ("Another neighbour – Ana Brook, who was there – said it was old.", "Ana Brook"),
    (
        "A senior official in the works department, who left, said it was old.",
        "A senior official in the works department",
    ),
    ("One reader, writing in the Post, the town’s paper, said it was old.", "One reader"),
]
CLAUSES = [
    ("Brook told Polis.info the plan was absurd.", "the plan was absurd"),
    ("She told the Assembly that eels had died.", "that eels had died"),
    ("Brook told her oldest friends the weir was shut.", "the weir was shut"),
    ("Brook asked Reed whether the gates were shut.", "whether the gates were shut"),
    (
        "Brook argued that, by closing the gates, the town lost money.",
        "that, by closing the gates, the town lost money",
    ),
    ("Brook said, among other things, that eels had died.", "that eels had died"),
    ("Brook said Sunday that eels had died.", "that eels had died"),
    ("Brook said in May the weir would be shut.", "the weir would be shut"),
    ("Brook said at a news conference that eels had died.", "that eels had died"),
    ("The women say officers still watch the weir.", "officers still watch the weir"),
    ("Brook said that wasn’t an answer.", "that wasn’t an answer"),
    ("Brook said they, too, have had no dealings with it.", "they, too, have had no dealings with it"),
    ("28 percent of voters said they liked it, compared with 33 in May.", "they liked it"),
    ("Six in 10 said they were tired; 46 said they were not.", "they were tired"),
    ("Brook said that eels had died, although nobody came.", "that eels had died"),
    ("Brook said that the weir, which is old, was a trap.", "that the weir, which is old, was a trap"),
    ("Brook suggested that Reed erred, blaming the eels for it all.", "that Reed erred"),
    ("Brook vows to “defend the weir” before going home.", "to “defend the weir”"),
    ("Brook said it was “overblown,” adding that eels were fine.", "it was “overblown,”"),
    ("Brook rejected the claim as “patently false,” and left.", "“patently false,”"),
    ("The policy, which officials said will begin in May, is new.", "will begin in May"),
    ("“We are happy” about the plan, said Ana Brook.", "“We are happy” about the plan"),
    ("They “actually had eels here,” said Ana Brook.", "They “actually had eels here,”"),
    ("Brook said Reed “had no chance at all,” the miller recalled.", "Brook said Reed “had no chance at all,”"),
    ("This is not about me, Brook told her friends as she left.", "This is not about me"),
]
NOBODY = [
    "They promised us that clerk when the mill closed.",
    "“Here we are,” Brook said to cheers from the hall and its guests.",
    "A miller, who asked not to be named because of it, left early.",
    "In the works department the lights were on.",
    "The words “a weir of our own” stood on the gate.",
]


@pytest.mark.parametrize(("sentence", "mention", "parts"), SPLIT)
def test_content_that_its_cue_interrupts_is_in_two_parts(sentence, mention, parts):
    assert (mention, parts) in [(m, p) for _, m, p in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "mention", "parts"), OPENERS)
def test_what_only_opens_the_sentence_is_no_content(sentence, mention, parts):
    assert (mention, parts) in [(m, p) for _, m, p in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "passer", "speaker"), PASSED_ON)
def test_words_passed_on_have_their_speaker_and_who_passes_them_on(sentence, passer, speaker):
    outer, inner = found("News.", sentence)
    assert (outer[1], inner[1]) == (passer, speaker)
    assert outer[2] == inner[2]


@pytest.mark.parametrize(("sentence", "mention"), SUBJECTS)
def test_the_source_is_the_whole_subject(sentence, mention):
    assert mention in [m for _, m, _ in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "content"), CLAUSES)
def test_the_content_is_the_whole_clause_and_no_more(sentence, content):
    assert [content] in [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_looks_like_a_saying_and_is_none_has_no_content(sentence):
    assert not [parts for kind, _, parts in found("News.", sentence) if kind != "direct"]


def test_three_single_marks_are_a_nested_and_an_outer_one():
    sentence = "''They say, 'The weir is special,''' Mr. Brook said. ''It is not.''"
    assert found("News.", sentence) == [
        ("direct", "Mr. Brook", ["''They say, 'The weir is special,'''", "''It is not.''"])
    ]


def test_long_lines_are_paragraphs_of_their_own():
    long = "The weir was shut at noon on Friday, and nobody in the town of Ferry had been told of it by anybody who knew about it at all."
    told = found(
        "News.", f"{long}\n“We heard it from the ducks,” said Otto Reed.\n“Nobody asked us about it,” said Ana Brook."
    )
    assert [m for _, m, _ in told] == ["Otto Reed", "Ana Brook"]


def test_marks_under_a_name_and_a_colon_are_that_names():
    assert ("direct", "Ana Brook", ["“We stay here.”"]) in found(
        "News.", "Too late for eels – Ana Brook: “We stay here.”"
    )


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("Brook greeted the plan as “a gift to every eel in town,” and left.", "Brook"),
        ("Reed has warmed to what he sees as “the long and happy life of eels.”", "he"),
    ],
)
def test_long_marks_that_no_cue_claims_are_their_subjects(sentence, mention):
    assert mention in [m for _, m, _ in found("News.", sentence)]
