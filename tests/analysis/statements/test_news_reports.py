"""Reported speech in news of politics, courts, business and science: speaker, addressee and extent."""

import pytest

from reader.analysis import analyse
from tests.analysis.short_attribution import article


def read(sentence: str) -> list[tuple[str | None, list[str]]]:
    """The speaker's name and the parts of every quotation of a sentence."""
    made = article("News.", sentence)
    analysis = analyse(made)
    names = {voice.id: voice.name for voice in analysis.voices}
    return [
        (None if q.voice is None else names[q.voice], [s.of(made.text) for s in q.spans]) for q in analysis.quotations
    ]


TOLD = [  # the addressee after a clause that “X told” closes
    "Ada Roe told parliament on Friday.",
    "Ada Roe told a news conference in Tarn on Friday.",
    "Ada Roe told delegates in Tarn.",
    "Ada Roe told local radio.",
    "Ada Roe told state television on Monday.",
    "Ada Roe told worried parents.",
    "Ada Roe told members of the committee.",
    "Ada Roe told staff in an email.",
    "Ada Roe told broadcaster Radio Ferry.",
    "Ada Roe, the mayor, told parliament on Friday.",
    "Ada Roe has told customers.",
    "Ada Roe warned drivers on Monday.",
]
TOLD_THINGS = [
    "Ada Roe came home late, told lies and broke a promise.",
    "Ada Roe sat by the fire, told stories and drank.",
    "By the fire, Ada Roe told stories about the flood.",
    "By the fire, Ada Roe told old jokes.",
]


@pytest.mark.parametrize("closing", TOLD)
def test_the_addressee_needs_no_article(closing):
    assert read(f"The outbreak is under control, {closing}") == [("Ada Roe", ["The outbreak is under control"])]


@pytest.mark.parametrize("sentence", TOLD_THINGS)
def test_an_object_of_tell_that_is_a_thing_is_no_addressee(sentence):
    assert read(sentence) == []


BODIES = [  # “it” in the same sentence or the next
    ("The airline cut jobs in May. It warned that more would go.", "The airline"),
    ("The retailer closed 40 shops last year after it said that more would go.", "The retailer"),
    ("The company has apologised after it admitted that more would go.", "The company"),
    ("The insurer raised its prices. It argued that more would go.", "The insurer"),
    ("The agency shut the road after it warned that more would go.", "The agency"),
    ("The regulator fined the firm. It ruled that more would go.", "The regulator"),
]


@pytest.mark.parametrize(("sentence", "name"), BODIES)
def test_it_refers_to_the_acting_body_before(sentence, name):
    assert read(sentence) == [(name, ["that more would go"])]


NOT_TO = [
    ("Doctors were warned by the ministry not to speak.", "the ministry", "not to speak"),
    ("Doctors were told by the ministry never to speak.", "the ministry", "never to speak"),
    ("Residents were asked by the mayor not to use it.", "the mayor", "not to use it"),
    ("Ada Roe vowed never to return.", "Ada Roe", "never to return"),
    ("Ada Roe told the men never to come back.", "Ada Roe", "never to come back"),
    ("Ada Roe has promised not to raise taxes.", "Ada Roe", "not to raise taxes"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), NOT_TO)
def test_a_negative_infinitive_includes_not_or_never(sentence, name, words):
    assert read(sentence) == [(name, [words])]


def test_a_denied_promise_is_no_quotation():
    assert read("Ada Roe has never promised to pay.") == []


@pytest.mark.parametrize("day", ["Sunday", "Saturday", "Monday"])
def test_the_day_on_which_an_interview_was_published_is_no_paper(day):
    analysis = analyse(article("News.", f"In an interview published on {day}, Ada Roe said that it had rained."))
    assert [voice.outlet for voice in analysis.voices] == [None]


HEARD = [  # evidence told to courts and inquiries by unnamed people
    ("The court heard that he had fled.", "that he had fled"),
    ("The jury has heard that he had fled.", "that he had fled"),
    ("Tarn Crown Court heard Pryce had fled.", "Pryce had fled"),
    ("A court in Tarn heard on Monday that he had fled.", "that he had fled"),
    ("The inquest heard how he had fled.", "how he had fled"),
    ("The committee was told how the money had been spent.", "how the money had been spent"),
    ("The two men had fled, the court heard.", "The two men had fled"),
    ("The two men had fled, Tarn Crown Court heard on Monday.", "The two men had fled"),
    ("The two men had fled, jurors were told.", "The two men had fled"),
    ("The road would stay shut, residents were told on Monday.", "The road would stay shut"),
    ("The two men had fled, it is claimed.", "The two men had fled"),
    ("The two men had fled, court told.", "The two men had fled"),
    ("The two men had fled, inquest hears.", "The two men had fled"),
]
NOT_HEARD = [
    "The committee heard from three witnesses.",
    "The court heard the case on Monday.",
    "The judge heard that he had fled.",
    "When the road was shut, residents were told.",
    "If the road is shut, residents will be told.",
    "The road was shut, and residents were told to leave.",
    "“It was dark,” the court heard.",
    "The clerk was told how to do it.",
    "Before the vote, members were told.",
]


