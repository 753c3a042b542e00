"""The date and the author in the lines beside the text of an article."""

import pytest

from reader.sources.html.facts_around_text import correct_day, find_facts
from reader.sources.html.page_reader import read_markup
from tests.sources.sample_article import html


@pytest.mark.parametrize(
    ("lines", "byline", "published"),
    [
        (["Von Mira Oland"], "Mira Oland", None),
        (["Par Mira Oland et Ruben Loy"], "Mira Oland, Ruben Loy", None),
        (["Por Mira Oland"], "Mira Oland", None),
        (["4. Mai 2021, 10:00 Uhr Von Mira Oland"], "Mira Oland", "2021-05-04"),
        (["Veröffentlicht am 4.5.2021 durch Mira Oland"], "Mira Oland", "2021-05-04"),
        (["4.5.2021 | Von Mira Oland"], "Mira Oland", "2021-05-04"),
        (["Ansel Courier · By Mira Oland"], "Mira Oland", None),
        (["4 mai 2021 - Par Mira Oland"], "Mira Oland", "2021-05-04"),
        (["Written by Mira Oland on May 4, 2021"], "Mira Oland", "2021-05-04"),
        (["Text: Mira Oland"], "Mira Oland", None),
        (["17.7.11"], None, "2011-07-17"),
        (["Stand: 04.05.21"], None, "2021-05-04"),
        (["Port Ansel\nBy Mira Oland\nMay 4, 2021"], "Mira Oland", "2021-05-04"),
        (["By Mira Oland", "By Ruben Loy", "May 4, 2021", "May 9, 2021"], "Mira Oland", "2021-05-04"),
        (["Read it", "May 4, 2021"], None, "2021-05-04"),
        (["4.5.1921"], None, None),
        (["1.2.3 is out", "31.31.21", "version 2.5.99"], None, None),
        (["By the quay", "Von hier an", "Par la mer"], None, None),
        (["By Ansel Courier", "By Mira Oland, Ansel Courier"], "Mira Oland", None),
        (["By Northwire"], None, None),
        (["posted by Oland at 10:30"], "Oland", None),
        (["4.5.2021, 10:30 von mira_o"], "mira_o", "2021-05-04"),
        (["Von Mira am 4.5.2021, 10:30 | Fähren"], "Mira", "2021-05-04"),
        (["posted by admin at 10:30", "posted by staff at 10:30", "posted by ansel at 10:30"], None, None),
        (["Harbour Desk By Harbour Desk\non May 4, 2021", "-- By Mira Oland Follow @mira"], "Mira Oland", "2021-05-04"),
        (["By Harbour Desk"], "Harbour Desk", None),
        (["4/13/21", "4/5/21"], None, "2021-04-13"),
        ([f"By Mira Oland, {'who rows to the quay each day, ' * 5}"], None, None),
        ([], None, None),
    ],
)
def test_the_first_date_and_the_first_labelled_author_are_found(lines, byline, published):
    found = find_facts(lines, "Ansel Courier")
    assert (found.byline, found.published) == (byline, published)


@pytest.mark.parametrize(
    ("stated", "shown", "day"),
    [
        ("2021-05-05", "2021-05-04", "2021-05-04"),
        ("2021-06-01", "2021-05-31", "2021-05-31"),
        ("2021-05-04", "2021-05-05", "2021-05-04"),
        ("2021-05-06", "2021-05-04", "2021-05-06"),
        ("2021-05-04", "2021-05-04", "2021-05-04"),
        ("2021-05-04", None, "2021-05-04"),
        (None, "2021-05-04", "2021-05-04"),
        (None, None, None),
    ],
)
def test_the_shown_day_goes_before_a_stated_one_that_is_the_next(stated, shown, day):
    assert correct_day(stated, shown, [] if shown is None else [shown]) == day


def test_a_stated_day_that_the_page_shows_as_well_is_right():
    lines = ["Statement of the town - May 4, 2021", "Published May 5, 2021"]
    assert correct_day("2021-05-05", "2021-05-04", lines) == "2021-05-05"


def test_a_stamp_in_utc_is_corrected_by_the_date_above_the_text():
    stamp = "<meta property='article:published_time' content='2021-05-05T02:30:00Z'>"
    page = html(head=stamp).replace("</h1>", "</h1><div><span>May 4, 2021, 10:30 p.m.</span></div>")
    assert read_markup(page, "https://courier.invalid/f").facts.published == "2021-05-04"
    assert read_markup(html(head=stamp), "https://courier.invalid/f").facts.published == "2021-05-05"


@pytest.mark.parametrize("shown", ["31.2.21", "31.6.2021", "February 30, 2021"])
def test_a_day_that_the_calendar_does_not_have_is_no_date(shown):
    page = html(head="<meta name='date' content='2021-05-04'>").replace("</h1>", f"</h1><div>{shown}</div>")
    assert read_markup(page, "https://courier.invalid/f").facts.published == "2021-05-04"
    assert find_facts([shown], None).published is None


def test_what_the_page_marks_goes_before_what_stands_beside_its_text():
    head = "<meta name='author' content='Mira Oland'><meta name='date' content='2021-05-04'>"
    page = html(head=head).replace("</h1>", "</h1><div><span>By Ruben Loy</span></div><div>July 17, 2011</div>")
    facts = read_markup(page, "https://courier.invalid/f").facts
    assert (facts.byline, facts.published) == ("Mira Oland", "2021-05-04")


def test_the_lines_below_the_text_are_read_as_well():
    page = html().replace("</article>", "</article><div>Von Mira Oland, 4.5.21</div>")
    facts = read_markup(page, "https://courier.invalid/f").facts
    assert (facts.byline, facts.published) == ("Mira Oland", "2021-05-04")


def test_a_heading_below_the_text_begins_other_articles():
    teaser = "<h3>Read on</h3><div>The town votes on the quay</div><div>Von Ruben Loy, 7.5.21</div>"
    facts = read_markup(html().replace("</article>", f"</article>{teaser}"), "https://courier.invalid/f").facts
    assert (facts.byline, facts.published) == (None, None)


def test_the_author_may_sign_the_text_of_an_agency_or_a_staff():
    head = "<meta name='author' content='Harbour Desk'>"
    page = html(head=head).replace("</article>", "<p>-- By Mira Oland</p></article>")
    assert read_markup(page, "https://courier.invalid/f").facts.byline == "Mira Oland"
    assert read_markup(html(head=head), "https://courier.invalid/f").facts.byline == "Harbour Desk"


def test_a_day_in_the_last_paragraph_is_what_the_article_tells_of_but_a_name_signs_it():
    found = find_facts(["5 May 2021"], None, signature="By Mira Oland, who had seen the vote of May 4, 2021")
    assert found.published == "2021-05-05"
    assert find_facts([], None, signature="The council had voted on May 4, 2021.").published is None
    assert find_facts([], None, signature="By Mira Oland").byline == "Mira Oland"
