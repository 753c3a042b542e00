"""Small pages as publishing systems write them: the elements and class names of each system around an invented article.

A page has a slot for each block of the article, such as $title or $p1, and two for what is no part of it: $between two
paragraphs and $after the last one.
"""

import json
import re
from collections.abc import Mapping
from html import unescape
from string import Template
from types import MappingProxyType
from typing import NamedTuple

from reader.model import BlockKind
from tests.sources.html.page_articles import ARABIC, CHINESE, ENGLISH, FRENCH, GERMAN, JAPANESE

HOME = "https://courier.invalid"
ADDRESS = f"{HOME}/lock-bridge"
_DAY = "2021-05-04"

_KINDS = MappingProxyType({
    "title": BlockKind.HEADING, "heading": BlockKind.HEADING, "p": BlockKind.PARAGRAPH, "deck": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION, "quote": BlockKind.QUOTE, "item": BlockKind.ITEM, "ingredient": BlockKind.ITEM,
    "step": BlockKind.ITEM, "question": BlockKind.PARAGRAPH, "code": BlockKind.CODE, "time": BlockKind.PARAGRAPH,
})  # fmt: skip
_SLOT = re.compile(r"\$([a-z]+)(\d*)")
_TAG = re.compile(r"<[^<>]*>")


class PageSystem(NamedTuple):
    """A page of one publishing system and what it states about its article."""

    head: str
    body: str
    article: Mapping[str, str] = ENGLISH
    language: str = "en"
    byline: str | None = "Mira Oland"
    outlet: str | None = "Ansel Courier"
    published: str | None = _DAY

    def longer(self) -> "PageSystem":
        """Return the page with paragraphs of four times their length: some pages are read in another way then."""
        names = [name for name in self.article if re.fullmatch(r"p\d", name)]
        added = {
            name: " ".join(_TAG.sub("", self.article[other]) for other in (names[i - 1], names[i - 2], names[i - 3]))
            for i, name in enumerate(names)
        }
        article = {name: f"{text} {added[name]}" if name in added else text for name, text in self.article.items()}
        return self._replace(article=article)

    def page(self, between: str = "", after: str = "") -> str:
        """Return the page with other elements inside the one that holds its article."""
        body = Template(self.body).substitute(self.article, between=between, after=after)
        head = Template(self.head).substitute(title=_TAG.sub("", self.article["title"]), deck=self.article["deck"])
        return f"<!doctype html><html lang='{self.language}'><head><meta charset='utf-8'>{head}</head>{body}</html>"

    def blocks(self) -> list[tuple[BlockKind, str]]:
        """Return the kind and the text of each block that the page should show, in order."""
        slots = [slot for slot in _SLOT.finditer(self.body) if slot[1] in _KINDS]
        return [(_KINDS[slot[1]], unescape(_TAG.sub("", self.article[slot[1] + slot[2]]))) for slot in slots]

    def marked_words(self) -> list[str]:
        """Return the words of the article that are in links or emphasized, in order."""
        texts = [self.article[slot[1] + slot[2]] for slot in _SLOT.finditer(self.body) if slot[1] in _KINDS]
        return [words for text in texts for words in re.findall(r"<(?:a|em)\b[^<>]*>([^<>]*)<", text)]


def _body(
    paragraph: str = "<p>%</p>",
    heading: str = "<h2>%</h2>",
    quote: str = "<blockquote><p>%</p></blockquote>",
    items: str = "<ul>%</ul>",
    item: str = "<li>%</li>",
) -> str:
    """Return the slots of an article's text in these elements; "%" stands for what each contains."""

    def paragraphs(*numbers: int) -> str:
        return "".join(paragraph.replace("%", f"$p{number}") for number in numbers)

    listed = items.replace("%", "".join(item.replace("%", f"$item{number}") for number in (1, 2, 3)))
    middle = heading.replace("%", "$heading") + paragraphs(4) + quote.replace("%", "$quote")
    return f"{paragraphs(1, 2)}$between{paragraphs(3)}{middle}{paragraphs(5)}{listed}{paragraphs(6)}$after"


def _named(title: str = "$title - Ansel Courier") -> str:
    return f"<title>{title}</title><meta property='og:site_name' content='Ansel Courier'><meta property='og:title' content='$title'>"


def _linked_data(kind: str = "NewsArticle", **fields: object) -> str:
    data = {
        "@context": "https://schema.org", "@type": kind, "headline": "$title", "datePublished": f"{_DAY}T09:00:00+02:00",
        "author": {"@type": "Person", "name": "Mira Oland"}, "publisher": {"@type": "Organization", "name": "Ansel Courier"},
        "mainEntityOfPage": ADDRESS, **fields,
    }  # fmt: skip
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