@pytest.mark.parametrize(("sentence", "words"), HEARD)
def test_evidence_heard_by_a_court_has_no_named_source(sentence, words):
    assert read(sentence) == [(None, [words])]


@pytest.mark.parametrize("sentence", NOT_HEARD)
def test_other_actions_of_a_court_are_no_speech(sentence):
    assert read(sentence) == []


OWNERS_AFTER_OF = [
    ("The verdict of the inquiry was that nobody was to blame.", "the inquiry"),
    ("The conclusion of the report is that nobody was to blame.", "the report"),
    ("The view of the bank is that nobody was to blame.", "the bank"),
    ("The main finding of the study was that nobody was to blame.", "the study"),
]
OF_NOTHING = [
    "The point of the exercise is that nobody gets hurt.",
    "The report of the flood was that of a frightened man.",
    "The finding of the court was “perverse”.",
]


@pytest.mark.parametrize(("sentence", "name"), OWNERS_AFTER_OF)
def test_the_of_phrase_names_the_owner_of_a_noun_of_speech(sentence, name):
    assert read(sentence) == [(name, ["that nobody was to blame"])]


@pytest.mark.parametrize("sentence", OF_NOTHING)
def test_the_purpose_of_a_thing_is_not_its_content(sentence):
    assert read(sentence) == []


OWN_VIEWS = [
    "he had no doubt that they were right",
    "he held the view that they were right",
    "his view was that they were right",
]


@pytest.mark.parametrize("view", OWN_VIEWS)
def test_a_reported_opinion_is_one_quotation(view):
    assert read(f"Otto Cole said that {view}.") == [("Otto Cole", [f"that {view}"])]


HOW_MANY = ["At least twelve people", "More than twenty people", "Up to 40 people", "Almost all the people"]


@pytest.mark.parametrize("who", HOW_MANY)
def test_a_source_includes_its_number_words(who):
    assert read(f"{who} are said to have left.") == [(None, [who, "to have left"])]


SHOWN = [  # a document or its data, and what they show
    ("Official figures suggest prices are falling.", "Official figures", "prices are falling"),
    ("Early figures suggest that prices are falling.", "Early figures", "that prices are falling"),
    ("The figures show that prices are falling.", "The figures", "that prices are falling"),
    ("Preliminary data suggest that prices are falling.", "Preliminary data", "that prices are falling"),
    ("The data indicate the river is warming.", "The data", "the river is warming"),
    (
        "Figures released on Friday by the ministry show that prices are falling.",
        "Figures released on Friday by the ministry",
        "that prices are falling",
    ),
    (
        "Figures published by the ministry on Friday showed prices were falling.",
        "Figures published by the ministry",
        "prices were falling",
    ),
    ("The findings, published in May, suggest the worms can sing.", "The findings", "the worms can sing"),
    (
        "Documents obtained by the council show ministers knew about it.",
        "Documents obtained by the council",
        "ministers knew about it",
    ),
    ("Emails from the minister suggest that she knew.", "Emails from the minister", "that she knew"),
    ("The report reveals ministers were warned in 2019.", "The report", "ministers were warned in 2019"),
    ("Court filings show that the firm was sold.", "Court filings", "that the firm was sold"),
    ("Tests showed the water was safe.", "Tests", "the water was safe"),
    ("The bank's projections show that prices will fall.", "The bank's projections", "that prices will fall"),
    ("Studies show children learn a lot in small classes.", "Studies", "children learn a lot in small classes"),
    ("Key figures in the party said that she should go.", "Key figures in the party", "that she should go"),
]
NOT_SHOWN = [
    "Ada Roe figures the mill will close.",
    "Ada Roe revealed the names of the winners.",
    "The film reveals a world that few have seen.",
    "The photographs show a man who is carrying a saw.",
    "The figures showed a fall of 3% in May.",
    "The figures show sales of boats to farmers.",
    "The film shows men at work.",
]


