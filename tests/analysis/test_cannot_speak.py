"""What cannot speak is nobody's voice, and the next who can is heard instead, on invented texts."""

import pytest

from reader.analysis import analyse
from tests.analysis.attributing import article

BLOCK = "The gates are shut, and nobody told us why. We have waited for weeks!"


def heard(*paragraphs: str) -> list[str | None]:
    """The names of the speakers of the quotations in these paragraphs."""
    found = analyse(article(*paragraphs))
    names = {voice.id: voice.name for voice in found.voices}
    return [None if q.voice is None else names[q.voice] for q in found.quotations]


THINGS = [  # who is heard in a sentence
    ("Ada Roe opened the weir and called it “a day of joy” – a move cheered by many.", ["Ada Roe"]),
    ("Roe swore: “We will never open it again” – a decision welcomed by many.", ["Roe"]),
    ("“We will never open it again” – a miller told us.", ["a miller"]),
    ("The explosion suggested that the weir was old.", []),
    ("Forty millers bravely published [fa] a statement saying that it leaks.", ["Forty millers"]),
    ("Two unions drafted a petition demanding that the weir be opened.", ["Two unions"]),
    ("Ada Roe received a letter saying that it leaks.", ["a letter"]),
    ("Ada Roe left the strike after it began, saying that it leaks.", ["Ada Roe"]),
    ("UPDATE: Ada Roe left the strike after it began, saying that it leaks.", ["Ada Roe"]),
    ("Ada Roe left the strike after Ivo Lind spoke, saying that it leaks.", ["Ada Roe"]),
    ("Comments: “It rains.”", [None]),
    ("Lind: “It rains.”", ["Lind"]),
    ("Some organisations including Tarn Watch said that it leaks.", ["Some organisations including Tarn Watch"]),
    ("Some plan a trip with the windfall and others complain that it is too little.", ["others"]),
]


@pytest.mark.parametrize(("sentence", "names"), THINGS)
def test_a_thing_or_an_event_says_nothing(sentence, names):
    assert heard(sentence) == names


LEAD_INS = [  # who is heard in the block under a lead-in
    ("The protests went on in Tarn, and the anger grew as Ada Roe wrote:", ["Ada Roe"]),
    ("Four days before the march, activist Ada Roe laid out her reasons, comparing it to 1990:", ["Ada Roe"]),
    ("On a page made in order to share news of the protests says:", ["a page"]),
]


@pytest.mark.parametrize(("leadin", "names"), LEAD_INS)
def test_a_thing_or_an_event_leads_into_nothing(leadin, names):
    assert heard(leadin, BLOCK, "It rained.") == names


LABELS = [  # whose a paragraph under a label is, between two posts
    ("Terms of Use: https://tarn.example/terms", []),
    ("Terms of Use: the weir is shut, and nobody told us why.", []),
    ("Ada Roe: the weir is shut, and nobody told us why.", ["Ada Roe"]),
]


@pytest.mark.parametrize(("paragraph", "names"), LABELS)
def test_a_label_that_says_what_follows_is_nobody(paragraph, names):
    found = heard("Ivo Lind tweeted:", "@ivolind: It leaks. #tarn", paragraph, "It rained.")
    assert found == ["Ivo Lind", *names]
