"""What is a claim, where it ends, and which holder it has."""

import pytest

from reader.analysis import analyse
from reader.analysis.argument.claim_paragraphs import paragraphs
from reader.analysis.units.sentences import sentences
from reader.sources import verbatim
from tests.analysis.argument.marked_articles import build


def test_a_reported_sentence_with_its_attribution_is_one_claim():
    built = build("⟦Dana Okoro:direct:said|“The dam will fail,”⟧ said Dana Okoro. She lives in Harrow.")
    assert built.texts() == ["“The dam will fail,” said Dana Okoro."]
    assert built.holders() == ["Dana Okoro"]


def test_neighbouring_sentences_of_one_holder_in_one_paragraph_are_one_claim():
    built = build("Dana Okoro said ⟦Dana Okoro:direct:said|“It will fail.”⟧ ⟦Dana Okoro:direct|“Nobody listens.”⟧")
    assert len(built.claims) == 1


def test_narration_between_two_quotations_separates_their_claims():
    built = build("⟦Dana Okoro:direct|“It will fail.”⟧ She lives in Harrow. ⟦Dana Okoro:direct|“Nobody listens.”⟧")
    assert built.texts() == ["“It will fail.”", "“Nobody listens.”"]


def test_a_claim_never_crosses_a_paragraph():
    built = build("⟦Dana Okoro:block#1|The dam is old.⟧", "⟦Dana Okoro:block#1|Its walls are thin.⟧")
    assert built.texts() == ["The dam is old.", "Its walls are thin."]


def test_words_in_another_language_make_their_claim_in_the_translation():
    text = (
        "The dam of Harrow leaks again.\n\nDana Okoro writes [es]:\n\n"
        "La presa es vieja y sus muros son muy finos, y nadie nos escucha en la ciudad.\n\n"
        "The dam is old and its walls are very thin, and nobody in the city listens to us."
    )
    told = [claim.span.of(text) for claim in analyse(verbatim(text)).claims if claim.voice is not None]
    assert told == ["The dam is old and its walls are very thin, and nobody in the city listens to us."]


def test_a_closing_source_note_is_no_part_of_a_claim():
    built = build("Dana Okoro wrote:", "⟦Dana Okoro:block:wrote|The dam is old.⟧ [Source]")
    assert built.texts() == ["The dam is old."]


def test_a_bracket_that_is_a_whole_claim_is_kept():
    assert build("⟦Dana Okoro:block|[laughs]⟧").texts() == ["[laughs]"]


def test_a_sentence_with_two_voices_is_split_at_the_clause():
    built = build(
        "Dana Okoro called it ⟦Dana Okoro:direct:called|“a disgrace,”⟧ and Ben Ilves said "
        "⟦Ben Ilves:indirect:said|that it was a success⟧."
    )
    assert built.texts() == ["Dana Okoro called it “a disgrace,”", "Ben Ilves said that it was a success."]
    assert built.holders() == ["Dana Okoro", "Ben Ilves"]


def test_without_a_clause_between_two_voices_the_longer_one_holds_the_sentence():
    built = build("⟦Dana Okoro:direct|“A disgrace,”⟧ ⟦Ben Ilves:direct|“It was a success for all of us.”⟧")
    assert built.holders() == ["Ben Ilves"]


def test_an_unknown_speaker_still_holds_a_claim():
    built = build("⟦:direct|“The dam will fail,”⟧ it was heard.")
    assert built.holders() == [None]
    assert not built.claims[0].own