@pytest.mark.parametrize(("sentence", "name", "words"), SHOWN)
def test_figures_and_papers_can_have_a_clause_as_content(sentence, name, words):
    assert read(sentence) == [(name, [words])]


@pytest.mark.parametrize("sentence", NOT_SHOWN)
def test_something_only_seen_is_no_content(sentence):
    assert read(sentence) == []


OPENINGS = [
    "nearly 300 people had left",
    "just over 300 people had left",
    "only three had left",
    "even the mayor had left",
    "not all of the men had left",
    "not a single house was left",
    "perhaps 300 people had left",
    "all of them had left",
]


@pytest.mark.parametrize("clause", OPENINGS)
def test_a_clause_includes_its_opening_adverb(clause):
    assert read(f"The ministry said {clause}.") == [("The ministry", [clause])]


def test_an_adverb_of_time_belongs_to_the_verb_before_it():
    assert read("The ministry said recently it would close.") == [("The ministry", ["it would close"])]


WHICH_ONE = [  # a relative clause with “was” identifies the speaker
    "A man who was in the hall",
    "A woman who was on the bridge",
    "The men who were hit",
    "A nurse whose name was withheld",
    "A man whose brother was among the dead",
    "The firm that was sold",
]


@pytest.mark.parametrize("who", WHICH_ONE)
def test_a_relative_clause_with_was_belongs_to_the_source(who):
    assert read(f"{who} said it was old.") == [(who, ["it was old"])]
    assert read(f"{who} described the report as “a joke”.") == [(who, ["“a joke”"])]


CLOSED = [
    ("Otto Pryce paid a friend to set fire to the shop", "prosecutors say", "prosecutors"),
    ("Otto Pryce hung it on the wall", "officers said", "officers"),
    ("The law is too vague", "the court of appeal ruled on Friday", "the court of appeal"),
    ("The ban is unlawful", "a judge has ruled", "a judge"),
]


@pytest.mark.parametrize(("clause", "closing", "name"), CLOSED)
def test_a_closing_source_is_no_part_of_the_last_phrase(clause, closing, name):
    assert read(f"{clause}, {closing}.") == [(name, [clause])]


AFTER = [
    ("The road was shut in May after an engineer warned that it could fall.", "an engineer"),
    ("The road was shut on Monday after a nurse warned that it could fall.", "a nurse"),
]


@pytest.mark.parametrize(("sentence", "name"), AFTER)
def test_a_month_before_the_speaker_is_no_verb(sentence, name):
    assert read(sentence) == [(name, ["that it could fall"])]


TWO_SAYINGS = [
    "Otto Pryce admitted that he had been there but denied taking it.",
    "Otto Pryce admitted that he had been there and denied taking it.",
]


@pytest.mark.parametrize("sentence", TWO_SAYINGS)
def test_a_coordinated_denial_is_a_quotation_of_its_own(sentence):
    assert read(sentence) == [("Otto Pryce", ["that he had been there"]), ("Otto Pryce", ["taking it"])]


ASKED_OF = [
    (
        "Detectives are appealing for anyone who saw it to come forward.",
        "Detectives",
        "for anyone who saw it to come forward",
    ),
    ("Detectives have appealed to anyone who saw the car to come forward.", "Detectives", "to come forward"),
    ("Ada Roe urged people who live near the river to leave.", "Ada Roe", "to leave"),
    ("Ada Roe told those who want to vote to come early.", "Ada Roe", "to come early"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), ASKED_OF)
def test_the_person_asked_can_have_a_relative_clause(sentence, name, words):
    assert read(sentence) == [(name, [words])]


def test_marks_after_a_persons_found_are_a_thing():
    assert read("The inquiry's report found “serious failings”.") == [("The inquiry's report", ["“serious failings”"])]
    assert read("Ada Roe found “a note”.") == []


BEHIND_PLACES = [
    "At least three people were killed and 20 wounded in the strike",
    "The car hit the wall",
    "Four people were found in the river",
]


@pytest.mark.parametrize("clause", BEHIND_PLACES)
def test_the_last_noun_of_a_clause_is_no_adjective_of_the_closing_speaker(clause):
    assert read(f"{clause}, local officials said.") == [("local officials", [clause])]


CLAIMED_THINGS = [
    "The general claimed victory in a video posted on social media.",
    "The party claimed a win in a vote held on Sunday.",
    "The owner claimed damage to a car parked in the street.",
    "The minister argued the case in a letter published on Monday.",
]


@pytest.mark.parametrize("sentence", CLAIMED_THINGS)
def test_a_thing_with_a_participle_is_no_clause(sentence):
    assert read(sentence) == []


