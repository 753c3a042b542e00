import pytest
from lxml.html import document_fromstring

from reader.sources.html import bylines
from tests.cpu_time import growth


@pytest.mark.parametrize(
    ("stated", "outlet", "byline"),
    [
        ("Mira Oland", None, "Mira Oland"),
        ("By Mira Oland", None, "Mira Oland"),
        ("Analysis by Mira Oland, Courier Editor-at-large", "Ansel Courier", "Mira Oland"),
        ("Mira Oland, Ansel Business", "Ansel", "Mira Oland"),
        ("Mira Oland. Ansel International", None, "Mira Oland"),
        ("Mira Oland and Ruben Loy", None, "Mira Oland and Ruben Loy"),
        ("Mira Oland, Ruben Loy and Tessa Quill, Ansel Courier", "Ansel Courier", "Mira Oland, Ruben Loy, Tessa Quill"),
        ("Mira Oland, Ph.D.", None, "Mira Oland, Ph.D."),
        ("J. Oland", None, "J. Oland"),
        ("Text: Mira Oland", None, "Mira Oland"),
        ("di Mira Oland", None, "Mira Oland"),
        ("Di Wen", None, "Di Wen"),
        ("By Mira", None, "Mira"),
        ("Ansel Courier, Mira Oland", "Ansel Courier", "Mira Oland"),
        ("Super User", None, None),
        ("Reuters", None, "Reuters"),
        ("Ansel Courier, Port Ansel, Northland", "Ansel Courier", "Port Ansel"),
        ("Our Harbour Staff", None, None),
        ("name, email@example.invalid", None, None),
        ("Mira Oland, mira@courier.invalid", None, "Mira Oland"),
        ("Contributors to the harbour book", None, None),
        ("Ansel Courier Staff", "Ansel Courier", "Ansel Courier"),
        ("The harbour staff", None, "The harbour staff"),
        ("siteadmin", None, None),
        ("staff", None, None),
        ("https://courier.invalid/mira", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_byline_is_cleaned_of_job_titles_and_the_outlet(stated, outlet, byline):
    assert bylines.clean_byline(stated, outlet) == byline


def find_on_page(markup, outlet="Ansel Courier", *, headline=True):
    tree = document_fromstring(f"<body>{markup}<p>The ferry was late.</p></body>")
    heading = next(tree.iter("h1"), None) if headline else None
    return bylines.find_byline(tree, heading, outlet)


HEADLINE = "<h1>The ferry stays</h1>"


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<div class="byline">By Mira Oland</div>', "Mira Oland"),
        ('<p class="By-Line">by <a href="/m">Mira Oland</a> and <a href="/r">Ruben Loy</a></p>', "Mira Oland, Ruben Loy"),
        ('<p>By <a class="author" href="/m">Mira Oland</a>, <a class="author" href="/r">Ruben Loy</a></p>', "Mira Oland, Ruben Loy"),
        ('<p class="byline">By Mira Oland | Ansel Courier</p>', "Mira Oland"),
        ('<p class="byline">By Mira Oland and Ruben Loy Monday, May 3, 2021, 04:05 pm</p>', "Mira Oland, Ruben Loy"),
        ('<p class="byline">By Mira Oland Nov. 3, 2021</p>', "Mira Oland"),
        ('<p class="byline">by Mira Oland @mira May 3, 2021 • 2 min read</p>', "Mira Oland"),
        ('<p class="byline">By MIRA OLAND<br>Associated Press</p>', "MIRA OLAND"),
        ('<span class="author">Mira Oland</span><span class="role">Contributing Writer</span>', "Mira Oland"),
        ('<p class="byline">By Mira van der Oland, Jr., Chief Correspondent</p>', "Mira van der Oland"),
        ('<p class="byline">Posted by Mira</p>', "Mira"),
        ('<p class="byline">By Mira Oland Staff Writer</p>', "Mira Oland"),
        ('<p class="byline">By Mira Oland and Ruben Loy Associated Press</p>', "Mira Oland, Ruben Loy"),
        ('<p class="byline">By Mira Oland / Ansel Wire</p>', "Mira Oland"),
        ('<p class="byline">By Mira H. Sun and Ruben Last</p>', "Mira H. Sun, Ruben Last"),
        ('<p class="byline">By Mira Sun Sat. 3 May</p>', "Mira Sun"),
        ('<p class="byline">By Mira Sun Wed, May 3</p>', "Mira Sun"),
        ('<p class="byline">By Associated Press</p>', "Associated Press"),
        ('<p class="byline">By the Editorial Board</p>', None),
        ('<a rel="author" href="/mira">Mira</a>', "Mira"),
        ('<span itemprop="author">Mira</span>', "Mira"),
        ('<div class="author">Текст: Вера Ларина</div>', "Вера Ларина"),
        ('<p class="byline">Von <a href="/m">Mira Oland</a></p>', "Mira Oland"),
        ('<p class="author">Di Wen</p>', "Di Wen"),
        ("<p>By Mira Oland</p>", "Mira Oland"),
        ('<div itemprop="author">von <span>Autor:</span> <span itemprop="name">Mira Oland</span></div>', "Mira Oland"),
        ('<div itemprop="author">Autor/in: Mira Oland</div>', "Mira Oland"),
        ('<p class="author">von Mira</p>', "Mira"),
        ('<div class="text-autoren">Von Mira Oland</div>', "Mira Oland"),
        ('<p class="firma"><em>Mira Oland</em> | Port Ansel</p>', "Mira Oland"),
        ('<p>x</p><p>x</p><ul><li><a href="/autor/42/">Mira Oland</a></li></ul>', "Mira Oland"),
        ("<p>x</p><p>x</p><ul><li><b>Date</b> 4.5.2021</li><li><b>Author</b> Mira Oland </li></ul>", "Mira Oland"),
        ("<p>x</p><p>x</p><dl><dt>Author:</dt><dd>Mira Oland</dd><dt>Published:</dt><dd>May 4, 2021</dd></dl>", "Mira Oland"),
        ('<p>x</p><p>x</p><span class="username">mira_o42</span>', "mira_o42"),
        ('<p>x</p><p>x</p><span class="author vcard"><a class="url fn n" href="/?a=1">mira</a></span>', "mira"),
        ('<p>x</p><p>x</p><a rel="nofollow author" href="/?a=1">mira</a><p class="byline">By Ruben Loy</p>', "Ruben Loy"),
        ("<p>The town.</p><div class='entry-meta'>May 4<br>by Mira Oland</div>", "Mira Oland"),
    ],
)  # fmt: skip
def test_the_byline_on_a_page_is_found(markup, byline):
    assert find_on_page(HEADLINE + markup) == byline


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="byline">Follow us</p>',
        '<p class="byline">The town and the river</p>',
        '<p class="author">siteadmin</p>',
        '<a rel="author">siteadmin</a>',
        '<p class="author">Mira</p>',
        '<a rel="author">redaktion</a>',
        '<a rel="author">ansel</a>',
        '<span class="username">Author</span>',
        '<div class="comments"><span class="username">mira</span></div>',
        '<blockquote><p class="author">Mira Oland</p></blockquote>',
        '<figure><figcaption class="author">Mira Oland</figcaption></figure>',
        '<div class="views-row"><h3>More boats</h3><p class="byline">By Mira Oland</p></div>',
        '<p>x</p><p>x</p><a href="/people/gnu">WHO IS IT?</a>',
        '<p>x</p><p>x</p><a href="/authors/">All Our Authors</a>',
        "<p>x</p><p>x</p><p>Author</p><p>of the ferry plan</p>",
        '<p class="authority">Harbour Authority</p>',
        '<div class="comments"><p class="author">Mira Oland</p></div>',
        '<div class="related-teaser"><p class="byline">By Mira Oland</p></div>',
        '<nav><a class="author">Mira Oland</a></nav>',
        f'<div class="author-box">{"Mira Oland writes on ferries. " * 20}</div>',
        '<p class="byline"></p>',
        "<p>By night the ferry was late again.</p>",
        "<p>The town.</p><p>It rained.</p><p>By Mira Oland</p>",
        "<div class='entry-meta'>Ansel Harbour News</div>",
    ],
)
def test_an_element_without_a_name_or_of_another_article_is_not_a_byline(markup):
    assert find_on_page(HEADLINE + markup) is None


