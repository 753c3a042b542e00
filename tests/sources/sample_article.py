"""An article written for these tests, in the formats in which people keep articles."""

from html import escape

TITLE = "Port Ansel Keeps Its Ferry, for Now"
LEAD = (
    "The council of Port Ansel voted on Tuesday to keep the night ferry running for another year, after three weeks in "
    "which the letters page of the Ansel Courier had been given over to little else."
)
INTRODUCTION = (
    "Writing in the Courier, the harbour historian Ottoline Brask argued that the town had forgotten what the crossing "
    "was for:"
)
QUOTED = (
    (
        "A ferry is a promise made to people on the far side of the water. We made it in 1911, and we have broken it only in "
        "the two winters when the ice did it for us."
    ),
    "To withdraw it now, because a spreadsheet is red, is to say that the promise was always about the money. [Source]",
)
REPLY = (
    "The deputy mayor, Ruben Achterberg, was not persuaded. “Nobody has shown me a single passenger after one in the "
    "morning,” he told the meeting, and asked for the figures to be printed."
)
SECOND = "What the figures say"
FIGURES = (
    "They show 41 passengers on an average night, most of them bakers, nurses and the crew of the early trawlers, and a "
    "loss that would pay for about six hundred metres of kerb."
)
PARAGRAPHS = (LEAD, INTRODUCTION, *QUOTED, REPLY, SECOND, FIGURES)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"

BOILERPLATE = (
    "Share this article",
    "Print\nComments",
    (
        "Ansel has one newspaper, and it lives on what its readers give. If this report was worth a cup of coffee to you, "
        "please consider a donation."
    ),
    "Follow us",
    "MORE FROM THE COURIER",
    "Who Paints the Lighthouse, and in Which White?",
    "The Baker Who Rows to Work",
    "Sign up for our newsletter",
    "Advertisement",
    "Cookie settings\nAccept all",
    "© 2021 Ansel Courier",
)


def text_with_boilerplate() -> str:
    return TEXT + "\n" + "\n\n".join(BOILERPLATE)


def markdown() -> str:
    quote = "\n>\n".join(f"> {paragraph}" for paragraph in QUOTED)
    return f"# {TITLE}\n\n{LEAD}\n\n{INTRODUCTION}\n\n{quote}\n\n{REPLY}\n\n## {SECOND}\n\n{FIGURES}\n"


def html(head: str = "", before: str = "", after: str = "") -> str:
    quote = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in QUOTED)
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in (LEAD, INTRODUCTION))
    rest = f"<p>{escape(REPLY)}</p><h2>{SECOND}</h2><p>{escape(FIGURES)}</p>"
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{TITLE} - Ansel Courier</title>{head}</head>"
        f"<body>{before}<article><h1>{TITLE}</h1>{body}<blockquote>{quote}</blockquote>{rest}</article>{after}</body></html>"
    )
