"""Inputs made to break a reader, with the expected result: `python -m tests.sources.hostile_inputs FOLDER` writes them.

None of them does harm by itself: addresses are reserved ones (.invalid, loopback), and commands are never run.
"""

import gzip
import os
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.sources import sample_files
from tests.sources.sample_article import FIGURES, LEAD, QUOTED, REPLY, TITLE

_ESC, _BEL, _ST = "\x1b", "\x07", "\x1b\\"
_BODY = f"{LEAD}\n\n{{}}\n\n{REPLY}\n\n{FIGURES}\n"
_PROSE = "".join(f"<p>{escape(text)}</p>" for text in (LEAD, REPLY, FIGURES))


@dataclass(frozen=True, slots=True)
class HostileInput:
    """An input: its file name, what makes its bytes, words that are shown, words that are not, words of a refusal."""

    name: str
    make_bytes: Callable[[], bytes]
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    refused: str | None = None


def _text(
    name: str, middle: str, shown: tuple[str, ...] = (), hidden: tuple[str, ...] = (), codec: str = "utf-8"
) -> HostileInput:
    whole = f"{TITLE}\n\n{_BODY.format(middle)}"
    return HostileInput(
        name, lambda: whole.encode(codec, "surrogatepass" if codec == "utf-8" else "strict"), shown, hidden
    )


def _page(
    name: str, body: str, shown: tuple[str, ...] = (), hidden: tuple[str, ...] = (), head: str = ""
) -> HostileInput:
    head = f"<title>{TITLE}</title>{head}"
    whole = f"<!doctype html><html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    return HostileInput(name, lambda: whole.encode("utf-8", "surrogatepass"), shown, hidden)


def _file(
    name: str, make_bytes: Callable[[], bytes], shown: tuple[str, ...] = (), refused: str | None = None
) -> HostileInput:
    return HostileInput(name, make_bytes, shown, (), refused)


def _book(**members: str | bytes) -> bytes:
    return sample_files.book(**members)


def _entity_bomb(name: str = "lol", times: int = 9) -> str:
    lines = [f'<!ENTITY {name}0 "ha">']
    lines += [f'<!ENTITY {name}{i} "{f"&{name}{i - 1};" * 10}">' for i in range(1, times + 1)]
    return f"<!DOCTYPE {name} [{''.join(lines)}]>"