JUDGED = ["Ilan Doru's remarks were “a disgrace”", "Ilan Doru's report was “a disgrace”"]
ANSWERED = ["Ilan Doru's answer was “a disgrace”.", "Ilan Doru's verdict was “a disgrace”."]


@pytest.mark.parametrize("clause", JUDGED)
def test_a_judgement_of_a_persons_words_is_not_their_content(clause):
    assert read(f"{clause}.") == []
    assert read(f"The mayor said {clause}.") == [("The mayor", [clause])]


@pytest.mark.parametrize("sentence", ANSWERED)
def test_the_content_of_a_persons_answer_is_their_statement(sentence):
    assert read(sentence) == [("Ilan Doru", ["“a disgrace”"])]


PLANS = [
    "she would tell the board that it leaks",
    "she would ask the board to resign",
    "she will answer “in kind”",
]


@pytest.mark.parametrize("plan", PLANS)
def test_an_announced_statement_is_one_quotation(plan):
    assert read(f"Ada Roe said {plan}.") == [("Ada Roe", [plan])]


NOT_YET = [
    "due to announce",
    "set to announce",
    "likely to say",
    "about to tell residents",
    "preparing to announce",
    "now expected to say",
    "unlikely to say",
    "reluctant to say",
]
DONE = ["forced to admit", "quick to say", "the first to say", "keen to stress", "wrong to say"]


@pytest.mark.parametrize("group", NOT_YET)
def test_a_statement_that_is_only_due_is_no_quotation(group):
    assert read(f"The mayor is {group} that the march is legal.") == []


@pytest.mark.parametrize("group", DONE)
def test_words_that_a_person_was_quick_to_say_are_a_quotation(group):
    assert read(f"The mayor is {group} that the march is legal.") == [("The mayor", ["that the march is legal"])]


CLEFT = [
    ("What the mayor said was that the march was legal.", "the mayor"),
    ("What the report shows is that the march was legal.", "the report"),
    ("All the mayor would say was that the march was legal.", "the mayor"),
]


@pytest.mark.parametrize(("sentence", "name"), CLEFT)
def test_the_opening_of_a_cleft_is_no_part_of_the_content(sentence, name):
    assert read(sentence) == [(name, ["that the march was legal"])]


@pytest.mark.parametrize("sentence", ["What Ada Roe said was true.", "What Ada Roe said next was “unforgivable”."])
def test_a_comment_on_a_statement_is_no_content(sentence):
    assert read(sentence) == []


ASIDES = ["as she had before", "as they left", "when asked", "in a voice that shook", "rather wearily", "to laughter"]


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_can_separate_a_verb_from_its_content(aside):
    assert read(f"Ada Roe argued, {aside}, that the march was legal.") == [("Ada Roe", ["that the march was legal"])]


COLONS = [
    ("Ada Roe said that Otto Poe told her: “I never lose.”", "Otto Poe", "that Otto Poe told her: “I never lose.”"),
    ("Ada Roe recalled that a man had shouted: “Out!”", "a man", "that a man had shouted: “Out!”"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), COLONS)
def test_content_after_a_colon_belongs_to_its_cue(sentence, name, words):
    marks = words[words.index("“") :]
    assert read(sentence) == [("Ada Roe", [words]), (name, [marks])]


DOERS = [
    "A 27-year-old man accused of stabbing a teacher",
    "The man charged with robbing the bank",
    "A nurse convicted of murdering seven patients",
    "People interested in buying the house",
    "A man jailed for killing his wife",
    "A charity set up to help the families",
    "Teachers at the school where he worked",
]


@pytest.mark.parametrize("who", DOERS)
def test_an_accusation_names_its_speaker(who):
    assert read(f"{who} said that it was old.") == [(who, ["that it was old"])]


def test_an_accuser_in_an_own_clause_speaks_after_it():
    told = read("The woman who accused the mayor of lying said that it was old.")
    assert told == [("The woman", ["the mayor of lying"]), ("The woman", ["that it was old"])]


ENDS = [
    ("Velmar said it would close two plants and announced a new head.", ["it would close two plants"]),
    ("Ada Roe said it would buy stock worth $3bn and raised its forecast.", ["it would buy stock worth $3bn"]),
    ("Ada Roe said the men would be caught and jailed.", ["the men would be caught and jailed"]),
    ("Ada Roe said the men could have been caught and jailed.", ["the men could have been caught and jailed"]),
    (
        "Ada Roe said she would help those who had come and stayed.",
        ["she would help those who had come and stayed"],
    ),
    (
        "Ada Roe said it would build a mill, due to open in May, to feed the town.",
        ["it would build a mill, due to open in May, to feed the town"],
    ),
]


