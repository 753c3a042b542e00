"""Title, author, date and outlet as publishing systems write them, on one page each, of invented outlets."""

import json
from typing import NamedTuple

import pytest
from lxml.html import document_fromstring

from reader.sources.html.linked_data import parse_linked_data
from reader.sources.html.page_facts import collect_facts
from tests.sources.sample_article import LEAD

HOME = "https://courier.invalid"
ADDRESS = f"{HOME}/ferry-stays"
H1 = "<h1>The late ferry stays</h1>"
TITLE = "The late ferry stays"
MIRA = {"@type": "Person", "name": "Mira Oland"}
RUBEN = {"@type": "Person", "name": "Ruben Loy"}
COURIER = {
    "@type": "NewsMediaOrganization",
    "name": "Ansel Courier",
    "logo": {"@type": "ImageObject", "url": f"{HOME}/l.png"},
}
WHEN = "2021-05-04T10:00:00+02:00"


def json_ld(*objects, **fields):
    """Return a script of JSON-LD with these objects, or with one article that has these fields."""
    data = objects[0] if len(objects) == 1 else list(objects)
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": WHEN}
    return f'<script type="application/ld+json">{json.dumps(data if objects else {**article, **fields})}</script>'


def meta(**named):
    """Return a meta element for each name; "__" in a name stands for a colon."""
    names = ((name.replace("__", ":"), value) for name, value in named.items())
    return "".join(f'<meta property="{name}" content="{value}">' for name, value in names)


class PageSample(NamedTuple):
    """What a page has in its head and above its text, and the facts to find there."""

    head: str
    body: str = H1
    title: str | None = TITLE
    byline: str | None = "Mira Oland"
    published: str | None = "2021-05-04"
    outlet: str | None = "Ansel Courier"
    url: str | None = ADDRESS


def graph(*nodes):
    return json_ld({"@context": "https://schema.org", "@graph": list(nodes)})


SITE = {
    "@type": "WebSite",
    "@id": f"{HOME}/#website",
    "name": "Ansel Courier",
    "publisher": {"@id": f"{HOME}/#organization"},
}
BODY = {"@type": "Organization", "@id": f"{HOME}/#organization", "name": "Ansel Courier", "url": f"{HOME}/"}
WEB_PAGE = {
    "@type": "WebPage",
    "@id": ADDRESS,
    "url": ADDRESS,
    "name": f"{TITLE} - Ansel Courier",
    "datePublished": WHEN,
}
CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]}
YOAST = {
    "@type": "Article", "@id": f"{ADDRESS}/#article", "isPartOf": {"@id": ADDRESS}, "headline": TITLE,
    "datePublished": "2021-05-04T08:00:00+00:00", "dateModified": "2021-06-01T08:00:00+00:00", "publisher": {"@id": f"{HOME}/#organization"},
}  # fmt: skip
PERSON = {"@type": ["Person"], "@id": f"{HOME}/#/schema/person/1f", "name": "Mira Oland", "url": f"{HOME}/author/mira/"}
SUFFIXED = f"<title>{TITLE} - Ansel Courier</title>"
NAMED = meta(og__site_name="Ansel Courier", og__title=TITLE)
BLOGGER_POST = (
    "<h1 class='title'><a href='https://quay.invalid/'>Letters from the old quay</a></h1><h2 class='date-header'><span>Tuesday, May 4, 2021"
    "</span></h2><h3 class='post-title entry-title'>The late ferry stays</h3><div class='post-footer'><span class='post-author vcard'>Posted by "
    "<span class='fn' itemprop='author'><a rel='author'><span itemprop='name'>Mira Oland</span></a></span></span></div>"
)