class TestNestedVoices:
    def test_a_person_quoted_at_length_in_a_block_holds_the_paragraph_through_its_writer(self):
        built = build(
            "Lea Brandt wrote:",
            "⟦Lea Brandt:block:wrote|⟦Tom Hale:direct:said|“We will not pay a cent of this bill,”⟧ said Tom Hale.⟧",
        )
        assert built.holders() == ["Tom Hale"]
        assert built.claims[0].via == (1,)

    def test_a_detail_quoted_in_a_block_leaves_it_to_the_writer(self):
        built = build(
            "Lea Brandt wrote:",
            "⟦Lea Brandt:block:wrote|The mayor called the plan ⟦Tom Hale:direct:called|“bold”⟧, but his budget shows "
            "that he will do nothing about the river.⟧",
        )
        assert built.holders() == ["Lea Brandt"]
        assert built.claims[0].via == ()

    @pytest.mark.parametrize("kind", ["indirect", "mixed"])
    def test_what_a_person_says_in_a_writers_words_is_the_persons_claim(self, kind):
        built = build(f"⟦Lea Brandt:block|He said ⟦Tom Hale:{kind}:said|that the town was “broke” and could not pay⟧.⟧")
        assert built.holders() == ["Tom Hale"]

    def test_a_paragraph_that_is_mostly_the_writers_is_the_writers_as_a_whole(self):
        built = build(
            "⟦Lea Brandt:block|⟦Tom Hale:direct|“We can pay,”⟧ said Hale. That is wishful thinking, as anybody who has "
            "read the accounts of the town knows.⟧"
        )
        assert built.holders() == ["Lea Brandt"]
        assert len(built.claims) == 1

    def test_a_paragraph_that_is_mostly_the_inner_voices_is_parted_by_sentence(self):
        built = build(
            "⟦Lea Brandt:block|⟦Tom Hale:direct|“We can pay for this, for the bridge and for the school as well.”⟧ "
            "That is wishful.⟧"
        )
        assert built.holders() == ["Tom Hale", "Lea Brandt"]

    def test_a_reported_denial_belongs_to_the_one_who_denies(self):
        built = build("Lea Brandt says ⟦Lea Brandt:indirect:says|that ⟦Tom Hale:indirect|the office denies the plan⟧⟧.")
        assert built.holders() == ["Tom Hale"]

    def test_a_short_inner_voice_leaves_the_report_to_the_reporter(self):
        built = build(
            "Lea Brandt says ⟦Lea Brandt:indirect:says|that the plan which Hale calls ⟦Tom Hale:direct:calls|“bold”⟧ "
            "will ruin the town and everybody in it⟧."
        )
        assert built.holders() == ["Lea Brandt"]

    def test_words_reported_by_a_speaker_are_the_speaker_s_claim(self):
        built = build(
            "⟦Dana Okoro:direct:said|“It told us ⟦Mill:indirect:told|that the dam would hold⟧,”⟧ said Dana Okoro."
        )
        assert built.holders() == ["Dana Okoro"]

    def test_a_block_inside_a_block_is_held_by_the_inner_writer(self):
        built = build("⟦Lea Brandt:block|⟦Tom Hale:block|We are broke and must say so.⟧⟧")
        assert built.holders() == ["Tom Hale"]