def test_a_headline_that_is_a_name_is_not_a_byline():
    assert find_on_page("<h1>Mira Oland</h1><p class=author>and others</p>") is None


def test_the_first_byline_below_the_headline_is_used():
    above = '<p class="byline">By Someone Else</p><p class="byline">By Tessa Quill</p>'
    below = '<p class="byline">By Mira Oland</p><p class="byline">By Ruben Loy</p>'
    assert find_on_page(above + HEADLINE + below) == "Mira Oland"
    assert find_on_page(above + HEADLINE) == "Tessa Quill"
    assert find_on_page(above, headline=False) == "Someone Else"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Von Mira Oland", "Mira Oland"),
        ("von Mira Oland und Ruben Loy", "Mira Oland, Ruben Loy"),
        ("Par Mira Oland", "Mira Oland"),
        ("durch Mira Oland", "Mira Oland"),
        ("4. Mai 2021 durch Mira Oland", "Mira Oland"),
        ("May 4, 2021 By Mira Oland", "Mira Oland"),
        ("May 4, 2021 | By Mira Oland | 3 min", "Mira Oland"),
        ("10:00 Uhr Von Mira Oland", "Mira Oland"),
        ("River • by Mira Oland", "Mira Oland"),
        ("By Mira Oland, mira@courier.invalid", "Mira Oland"),
        ("Autor: Mira Oland", "Mira Oland"),
        ("By Mira Oland, Ansel Courier", "Mira Oland"),
        ("By Mira Oland, Harbour Works Ltd", "Mira Oland"),
        ("Von Mira Oland, Hafen GmbH", "Mira Oland"),
        ("By Ansel Courier", None),
        ("Von Ansel Courier, 4.5.2021", None),
        ("Mira Oland", None),
        ("Von hier an ist alles anders", None),
        ("The boat was built by Mira Oland", None),
        ("By 4 May", None),
        ("by siteadmin", None),
        ("", None),
    ],
)
def test_a_label_at_the_start_of_a_line_or_after_a_date_or_a_bar_shows_the_authors(line, byline):
    assert bylines.find_labelled(line, "Ansel Courier") == byline


