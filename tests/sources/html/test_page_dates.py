import pytest
from lxml.html import document_fromstring

from reader.sources.html import page_dates
from tests.cpu_time import growth


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2021-05-04T10:00:00Z", "2021-05-04"),
        ("2021/05/04", "2021-05-04"),
        ("20210504", "2021-05-04"),
        ("Tue, 04 May 2021 16:07:38 -0600", "2021-05-04"),
        ("Tue May 04 2021 03:05:46 GMT+0000", "2021-05-04"),
        ("4.5.2021", "2021-05-04"),
        ("2021年5月4日", "2021-05-04"),
        ("2021-13-04", None),
        ("20211399", None),
        ("40.5.2021", None),
        ("5/4/2021", None),
        ("13/4/2021", "2021-04-13"),
        ("4/13/2021", "2021-04-13"),
        ("4/4/2021", "2021-04-04"),
        ("Tue, 05/04/2021 - 10:00", "2021-05-04"),
        ("Mon, 05/04/2021 - 10:00", "2021-04-05"),
        ("Fri, 05/04/2021 - 10:00", None),
        ("30/31/2021", None),
        ("4. Mai 2021", "2021-05-04"),
        ("1er août 2021", "2021-08-01"),
        ("4 de mayo de 2021", "2021-05-04"),
        ("le 4 février 2021 à 10 h", "2021-02-04"),
        ("4 boats 2021", None),
        ("Mai 4, 2021", "2021-05-04"),
        ("Juni 4th, 2021", "2021-06-04"),
        ("boats 4, 2021", None),
        ("1970-01-01T00:00:00Z", None),
        ("soon", None),
        (20210504, None),
        (None, None),
    ],
)
def test_a_date_is_parsed_in_any_form_with_a_certain_order(stated, date):
    assert page_dates.parse_date(stated) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://courier.invalid/2021/05/04/ferry", "2021-05-04"),
        ("https://courier.invalid/news/2021-05-04-ferry", "2021-05-04"),
        ("https://courier.invalid/2021/may/04/ferry", "2021-05-04"),
        ("https://courier.invalid/ferry-20210504/", "2021-05-04"),
        ("https://courier.invalid/ferry-20219999/", None),
        ("https://courier.invalid/2021/99/04/ferry", None),
        ("https://courier.invalid/2021/bay/04/ferry", None),
        ("https://courier.invalid/2021/05/ferry", None),
        ("https://courier.invalid/home/2021/5/4/ferry", "2021-05-04"),
        ("https://courier.invalid/2021/town/05/04/ferry.html", "2021-05-04"),
        ("https://courier.invalid/2021/town/river/05/04/ferry.html", None),
        ("https://courier.invalid/?d=/2021/05/04/", None),
        (None, None),
    ],
)
def test_a_date_in_the_address_is_used(url, date):
    assert page_dates.date_from_url(url) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("17.7.11", "2011-07-17"),
        ("Ansel, 04.05.21, 10:00 Uhr", "2021-05-04"),
        ("4.5.2021", "2021-05-04"),
        ("May 4, 2021 | 4.5.11", "2021-05-04"),
        ("31.2.21", None),
        ("4.5.77", None),
        ("1.4.5.21", None),
        ("version 4.5.21.", None),
        ("4.5", None),
        ("4/5/21", None),
        ("4/13/21 10:30am", "2021-04-13"),
        ("", None),
    ],
)
def test_a_year_of_two_digits_is_read_in_a_line_beside_an_article(line, date):
    assert page_dates.find_line_date(line) == date


def test_a_year_of_two_digits_is_not_read_elsewhere():
    assert page_dates.parse_date("17.7.11") is None


def find_on_page(markup):
    tree = document_fromstring(f"<body>{markup}</body>")
    return page_dates.find_page_date(tree, next(tree.iter("h1"), None))