_MENU = "<ul><li><a href='/'>Home</a></li><li><a href='/river'>River</a></li><li><a href='/town'>Town</a></li></ul>"
_FOOTER = "<footer><p>Ansel Courier, 4 Quay Street, Port Ansel</p><p>Set in the harbour, printed at night.</p></footer>"
_WORDPRESS_META = (
    "<div class='entry-meta'><span class='posted-on'>Posted on <a href='/lock-bridge' rel='bookmark'><time class='entry-date "
    "published' datetime='2021-05-04T09:00:00+02:00'>May 4, 2021</time></a></span> <span class='byline'>by <span class='author "
    "vcard'><a class='url fn n' href='/author/mira'>Mira Oland</a></span></span></div>"
)
_WORDPRESS_BAR = "<header id='masthead' class='site-header'><p class='site-title'><a href='/' rel='home'>Ansel Courier</a></p><nav id='site-navigation' class='main-navigation'>"

SYSTEMS: Mapping[str, PageSystem] = MappingProxyType({
    "WordPress classic": PageSystem(
        "<title>$title &#8211; Ansel Courier</title>",
        f"<body class='post-template-default single single-post'><div id='page' class='site'>{_WORDPRESS_BAR}{_MENU}</nav></header><div id='content' class='site-content'>"
        f"<div id='primary' class='content-area'><main id='main' class='site-main'><article id='post-71' class='post-71 post type-post hentry category-river tag-locks'>"
        f"<header class='entry-header'><h1 class='entry-title'>$title</h1>{_WORDPRESS_META}</header><div class='entry-content'>{_body()}</div></article></main></div>"
        f"<aside id='secondary' class='widget-area'><section class='widget'><h2 class='widget-title'>Recent</h2>{_MENU}</section></aside></div>{_FOOTER}</div></body>",
    ),
    "WordPress blocks": PageSystem(
        _named() + _linked_data("BlogPosting"),
        f"<body class='wp-site-blocks'><header class='wp-block-template-part'><div class='wp-block-group'><p class='wp-block-site-title'><a href='/'>Ansel Courier</a></p><nav class='wp-block-navigation'>{_MENU}</nav></div></header>"
        f"<main class='wp-block-group'><div class='wp-block-group has-global-padding'><h1 class='wp-block-post-title'>$title</h1><p class='wp-block-post-excerpt__excerpt'>$deck</p><figure class='wp-block-post-featured-image'><img src='/b.jpg'></figure></div>"
        "<div class='entry-content wp-block-post-content is-layout-constrained'>"
        + _body(heading="<h2 class='wp-block-heading'>%</h2>", quote="<blockquote class='wp-block-quote'><p>%</p></blockquote>", items="<ul class='wp-block-list'>%</ul>")
        + f"</div></main><footer class='wp-block-template-part'>{_FOOTER}</footer></body>",
    ),
    "Drupal": PageSystem(
        "<title>$title | Ansel Courier</title>",
        f"<body class='path-node page-node-type-article'><div class='dialog-off-canvas-main-canvas'><header role='banner'><nav role='navigation'>{_MENU}</nav></header><main role='main'><div class='layout-content'>"
        "<h1 class='page-title'><span class='field field--name-title'>$title</span></h1><div id='block-content' class='block block-system block-system-main-block'><article role='article' class='node node--type-article node--view-mode-full'>"
        "<footer class='node__meta'><div class='node__submitted'>Submitted by <span class='field field--name-uid'><span lang=''>Mira Oland</span></span> on <span class='field field--name-created'>Tue, 05/04/2021 - 10:00</span></div></footer>"
        f"<div class='node__content'><div class='clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item'>{_body()}</div></div></article></div></div></main>{_FOOTER}</div></body>",
    ),
    "Ghost": PageSystem(
        _named("$title") + _linked_data("Article"),
        f"<body class='post-template'><div class='gh-viewport'><header id='gh-head' class='gh-head'><a class='gh-head-logo' href='/'>Ansel Courier</a><nav class='gh-head-menu'>{_MENU}</nav></header><main id='site-main' class='site-main'><article class='gh-article post'>"
        "<header class='gh-article-header gh-canvas'><h1 class='gh-article-title'>$title</h1><p class='gh-article-excerpt'>$deck</p><div class='gh-article-meta'><h4 class='gh-article-author-name'><a href='/author/mira/'>Mira Oland</a></h4>"
        "<time class='gh-article-meta-date' datetime='2021-05-04'>May 4, 2021</time><span class='gh-article-meta-length'>3 min read</span></div></header>"
        f"<section class='gh-content gh-canvas'>{_body()}</section></article></main>{_FOOTER}</div></body>",
    ),
    "Substack": PageSystem(
        "<title>$title - by Mira Oland - Quay Letters</title><meta property='og:title' content='$title'><meta name='author' content='Mira Oland'>",
        "<body><div id='entry'><div id='main' class='main typography use-theme-bg'><div class='main-menu'><h1 class='title-logo'><a href='/'>Quay Letters</a></h1></div><div><div class='single-post-container'><div class='container'><div class='single-post'>"
        "<article class='typography newsletter-post post'><div class='post-header' role='region'><h1 class='post-title published'>$title</h1><h3 class='subtitle'>$deck</h3><div class='byline-wrapper'><a href='/@mira'>Mira Oland</a><div class='pencraft'>May 04, 2021</div></div></div>"
        "<div class='available-content'><div dir='auto' class='body markup'>" + _body(heading="<h2 class='header-anchor-post'>%<div class='pencraft header-anchor-parent'><div id='x' class='header-anchor'></div></div></h2>", item="<li><p>%</p></li>")
        + f"</div></div></article></div></div></div></div></div>{_FOOTER}</div></body>",
        outlet="Quay Letters",
    ),
    "Medium": PageSystem(
        "<title>$title. Nine years without a bridge | by Mira Oland | The Quay | Medium</title><meta property='og:site_name' content='Medium'><meta property='og:title' content='$title'><meta name='author' content='Mira Oland'>"
        + _linked_data(publisher={"@type": "Organization", "name": "The Quay"}),
        "<body><div id='root'><div class='a b c'><div class='d'><a href='/'>Homepage</a></div><div class='l'><article><div class='l'><div class='ch bg fh fi'><section><div><div class='gt gu gv'><div class='gw'><h1 id='1f' class='pw-post-title hb hc be'>$title</h1></div>"
        "<div class='gx'><h2 id='2f' class='pw-subtitle-paragraph ie hd'>$deck</h2></div><div class='speechify-ignore ab co'><div class='ab q'><div class='co cp'><a data-testid='authorName' href='/@mira'>Mira Oland</a></div><div class='cq'><span>3 min read</span><span data-testid='storyPublishDate'>May 4, 2021</span></div></div></div>"
        + _body("<p id='7a' class='pw-post-body-paragraph is it hd'>%</p>", "<h1 id='8a' class='jq jr hd be'>%</h1>", "<blockquote class='kk kl'><p class='is it'>%</p></blockquote>", "<ul class=''>%</ul>", "<li id='9a' class='is it km'>%</li>")
        + "</div></section></div></div></article></div></div></div></body>",
        outlet="The Quay",
    ),
    "Arc": PageSystem(
        _named() + _linked_data(),
        f"<body><div id='fusion-app' class='fusion-app'><header class='c-stack b-header-nav-chain'><nav>{_MENU}</nav></header><section role='main' class='b-right-rail__main'><div class='b-headline'><h1 class='c-heading'>$title</h1></div><h2 class='c-heading b-subheadline'>$deck</h2>"
        "<div class='c-attribution b-byline'><span class='b-byline__by'>By </span><span class='b-byline__names'><a href='/author/mira-oland/'>Mira Oland</a></span></div><time class='c-date b-date' datetime='2021-05-04T07:00:00Z'>May 04, 2021 at 9:00 am</time>"
        "<article class='b-article-body'>" + _body("<p class='c-paragraph'>%</p>", "<h2 class='c-heading'>%</h2>", "<blockquote class='c-quote b-article-body__quote'><div class='c-quote__wrapper'><p class='c-paragraph'>%</p></div></blockquote>", "<ul class='c-list'>%</ul>", "<li class='c-list__item'>%</li>")
        + f"</article></section><aside class='b-right-rail__right'>{_MENU}</aside>{_FOOTER}</div></body>",
    ),
    "AMP": PageSystem(
        _named("$title | Ansel Courier") + _linked_data() + "<script async src='https://cdn.courier.invalid/v0.js'></script>",
        f"<body><amp-sidebar id='menu' layout='nodisplay'>{_MENU}</amp-sidebar><header class='amp-wp-header'><a href='/'>Ansel Courier</a></header><article class='amp-wp-article'><header class='amp-wp-article-header'><h1 class='amp-wp-title'>$title</h1>"
        "<div class='amp-wp-meta amp-wp-byline'><span class='amp-wp-author author vcard'>Mira Oland</span></div><div class='amp-wp-meta amp-wp-posted-on'><time datetime='2021-05-04T09:00:00+02:00'>May 4, 2021</time></div></header>"
        f"<figure class='amp-wp-article-featured-image'><amp-img src='/b.jpg' width='8' height='6'></amp-img></figure><div class='amp-wp-article-content'>{_body()}</div></article>{_FOOTER}</body>",
    ),
    "Blogger": PageSystem(
        "<title>Letters from the old quay: $title</title><meta property='og:title' content='$title'>",
        "<body class='item-view'><div class='header-widget'><h1 class='title'><a href='https://courier.invalid/'>Letters from the old quay</a></h1></div><div class='main-inner'><div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'><span>Tuesday, May 4, 2021</span></h2>"
        "<div class='date-posts'><div class='post-outer'><div class='post hentry uncustomized-post-template'><h3 class='post-title entry-title'>$title</h3><div class='post-header'></div><div id='post-body-71' class='post-body entry-content'>"
        + _body("<div>%</div><div><br></div>", "<h3>%</h3>", "<blockquote>%</blockquote>")
        + "<div style='clear: both;'></div></div><div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author'><span itemprop='name'>Mira Oland</span></span></span></div></div></div></div></div></div></div>"
        f"<div class='column-right-inner'><aside><div class='widget BlogArchive'><h2>Archive</h2>{_MENU}</div></aside></div></div></body>",
        outlet="Letters from the old quay",
    ),
    "Squarespace": PageSystem(
        "<title>$title &mdash; Ansel Courier</title><meta property='og:site_name' content='Ansel Courier'><meta property='og:title' content='$title &mdash; Ansel Courier'><meta itemprop='headline' content='$title'>"
        "<meta itemprop='author' content='Mira Oland'><meta itemprop='datePublished' content='2021-05-04T10:00:00-0400'>",
        f"<body class='view-item collection-type-blog'><div id='siteWrapper'><header id='header' class='header'><div class='header-nav'><nav>{_MENU}</nav></div></header><main id='page' class='container'><article class='sections'><section class='page-section'><div class='content-wrapper'><div class='content'>"
        "<div class='blog-item-wrapper'><article class='h-entry entry'><div class='blog-item-top-wrapper'><div class='blog-meta-section'><span class='blog-item-author-name'>Mira Oland</span><time class='dt-published blog-meta-item--date' datetime='May 4, 2021'>May 4</time></div>"
        "<div class='blog-item-title'><h1 class='entry-title entry-title--large p-name'>$title</h1></div></div><div class='blog-item-content-wrapper'><div class='blog-item-content e-content'><div class='sqs-layout sqs-grid-12'><div class='row sqs-row'><div class='col sqs-col-12'>"
        f"<div class='sqs-block html-block sqs-block-html'><div class='sqs-block-content'>" + _body("<p class='' style='white-space:pre-wrap;'>%</p>") + f"</div></div></div></div></div></div></div></article></div></div></div></section></article></main>{_FOOTER}</div></body>",
    ),
    "Webflow": PageSystem(
        _named("$title") + "<meta property='article:published_time' content='2021-05-04'>",
        f"<body><div class='navbar w-nav' role='banner'><div class='container w-container'><nav role='navigation' class='nav-menu w-nav-menu'>{_MENU}</nav></div></div><div class='section'><div class='container w-container'><div class='post-header-block'><h1 class='heading-2'>$title</h1>"
        "<p class='post-summary'>$deck</p><div class='details-wrapper'><div class='post-author-name'>Mira Oland</div><div class='divider'>|</div><div class='post-date-text'>May 4, 2021</div></div></div>"
        f"<div class='rich-text-block w-richtext'>" + _body(items="<ul role='list'>%</ul>") + f"</div></div></div><div class='footer-section'>{_FOOTER}</div></body>",
    ),
    "Hugo": PageSystem(
        _named("$title | Ansel Courier") + "<meta name='author' content='Mira Oland'><meta property='article:published_time' content='2021-05-04T09:00:00+02:00'>",
        f"<body class='dark'><header class='header'><nav class='nav'><div class='logo'><a href='/' accesskey='h'>Ansel Courier</a></div>{_MENU}</nav></header><main class='main'><article class='post-single'><header class='post-header'><h1 class='post-title entry-hint-parent'>$title</h1>"
        "<div class='post-description'>$deck</div><div class='post-meta'><span title='2021-05-04 09:00:00 +0200 CEST'>May 4, 2021</span>&nbsp;·&nbsp;3 min&nbsp;·&nbsp;Mira Oland</div></header><div class='toc'><details><summary>Table of Contents</summary><div class='inner'><ul><li><a href='#four'>Four cranks and one key</a></li></ul></div></details></div>"
        f"<div class='post-content'>" + _body(heading="<div class='highlight'><pre tabindex='0'><code>$code1</code></pre></div><h2 id='four'>%<a hidden class='anchor' href='#four'>#</a></h2>") + f"</div><footer class='post-footer'></footer></article></main>{_FOOTER}</body>",
    ),
    "Jekyll": PageSystem(
        "<title>$title | Ansel Courier</title><meta property='og:title' content='$title'><meta name='author' content='Mira Oland'>" + _linked_data("BlogPosting"),
        f"<body><header class='site-header' role='banner'><div class='wrapper'><a class='site-title' rel='author' href='/'>Ansel Courier</a><nav class='site-nav'>{_MENU}</nav></div></header><main class='page-content' aria-label='Content'><div class='wrapper'><article class='post h-entry' itemscope itemtype='http://schema.org/BlogPosting'>"
        "<header class='post-header'><h1 class='post-title p-name' itemprop='name headline'>$title</h1><p class='post-meta'><time class='dt-published' datetime='2021-05-04T09:00:00+02:00' itemprop='datePublished'>May 4, 2021</time> • <span itemprop='author'><span class='p-author h-card' itemprop='name'>Mira Oland</span></span></p></header>"
        f"<div class='post-content e-content' itemprop='articleBody'>{_body()}</div><a class='u-url' href='/lock-bridge' hidden></a></article></div></main>{_FOOTER}</body>",
    ),
    "Confluence": PageSystem(
        "<title>$title - River - Ansel Wiki</title><meta name='ajs-page-title' content='$title'>",
        f"<body id='com-atlassian-confluence' class='theme-default'><div id='page'><div id='header'><nav class='aui-header'>{_MENU}</nav></div><div id='main' class='aui-page-panel'><div id='main-header'><h1 id='title-text' class='with-breadcrumbs'><a href='/display/x'>$title</a></h1></div>"
        "<div id='content' class='page view'><div class='page-metadata'><ul><li class='page-metadata-modification-info'>Created by <span class='author'><a class='confluence-userlink' href='/x'>Mira Oland</a></span>, last modified on <a class='last-modified' href='/x'>May 04, 2021</a></li></ul></div>"
        f"<div id='main-content' class='wiki-content'>" + _body(heading="<h2 id='LockBridge-Four'>%</h2>") + "</div></div></div></div></body>",
        outlet="Ansel Wiki",
    ),
    "phpBB": PageSystem(
        "<title>$title - The Lock Keepers' Forum</title>",
        f"<body id='phpbb' class='nojs notouch section-viewtopic ltr'><div id='wrap' class='wrap'><div id='page-header'><div class='headerbar' role='banner'><h1>The Lock Keepers' Forum</h1></div><div class='navbar' role='navigation'>{_MENU}</div></div><div id='page-body' class='page-body' role='main'><h2 class='topic-title'><a href='./viewtopic.php?t=7'>$title</a></h2>"
        "<div id='p1' class='post has-profile bg2'><div class='inner'><dl class='postprofile' id='profile1'><dt class='has-profile-rank'><a href='./m' class='username'>Mira Oland</a></dt><dd class='profile-posts'><strong>Posts:</strong> <a href='./s'>412</a></dd></dl><div class='postbody'><div id='post_content1'>"
        "<h3 class='first'><a href='#p1'>Bridge</a></h3><p class='author'>by <strong><a href='./m' class='username'>Mira Oland</a></strong> » Tue May 04, 2021 9:00 am</p><div class='content'>"
        "$p1<br><br>$p2<br><br>$between$p3<br><br>$p4<blockquote class='uncited'><div>$quote</div></blockquote>$p5<ul><li>$item1</li><li>$item2</li><li>$item3</li></ul>$p6$after</div></div></div></div></div>"
        "<div id='p2' class='post has-profile bg1'><div class='inner'><dl class='postprofile'><dt><a href='./r' class='username'>Ruben Loy</a></dt></dl><div class='postbody'><h3><a href='#p2'>Re: Bridge</a></h3><p class='author'>by <strong><a href='./r'>Ruben Loy</a></strong> » Wed May 05, 2021 7:12 pm</p>"
        "<div class='content'>Good news.</div></div></div></div></div></div></body>",
        outlet="The Lock Keepers' Forum",
    ),
    "Discourse": PageSystem(
        "<title>$title - River - The Lock Keepers' Table</title><meta property='og:site_name' content=\"The Lock Keepers' Table\"><meta property='og:title' content='$title'><meta property='article:published_time' content='2021-05-04T07:00:00+00:00'>",
        "<body class='crawler'><header><a href='/'>The Lock Keepers' Table</a></header><div id='main-outlet' class='wrap' role='main'><div id='topic-title'><h1><a href='/t/7'>$title</a></h1><div class='topic-category'><span><a href='/c/river' class='badge-wrapper'>River</a></span></div></div><div itemscope itemtype='http://schema.org/DiscussionForumPosting'>"
        "<div id='post_1' itemprop='comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator' itemprop='author'><a rel='nofollow' href='/u/mira'><span itemprop='name'>Mira Oland</span></a></span><span class='crawler-post-infos'><time datetime='2021-05-04T07:00:00Z' class='post-time'>May 4, 2021, 7:00am</time><span itemprop='position'>1</span></span></div>"
        f"<div class='post' itemprop='text'>{_body()}</div></div>"
        "<div id='post_2' itemprop='comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator' itemprop='author'><a href='/u/ruben'><span itemprop='name'>Ruben Loy</span></a></span></div><div class='post' itemprop='text'><p>Good news.</p></div></div></div></div></body>",
        outlet="The Lock Keepers' Table",
    ),
    "MediaWiki": PageSystem(
        "<title>$title - Anselpedia</title>",
        "<body class='mediawiki ltr sitedir-ltr ns-0 skin-vector'><div id='mw-page-base'></div><div id='content' class='mw-body' role='main'><h1 id='firstHeading' class='firstHeading mw-first-heading'><span class='mw-page-title-main'>$title</span></h1><div id='bodyContent' class='vector-body'><div id='siteSub'>From Anselpedia</div>"
        "<div id='mw-content-text' class='mw-body-content'><div class='mw-content-ltr mw-parser-output' lang='en'>"
        + _body(heading="<div class='mw-heading mw-heading2'><h2 id='Four'>%</h2><span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></div>", quote="<blockquote class='templatequote'><p>%</p></blockquote>")
        + f"</div></div><div id='catlinks' class='catlinks'><div id='mw-normal-catlinks'>Categories: <ul><li><a href='/c'>Bridges of Vell</a></li><li><a href='/d'>Locks of Vell</a></li></ul></div></div></div></div><div id='mw-navigation'><h2>Navigation menu</h2>{_MENU}</div></body>",
        byline=None, outlet="Anselpedia", published=None,
    ),
    "SPIP": PageSystem(
        "<title>$title - Le Courrier d’Ansel</title><meta name='generator' content='SPIP 4.1'>",
        f"<body id='top' class='pas_surlignable page_article'><div class='page'><header class='header' role='banner'><p class='spip_logo_site'><a href='/'>Le Courrier d’Ansel</a></p></header><nav class='nav'>{_MENU}</nav><main class='main' role='main'><div class='wrapper hentry' id='content'><div class='cartouche'><p class='surtitre'>Rivières</p><h1 class='crayon article-titre-7 entry-title'>$title</h1>"
        "<p class='info-publi'><abbr class='published' title='2021-05-04T07:00:00Z'>mardi 4 mai 2021</abbr>, <span class='sep'>par</span> <span class='auteurs'><span class='vcard author'><a class='url fn spip_in' href='auteur7'>Mira Oland</a></span></span></p></div>"
        "<div class='crayon article-texte-7 texte entry-content'>" + _body(heading="<h2 class='spip'>%</h2>", quote="<blockquote class='spip'><p>%</p></blockquote>", items="<ul class='spip' role='list'>%</ul>")
        + f"</div></div></main><footer class='footer'>{_MENU}</footer></div></body>",
        FRENCH, "fr", outlet="Le Courrier d’Ansel",
    ),
    "TYPO3": PageSystem(
        "<title>$title - Anseler Bote</title><meta name='generator' content='TYPO3 CMS'>",
        f"<body id='p7' class='page-7 pagelevel-2'><div id='page'><header id='page-header' class='navbar'><nav>{_MENU}</nav></header><section id='page-content' class='bp-page-content main-section'><!--TYPO3SEARCH_begin--><div id='c71' class='frame frame-default frame-type-list'><div class='news news-single'><div class='article' itemscope itemtype='http://schema.org/Article'>"
        "<div class='header'><h3 itemprop='headline'>$title</h3></div><div class='footer'><p><span class='news-list-date'><time itemprop='datePublished' datetime='2021-05-04'>04.05.2021</time></span> <span class='news-list-author'>Von Mira Oland</span></p></div><div class='teaser-text' itemprop='description'><p>$deck</p></div>"
        f"<div class='news-text-wrap' itemprop='articleBody'>{_body(heading='<h4>%</h4>')}</div></div></div></div><!--TYPO3SEARCH_end--></section><footer id='page-footer'>{_MENU}</footer></div></body>",
        GERMAN, "de", outlet="Anseler Bote",
    ),
    "Joomla": PageSystem(
        "<title>$title - Ansel Courier</title><meta name='author' content='Super User'><meta name='generator' content='Joomla! - Open Source Content Management'>",
        f"<body class='site com_content view-article'><header class='header container-header'><nav>{_MENU}</nav></header><div class='site-grid'><div class='grid-child container-component'><main><div class='com-content-article item-page' itemscope itemtype='https://schema.org/Article'><div class='page-header'><h2 itemprop='headline'>$title</h2></div>"
        "<dl class='article-info text-muted'><dt class='article-info-term'>Details</dt><dd class='createdby' itemprop='author' itemscope>Written by: <span itemprop='name'>Mira Oland</span></dd><dd class='category-name'>Category: <a href='/river'>River</a></dd><dd class='published'><time datetime='2021-05-04T09:00:00+02:00' itemprop='datePublished'>Published: 04 May 2021</time></dd><dd class='hits'>Hits: 412</dd></dl>"
        f"<div itemprop='articleBody' class='com-content-article__body'>{_body(heading='<h3>%</h3>')}</div></div></main></div></div>{_FOOTER}</body>",
    ),
    "Elementor": PageSystem(
        _named() + _linked_data("Article"),
        f"<body class='elementor-default elementor-template-full-width'><header class='elementor elementor-location-header'><div class='elementor-widget elementor-widget-nav-menu'><nav>{_MENU}</nav></div></header><div class='elementor elementor-7 elementor-location-single post'><section class='elementor-section'><div class='elementor-container'><div class='elementor-column'><div class='elementor-widget-wrap'>"
        "<div class='elementor-element elementor-widget elementor-widget-theme-post-title'><div class='elementor-widget-container'><h1 class='elementor-heading-title'>$title</h1></div></div><div class='elementor-element elementor-widget elementor-widget-post-info'><div class='elementor-widget-container'><ul class='elementor-icon-list-items elementor-post-info'>"
        "<li class='elementor-icon-list-item'><span class='elementor-post-info__item--type-author'>Mira Oland</span></li><li class='elementor-icon-list-item'><span class='elementor-post-info__item--type-date'>May 4, 2021</span></li></ul></div></div>"
        f"<div class='elementor-element elementor-widget elementor-widget-theme-post-content'><div class='elementor-widget-container'>{_body()}</div></div></div></div></div></section></div><footer class='elementor elementor-location-footer'>{_FOOTER}</footer></body>",
    ),
    "A government site": PageSystem(
        "<title>$title - GOV.ANSEL</title><meta property='og:site_name' content='GOV.ANSEL'><meta property='og:title' content='$title'>" + _linked_data(author={"@type": "Organization", "name": "Department of Rivers"}, publisher={"@type": "Organization", "name": "GOV.ANSEL"}),
        f"<body class='gem-c-layout-for-public govuk-template__body'><header role='banner' class='gem-c-layout-super-navigation-header'>{_MENU}</header><div id='wrapper' class='govuk-width-container'><main role='main' id='content' class='govuk-main-wrapper' lang='en'><div class='govuk-grid-row'><div class='govuk-grid-column-two-thirds'><span class='govuk-caption-xl gem-c-heading__context'>News story</span>"
        "<h1 class='gem-c-heading__text govuk-heading-l'>$title</h1><p class='gem-c-lead-paragraph'>$deck</p></div></div><div class='gem-c-metadata'><dl><dt class='gem-c-metadata__term'>From:</dt><dd class='gem-c-metadata__definition'><a href='/rivers'>Department of Rivers</a></dd><dt class='gem-c-metadata__term'>Published</dt><dd class='gem-c-metadata__definition'>4 May 2021</dd></dl></div>"
        f"<div class='govuk-grid-row'><div class='govuk-grid-column-two-thirds'><div class='gem-c-govspeak govuk-govspeak'><div class='govspeak'>{_body()}</div></div></div></div></main></div>{_FOOTER}</body>",
        byline="Department of Rivers", outlet="GOV.ANSEL",
    ),
    "ASP.NET": PageSystem(
        "<title>$title | Ansel Courier</title>",
        f"<body><form method='post' action='./lock-bridge.aspx' id='aspnetForm'><div class='aspNetHidden'><input type='hidden' name='__VIEWSTATE' value='dDwt'></div><div id='ctl00_divTop'>{_MENU}</div><div id='ctl00_cphMain_pnlArticle' class='ArticlePanel'><h1><span id='ctl00_cphMain_lblTitle'>$title</span></h1>"
        "<div class='pubDate'><span id='ctl00_cphMain_lblDate'>4 May 2021</span></div><div class='writer'><span id='ctl00_cphMain_lblWriter'>By Mira Oland</span></div>"
        f"<div id='ctl00_cphMain_divBody'>{_body(heading='<h3>%</h3>', quote='<blockquote>%</blockquote>')}</div></div><div id='ctl00_divBottom'><p>Ansel Courier, 4 Quay Street, Port Ansel</p></div></form></body>",
    ),
    "A table layout": PageSystem(
        "<title>Ansel Courier: $title</title>",
        "<body bgcolor='#FFFFFF' text='#000000'><table width='760' border='0' cellpadding='0' align='center'><tr><td colspan='2'><a href='/'><img src='/logo.gif' alt='Ansel Courier'></a></td></tr><tr><td width='140' valign='top' bgcolor='#CCCCCC'><font size='2'><a href='/'>Home</a><br><a href='/river'>River</a><br><a href='/town'>Town</a></font></td>"
        "<td valign='top'><h1><font face='Arial' size='5'>$title</font></h1><font size='2'>By Mira Oland<br>May 4, 2021</font>"
        + _body("<p><font face='Times' size='3'>%</font></p>", "<h3><font face='Arial'>%</font></h3>", "<blockquote><font face='Times' size='3'>%</font></blockquote>", item="<li><font size='3'>%</font></li>")
        + "</td></tr><tr><td colspan='2' align='center'><font size='1'>Ansel Courier, 4 Quay Street, Port Ansel</font></td></tr></table></body>",
    ),
    "An Arabic daily": PageSystem(
        "<title>$title | بريد أنسل</title><meta property='og:site_name' content='بريد أنسل'><meta property='og:title' content='$title'>" + _linked_data(author={"@type": "Person", "name": "منى سالم"}, publisher={"@type": "Organization", "name": "بريد أنسل"}),
        f"<body dir='rtl'><header class='site-header'><nav>{_MENU}</nav></header><main><article class='article'><h1 class='article-title'>$title</h1><p class='article-excerpt'>$deck</p><div class='article-info'><span class='author'>منى سالم</span> <time datetime='2021-05-04'>4 مايو 2021</time></div><div class='wysiwyg'>{_body()}</div></article></main>{_FOOTER}</body>",
        ARABIC, "ar", byline="منى سالم", outlet="بريد أنسل",
    ),
    "A Chinese portal": PageSystem(
        "<title>${title}_安塞尔网</title><meta property='og:site_name' content='安塞尔网'><meta property='og:title' content='$title'>",
        f"<body><div class='channel-nav'>{_MENU}</div><div class='main-content w1240'><h1 class='main-title'>$title</h1><div class='top-bar-inner clearfix'><div class='date-source'><span class='date'>2021年5月4日 09:00</span> <a class='source' href='/s'>安塞尔网</a></div></div><div class='article-content clearfix' id='article_content'><div class='article' id='artibody'>"
        "　　$p1<br><br>　　$p2<br><br>$between　　$p3<h2>$heading</h2>　　$p4<blockquote>$quote</blockquote>　　$p5<ul><li>$item1</li><li>$item2</li><li>$item3</li></ul>　　$p6$after"
        f"</div></div></div>{_FOOTER}</body>",
        CHINESE, "zh-CN", byline=None, outlet="安塞尔网",
    ),
    "A Japanese daily": PageSystem(
        "<title>${title}：アンセル新聞</title><meta property='og:site_name' content='アンセル新聞'><meta property='og:title' content='${title}：アンセル新聞'>",
        f"<body><div id='GlobalNav'>{_MENU}</div><main id='main'><div class='ArticleTitle'><h1>$title</h1><p class='LastUpdated'><time datetime='2021-05-04T09:00'>2021年5月4日 9時00分</time></p></div><div class='ArticleBody'><div class='ArticleText'>{_body()}</div></div></main>{_FOOTER}</body>",
        JAPANESE, "ja", byline=None, outlet="アンセル新聞",
    ),
    "A live blog": PageSystem(
        _named() + _linked_data("LiveBlogPosting"),
        f"<body><header><nav>{_MENU}</nav></header><main><h1 class='headline'>$title</h1><p class='standfirst'>$deck</p><div class='byline'>Mira Oland</div><div class='liveblog' role='feed'>"
        "<article class='liveblog-entry' id='e3'><time class='liveblog-entry__time' datetime='2021-05-04T11:30:00+02:00'>$time1</time><h2>$heading2</h2><p>$p1</p><p>$p2</p></article>$between"
        "<article class='liveblog-entry' id='e2'><time class='liveblog-entry__time' datetime='2021-05-04T10:45:00+02:00'>$time2</time><h2>$heading3</h2><p>$p3</p><blockquote><p>$quote</p></blockquote></article>"
        "<article class='liveblog-entry' id='e1'><time class='liveblog-entry__time' datetime='2021-05-04T09:05:00+02:00'>$time3</time><h2>$heading</h2><p>$p5</p><ul><li>$item1</li><li>$item2</li><li>$item3</li></ul><p>$p6</p></article>$after</div></main>" + _FOOTER + "</body>",
    ),
    "A gallery": PageSystem(
        _named() + _linked_data(),
        f"<body><header><nav>{_MENU}</nav></header><main><article class='gallery-article'><h1>$title</h1><p class='gallery-intro'>$p1</p><div class='gallery'><figure class='gallery-item'><img src='/1.jpg'><figcaption>$caption1</figcaption></figure><figure class='gallery-item'><img src='/2.jpg'><figcaption>$caption2</figcaption></figure>$between"
        f"<figure class='gallery-item'><img src='/3.jpg'><figcaption>$caption3</figcaption></figure></div><p>$p2</p><p>$p6</p>$after</article></main>{_FOOTER}</body>",
    ),
    "An interview": PageSystem(
        _named() + _linked_data(),
        f"<body><header><nav>{_MENU}</nav></header><main><article class='interview'><header><h1>$title</h1><p class='lead'>$deck</p></header><div class='interview__body'><p class='q'>$question1</p><p class='a'>$p3</p><p class='q'>$question2</p><p class='a'>$p2</p>$between<p class='q'>$question3</p><p class='a'>$p6</p>$after</div></article></main>{_FOOTER}</body>",
    ),
    "A recipe": PageSystem(
        _named() + _linked_data("BlogPosting"),
        f"<body class='single-post'><header class='site-header'><nav>{_MENU}</nav></header><main class='content'><article class='post hentry'><header class='entry-header'><h1 class='entry-title'>$title</h1></header><div class='entry-content'><p>$p1</p><p>$p2</p>$between<div id='recipe-7' class='wprm-recipe-container'><div class='wprm-recipe'><h2 class='wprm-recipe-name'>$heading</h2>"
        "<ul class='wprm-recipe-ingredients'><li class='wprm-recipe-ingredient'>$ingredient1</li><li class='wprm-recipe-ingredient'>$ingredient2</li><li class='wprm-recipe-ingredient'>$ingredient3</li></ul><ol class='wprm-recipe-instructions'><li class='wprm-recipe-instruction'>$step1</li><li class='wprm-recipe-instruction'>$step2</li></ol></div></div><p>$p6</p>$after</div></article>"
        f"<div class='comments-area' id='comments'><h2>2 thoughts on bread</h2><ol class='comment-list'><li class='comment'><p>I baked it twice in one week, and my neighbours asked for a third loaf before Sunday had come.</p></li></ol></div></main>{_FOOTER}</body>",
    ),
    "A page with a paywall": PageSystem(
        _named() + _linked_data(isAccessibleForFree=False),
        f"<body><header><nav>{_MENU}</nav></header><main><article class='story'><h1 class='story__title'>$title</h1><p class='story__deck'>$deck</p><div class='story__body'><p>$p1</p>$between<p>$p2</p><p class='story__fade'>$p3</p>$after</div><div class='paywall' id='piano-offer'><h2>Read on with a pass</h2><p>A pass costs two coins a week and opens every page of the paper, the old ones too.</p><a href='/pass'>Take a pass</a></div></article></main>{_FOOTER}</body>",
    ),
})  # fmt: skip
