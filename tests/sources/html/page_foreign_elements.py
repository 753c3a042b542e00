"""What publishing systems put into the element of an article although it is no part of it, written for these tests."""

from types import MappingProxyType

# The line of topics that the program adds where a page has its links to topics.
TOPICS = "Filed under: Bridges, Locks"

_CARD = (
    "<div class='card'><a href='/rowing-baker'><img src='/baker.jpg' alt=''></a><h3><a href='/rowing-baker'>The Baker "
    "Who Rows to Work</a></h3><p>At four each morning a boat with warm bread leaves the quay, and nobody has seen it "
    "late.</p><span class='date'>March 2, 2019</span></div>"
)
_SLIDES = (
    "<div class='swiper-slide'><a href='/rowing-baker'><img src='/baker.jpg' alt=''><span>The Baker Who Rows to Work"
    "</span></a></div><div class='swiper-slide'><a href='/white-paint'><img src='/paint.jpg' alt=''><span>Who Paints the "
    "Lighthouse, and in Which White</span></a></div>"
)
_LABELS = ("2012", "2014", "2016", "2018", "2020", "0", "25", "50", "Boats", "Open", "Shut")

FOREIGN_ELEMENTS = MappingProxyType({
    "related list": (
        "<div class='related-posts'><h3>Also from the river</h3><ul><li><a href='/rowing-baker'>The Baker Who Rows to Work"
        "</a></li><li><a href='/white-paint'>Who Paints the Lighthouse, and in Which White</a></li><li><a href='/eels'>"
        "Eels Are Back in the Lower Basin</a></li></ul></div>"
    ),
    "related list without a class": (
        "<div><h3>Also from the river</h3><ul><li><a href='/rowing-baker'>The Baker Who Rows to Work</a></li><li>"
        "<a href='/white-paint'>Who Paints the Lighthouse, and in Which White</a></li></ul></div>"
    ),
    "newsletter form": (
        "<form action='/letters' method='post'><h3>The river in your letter box</h3><p>One letter each Friday with all "
        "that the tide has brought in during the week, and what it has taken away.</p><label for='mail'>Your address"
        "</label><input id='mail' type='email'><button>Send it</button></form>"
    ),
    "share buttons": (
        "<div class='share-buttons'><span>Pass it on</span><ul><li><a href='https://birds.invalid/share?u=x'>Birds</a></li>"
        "<li><a href='https://faces.invalid/share?u=x'>Faces</a></li><li><a href='mailto:?body=x'>Letter</a></li></ul></div>"
    ),
    "teaser card": _CARD,
    "comments": (
        "<div id='comments' class='comments-area'><h3>Two answers</h3><ol class='comment-list'><li class='comment'>"
        "<div class='comment-author vcard'><b class='fn'>Tessa Quill</b></div><time datetime='2021-05-09'>May 9, 2021"
        "</time><p>My grandmother turned one of those cranks in the winter of the ice, and she said it sang.</p></li>"
        "<li class='comment'><div class='comment-author vcard'><b class='fn'>Ruben Loy</b></div><p>Sell the motor.</p>"
        "</li></ol></div>"
    ),
    "author box": (
        "<div class='author-box'><img src='/mira.jpg' alt=''><h4>Mira Oland</h4><p>Mira Oland has written on rivers and "
        "on those who live beside them since 2009. She lives on a boat.</p></div>"
    ),
    "topic links": (
        "<div class='post-tags'>Filed under: <a href='/tag/bridges' rel='tag'>Bridges</a> "
        "<a href='/tag/locks' rel='tag'>Locks</a></div>"
    ),
    "slider": f"<div class='swiper'>{_SLIDES * 3}</div>",
    "advertisement label": "<div class='slot'><p>Advertisement</p><div id='banner-1'></div></div>",
    "cookie notice": (
        "<div id='cookie-notice' role='dialog'><p>This page keeps a small note in your browser, so that it knows you "
        "when you come back.</p><p><button>Keep it</button> <a href='/notes'>What it says</a></p></div>"
    ),
    "chart labels": f"<div class='graph'>{''.join(f'<div>{label}</div>' for label in _LABELS)}</div>",
    "previous and next": (
        "<div class='nav-links'><div class='nav-previous'><a href='/eels' rel='prev'><span>Before</span> Eels Are Back in "
        "the Lower Basin</a></div><div class='nav-next'><a href='/white-paint' rel='next'><span>After</span> Who Paints "
        "the Lighthouse, and in Which White</a></div></div>"
    ),
})  # fmt: skip
