"""What a plain text states about itself."""

import pytest

from reader.sources import load
from reader.sources.text.stated_facts import find_date, is_byline, is_date_line
from tests.sources.sample_article import LEAD, REPLY, TITLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Posted 4 May 2021", "2021-05-04"),
        ("May 4, 2021", "2021-05-04"),
        ("Sept. 30th 1999 at noon", "1999-09-30"),
        ("1st of June 2020", "2020-06-01"),
        ("updated 2021-12-31T10:00", "2021-12-31"),
        ("2021-13-01", None),
        ("Feb 45, 2021", None),
        ("on a day in May", None),
    ],
)
def test_a_date_is_found_in_every_form(text, expected):
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "line",
    ["By Mira Oland", "by Mira Oland and Ruben de la Cour", "Words by Mira Oland", "By MIRA OLAND | Ansel Courier"],
)
def test_a_byline_is_recognized(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By the river",
        "By Tuesday Night the River Had Risen to the Quay",
        "By Tuesday Night it rose",
        "Mira Oland",
        "By noon, nobody slept",
    ],
)
def test_a_line_that_only_begins_like_a_byline_is_not_one(line):
    assert not is_byline(line)


def test_a_headline_with_a_date_in_it_is_not_a_date_line():
    assert is_date_line("Updated: Tuesday, 4 May 2021, 10:30 am")
    assert not is_date_line("The ferry timetable of 4 May 2021 explained")
    assert not is_date_line("No date here")


@pytest.mark.parametrize(
    ("top", "byline", "outlet", "published"),
    [
        ("By Mira Oland\n\n4 May 2021", "Mira Oland", None, "2021-05-04"),
        ("By Mira Oland | Harbour News for Ansel Courier", "Mira Oland", "Ansel Courier", None),
        ("By Mira Oland, 4 May 2021", "Mira Oland", None, "2021-05-04"),
        ("Mira Oland\n4 May 2021", "Mira Oland", None, "2021-05-04"),
        ("By Mira Oland, 4 May", "Mira Oland", None, None),
        ("By Mira Oland | updated 3 hours ago", "Mira Oland", None, None),
        ("By Mira Oland - Tuesday 10:30", "Mira Oland", None, None),
        ("By Mira Oland and Ruben de la Cour, Political Editors", "Mira Oland and Ruben de la Cour", None, None),
        ("By Mira Oland, Harbour reporter", "Mira Oland", None, None),
        ("By Mira Oland, Chief Correspondent for The Ansel Courier", "Mira Oland", "The Ansel Courier", None),
        ("By Mira Oland, Health Correspondent, Sunday Post", "Mira Oland", "Sunday Post", None),
        ("By Mira Oland in Port Ansel", "Mira Oland", None, None),
        (
            "A caption of some length stands here above the byline, as captions do, and it is over twenty words long in all.\n\nBy Mira Oland",
            "Mira Oland",
            None,
            None,
        ),
        (
            "PORT ANSEL (Reuters) - A ferry that was to be withdrawn will run for another year, the council of the town decided on Tuesday night.",
            None,
            "Reuters",
            None,
        ),
        (
            "AFP — A ferry that was to be withdrawn will run for another year, the council of the town decided on Tuesday night after a vote.",
            None,
            "AFP",
            None,
        ),
    ],
)
def test_facts_near_the_headline_are_read(top, byline, outlet, published):
    article = load("-", stdin=f"{TITLE}\n\n{top}\n\n{LEAD}\n\n{REPLY}\n".encode())
    assert (article.byline, article.outlet, article.published) == (byline, outlet, published)
    assert not any(block.hidden for block in article.blocks)


def test_a_date_in_running_text_is_not_the_date_of_publication():
    article = load(
        "-", stdin=f"{TITLE}\n\nThe vote of 4 May 2021 was close.\n\n{LEAD}\n\n{REPLY}\n\nBy Mira Oland\n".encode()
    )
    assert (article.published, article.byline) == (None, None)
