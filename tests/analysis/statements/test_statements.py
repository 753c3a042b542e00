"""Cue, source and content of a single sentence."""

import pytest

from reader.analysis.attribution import attribute
from tests.analysis.short_attribution import article, found


@pytest.mark.parametrize(
    ("sentence", "kind", "mention", "parts"),
    [
        ("“We stay,” said Ana Brook.", "direct", "Ana Brook", ["“We stay,”"]),
        ("“We stay,” Brook told the Post.", "direct", "Brook", ["“We stay,”"]),
        (
            "Otto Reed, a miller from Ferry, said: “We stay.”",
            "direct",
            "Otto Reed, a miller from Ferry",
            ["“We stay.”"],
        ),
        ("“We stay,” said Otto Reed, a miller from Ferry.", "direct", "Otto Reed, a miller from Ferry", ["“We stay,”"]),
        ("“We,” said Ana Brook, “will stay here.”", "direct", "Ana Brook", ["“We,”", "“will stay here.”"]),
        ("“We stay,” said Ana Brook, adding, “and we fish.”", "direct", "Ana Brook", ["“We stay,”", "“and we fish.”"]),
        ("“We stay,” Brook said. “We fish.”", "direct", "Brook", ["“We stay,”", "“We fish.”"]),
        ("Ana Brook said that the weir is shut.", "indirect", "Ana Brook", ["that the weir is shut"]),
        ("Brook said the weir was shut.", "indirect", "Brook", ["the weir was shut"]),
        ("Brook, who runs the weir, said it was shut.", "indirect", "Brook", ["it was shut"]),
        ("The ministry denied that eels had died.", "indirect", "The ministry", ["that eels had died"]),
        ("According to the Ferry Post, eels had died.", "indirect", "the Ferry Post", ["eels had died"]),
        ("Eels had died, according to Otto Reed.", "indirect", "Otto Reed", ["Eels had died"]),
        ("As Ana Brook wrote for the Ferry Post, eels had died.", "indirect", "Ana Brook", ["eels had died"]),
        ("The eels, Brook said, were dead.", "indirect", "Brook", ["The eels", "were dead"]),
        ("The eels were dead by noon, the miller said.", "indirect", "the miller", ["The eels were dead by noon"]),
        ("Brook asked why the gates were shut.", "indirect", "Brook", ["why the gates were shut"]),
        ("Brook urged the council to open the gates.", "indirect", "Brook", ["to open the gates"]),
        ("Brook told reporters that the gates were shut.", "indirect", "Brook", ["that the gates were shut"]),
        ("Brook tells voters she’s with them.", "indirect", "Brook", ["she’s with them"]),
        ("Brook said on Friday he would stay.", "indirect", "Brook", ["he would stay"]),
        ("Brook called the weir a “death trap”.", "direct", "Brook", ["“death trap”"]),
        ("The weir, says Brook, “kills eels”.", "mixed", "Brook", ["The weir", "“kills eels”"]),
        ("Brook, the mayor, wrote the council, “We will stay.”", "direct", "Brook, the mayor", ["“We will stay.”"]),
        ("A survey of 2,000 millers found that it leaks.", "indirect", "A survey of 2,000 millers", ["that it leaks"]),
        ("Prices fell after Ana Brook quit, saying it leaked.", "indirect", "Ana Brook", ["it leaked"]),
        ("“Eels,” Brook was quoted as saying, “can swim.”", "direct", "Brook", ["“Eels,”", "“can swim.”"]),
        ("Among those who wrote was Ana Brook, who said it leaked.", "indirect", "Ana Brook", ["it leaked"]),
        ("A girl wearing a red hat said it was shut.", "indirect", "A girl wearing a red hat", ["it was shut"]),
        ("Brook called her “madam” throughout.", "direct", "Brook", ["“madam”"]),
        ("Brook stressed the “old bond” between both towns.", "mixed", "Brook", ["the “old bond” between both towns"]),
        ("Brook said that the weir was “a trap” for eels.", "mixed", "Brook", ["that the weir was “a trap” for eels"]),
        ("Brook accused the council of hiding the eels.", "indirect", "Brook", ["the council of hiding the eels"]),
        ("His claim that eels had died was false.", "indirect", "His", ["that eels had died"]),
        ("It was reported that eels had died.", "indirect", None, ["that eels had died"]),
        (
            "Critics who oppose the weir say it kills eels.",
            "indirect",
            "Critics who oppose the weir",
            ["it kills eels"],
        ),
        ("“We stay,” said Ana Brook, 54, a miller.", "direct", "Ana Brook, 54, a miller", ["“We stay,”"]),
        ("“We stay,” said a spokesman for the council, Otto Reed.", "direct", None, []),
        ("“We stay,” said Ana Brook and Otto Reed.", "direct", "Ana Brook and Otto Reed", ["“We stay,”"]),
        ("“We stay,” said Ana Brook of the Mill Trust.", "direct", "Ana Brook of the Mill Trust", ["“We stay,”"]),
        ("“We stay,” said Ana Brook, who left.", "direct", "Ana Brook", ["“We stay,”"]),
        ("“We stay,” she said.", "direct", "she", ["“We stay,”"]),
        ("“We stay,” said Minister Otto Reed, director of the mill.", "direct", None, []),
        ("The weir will be shut by noon, said Otto Reed.", "indirect", "Otto Reed", ["The weir will be shut by noon"]),
        ("The eels, as Brook rightly says, are clever.", "indirect", "Brook", ["The eels", "are clever"]),
        (
            "It was luck to find it, Ana Brook says, and luckier still that it holds.",
            "indirect",
            "Ana Brook",
            ["It was luck to find it", "and luckier still that it holds"],
        ),
        (
            "The pump failed, Ana Brook said, and not once since.",
            "indirect",
            "Ana Brook",
            ["The pump failed", "and not once since"],
        ),
        ("Fares rose, Ana Brook said, but only in May.", "indirect", "Ana Brook", ["Fares rose", "but only in May"]),
        ("Fares rose, Ana Brook said, so that few came.", "indirect", "Ana Brook", ["Fares rose", "so that few came"]),
        (
            "Eels had died in May, the Water Board has since confirmed.",
            "indirect",
            "the Water Board",
            ["Eels had died in May"],
        ),
        (
            "Eels may come back, its authors say, although they stress that it leaks.",
            "indirect",
            "its authors",
            ["Eels may come back"],
        ),
        ("It was cold, Ana Brook said, so cold that eels died.", "indirect", "Ana Brook", ["It was cold"]),
        ("Brook left, with a glance at Otto Reed, who said it leaked.", "indirect", "Otto Reed", ["it leaked"]),
        ("According to a report seen by the Ferry Post, eels had died.", "indirect", "a report", ["eels had died"]),
        ("Brook said that it leaks, before adding: “For now.”", "direct", "Brook", ["“For now.”"]),
        ("Brook said that it leaks, before adding: “For now.”", "indirect", "Brook", ["that it leaks"]),
        (
            "The authors write that “it leaks”, but argue that it will hold.",
            "mixed",
            "The authors",
            ["that “it leaks”"],
        ),
        (
            "The authors write that “it leaks”, but argue that it will hold.",
            "indirect",
            "The authors",
            ["that it will hold"],
        ),
        (
            "A spokesman for the charity Delta Rivers said it leaked.",
            "indirect",
            "A spokesman for the charity Delta Rivers",
            ["it leaked"],
        ),
        ("As my mother used to say, eels are clever.", "indirect", "my mother", ["eels are clever"]),
        ("According to the minutes, eels had died.", "indirect", "the minutes", ["eels had died"]),
        ("“A trap,” as Brook called it, is what it is.", "direct", "Brook", ["“A trap,”"]),
        ("As Brook said in May, “we stay here.”", "direct", "Brook", ["“we stay here.”"]),
        ("Eels had died, according to “two millers”.", "indirect", "“two millers”", ["Eels had died"]),
        ("It seems the eels had died according to Brook.", "indirect", "Brook", ["the eels had died"]),
        (
            "According to a report by the mill’s team, it leaks at night.",
            "indirect",
            "the mill’s team",
            ["it leaks at night"],
        ),
        ("It leaks at night, according to a study by two millers.", "indirect", "two millers", ["It leaks at night"]),
        ("But according to Brook, the eels had died.", "indirect", "Brook", ["the eels had died"]),
        ("Brook’s warning that eels had died came late.", "indirect", "Brook", ["that eels had died"]),
        ("The allegations that eels had died were old.", "indirect", None, []),
        ("Brook lamented the fact that eels had died.", "indirect", "Brook", ["the fact that eels had died"]),
        ("Some people call this a farce.", "indirect", "Some people", ["this a farce"]),
        ("Brook described the weir as “a trap” and “a crime”.", "mixed", "Brook", []),
        ("In what one miller calls the latest “stress test” for eels, it shut.", "mixed", "one miller", []),
        ("Brook promised to open the gates.", "indirect", "Brook", ["to open the gates"]),
        ("Brook called on the council to act.", "indirect", "Brook", ["to act"]),
        ("Brook made it clear that the weir was hers.", "indirect", "Brook", ["that the weir was hers"]),
        ("Brook pointed out that the weir was hers.", "indirect", "Brook", ["that the weir was hers"]),
        ("Brook had at the time insisted that it was hers.", "indirect", "Brook", ["that it was hers"]),
        ("Brook went on to say that it was hers.", "indirect", "Brook", ["that it was hers"]),
        ("Having announced that it was hers, Brook left.", "indirect", "Brook", ["that it was hers"]),
        ("Six in 10 say she’s right.", "indirect", None, []),
        ("Brook said at least six eels had died.", "indirect", "Brook", ["at least six eels had died"]),
        ("Brook responded with “No” and left.", "direct", "Brook", ["“No”"]),
        ("Otto Reed, while talking of mills, eels and nets, stated that it was old.", "indirect", "Otto Reed", []),
        ("Justice Minister, Otto Reed, said it was old.", "indirect", "Justice Minister, Otto Reed", ["it was old"]),
        (
            "Ana Brook, a fellow at the Trust said it was old.",
            "indirect",
            "Ana Brook, a fellow at the Trust",
            ["it was old"],
        ),
        ("Brook said that it was old – this was true.", "indirect", "Brook", ["that it was old"]),
        ("Brook said that it was old; he said that it leaked.", "indirect", "he", ["that it leaked"]),
        ("Brook said that it was old, and he said nothing more.", "indirect", "Brook", ["that it was old"]),
        ("Brook accused Reed of stealing, a claim that Reed rejected.", "indirect", "Brook", ["Reed of stealing"]),
        ("Although Brook said it was old, nobody came.", "indirect", "Brook", ["it was old"]),
        ("Brook, who said it was old, left the room.", "indirect", "Brook", ["it was old"]),
        ("Brook said that it was old, that it leaked, and that it stank.", "indirect", "Brook", []),
        (
            "Brook said it was old and went on to praise the eels, saying “they shine”.",
            "direct",
            "Brook",
            ["“they shine”"],
        ),
        ("Brook said that “it is old” in May.", "mixed", "Brook", []),
        ("“Old and wet” is what Brook called it.", "direct", None, []),
        ("Brook said: it is old.", "indirect", "Brook", ["it is old"]),
        ("Another report on the old weir says it leaks.", "indirect", "Another report on the old weir", ["it leaks"]),
        ("On Monday in Ferry the miller said it leaks.", "indirect", "the miller", ["it leaks"]),
        ("His wife Ana Brook said it leaks.", "indirect", "His wife Ana Brook", ["it leaks"]),
        ("The University of Ferry said it leaks.", "indirect", "The University of Ferry", ["it leaks"]),
        ("Brook reminded us that it leaks.", "indirect", "Brook", ["that it leaks"]),
        ("The weir was described by Otto Reed as “a trap”.", "direct", None, []),
        ("Otto Reed left the mill and Ana Brook said it leaks.", "indirect", "Ana Brook", ["it leaks"]),
        ("The heron keeper Ana Brook said it leaks.", "indirect", "The heron keeper Ana Brook", ["it leaks"]),
        ("Near the old mill Ana Brook said it leaks.", "indirect", "Ana Brook", ["it leaks"]),
        ("Brook said it was old and called the weir a trap for eels.", "indirect", "Brook", ["it was old"]),
        ("Brook said it was old and told the others that it leaks.", "indirect", "Brook", ["that it leaks"]),
        ("Brook said that it was old, adding that it leaks.", "indirect", "Brook", ["that it leaks"]),
        ("Brook said that it was old and then claimed it leaks.", "indirect", "Brook", ["that it was old"]),
        ("Brook wrote that eels had died, Reed said.", "indirect", "Brook", ["that eels had died"]),
        ("Brook said on Friday that it leaks.", "indirect", "Brook", ["that it leaks"]),
        (
            "Despite that, Brook of Ferry Town said they will stay.",
            "indirect",
            "Brook of Ferry Town",
            ["they will stay"],
        ),
        ("Brook says that.", "indirect", None, []),
        ("Brook told him to leave.", "indirect", "Brook", ["to leave"]),
        ("In ‘The Old Mill’ Brook wrote that it leaks.", "indirect", "Brook", ["that it leaks"]),
        ("Brook asked Reed what the eels eat.", "indirect", None, []),
        ("Brook, 54, said it leaks.", "indirect", None, []),
        ("Brook’s reports and claims are many, she said.", "indirect", "she", []),
        ("Ana “Eel” Brook said it leaks.", "indirect", "Ana “Eel” Brook", ["it leaks"]),
        ("Ana Brook and Otto Reed argued that it kills.", "indirect", "Ana Brook and Otto Reed", ["that it kills"]),
    ],
)
def test_a_sentence_gives_its_source_and_content(sentence, kind, mention, parts):
    told = found("The news was bad.", sentence)
    if parts:
        assert (kind, mention, parts) in told
    elif mention is not None:
        assert mention in [m for _, m, _ in told]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brook wrote a book titled “The Weir Is Ours”.",
        "She read his article “The Weir Is Ours” at noon.",
        "They call it a “weir” there.",
        "I said that we would stay.",
        "The report was long and the claims were old.",
        "His visit shows that the weir matters.",
        "Brook did not say that the weir was shut.",
        "Brook believes that eels are clever.",
        "The “old mill” is shut.",
    ],
)
def test_words_without_a_speaker_are_no_quotation(sentence):
    assert [kind for kind, mention, _ in found("The news was bad.", sentence) if mention not in {"They", None}] == []


def test_content_ends_where_the_author_or_the_next_cue_begins():
    sentence = "Brook said that eels had died, although nobody came, and added that the gates were shut."
    assert ("indirect", "Brook", ["that eels had died"]) in found("News.", sentence)


def test_an_outlet_is_named_next_to_its_words():
    made = article("News.", "“It is shut,” wrote Ana Brook in the Ferry Post.")
    (only,) = attribute(made)
    assert only.outlet is not None
    assert only.outlet.of(made.text) == "Ferry Post"


def test_the_head_is_the_name_without_title_and_apposition():
    made = article("News.", "Professor Ana Brook, a fellow at the Weir Institute, said that it was shut.")
    (only,) = attribute(made)
    assert only.head is not None
    assert only.head.of(made.text) == "Ana Brook"
    assert only.cue is not None
    assert only.cue.of(made.text) == "said"
    assert "said" in only.evidence