@pytest.mark.parametrize(
    ("byline", "url", "rest"),
    [
        ("Mira Oland, Ansel Courier", "https://anselcourier.invalid/f", "Mira Oland"),
        ("Ansel Courier", "https://www.ansel-courier.invalid/f", None),
        ("Mira Oland", "https://anselcourier.invalid/f", "Mira Oland"),
        ("Mira Oland, Ansel Courier", None, "Mira Oland, Ansel Courier"),
    ],
)
def test_the_name_of_the_host_is_no_author(byline, url, rest):
    assert bylines.without_outlet(byline, url) == rest


@pytest.mark.parametrize("company", ["Hafen Verlag GmbH", "Quay Ltd", "Harbour Works Inc.", "Ansel Druck KG"])
def test_a_company_as_the_author_is_unspecific(company):
    assert bylines.is_unspecific(company, "Ansel Courier")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://courier.invalid/author/mira-oland", "Mira Oland"),
        ("https://courier.invalid/staff/mira-van-oland/", "Mira Van Oland"),
        ("https://www.facebook.com/author/mira-oland", None),
        ("https://courier.invalid/author/site-admin", None),
        ("https://courier.invalid/author/mira", None),
        ("https://courier.invalid/mira-oland", None),
        (None, None),
    ],
)
def test_the_address_of_an_author_page_gives_the_name(address, name):
    assert bylines.name_from_url(address) == name


@pytest.mark.parametrize(
    ("byline", "unspecific"),
    [
        (None, True),
        ("ANSEL COURIER", True),
        ("Courier staff", True),
        ("Northwire", True),
        ("Northern Press", True),
        ("Mira Oland", False),
    ],
)
def test_a_byline_of_the_outlet_is_unspecific(byline, unspecific):
    assert bylines.is_unspecific(byline, "Ansel Courier") == unspecific


@pytest.mark.no_cover
def test_time_grows_with_the_bylines_of_a_page_and_not_faster():
    def find(count):
        tree = document_fromstring(f"<body>{'<p class=author>nobody</p>' * count}</body>")
        assert bylines.find_byline(tree, None, None) is None

    assert growth(find, 4000, 40_000) < 20


@pytest.mark.parametrize(
    ("byline", "outlet", "collective"),
    [
        ("Harbour Desk", None, True),
        ("Northwire", None, False),
        ("NW", None, True),
        ("courier.invalid", None, True),
        ("Ansel Courier", "ansel courier", True),
        ("Editions of the Ansel Courier", "Ansel Courier", True),
        ("Mira Oland", "Ansel Courier", False),
        ("Mira Ansel", "Ansel", True),
        ("Mira Vell", "Vell", False),
    ],
)
def test_a_byline_is_collective_that_names_an_agency_a_staff_or_the_outlet(byline, outlet, collective):
    assert bylines.is_collective(byline, outlet) == collective


@pytest.mark.parametrize(
    ("byline", "others"),
    [
        ("Courier Online, Port Ansel, Northland", "Port Ansel"),
        ("Mira Oland, Courier Online", "Mira Oland"),
        ("Courier Online, Mira Oland", "Mira Oland"),
        ("Courier Online", None),
    ],
)
def test_the_outlets_name_is_taken_out_of_a_byline_by_the_host(byline, others):
    assert bylines.without_outlet(byline, "https://courier.invalid/f") == others