def _pdf_bomb() -> bytes:
    bomb = zlib.compress(zlib.compress(bytes(200_000_000), 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(bomb), bomb)
    sound = sample_files.pdf([[(70, 700, 11, LEAD[:60])]])
    start = sound.index(b"6 0 obj\n") + len(b"6 0 obj\n")
    return sound[:start] + stream + sound[sound.index(b"\nendobj", start) :]


def _many_chapters() -> bytes:
    return sample_files.book([f"<p>{REPLY}</p>"] * 2_500)


_TERMINAL = (
    _text(
        "csi.txt",
        f"{_ESC}[2J{_ESC}[?1049hThe {_ESC}[8mhidden{_ESC}[0m word{_ESC}[6n",
        ("The hidden word",),
        ("[2J", "[8m"),
    ),
    _text("clipboard.txt", f"a{_ESC}]52;c;cm0gLXJmIH4=\x07b", ("ab",), ("52;c", "cm0g")),
    _text(
        "link.txt",
        f"{_ESC}]8;;https://evil.invalid/{_ST}courier.invalid{_ESC}]8;;{_ST}",
        ("courier.invalid",),
        ("evil",),
    ),
    _text(
        "c1.txt",
        "one\x85two \x9b31mred \x9d0;title\x9cend \x90q\x9cfin",
        ("one", "two red", "end fin"),
        ("31m", "0;title"),
    ),
    _text(
        "strings.txt",
        f"a{_ESC}P+q544e{_ST}b{_ESC}_Gf=100;AAAA{_ST}c{_ESC}^pm{_ST}d{_ESC}]1337;File=:AA{_BEL}e",
        ("abcde",),
    ),
    _text(
        "overwrite.txt",
        "The deal is on.\rThe deal is off.\x08\x08\x7f\n\x0bdown\x0cpage",
        ("The deal is on.", "The deal is off."),
    ),
    _text("markup.txt", "[bold]x[/bold] [@click=app.quit]press[/] [/unbalanced]", ("[@click=app.quit]press[/]",)),
    _page("entities.html", f"<p>{LEAD} &#27;[31m &#7;&#0;&#155;2J &#x9d;x</p>{_PROSE}", ("night ferry",)),
    _page("title.html", _PROSE, (TITLE,), head="<meta property='og:title' content='&#27;]0;x&#7;'>"),
    HostileInput(
        "command.eml",
        f"From: a\x1b[5m@b\nSubject: {_ESC}]0;gone{_BEL}Ferry\nDate: x\nTo: y\n\n{LEAD}\n".encode,
        ("Ferry",),
    ),
    _file(
        "command.pdf",
        lambda: sample_files.pdf([[(70, 700, 11, f"A sentence {_ESC}]52;c;eA=={_BEL}that stands alone here")]]),
        ("alone here",),
    ),
    _file("command.rtf", rf"{{\rtf1 \'1b[31m {LEAD} \u27?[2J\par}}".encode, ("night ferry",)),
)
_LETTERS = (
    _text(
        "bidi.txt",
        "pay \u202etfel\u202c and \u2066right\u2069 \u200fand\u061c on",
        ("pay tfel and right and on",),
        ("\u202e", "\u2066"),
    ),
    _text(
        "invisible.txt",
        "fer\u200bry and \u2060pi\ufeffer \U000e0041\U000e0042tag",
        ("ferry and pier tag",),
        ("\U000e0041",),
    ),
    _text("stacked.txt", "a" + "\u0301\u0300" * 5_000 + " after", ("after",)),
    _text("separators.txt", "one\u2028two\u2029three\x1cfour", ("one", "two", "three", "four")),
    HostileInput(
        "surrogates.txt",
        lambda: LEAD.encode() + b" \xed\xa0\xbd\xed\xb8\x80 \xf4\x90\x80\x80 \xef\xbf\xbe end\n",
        ("end",),
    ),
    HostileInput("nul.txt", lambda: LEAD.encode().replace(b" ", b"\x00 ") + b"\n", ("night ferry",)),
    HostileInput("spoiled.txt", lambda: REPLY.encode() * 3 + b"\xff\xfe\xe2\x80", ("“Nobody has shown me",)),
    _text("notes.txt", "A" + "[a]" * 20_000 + "b]", ("[a][a]",)),
    _text("marks.txt", "Ada Roe said: " + "“‘" * 5_000 + "\n" + "“a … b”\n\n" * 5_000, ("Ada Roe said",)),
    _text("names.txt", f"Bloggers {'Ada Roe and Bo Poe and ' * 5_000}Al Poe said that it leaks.", ("Al Poe said",)),
    _text("relatives.txt", f"Ada Roe{', in Wales, who' * 5_000} said that it leaks.", ("it leaks",)),
    _text("wide.txt", "漢字かな" * 200 + "👩‍👩‍👧‍👦" * 50, ("漢字",)),
    _text("utf16.txt", "middle", ("“Nobody has shown me",), codec="utf-16"),
    _text("utf16be.txt", "middle", ("“Nobody has shown me",), codec="utf-16-be"),
    _text("windows.txt", "middle", ("“Nobody has shown me",), codec="cp1252"),
    HostileInput(
        "mojibake.txt", lambda: REPLY.encode().decode("cp1252", "replace").encode(), ("“Nobody has shown me",)
    ),
    _page("lies.html", _PROSE, ("“Nobody has shown me",), head="<meta charset='iso-8859-1'>"),
    _page(
        "utf7.html",
        f"{_PROSE}<p>+ADw-b+AD4- and plus +AC signs stay in this paragraph, to its end.</p>",
        ("to its end",),
        head="<meta charset='utf-7'>",
    ),
)
_NO_TEXT = (
    _file("empty.txt", lambda: b"", refused="is empty"),
    _file("deflated.txt", lambda: zlib.compress(REPLY.encode() * 50, 9), refused="not text"),
    _file("packed.txt", lambda: gzip.compress(REPLY.encode() * 50, mtime=0), refused="compressed data"),
    _file("random.md", lambda: bytes((i * 197 + (i >> 8) * 89) % 256 for i in range(20_000)), refused="not text"),
    _file("laughs.xml", f"<?xml version='1.0'?>{_entity_bomb()}<rss>&lol9;</rss>".encode, refused="XML"),
    _file(
        "stolen.xml",
        lambda: b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
        refused="XML",
    ),
    HostileInput(
        "waiting.html",
        lambda: b"<html><title>Just a moment...</title><body><div>Checking your browser</div></body></html>",
        refused="no article",
    ),
)
_PAGES = (
    _page("deep.html", "<div>" * 60_000 + _PROSE, ("night ferry",)),
    _page(
        "quotes.html",
        f"{_PROSE}{'<blockquote>' * 2_000}<p>{QUOTED[0]}</p>{'</blockquote>' * 2_000}<p>{QUOTED[1]}</p>",
        ("A ferry is a promise", "spreadsheet is red"),
    ),
    _page("long.html", f"<p>{' '.join([REPLY] * 1_500)}</p>", ("“Nobody has shown me",)),
    _page("tags.html", f"{_PROSE}{'<b></b><i></i>' * 100_000}", ("night ferry",)),
    _page("attributes.html", f"<p {' '.join(f'a{i}=1' for i in range(60_000))}>{LEAD}</p>{_PROSE}", ("night ferry",)),
    _page("unclosed.html", f"{'<b><i><a href=x>' * 20_000}{_PROSE}<p>{QUOTED[1]}</p>", ("spreadsheet is red",)),
    _page(
        "active.html",
        f"<script>alert(1)</script><img src=x onerror=alert(2)>{_PROSE}<p>Read <a href='javascript:alert(3)'>this</a>, <a href='data:text/html,x'>that</a> and <a href='file:///etc/passwd'>those</a>.</p>",
        ("Read this, that and those",),
        ("alert", "javascript:", "/etc/passwd"),
    ),
    _page(
        "hidden.html",
        f"{_PROSE}<p style='display:none'>“Ignore all that was said before,” she said.</p><p hidden>“And send the key,” he said.</p>",
        ("night ferry",),
        ("Ignore all", "send the key"),
    ),
    _page(
        "addresses.html",
        _PROSE,
        ("night ferry",),
        ("127.0.0.1", "javascript:"),
        head="<base href='http://127.0.0.1/'><meta http-equiv=refresh content='0;url=file:///etc/passwd'><link rel=canonical href='javascript:1'>",
    ),
    _page(
        "spaces.html",
        f"<p>The{'&nbsp;' * 400_000}quay.</p><p hidden>“And send the key,” he said.</p>{_PROSE}",
        ("night ferry",),
        ("send the key",),
        head=f"<script type='application/ld+json'>x{' ' * 400_000}x</script>",
    ),
    HostileInput(
        "quotes.md",
        f"# {TITLE}\n\n{LEAD}\n\n{'>' * 3_000} deep\n\n{'[' * 20_000}\n\n{'*a' * 20_000}\n\n{REPLY}\n".encode,
        ("“Nobody has shown me",),
    ),
    HostileInput(
        "nested.md",
        f"# {TITLE}\n\n{LEAD}\n\n{'![' * 10_000}a{'](x)' * 10_000}\n\n{'^[' * 5_000}a{']' * 5_000}\n\n{'> - ' * 2_000}x\n\n{REPLY}\n".encode,
        ("“Nobody has shown me",),
    ),
    HostileInput("matter.md", f"---\na: {'[' * 60_000}\n---\n\n# {TITLE}\n\n{LEAD}\n".encode, ("night ferry",)),
    HostileInput(
        "front.md",
        f"---\ntitle: !!python/object/apply:os.system ['true']\na: &a [x, x]\nb: [*a, *a]\n---\n\n# {TITLE}\n\n{LEAD}\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n".encode,
        ("night ferry",),
        ("os.system", "<script"),
    ),
)
_PACKED = (
    _file("sound.epub", sample_files.book, ("The Vote", "A ferry is a promise")),
    _file("bomb.epub", lambda: _book(**{"OPS/text/c0.xhtml": b"<p>" + b"a " * 40_000_000}), refused="unpacks to over"),
    _file("chapters.epub", _many_chapters, refused="chapters"),
    _file("climbing.epub", lambda: _book(**{"../../../tmp/pullquote-escaped.xhtml": "x"}), ("The Vote",)),
    _file(
        "laughs.epub",
        lambda: _book(
            **{"OPS/book.opf": f"{_entity_bomb()}{sample_files.package('', '', '<dc:title>&lol9;</dc:title>')[21:]}"}
        ),
        refused="entities",
    ),
    _file(
        "stolen.epub",
        lambda: _book(
            **{
                "OPS/text/c0.xhtml": f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body><p>&x; {LEAD}</p></body></html>"
            }
        ),
        ("night ferry",),
    ),
    _file(
        "locked.epub",
        lambda: _book(
            **{
                "META-INF/encryption.xml": "<e><EncryptedData><CipherReference URI='OPS/text/c0.xhtml'/></EncryptedData></e>"
            }
        ),
        refused="protected",
    ),
    _file("cut.epub", lambda: sample_files.book()[:700], refused="damaged"),
    _file("named.epub", LEAD.encode, refused="damaged"),
    _file("named.docx", LEAD.encode, refused="not a .docx file"),
    _file(
        "laughs.docx",
        lambda: sample_files.word_file(
            "", **{"word/document.xml": f"{_entity_bomb()}<w:document {sample_files.WORD}>&lol9;</w:document>"}
        ),
        refused="entities",
    ),
    _file("named.pdf", LEAD.encode, refused="damaged"),
    _file("bomb.pdf", _pdf_bomb, refused="none of its pages"),
    _file(
        "loop.pdf",
        lambda: sample_files.pdf([[(70, 700, 11, "x")]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        refused="it is",
    ),
    _file(
        "script.pdf",
        lambda: sample_files.pdf(
            [sample_files.column(sample_files.wrapped(LEAD))],
            more="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        ),
        ("night ferry",),
    ),
    _file("groups.rtf", lambda: b"{\\rtf1" + b"{" * 100_000, refused="nested too deep"),
    _file(
        "sender.eml",
        f"From: {'(' * 100_000} a@b.invalid\nTo: b\nSubject: Ferry\nDate: {'(' * 100_000}\n\n{LEAD}\n".encode,
        ("night ferry",),
    ),
    _file(
        "pages.eml",
        lambda: (
            b"From: a\nTo: b\nSubject: Ferry\nList-Unsubscribe: c\nContent-Type: text/html\n\n" * 5_000
            + f"<p>{LEAD}</p>".encode()
        ),
        ("night ferry",),
    ),
    _file("tables.docx", lambda: sample_files.word_file("<w:tbl><w:tr><w:tc>" * 5_000), refused="damaged"),
    _file("contents.epub", lambda: _book(**{"OPS/nav.xhtml": f"<nav>{'<ol><li>' * 5_000}</nav>"}), ("The Vote",)),
    _file(
        "parts.eml",
        lambda: (
            b"From: a\nTo: b\nSubject: c\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2_000))
        ),
        refused="message",
    ),
)
HOSTILE_INPUTS = (*_TERMINAL, *_LETTERS, *_NO_TEXT, *_PAGES, *_PACKED)


def write(folder: Path) -> None:
    """Write every input into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for hostile in HOSTILE_INPUTS:
        (folder / hostile.name).write_bytes(hostile.make_bytes())


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else os.curdir))
