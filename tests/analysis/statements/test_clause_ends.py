"""Where the words of one speaker end and those of another begin, and which words are a statement at all."""

import pytest

from tests.analysis.short_attribution import found

STATEMENTS = [
    # a relative clause with “whom” belongs to its own verb
    ("Brook picked Reed, whom she said was too young to judge.", [("she", ["was too young to judge"])]),
    ("The guild backed Berg, whom Brook said had left.", [("Brook", ["had left"])]),
    (
        "While the guild agreed with it, Brook disagreed with the choice of Reed, whom he said was too young.",
        [("he", ["was too young"])],
    ),
    # another speaker's clause after “however”, after “but” and a subordinate clause, and with a user name
    (
        "Brook said that the weir is old, however the millers say that it holds.",
        [("Brook", ["that the weir is old"]), ("the millers", ["that it holds"])],
    ),
    ("Brook said that the weir, however old, holds.", [("Brook", ["that the weir, however old, holds"])]),
    (
        "It was reported that the weir leaked, but as the night went on, the millers confirmed that it held.",
        [(None, ["that the weir leaked"]), ("the millers", ["that it held"])],
    ),
    (
        "Brook said that it leaked, but when it rained, the mill stood still.",
        [("Brook", ["that it leaked, but when it rained, the mill stood still"])],
    ),
    (
        "Brook says that the law is a first step, and Otto Berg [es] (@berg) tweets:",
        [("Brook", ["that the law is a first step"])],
    ),
    (
        "Brook says that the law is good, and Otto Berg (a miller) votes for it.",
        [("Brook", ["that the law is good, and Otto Berg (a miller) votes for it"])],
    ),
    (
        "Brook regrets that the town cannot pay, but asks for it to be helped.",
        [("Brook", ["that the town cannot pay"]), ("Brook", ["for it to be helped"])],
    ),
    # what is done in the past belongs to what somebody says now, not to what was said in the past
    (
        "Brook says they broke the lock, blamed the miller and fled to the coast.",
        [("Brook", ["they broke the lock, blamed the miller and fled to the coast"])],
    ),
    # a relative clause with the cue closes at a comma only before the main verb
    (
        "“It is late,” said Brook, who added that the gates, which are old, leak, and that nobody came.",
        [("Brook", ["“It is late,”"]), ("Brook", ["that the gates, which are old, leak, and that nobody came"])],
    ),
    (
        "The charge was denied by Brook, who noted that the guild has a school, led by a miller.",
        [("Brook", ["that the guild has a school, led by a miller"])],
    ),
    ("Brook, who noted that the guild has a school, left.", [("Brook", ["that the guild has a school"])]),
    # a content inside a dependent clause ends before the main clause, wherever that clause begins
    (
        "Brook, who backed the plan in May and said that it was cheap, later left the guild.",
        [("Brook", ["that it was cheap"])],
    ),
    ("Brook, although she said that it was cheap, later left the guild.", [("she", ["that it was cheap"])]),
    (
        "However, shortly after Brook said that the weir was safe, the guild shut it.",
        [("Brook", ["that the weir was safe"])],
    ),
    (
        "When Brook thanked the town and said that it was cheap, nobody clapped.",
        [("Brook", ["that it was cheap"])],
    ),
    (
        "Brook, who ran the mill as a young man, said that in May, when it rained, the weir broke.",
        [("Brook", ["that in May, when it rained, the weir broke"])],
    ),
    (
        "Brook, the miller who built it, said that it was cheap, but the guild paid for it.",
        [("Brook, the miller", ["that it was cheap, but the guild paid for it"])],
    ),
    (
        "Although the rebels claim to be inspired by Reed, the council keeps away from them.",
        [("the rebels", ["to be inspired by Reed"])],
    ),
    (
        "Lisk, which has in the past warned that it would leave, responded that it could wait.",
        [("Lisk", ["that it would leave"]), ("Lisk", ["that it could wait"])],
    ),
    # another saying of the same speaker after “but”, also with an adverb before its verb
    (
        "Brook said that it leaks but he later told reporters that it holds.",
        [("Brook", ["that it leaks"]), ("he", ["that it holds"])],
    ),
    # a name in -ing is no gerund
    ("Beijing says it has been late.", [("Beijing", ["it has been late"])]),
    # a clause that modifies a subject ends before the main verb
    (
        "Brook’s claim that goods made in Tarn are taxed after leaving it is doubted.",
        [("Brook", ["that goods made in Tarn are taxed after leaving it"])],
    ),
    ("Brook’s claim that she will stand by that plan is doubted.", [("Brook", ["that she will stand by that plan"])]),
    (
        "Brook said that the fare could not, in fact, be claimed later.",
        [("Brook", ["that the fare could not, in fact, be claimed later"])],
    ),
    # a colon inside a clause explains it
    (
        "Brook said that the town had one aim: peace with the guild.",
        [("Brook", ["that the town had one aim: peace with the guild"])],
    ),
    # a relative clause that describes a thing is said, a remark on the whole is not
    (
        "Brook said that two shells had hit the port, which has been closed since May.",
        [("Brook", ["that two shells had hit the port, which has been closed since May"])],
    ),
    ("Brook said that the port was shut, which angered the guild.", [("Brook", ["that the port was shut"])]),
    # what somebody was accused of, with and without the accuser
    ("The guild was accused on Monday of hiding the figures.", [(None, ["of hiding the figures"])]),
    (
        "On Monday Brook accused Reed, Berg and Trask of hiding the figures.",
        [("Brook", ["Reed, Berg and Trask of hiding the figures"])],
    ),
    # a clause after an opening phrase and “as X notes”; a subject and its predicate around “X said”
    (
        "For example, as Brook notes, being able to swim helps a miller.",
        [("Brook", ["being able to swim helps a miller"])],
    ),
    ("The reason, Brook said, is “we are all late”.", [("Brook", ["The reason", "is “we are all late”"])]),
    # after “said” a long noun phrase begins a clause, whatever its verb
    (
        "Brook said the two raised thirty crowns for the mill.",
        [("Brook", ["the two raised thirty crowns for the mill"])],
    ),
    ("Brook said a short prayer.", []),
    # an inverted verb with an auxiliary has somebody who speaks after it
    ("Fans, who were called “little eels”, have criticized the decision.", []),
    ("The tale of the “lost mill” somehow confirmed rumours in the town.", []),
    ("“The mill is lost,” has said the mayor.", [("the mayor", ["“The mill is lost,”"])]),
    # what somebody is called: the marks alone after “what”, and after an aside about them
    ("It was what millers are calling a “landslide” victory.", [("millers", ["“landslide”"])]),
    ("Brook called Otto Berg, the judge of Tarn, a “bully” and left.", [("Brook", ["“bully”"])]),
    ("Brook called the council, which met on Monday, a “circus”.", [("Brook", ["“circus”"])]),
    ("Brook called the hall, a large one, and heard a “groan”.", []),
    # after marks the speaker's next verb follows, with or without a comma; a list; only the marks after “, but”
    (
        "Brook told us the miller will be “held for two years” adding that he is well.",
        [("Brook", ["the miller will be “held for two years”"]), ("Brook", ["that he is well"])],
    ),
    (
        "Brook said there was no sign that credit card, banking or other data was lost.",
        [("Brook", ["there was no sign that credit card, banking or other data was lost"])],
    ),
    # a document's noun with a participle; what precedes “to” in a wish
    ("The mill lost money, newly released files show.", [("newly released files", ["The mill lost money"])]),
    ("Brook called for anglers to march.", [("Brook", ["for anglers to march"])]),
    # a noun after marks that modify it is no name's apposition
    (
        "Reed should not apologise for his “late” comment to a reporter, Brook said.",
        [("Brook", ["Reed should not apologise for his “late” comment to a reporter"])],
    ),
    # the speaker's next verb after “and”, also with a noun for what is said, and what the speaker does not tell
    (
        "Bakers have protested that millers are being fined for a flood not of their making and warned of “trouble”.",
        [("Bakers", ["that millers are being fined for a flood not of their making"]), ("Bakers", ["“trouble”"])],
    ),
    (
        "The Herald reports that a driver was a guard and expresses concern that the council may hide it.",
        [("The Herald", ["that a driver was a guard"]), ("The Herald", ["that the council may hide it"])],
    ),
    (
        "Guards said on Monday that Brook had drawn the plan as well, but they did not offer details.",
        [("Guards", ["that Brook had drawn the plan as well"])],
    ),
    (
        "Brook explains that the prize did not come by chance, but was rather due to luck.",
        [("Brook", ["that the prize did not come by chance, but was rather due to luck"])],
    ),
    # an aside between dashes, one before the main verb, and a relative clause about the speaker
    (
        "An article published in May, claiming that most millers were robbed, has caused a stir.",
        [("An article", ["that most millers were robbed"])],
    ),
    (
        "A baker who claims he was shut out because of his trade said Tuesday that the guild is worse.",
        [("A baker", ["he was shut out because of his trade"]), ("A baker", ["that the guild is worse"])],
    ),
    (
        "Guards lose time, they argue, when they could be looking for thieves.",
        [("they", ["Guards lose time", "when they could be looking for thieves"])],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), STATEMENTS, ids=[sentence for sentence, _ in STATEMENTS])
def test_each_speaker_has_their_own_clause(sentence: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert [(mention, parts) for _, mention, parts in found(sentence)] == expected