class TestLeadIns:
    @pytest.mark.parametrize(
        "lead",
        [
            "Dana Okoro put it like this:",
            "Dana Okoro agreed in a long post titled “The Old Dam”:",
            "Dana Okoro underlined the message of the day:",
            "Dana Okoro warned in a long post on the town’s page:",
            "Dana Okoro wrote a piece titled “What the Town Believes About Its Old Dam”:",
            "Dana Okoro highlighted the dam:",
        ],
    )
    def test_a_lead_in_that_only_announces_is_no_claim(self, lead):
        assert build(lead, "⟦Dana Okoro:block|The dam is old.⟧").texts() == ["The dam is old."]

    @pytest.mark.parametrize(
        "lead",
        [
            "Dana Okoro highlighted the part of rust in the fall of the old dam:",
            "Dana Okoro blamed the town council for years of neglect:",
            "Dana Okoro, writing in the Harrow Post, disagrees with the new plan for the dam:",
        ],
    )
    def test_a_lead_in_that_states_the_position_is_a_claim_of_the_holder(self, lead):
        built = build(lead, "⟦Dana Okoro:block|The dam is old.⟧")
        assert built.texts() == [lead, "The dam is old."]
        assert built.holders() == ["Dana Okoro", "Dana Okoro"]

    def test_a_reported_clause_before_a_block_is_a_claim(self):
        built = build("Dana Okoro says ⟦Dana Okoro:indirect:says|the dam is old⟧:", "⟦Dana Okoro:block|It leaks.⟧")
        assert built.texts() == ["Dana Okoro says the dam is old:", "It leaks."]

    def test_a_reported_question_before_a_block_announces_its_answer(self):
        built = build(
            "Dana Okoro explains ⟦Dana Okoro:indirect:explains|why the dam fell⟧:", "⟦Dana Okoro:block|It leaked.⟧"
        )
        assert built.texts() == ["It leaked."]

    def test_a_lead_in_that_repeats_words_of_its_block_is_no_claim(self):
        built = build(
            "Dana Okoro asks, ⟦Dana Okoro:direct:asks|“Where is the money?”⟧:",
            "⟦Dana Okoro:block|The dam is old. Where is the money? Nobody says.⟧",
        )
        assert built.texts() == ["The dam is old. Where is the money? Nobody says."]

    def test_a_doubt_before_a_block_is_a_position(self):
        built = build(
            "Dana Okoro wonders ⟦Dana Okoro:indirect:wonders|whether it fell⟧:", "⟦Dana Okoro:block|It stands.⟧"
        )
        assert len(built.claims) == 2

    def test_a_sentence_before_a_block_that_names_somebody_else_is_no_lead_in(self):
        built = build(
            "Dana Okoro wrote a post. Ben Ilves blamed the council for years of neglect.",
            "⟦Dana Okoro:block|It leaks.⟧",
        )
        assert built.texts() == ["It leaks."]


class TestBeliefs:
    QUOTED = "⟦Dana Okoro:direct:said|“The dam will fail,”⟧ said Dana Okoro."

    def test_a_belief_of_a_quoted_voice_is_its_claim(self):
        built = build(self.QUOTED, "Okoro believes the council has lied to the town.")
        assert built.holders() == ["Dana Okoro", "Dana Okoro"]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Okoro lives near the dam.",
            "The Harrow Post believes the council has lied to the town.",
            "Okoro moved to the town in May and there she met a man who believes the council has lied.",
            "The council thinks Okoro has lied to the town.",
        ],
    )
    def test_a_deed_or_the_belief_of_somebody_else_is_not(self, sentence):
        assert len(build(self.QUOTED, sentence).claims) == 1

    def test_what_somebody_thinks_and_says_in_one_paragraph_is_one_claim(self):
        after = " ⟦Dana Okoro:indirect:says|It is, she says, a liar.⟧"
        built = build(self.QUOTED, "Okoro believes the council has lied to the town." + after)
        assert built.texts()[1:] == ["Okoro believes the council has lied to the town. It is, she says, a liar."]

    def test_what_he_believes_is_his_who_speaks_beside_it(self):
        spoken = " ⟦Ben Ilves:direct|“It leaks,”⟧ he says."
        built = build(self.QUOTED, "Ben Ilves is a miller. He believes that the dam is a toy." + spoken)
        assert built.texts()[1:] == ["He believes that the dam is a toy. “It leaks,” he says."]

    @pytest.mark.parametrize(
        ("sentence", "count"),
        [
            ("Okoro is against it: the wall would break.", 2),
            ("Okoro had three boats: a red one and two green ones.", 1),
            ("In the year of the great flood of the town, Okoro left: the wall was down.", 1),
        ],
    )
    def test_a_clause_behind_a_colon_is_the_position_of_the_voice_before_it(self, sentence, count):
        assert len(build(self.QUOTED, sentence).claims) == count

    def test_a_belief_of_an_unknown_person_has_no_holder(self):
        assert len(build(self.QUOTED, "He believes that the dam is a toy.").claims) == 1

    def test_a_surname_that_two_voices_share_means_neither(self):
        built = build(
            self.QUOTED, "⟦Ann Okoro:direct:said|“No,”⟧ said Ann Okoro.", "Okoro believes the council has lied."
        )
        assert len(built.claims) == 2


