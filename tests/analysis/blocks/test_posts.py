"""Posts and comments are quotations of their authors."""

import pytest

from reader.analysis.attribution import attribute
from reader.sources import verbatim
from tests.analysis.short_attribution import article, block

WORDS = "We saw it all from the bridge."
AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("@ana: The weir is shut!",), [("@ana", ["The weir is shut!"])]),
        (("Ana Brook tweeted:", "@weirana: It is shut!"), [("Ana Brook", ["It is shut!"])]),
        (("Tweeps were angry:", "@ana: It is shut!", "@otto: No."), [("@ana", ["It is shut!"]), ("@otto", ["No."])]),
        (
            ("Otto Reed left.", "@ana: Reed: I will stay here #weir"),
            [("@ana", ["Reed: I will stay here #weir"]), ("Reed", ["I will stay here"])],
        ),
    ],
)
def test_a_post_belongs_to_its_author(paragraphs, expected):
    assert block("News.", *paragraphs) == expected


@pytest.mark.parametrize(
    ("post", "author"),
    [
        (f"Otto Reed: {WORDS}", "Otto Reed"),
        (f"Otto Reed [es]: {WORDS}", "Otto Reed"),
        (f"Otto Reed (@ottor): {WORDS}", "Otto Reed"),
        (f"Otto Reed, a miller: {WORDS}", "Otto Reed"),
        (f"Otto Reed on May 3, 2011 at 10:04 pm: {WORDS}", "Otto Reed"),
        (f"Otto Reed – {WORDS}", "Otto Reed"),
        (f"- Otto Reed: {WORDS}", "Otto Reed"),
        (f"Comment by Otto Reed: {WORDS}", "Otto Reed"),
        (f"mill_er: {WORDS}", "mill_er"),
        (f"MillReed: {WORDS}", "MillReed"),
        (f"Anonymous: {WORDS}", "Anonymous"),
        (f"miller (May 3, 10:04 pm): {WORDS}", "miller"),
        (f"Otto al-Reed (@ottor): {WORDS}", "Otto al-Reed"),
        (f"Otto Reed @ottor: {WORDS}", "Otto Reed"),
        (f"Lost Miller @ottor [es]: {WORDS}", "Lost Miller"),
        (f"- @ottor: {WORDS}", "@ottor"),
        (f"Otto Reed | {WORDS}", "Otto Reed"),
        (f"@weirman [es]: {WORDS}", "@weirman"),
        (f"@weirman {WORDS}", "@weirman"),
        (f"@weirman - {WORDS}", "@weirman"),
    ],
)
def test_a_comment_where_comments_are_expected_belongs_to_its_author(post, author):
    assert block("News.", "Here are some of the comments:", post, AFTER) == [(author, [WORDS])]


def test_where_all_speakers_of_a_dialogue_ask_nobody_is_the_interviewer():
    turns = ["Reed: Look, the gate is open. Shall we go?", "Miller: It is open, but is it safe?"]
    again = ["Reed [to the miller]: Are you on duty today?", "Miller: I am on duty every day, so what?"]
    assert [who for who, _ in block("News.", *turns, *again)] == ["Reed", "Miller", "Reed", "Miller"]


def test_a_label_with_a_handle_or_time_stamp_makes_a_post_anywhere():
    for label, author in {"Otto Reed (@ottor)": "Otto Reed", "miller (May 3, 10:04)": "miller"}.items():
        assert block("The drivers are on strike.", f"{label}: {WORDS}", AFTER) == [(author, [WORDS])]
    assert block("The drivers are on strike.", f"The weir (1850): {WORDS}", AFTER) == []


@pytest.mark.parametrize(
    "passage",
    [f"Photo: {WORDS}", f"Update: {WORDS}", f"Ferry: {WORDS}", f"See also: {WORDS}", f"Otto Reed said {WORDS}"],
)
def test_a_label_that_is_no_name_makes_no_post(passage):
    assert "Photo" not in str([mention for mention, _ in block("News.", "Here are some of the comments:", passage)])
    assert [WORDS] not in [parts for _, parts in block("News.", "Here are some of the comments:", passage, AFTER)]


def test_a_label_after_a_lead_in_with_one_speaker_is_part_of_the_words():
    told = block("News.", "Ana Brook wrote to the mayor:", "Dear Otto Reed: We saw it all!", AFTER)
    assert [mention for mention, _ in told] == ["Ana Brook"]


def test_any_word_before_a_colon_is_a_name_in_a_run_of_comments():
    told = block(
        "News.", "For some it is too little:", f"weirbench: {WORDS}", f"Old Tom: {WORDS}", f"mills: {WORDS}", AFTER
    )
    assert [mention for mention, _ in told] == ["weirbench", "Old Tom", "mills"]
    told = block("News.", "Some were angry:", f"weirbench: {WORDS}", f"mills: {WORDS}", f"mill_er: {WORDS}", AFTER)
    assert [mention for mention, _ in told] == ["weirbench", "mills", "mill_er"]
    told = block("News.", "These were the results:", "Ferry: It won two medals.", "Ost: It won none.", AFTER)
    assert not any(mention in {"Ferry", "Ost"} for mention, _ in told)