HEADS = {
    "WordPress with Yoast": PageSample(
        SUFFIXED + meta(og__title=f"{TITLE} - Ansel Courier", article__modified_time="2021-06-01T08:00:00+00:00")
        + graph({**YOAST, "author": {"name": "Mira Oland", "@id": PERSON["@id"]}}, WEB_PAGE, SITE, BODY, PERSON)
    ),
    "WordPress with an older Yoast": PageSample(graph(BODY, SITE, WEB_PAGE, {**YOAST, "author": {"@id": PERSON["@id"]}}, PERSON)),
    "WordPress with Yoast, the post a page of no article": PageSample(
        SUFFIXED + graph({**WEB_PAGE, "author": {"@id": PERSON["@id"]}}, SITE, BODY, PERSON)
    ),
    "WordPress whose author is its administrator": PageSample(
        graph(BODY, SITE, {**YOAST, "author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "admin"}),
        H1 + "<div class='td-post-author-name'>By <a href='/author/admin'>Mira Oland</a> - </div>",
    ),
    "WordPress by itself": PageSample(
        f"<title>{TITLE} &#8211; Ansel Courier</title>",
        f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'><span class='posted-on'>Posted on <a href='/f'>"
        "<time class='updated' datetime='2021-06-01T10:00:00+00:00'>June 1, 2021</time>"
        "<time class='entry-date published' datetime='2021-05-04T10:00:00+00:00'>May 4, 2021</time></a></span>"
        "<span class='byline'> by <span class='author vcard'><a class='url fn n' href='/author/m'>Mira Oland</a></span></span></div>",
    ),
    "WordPress with Rank Math": PageSample(
        graph(
            {"@type": ["Person", "Organization"], "@id": "#person", "name": "Ansel Courier"}, SITE, {**WEB_PAGE, "@id": "#webpage"},
            {"@type": "Person", "@id": "/author/m", "name": "Mira Oland"},
            {"@type": "BlogPosting", "headline": f"{TITLE} - Ansel Courier", "datePublished": WHEN, "author": {"@id": "/author/m", "name": "Mira Oland"}, "publisher": {"@id": "#person"}},
        )
    ),
    "WordPress with a login for a name": PageSample(
        SUFFIXED + meta(author="miraoland", article__published_time=WHEN),
        H1 + "<p class='byline'>By <a>Mira Oland</a></p>",
    ),
    "An older theme of WordPress": PageSample(
        f"<title>Ansel Courier &raquo; {TITLE}</title>",
        f"<div id='header'><h1><a href='{HOME}/'>Ansel Courier</a></h1></div><h2>{TITLE}</h2><small>May 4th, 2021 <!-- by --></small>"
        "<p class='postmetadata'>Posted by Mira Oland in News</p>",
    ),
    "Parse.ly's plug-in": PageSample(
        SUFFIXED + NAMED + json_ld({"@type": "NewsArticle", "headline": TITLE, "url": ADDRESS, "dateCreated": "2021-05-04T08:00:00Z", "creator": ["Mira Oland", "Ruben Loy"]}),
        byline="Mira Oland, Ruben Loy",
    ),
    "Drupal with its meta tags": PageSample(
        f"<title>{TITLE} | Ansel Courier</title>" + meta(**{"dcterms.title": TITLE, "dcterms.creator": "Mira Oland", "dcterms.date": "2021-05-04T10:00+0200", "dcterms.publisher": "Ansel Courier"})
    ),
    "Drupal by itself": PageSample(
        f"<title>{TITLE} | Ansel Courier</title>",
        H1 + "<article class='node'><footer class='node__meta'><div class='node__submitted'>Submitted by <span>Mira Oland</span> on <span>Tue, 05/04/2021 - 10:00</span></div></footer></article>",
    ),
    "Joomla": PageSample(
        f"<title>{TITLE} - Ansel Courier</title><meta name='author' content='Super User'>",
        f"<h2 itemprop='headline'>{TITLE}</h2><dl><dd class='createdby' itemprop='author' itemscope>Written by <span itemprop='name'>Mira Oland</span></dd>"
        "<dd class='modified'><time datetime='2021-06-01T10:00:00+00:00' itemprop='dateModified'>Last Updated: 01 June 2021</time></dd>"
        "<dd class='published'><time datetime='2021-05-04T10:00:00+00:00' itemprop='datePublished'>Published: 04 May 2021</time></dd></dl>",
    ),
    "Arc": PageSample(
        SUFFIXED + json_ld(author=[MIRA, RUBEN], publisher=COURIER, dateModified="2021-06-01T10:00:00Z", creditText="Mira Oland"), byline="Mira Oland, Ruben Loy"
    ),
    "Chorus": PageSample(
        SUFFIXED + json_ld([{"@type": "NewsArticle", "headline": TITLE, "datePublished": WHEN, "author": [MIRA], "publisher": COURIER}, CRUMBS])
    ),
    "Blogger": PageSample(
        f"<title>Letters from the old quay: {TITLE}</title>" + meta(og__title=TITLE), BLOGGER_POST, outlet="Letters from the old quay"
    ),
    "Blogger of old": PageSample(f"<title>Letters from the old quay: {TITLE}</title>", BLOGGER_POST, outlet="Letters from the old quay"),
    "Medium": PageSample(
        f"<title>{TITLE}. One year more for the night boat | by Mira Oland | The Quay | Medium</title>"
        + meta(og__site_name="Medium", og__title=TITLE, article__author="https://medium.invalid/@miraoland", author="Mira Oland")
        + json_ld(author=MIRA, publisher={"@type": "Organization", "name": "The Quay"}, name=TITLE),
        outlet="The Quay",
    ),
    "Substack": PageSample(
        f"<title>{TITLE} - by Mira Oland - Quay Letters</title>" + meta(og__title=TITLE, author="Mira Oland"),
        H1 + "<div class='post-date'>May 4, 2021</div>", outlet="Quay Letters",
    ),
    "Ghost": PageSample(
        f"<title>{TITLE}</title>" + NAMED + meta(article__published_time="2021-05-04T08:00:00.000Z", twitter__data1="Mira Oland")
        + json_ld({"@type": "Article", "headline": TITLE, "author": {**MIRA, "sameAs": []}, "publisher": COURIER, "datePublished": "2021-05-04T08:00:00.000Z", "mainEntityOfPage": ADDRESS})
    ),
    "Squarespace": PageSample(
        f"<title>{TITLE} &mdash; Ansel Courier</title>" + meta(og__site_name="Ansel Courier", og__title=f"{TITLE} &mdash; Ansel Courier")
        + f"<meta itemprop='headline' content='{TITLE}'><meta itemprop='author' content='Mira Oland'><meta itemprop='datePublished' content='2021-05-04T10:00:00-0400'>"
        + "<meta itemprop='dateModified' content='2021-06-01T10:00:00-0400'>" + json_ld(SITE),
        "",
    ),
    "Wix": PageSample(
        f"<title>{TITLE}</title>" + NAMED + meta(article__author="https://courier.invalid/profile/1234/profile")
        + json_ld({"@type": "BlogPosting", "headline": TITLE, "author": {**MIRA, "url": "https://courier.invalid/profile/1234"}, "datePublished": "2021-05-04T08:00:00.000Z"})
    ),
    "A broadcaster that states itself as the author": PageSample(
        f"<title>{TITLE} - Ansel Courier</title>" + json_ld(author=COURIER, publisher=COURIER),
        H1 + "<div class='ssrcss-68pt20-Text-TextContributorName'>By Mira Oland</div><div>Harbour correspondent</div>",
    ),
    "A weekly that states itself in its data and the author in a meta element": PageSample(
        f"<title>{TITLE} - Ansel Courier</title>" + meta(author="Mira Oland, Ansel Courier", date=WHEN, modified="2021-06-01")
        + json_ld([{"@type": "NewsArticle", "headline": TITLE, "author": [COURIER], "publisher": COURIER, "datePublished": WHEN}, CRUMBS])
    ),
    "A daily whose authors have profiles": PageSample(
        f"<title>{TITLE} | Port Ansel | The Courier</title>" + meta(og__site_name="the Courier", article__author=f"{HOME}/profile/mira-oland")
        + json_ld([{"@type": "NewsArticle", "headline": TITLE, "author": [{**MIRA, "sameAs": f"{HOME}/profile/mira-oland"}], "datePublished": "2021-05-04T23:30:12.000Z"}, {"@type": "WebPage", "@id": ADDRESS}]),
        outlet="the Courier",
    ),
    "A daily with a byline in a meta element": PageSample(
        "<title>The Late Ferry Stays - The Ansel Times</title>" + meta(og__title="Opinion | The Late Ferry Stays", byl="By Mira Oland and Ruben Loy")
        + json_ld(headline="Opinion | The Late Ferry Stays", publisher={"@id": f"{HOME}/#publisher"})
        + json_ld({"@type": "NewsMediaOrganization", "@id": f"{HOME}/#publisher", "name": "The Ansel Times"}),
        "<h1>The Late Ferry Stays</h1>", title="The Late Ferry Stays", byline="Mira Oland and Ruben Loy", outlet="The Ansel Times",
    ),
    "An agency with several names for one person": PageSample(
        f"<title>{TITLE} | Northwire</title>" + json_ld(author={"@type": "Person", "name": ["Mira Oland", "Ruben Loy"]}, publisher={"name": "Northwire"}),
        byline="Mira Oland, Ruben Loy", outlet="Northwire",
    ),
    "An agency in capitals": PageSample(
        f"<title>{TITLE} | Northwire</title>" + json_ld(author=[{"@type": "Person", "name": "By MIRA OLAND, Northwire"}], publisher=[{"name": "Northwire"}]),
        byline="MIRA OLAND", outlet="Northwire",
    ),
    "A world service with the date in its title": PageSample(
        f"<title>{TITLE} – AC – 05/04/2021</title>" + meta(og__title=f"{TITLE} – AC – 05/04/2021") + json_ld(headline=TITLE, author=MIRA, publisher={"name": "ac.invalid"}),
        "<h1>The late ferry stays</h1>", outlet="ac.invalid",
    ),
    "A French daily": PageSample(
        "<title>« Le bac reste » : le conseil a voté</title>" + meta(og__site_name="Le Quai", og__title="« Le bac reste » : le conseil a voté", og__article__published_time="2021-05-04T10:00:00+02:00", og__article__author="Mira Oland"),
        "<h1>« Le bac reste » : le conseil a voté</h1>", title="« Le bac reste » : le conseil a voté", outlet="Le Quai",
    ),
    "A Spanish daily": PageSample(
        "<title>El transbordador se queda | Internacional | EL MUELLE</title>" + meta(article__author=f"{HOME}/autor/mira-oland/", **{"DC.date": "2021-05-04"})
        + json_ld({"@type": ["NewsArticle"], "headline": "El transbordador se queda", "author": [{"@type": "Person", "name": "Mira Oland", "url": f"{HOME}/autor/mira-oland/"}], "publisher": {"name": "Ediciones El Muelle"}}),
        "<h1>El transbordador se queda</h1>", title="El transbordador se queda", outlet="Ediciones El Muelle",
    ),
    "Authors by their addresses": PageSample(
        SUFFIXED + json_ld(author=[f"{HOME}/author/mira-oland", f"{HOME}/author/ruben-loy/"], publisher="Ansel Courier"), byline="Mira Oland, Ruben Loy"
    ),
    "Authors by references": PageSample(
        graph({"@type": "Article", "headline": TITLE, "datePublished": WHEN, "author": [{"@id": "#a"}, {"@id": "#b"}]}, {**MIRA, "@id": "#a"}, {**RUBEN, "@id": "#b"}, BODY, SITE),
        byline="Mira Oland, Ruben Loy",
    ),
    "An author of given and family name": PageSample(
        SUFFIXED + json_ld(author={"@type": "Person", "givenName": "Mira", "familyName": "Oland"}, publisher=COURIER)
    ),
    "An author who is the staff": PageSample(SUFFIXED + json_ld(author={"name": "Staff"}, publisher=COURIER), byline=None),
    "An author with the address of a feed": PageSample(
        SUFFIXED + json_ld(author="mira@courier.invalid (Mira Oland)", publisher=COURIER), H1 + "<p class='byline'>Mira Oland</p>"
    ),
    "A meta element for each author": PageSample(
        SUFFIXED + NAMED + "<meta name='author' content='Mira Oland'><meta name='author' content='Ruben Loy'>" + meta(article__published_time=WHEN), byline="Mira Oland, Ruben Loy"
    ),
    "A journal": PageSample(
        f"<title>{TITLE} | Harbour Studies</title><meta name='citation_title' content='{TITLE}'><meta name='citation_author' content='Oland, Mira'>"
        "<meta name='citation_author' content='Loy, Ruben'><meta name='citation_publication_date' content='2021/05/04'><meta name='citation_journal_title' content='Harbour Studies'>",
        H1, byline="Mira Oland, Ruben Loy", outlet="Harbour Studies",
    ),
    "Microdata, updated first": PageSample(
        SUFFIXED,
        f"<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{TITLE}</h1><span itemprop='author' itemscope><span itemprop='name'>Mira Oland</span></span>"
        "<time itemprop='dateModified' datetime='2021-06-01'>1 June</time><time itemprop='datePublished' datetime='2021-05-04'>4 May</time></article>",
    ),
    "Dates in words, updated first": PageSample(
        SUFFIXED + meta(author="Mira Oland"), H1 + "<div class='dates'><time>Updated June 1, 2021</time> <time>Published May 4, 2021</time></div>"
    ),
    "A date in the address": PageSample(SUFFIXED + meta(author="Mira Oland"), url=f"{HOME}/2021/05/04/ferry"),
    "Data in a comment": PageSample(
        SUFFIXED + '<script type="application/ld+json">//<![CDATA[\n' + json.dumps({"@type": "NewsArticle", "headline": TITLE, "author": [MIRA], "publisher": COURIER, "datePublished": WHEN}) + "\n//]]></script>"
    ),
    "Data of other articles first": PageSample(
        SUFFIXED + json_ld({"@type": "NewsArticle", "headline": "The baker who rows", "url": f"{HOME}/baker", "author": RUBEN, "datePublished": "2020-01-01"})
        + json_ld(author=MIRA, publisher=COURIER, url=ADDRESS) + f"<link rel='canonical' href='{ADDRESS}'>"
    ),
    "A date that is nobody's": PageSample(
        SUFFIXED + json_ld(author=MIRA, publisher=COURIER, datePublished="1970-01-01T00:00:00Z") + meta(article__published_time=WHEN)
    ),
    "A title with the outlet before it and no heading": PageSample(
        f"<title>Ansel Courier | {TITLE}</title>" + meta(og__site_name="Ansel Courier", og__title=f"Ansel Courier | {TITLE}", author="Mira Oland", article__published_time=WHEN), ""
    ),
    "A radio that parts by colons": PageSample(
        f"<title>{TITLE} : Harbour Radio</title>" + meta(author="Mira Oland", date="2021-05-04"), "", outlet="Harbour Radio", url="https://www.harbourradio.invalid/f"
    ),
    "A radio that has names of its own": PageSample(SUFFIXED + '<meta name="Author" content="Mira Oland"><meta name="DISPLAYDATE" content="May 04, 2021">'),
    "An Italian page": PageSample(SUFFIXED, H1 + "<p class='author'>di <span>Mira Oland</span></p><p class='data'>4 maggio 2021</p>"),
    "A Dutch page": PageSample(SUFFIXED, H1 + "<div class='byline'>Door Mira Oland</div><div class='date'>4 mei 2021</div>"),
    "A German page": PageSample(SUFFIXED, H1 + "<div class='autor'>Von Mira Oland</div><div class='datum'>Stand: 06.05.2021, Veröffentlicht: 04.05.2021</div>"),
    "A page without classes": PageSample(SUFFIXED, H1 + "<p>By Mira Oland</p><p>May 4, 2021</p>"),
    "The outlet as the first of two authors": PageSample(SUFFIXED + json_ld(author=["Ansel Courier", "Mira Oland"], publisher=COURIER)),
    "An article without a headline in the data first": PageSample(SUFFIXED + json_ld({"@type": "Article", "author": {"name": "Ansel Courier"}, "publisher": COURIER}) + json_ld(author=MIRA, publisher=COURIER)),
    "A kicker in the title": PageSample(
        f"<title>Opinion | {TITLE}</title>" + meta(og__title=f"Opinion | {TITLE}", og__site_name="Ansel Courier", author="Mira Oland", article__published_time=WHEN)
    ),
    "A local paper with the author's address": PageSample(
        SUFFIXED + json_ld(author={"name": "Mira Oland mira@courier.invalid"}, publisher=COURIER)
    ),
    "Authors with the places that they wrote from": PageSample(
        SUFFIXED + json_ld(author={"name": "Mira Oland in Port Ansel and Ruben Loy in Vell"}, publisher=COURIER), byline="Mira Oland and Ruben Loy"
    ),
    "An author who is the site": PageSample(SUFFIXED + json_ld(author={"name": "ANSELNEWS.COM"}, publisher=COURIER), byline=None),
    "A Japanese daily": PageSample(
        "<title>夜の渡し船は残る：朝の港新聞</title>" + meta(og__title="夜の渡し船は残る：朝の港新聞", og__site_name="朝の港新聞"),
        "<h1>夜の渡し船は残る</h1><p class='date'>2021年5月4日 10時00分</p>", title="夜の渡し船は残る", byline=None, outlet="朝の港新聞",
    ),
    "A Brazilian portal": PageSample(
        "<title>A balsa fica | Mundo | N1</title>" + meta(og__title="A balsa fica"),
        "<h1>A balsa fica</h1><p class='from'>Por <span>Mira Oland, N1</span></p><time datetime='2021-05-04T10:00:00.000Z'>x</time>", title="A balsa fica", outlet="N1",
    ),
    "A site made by a program of its own": PageSample(
        f"<title>{TITLE}</title><meta name='twitter:title' content='{TITLE} | Ansel Courier'><meta property='og:site_name' content='Ansel Courier'>",
        H1 + "<div class='c1'><span>By </span><a href='/people/m'>Mira Oland</a></div><div class='c2'>May 4, 2021 at 10:00 AM</div>",
    ),
    "A Russian page": PageSample(
        "<title>Паром остаётся | Набережная</title>" + meta(og__site_name="Набережная"),
        "<h1>Паром остаётся</h1><div class='author'>Вера Ларина</div><div class='date'>4 мая 2021, 10:00</div>", title="Паром остаётся", byline="Вера Ларина", outlet="Набережная",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_the_facts_on_pages_of_each_publishing_system_are_found(name):
    written = HEADS[name]
    page = f"<html><head>{written.head}</head><body>{written.body}<p>{LEAD}</p></body></html>"
    found = collect_facts(document_fromstring(page), parse_linked_data(page), written.url)
    assert (found.title, found.byline, found.published, found.outlet) == written[2:6]


@pytest.mark.parametrize(
    ("author", "byline"),
    [("Mira Oland", "Mira Oland"), ("MIRA OLAND", None), ("Mira Oland Media", None), ("miraoland.invalid", None)],
)
def test_the_author_of_a_site_of_their_own_is_kept_and_the_name_of_an_organisation_is_not(author, byline):
    head = f"<meta name='author' content='{author}'><meta property='og:site_name' content='Notes on the river'>"
    page = f"<html><head>{head}</head><body><h1>The late ferry stays</h1><p>{LEAD}</p></body></html>"
    assert collect_facts(document_fromstring(page), [], "https://miraoland.invalid/ferry").byline == byline


def find(head, body=H1, url=ADDRESS):
    page = f"<html><head>{head}</head><body>{body}<p>{LEAD}</p></body></html>"
    return collect_facts(document_fromstring(page), parse_linked_data(page), url)


@pytest.mark.parametrize(
    ("in_linked_data", "in_meta", "byline"),
    [
        ("Mira Oland", "Mira Oland", "Mira Oland"),
        ("Mira Oland", "Ruben Loy", "Ruben Loy"),
        ("Mira Oland", "", None),
        ("", "Mira Oland", None),
    ],
)
def test_the_author_of_a_site_with_the_same_name_is_stated_twice(in_linked_data, in_meta, byline):
    head = meta(og__site_name="Mira Oland", author=in_meta) + json_ld(author={"name": in_linked_data})
    assert find(head).byline == byline


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (meta(author="News Desk"), None),
        (meta(author="Redaktion"), None),
        (meta(author="mirainfos_zl4"), None),
        (meta(author="mira"), "mira"),
        (meta(author="The Ansel Courier", og__site_name="Ansel Courier"), None),
        (meta(author="Northwire Agency"), "Northwire Agency"),
        (meta(twitter__creator="Mira Oland"), "Mira Oland"),
        (meta(twitter__creator="@mira"), None),
    ],
)
def test_an_author_that_names_nobody_is_none(head, byline):
    assert find(head).byline == byline


def test_a_shown_name_goes_before_a_stated_agency_or_the_outlet():
    shown = f"{H1}<p class='byline'>By Mira Oland, Courier</p>"
    for stated in ("NW", "Northwire Agency", "Editions of the Ansel Courier"):
        assert find(meta(author=stated, og__site_name="Ansel Courier"), shown).byline == "Mira Oland"
    assert find(meta(author="Ruben Loy"), shown).byline == "Ruben Loy"


def test_the_day_in_the_metadata_that_the_page_shows_is_used():
    head = json_ld() + meta(date="2021-05-06")
    assert find(head, f"{H1}<p class='date'>May 6, 2021</p>").published == "2021-05-06"
    assert find(head, f"{H1}<p class='date'>May 7, 2021</p>").published == "2021-05-04"


def test_the_outlet_in_the_title_element_goes_before_a_company_of_another_name():
    company = json_ld(publisher={"name": "Harbour Media Ltd"})
    assert find(f"<title>{TITLE} - Courier</title>{company}").outlet == "Courier"
    assert find(company).outlet == "Harbour Media Ltd"
    assert find(meta(og__site_name="Ansel Letters") + company).outlet == "Ansel Letters"


def test_an_outlet_that_the_page_shows_is_no_part_of_its_title():
    facts = find(f"<title>{TITLE} - Ansel</title>", "<p>© Ansel Courier</p>", url=None)
    assert (facts.title, facts.outlet) == (TITLE, "Ansel Courier")
