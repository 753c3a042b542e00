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
        [("Brook", ["that the town cannot pay"]), ("Brook", ["to be helped"])],
    ),
    # an inverted verb with an auxiliary has somebody who speaks after it
    ("Fans, who were called “little eels”, have criticized the decision.", []),
    ("The tale of the “lost mill” somehow confirmed rumours in the town.", []),
    ("“The mill is lost,” has said the mayor.", [("the mayor", ["“The mill is lost,”"])]),
    # what somebody is called: the marks alone after “what”, and after an aside about them
    ("It was what millers are calling a “landslide” victory.", [("millers", ["“landslide”"])]),
    ("Brook called Otto Berg, the judge of Tarn, a “bully” and left.", [("Brook", ["“bully”"])]),
    ("Brook called the council, which met on Monday, a “circus”.", [("Brook", ["“circus”"])]),
    ("Brook called the hall, a large one, and heard a “groan”.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), STATEMENTS, ids=[sentence for sentence, _ in STATEMENTS])
def test_each_speaker_has_their_own_clause(sentence: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert [(mention, parts) for _, mention, parts in found(sentence)] == expected