@pytest.mark.parametrize(
    ("posts", "authors"),
    [
        ([f"miller: {WORDS}", "Ana Brook @anab · April 8", WORDS], ["miller", "Ana Brook"]),
        ([f"miller: {WORDS}", "Grumpy wrote on May 3:", WORDS], ["miller", "Grumpy"]),
        ([f"miller: {WORDS}", f"{WORDS} — Otto Reed (@ottor) May 9, 2013"], ["miller", "Otto Reed"]),
        ([f"miller: {WORDS}", f"@anab: {WORDS}"], ["miller", "@anab"]),
        (["@anab tweeted:", WORDS, f"rainy_day: {WORDS}"], ["@anab", "rainy_day"]),
        (["@anab: Nadie nos dijo nada, y ahora todo el mundo dice que lo sabía.", WORDS, f"Al: {WORDS}"], 3),
    ],
)
def test_posts_of_several_forms_follow_each_other(posts, authors):
    told = block("News.", "Others made fun of it:", *posts, AFTER)
    assert (len(told) if isinstance(authors, int) else [mention for mention, _ in told]) == authors


def test_a_comment_follows_a_comment():
    told = block("News.", "@ana: It is shut!", f"Otto Reed: {WORDS}", f"@weirman {WORDS}")
    assert [mention for mention, _ in told] == ["@ana", "Otto Reed", "@weirman"]


@pytest.mark.parametrize("post", [f"@ana: RT @weirman: {WORDS}", f"@ana: So sad! RT @weirman {WORDS}"])
def test_the_author_of_a_post_relays_the_words_it_repeats(post):
    outer, inner = attribute(article("News.", post))
    assert (outer.parent, inner.parent) == (None, 0)
    assert [span.of(post) for span in (s.shifted(-7) for s in inner.spans)] == [WORDS]


@pytest.mark.parametrize(
    ("posts", "authors"),
    [
        ((f"A baker from Ferry: {WORDS}", f"One: {WORDS}"), ["A baker from Ferry", "One"]),
        ((f"A teacher: {WORDS}", f"The mayor: {WORDS}", f"Another: {WORDS}"), ["A teacher", "The mayor", "Another"]),
    ],
)
def test_the_author_of_a_comment_can_be_unnamed(posts, authors):
    assert [mention for mention, _ in block("News.", "Several users reacted:", *posts, AFTER)] == authors


def test_posts_follow_a_line_without_punctuation_or_a_sentence_about_people():
    assert [m for m, _ in block("News.", "And on Twitter", f"@ana {WORDS}", f"@ost {WORDS}")] == ["@ana", "@ost"]
    told = block("News.", "Users vented their anger.", f"Otto Reed: {WORDS}", f"mill_er: {WORDS}", AFTER)
    assert [mention for mention, _ in told] == ["Otto Reed", "mill_er"]


def test_it_refers_to_the_body_that_posts():
    told = block("News.", "The Mill Trust is on Twitter. On May 3 it wrote:", f"@millt: {WORDS}", f"@millt: {WORDS}")
    assert [mention for mention, _ in told] == ["The Mill Trust", None] or told[0][0] == "it"


def test_marks_that_open_a_post_are_no_quotation_of_its_author_besides_the_post():
    posts = ('@adaroe: "The weir is open for all of us" #weir', "@ottoreed: So we wait.")
    made = verbatim("\n\n".join(["News.", "Several users reacted:", *posts]))
    assert [a.kind for a in attribute(made)] == ["block", "block"]


def test_the_comments_of_many_do_not_go_on_with_the_speaker_before():
    posts = ("it has changed me in a very huge way. Thanks", "cant wait to see it, seems amazing....")
    quotes = block("The drivers are on strike.", "Otto Reed said that he was ill.", "Some comments about it:", *posts)
    assert [name for name, _ in quotes] == [None]


def test_a_post_stands_above_the_line_with_its_day():
    lines = (
        "It became a joke.",
        "@weir_rat My goat entered by itself.",
        "16 Sep",
        "@otter9 Next time knock",
        "May 3, 2017",
    )
    told = block("News.", *lines, "The governor came by boat on Wednesday.")
    assert told == [("@weir_rat", ["My goat entered by itself."]), ("@otter9", ["Next time knock"])]


def test_a_lead_in_before_posts_of_several_users_names_none_of_them():
    lead = "The Delta Post has translated a few from the thread:"
    told = block("News.", lead, "@weir_rat: It leaks.", "@otter9: It does not.")
    assert told == [("@weir_rat", ["It leaks."]), ("@otter9", ["It does not."])]


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_post_between_its_authors_name_and_buttons(joint):
    posts = (("Ada Roe", "This is the third time!"), ("Otto Reed", "Bring back the old boat."))
    made = [joint.join((name, words, "Like · Reply · 3h")) for name, words in posts]
    assert block("News.", *"\n\n".join(made).split("\n\n")) == [(name, [words]) for name, words in posts]


def test_a_post_under_a_name_and_a_handle_in_one_paragraph():
    told = block("News.", "Ada Roe\n@adaroe · 3h\nThe ferry is late again.", "The island is used to it.")
    assert told == [("Ada Roe", ["The ferry is late again."])]