HEADLINE = "<h1>The ferry stays</h1>"


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        (HEADLINE + '<time datetime="2021-05-04">yesterday</time>', "2021-05-04"),
        (HEADLINE + "<time>May 4, 2021</time>", "2021-05-04"),
        (HEADLINE + "<time>Updated June 1, 2021</time><time>May 4, 2021</time>", "2021-05-04"),
        (
            HEADLINE + '<time class="updated">June 1, 2021</time><time class="published">May 4, 2021</time>',
            "2021-05-04",
        ),
        (HEADLINE + '<time class="published updated">May 4, 2021</time>', "2021-05-04"),
        (
            HEADLINE
            + '<p class="date">Updated <time>June 1, 2021</time> <time class="published">May 4, 2021</time></p>',
            "2021-05-04",
        ),
        (HEADLINE + "<time>Last updated June 1, 2021</time>", "2021-06-01"),
        (HEADLINE + "<p>By Mira Oland</p><p>May 4, 2021</p>", "2021-05-04"),
        (HEADLINE + "<p>By Mira Oland</p><p>On May 4, 2021 the ferry was late for the first time in years.</p>", None),
        (HEADLINE + '<div class="byline">REUTERS <b>4 MAY 2021</b></div>', "2021-05-04"),
        (HEADLINE + '<p class="date">Updated: May 6, 2021. Posted: May 4, 2021</p>', "2021-05-04"),
        (HEADLINE + '<p class="meta">Posted soon, 4 May 2021 at the latest</p>', "2021-05-04"),
        (HEADLINE + '<p class="date">Posted: later. May 4, 2021</p>', "2021-05-04"),
        (HEADLINE + '<p class="time">noon</p><p class="date">4. Mai</p>', None),
        ("<p class='date'>May 4, 2021</p><div><h1>The ferry stays</h1></div>", "2021-05-04"),
        ("<p>Published May 4, 2021</p><h1>The ferry stays</h1>", "2021-05-04"),
        ('<time datetime="2020-01-01">x</time>' + HEADLINE + '<time datetime="2021-05-04">x</time>', "2021-05-04"),
        ('<i itemprop="datePublished" content="2021-05-04"></i>' + HEADLINE + "<time>May 9, 2021</time>", "2021-05-04"),
        (
            HEADLINE + '<p class="date"><span class="updated">2021-06-01</span><span>May 4, 2021</span> |</p>',
            "2021-05-04",
        ),
        (HEADLINE + f'<p class="postmetadata">Written on May 4, 2021. {"You may answer. " * 20}</p>', "2021-05-04"),
        (HEADLINE + '<p class="time today">May 9, 2021</p><p class="date">May 4, 2021</p>', "2021-05-04"),
        (HEADLINE + "<p>It rained.</p><ul><li><b>Date</b> 4.5.2021</li></ul>", "2021-05-04"),
        (HEADLINE + "<aside><dl><dt>Datum</dt><dd>4.5.2021</dd></dl></aside>", "2021-05-04"),
        (
            '<p class="date">Monday, 9.5.2021</p>' + HEADLINE + "<div><b>Source</b><br>PUBLISHED ON 4.5.2021</div>",
            "2021-05-04",
        ),
        (HEADLINE + '<div class="teaser"><p>Published May 4, 2021</p></div>', None),
        (HEADLINE + "<p>x</p>" * 3 + "<p>Date</p><p>The ferry was late.</p><p>May 4, 2021</p>", None),
        (HEADLINE + "<blockquote><time>May 4, 2021</time></blockquote>", None),
        (HEADLINE + '<p class="citation-date">May 4, 2021</p>', None),
        ('<div class="comments"><time datetime="2021-05-04">x</time></div>', None),
        ('<aside class="teaser"><p class="date">May 4, 2021</p></aside>', None),
        (HEADLINE + f'<div class="date">{"Late. " * 50}May 4, 2021</div>', None),
        ("<time>May 4, 2021</time>", "2021-05-04"),
        ("<p>May 4, 2021</p>", None),
    ],
)
def test_the_date_on_a_page_is_found(markup, date):
    assert find_on_page(markup) == date


@pytest.mark.parametrize(
    ("stated", "created", "url", "shown", "day"),
    [
        (["2021-05-04"], [], None, "May 9, 2021", "2021-05-04"),
        (["2021-05-04", "2021-05-09"], [], None, "May 9, 2021", "2021-05-09"),
        (["2021-05-04", "2021-05-09"], [], None, "May 8, 2021", "2021-05-04"),
        (["2021-05-09"], [], "https://courier.invalid/2021/05/04/ferry", "", "2021-05-04"),
        (["2021-05-05"], [], "https://courier.invalid/2021/05/04/ferry", "", "2021-05-05"),
        (["2021-05-03"], [], "https://courier.invalid/2021/05/04/ferry", "", "2021-05-03"),
        ([], ["2021-05-09"], None, "May 4, 2021", "2021-05-04"),
        ([], ["2021-05-04"], None, "May 9, 2021", "2021-05-04"),
        ([], ["2021-05-04"], None, "", "2021-05-04"),
        ([], [], "https://courier.invalid/2021/05/04/ferry", "May 9, 2021", "2021-05-04"),
        ([], [], None, "May 9, 2021", "2021-05-09"),
        ([], [], None, "", None),
    ],
)
def test_the_day_is_chosen_among_what_the_page_states_shows_and_has_in_its_address(stated, created, url, shown, day):
    tree = document_fromstring(f"<body>{HEADLINE}<p class='date'>{shown}</p></body>")
    assert page_dates.choose_day(stated, created, url, tree, next(tree.iter("h1"))) == day


def test_the_time_of_a_quoted_post_is_not_the_articles():
    tree = document_fromstring("<body><blockquote><time datetime='2021-05-01'>x</time></blockquote></body>")
    assert page_dates.find_first_time(tree) is None


@pytest.mark.no_cover
def test_time_grows_with_the_dates_of_a_page_and_not_faster():
    def find(count):
        dates = "<p class=date>soon</p>" * count
        tree = document_fromstring(f"<body>{dates}<time datetime='2021-05-04'>x</time></body>")
        assert page_dates.find_page_date(tree, None) is None  # it is not looked for among so many
        assert page_dates.find_first_time(tree) == "2021-05-04"

    assert growth(find, 4000, 40_000) < 20


@pytest.mark.parametrize(
    "before", ["<script>1</script>", "<nav>a</nav>", "<aside class='related'>a</aside>", "<b>x</b>"]
)
def test_a_label_behind_an_element_that_is_not_read_counts(before):
    page = document_fromstring(f"<div>{before}Published: 4.5.2021</div>")
    assert page_dates.find_page_date(page, None) == "2021-05-04"