@pytest.mark.parametrize(("sentence", "words"), ENDS)
def test_future_content_ends_before_a_past_action(sentence, words):
    assert [parts for _, parts in read(sentence)] == [words]


def test_the_object_of_blame_can_contain_marks():
    told = read("Ada Roe said no, saying it was old and blaming local “friends” for the fire.")
    assert told[-1] == ("Ada Roe", ["local “friends” for the fire"])


@pytest.mark.parametrize("means", ["$40m", "help", "donations"])
def test_the_purpose_of_requested_money_is_no_content(means):
    assert read(f"The agency appealed for {means} to feed the town.") == []


def test_a_hospital_is_the_affiliation_of_its_doctor():
    analysis = analyse(article("News.", "Otto Reed, a surgeon at Delta hospital, said that it was old."))
    assert [voice.affiliation for voice in analysis.voices] == ["Delta hospital"]


AUTHORS_BEHIND = [
    "without giving a reason",
    "in the latest sign of trouble",
    "after months of losses",
    "but gave no reason",
]


@pytest.mark.parametrize("rest", AUTHORS_BEHIND)
def test_the_way_a_statement_was_made_is_no_content(rest):
    assert read(f"Ada Roe will leave in May, the company said, {rest}.") == [
        ("the company", ["Ada Roe will leave in May"])
    ]


@pytest.mark.parametrize("verb", ["confirming", "denying", "dismissing"])
def test_a_confirmed_report_is_not_the_outlet_of_the_confirmation(verb):
    analysis = analyse(article("News.", f"Velmar said it was “in talks”, {verb} a report in the Ferry Post."))
    assert [voice.outlet for voice in analysis.voices] == [None]


def test_a_doubted_claim_belongs_to_its_owner_only():
    told = read("Several judges seemed to doubt the government's claim that it could set prices.")
    assert told == [("the government", ["that it could set prices"])]


def test_a_reported_hope_is_one_quotation():
    told = read("Ada Roe said that she hoped her mother could now “rest in peace”.")
    assert told == [("Ada Roe", ["that she hoped her mother could now “rest in peace”"])]


COLLAPSED = [
    ("The bridge collapsed, said the mayor.", "the mayor", "The bridge collapsed"),
    ("The talks failed, said two officials, one of whom was ill.", "two officials", "The talks failed"),
    ("The talks failed, according to two aides, one of whom was ill.", "two aides", "The talks failed"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), COLLAPSED)
def test_a_clause_before_an_inverted_cue_is_the_content(sentence, name, words):
    assert read(sentence) == [(name, [words])]


PLEDGES = [
    ("Rusk left in return for a pledge by Norvia not to join it.", "Norvia", "not to join it"),
    ("The mayor's promise not to sell the park was broken.", "The mayor", "not to sell the park"),
    ("The mayor repeated her pledge never to sell the park.", "The mayor", "never to sell the park"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), PLEDGES)
def test_a_pledge_can_be_negative(sentence, name, words):
    assert read(sentence) == [(name, [words])]


def test_a_label_inside_a_persons_own_statement_is_one_quotation():
    told = read("Ilan Doru said that he will never accept what he calls Rusk's “aggression”.")
    assert told == [("Ilan Doru", ["that he will never accept what he calls Rusk's “aggression”"])]


@pytest.mark.parametrize("place", ["in the eastern city of Ost", "in the village of Ost", "from the port of Ost"])
def test_the_town_where_a_person_teaches_is_no_affiliation(place):
    [voice] = analyse(article("News.", f"Ada Roe, a teacher {place}, said it was old.")).voices
    assert (voice.role, voice.affiliation) == (f"a teacher {place}", None)


MORE_ENDS = [
    ("Ada Roe says that 14 died, and calls for a new law.", [("Ada Roe", ["that 14 died"])]),
    ("Ada Roe said it rained, something that both men deny.", [("Ada Roe", ["it rained"])]),
    ("Ada Roe said that families call for justice.", [("Ada Roe", ["that families call for justice"])]),
    (
        "Reports on Friday that Reed was to go were described by the bank as “pure invention”.",
        [(None, ["that Reed was to go"]), ("the bank", ["“pure invention”"])],
    ),
]


@pytest.mark.parametrize(("sentence", "told"), MORE_ENDS)
def test_the_content_ends_where_another_begins(sentence, told):
    assert read(sentence) == told