class TestOwnClaims:
    NARRATED = "The council met on Monday in Harrow."

    @pytest.mark.parametrize(
        "sentence",
        [
            "Despite the warnings, the benefits of the dam appear to outweigh its costs, and nothing better is in sight.",
            "The silence of the council, however, suggests that it has no plan and perhaps never had any.",
            "That is a serious mistake, because the dam has never been as weak as it is in this wet year.",
        ],
    )
    def test_an_evaluation_in_the_articles_own_voice_is_a_claim(self, sentence):
        built = build(f"{self.NARRATED} {sentence}", self.NARRATED)
        assert built.texts() == [sentence]
        assert built.holders() == ["author"]

    def test_neighbouring_own_claims_of_one_paragraph_are_one_claim(self):
        built = build("That is a serious mistake, however the dam may look. It should never be so full again.")
        assert len(built.claims) == 1

    @pytest.mark.parametrize(
        "sentence",
        [
            "The council met on Monday in Harrow.",
            "Dana Okoro was born in 1961 and studied law.",
            "Many bloggers posted photos of the dam on Twitter.",
            "Should the dam be torn down?",
            "Here is a strong and important selection:",
        ],
    )
    def test_narration_questions_and_announcements_are_none(self, sentence):
        assert build(sentence).claims == ()

    def test_a_sentence_before_a_block_that_judges_is_a_claim_of_the_speaker_of_the_block(self):
        lead = "Dana Okoro is much less polite, and her words are harsh, but she may well be right about the costs:"
        built = build(lead, "⟦Dana Okoro:block|The dam is old.⟧")
        assert built.texts() == [lead, "The dam is old."]
        assert built.holders() == ["Dana Okoro", "Dana Okoro"]


def test_in_another_language_the_articles_own_sentences_are_no_claims():
    own = "La commission a publié une longue déclaration sur la situation du barrage, qui doit être contrôlé bientôt."
    said = "« Le barrage tiendra », a déclaré la maire, Jeanne Morel, devant le conseil."
    text = f"{own} {own}\n\n{said} Elle a répondu aux questions, et le conseil est rentré chez lui."
    claims = analyse(verbatim(text)).claims
    assert [claim.span.of(text) for claim in claims] == [said]


@pytest.mark.parametrize("greeting", ["Dear Madam,", "Yours sincerely", "“Thank you!”"])
def test_a_greeting_is_no_claim(greeting):
    assert build(f"⟦Dana Okoro:block|{greeting}⟧").claims == ()


def test_headings_and_hidden_blocks_contain_no_claims():
    built = build("# The dam should fall", "⟦Dana Okoro:block|It leaks.⟧", "~ Unfortunately, nothing can be done.")
    assert built.texts() == ["It leaks."]


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("What the town knew", [0, 1]),
        ("Is it too late?", [0, 1]),
        ("It leaks.", [0, 0, 0]),
        ("@okoro: The dam leaks", [0, 0, 0]),
        ("⟦Dana Okoro:block|The dam leaks⟧", [0, 0, 0]),
        (f"{'The dam leaks and ' * 5}leaks", [0, 0, 0]),
    ],
)
def test_in_plain_text_a_short_line_without_a_stop_is_a_heading(line, sections):
    built = build("The council met.", line, "It went home.")
    found = paragraphs(built.article, sentences, built.quotations)
    assert [paragraph.section for paragraph in found] == sections
    assert found[-1].heading == (None if sections == [0, 0, 0] else built.article.blocks[1].span)


def test_where_headings_are_marked_a_short_line_is_none():
    built = build("The council met.", "By Dana Okoro", "It went home.", "# The dam", "It leaks.")
    assert [paragraph.section for paragraph in paragraphs(built.article, sentences)] == [0, 0, 0, 1]


def test_the_last_line_is_no_heading():
    built = build("The council met.", "Dana Okoro")
    assert [paragraph.section for paragraph in paragraphs(built.article, sentences)] == [0, 0]


def test_an_article_without_words_has_no_argument():
    built = build("")
    assert (built.claims, built.threads) == ((), ())
