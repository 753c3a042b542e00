"""PDF files, made here from nothing."""

import builtins
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load
from reader.sources.deadline import seconds_for
from reader.sources.formats import pdf, registry
from reader.sources.net.locate import RawDocument
from tests.sources import sample_files
from tests.sources.sample_article import LEAD, REPLY, TITLE
from tests.sources.sample_files import broken, column


def opened(data):
    return load("-", stdin=data)


def shown(article):
    return [block.span.of(article.text) for block in article.visible]


def refusal(data):
    """The reason why the reader, here and not in a process of its own, refuses a file."""
    with pytest.raises(SourceError) as caught:
        pdf.read(RawDocument("-", "-", data))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_that_takes_too_long_is_refused_from_outside(monkeypatch):
    monkeypatch.setattr(registry, "seconds_for", lambda _: -0.5)
    with pytest.raises(SourceError, match="more time or memory"):
        opened(article())


def test_a_longer_file_may_take_longer_but_not_for_ever():
    assert seconds_for(0) == 4
    assert seconds_for(1024**2) == 8
    assert seconds_for(1024**3) == 20


def article(info=None, more=""):
    lines = broken(LEAD)
    first = [(70, 800, 20, TITLE), *column(lines[:2], top=760)]
    return sample_files.pdf([first, [*column(lines[2:]), *column(broken(REPLY), top=700)]], info, more)


def test_a_pdf_file_opens_with_its_headline_and_whole_paragraphs():
    opened_ = opened(article())
    assert shown(opened_) == [TITLE, LEAD, REPLY]
    assert (opened_.title, opened_.blocks[0].kind) == (TITLE, BlockKind.HEADING)


def test_what_the_file_says_of_itself_is_used_where_the_page_is_silent():
    known = opened(article({"Author": "Ottoline Brask", "Title": "Another name"}, "/Lang (en-GB)"))
    assert (known.byline, known.title, known.language) == ("Ottoline Brask", TITLE, "en")
    bare = sample_files.pdf([column(broken(LEAD))], {"Title": "Microsoft Word - draft.doc"})
    assert opened(bare).title is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("D:20210403120000+02'00'", "2021-04-03"),
        ("D:20210403", "2021-04-03"),
        ("20210403Z", "2021-04-03"),
        ("D:20211403", None),
        ("D:2021", None),
        ("last spring", None),
    ],
)
def test_a_file_is_dated_by_when_it_was_made_where_the_page_is_silent(written, day):
    assert load("-", stdin=article({"CreationDate": written})).published == day


def test_curly_marks_and_bold_lines_come_through():
    data = sample_files.pdf(
        [[*column(broken(REPLY), top=700), (70, 600, 11, "*The figures"), *column(broken(LEAD), top=570)]]
    )
    assert shown(opened(data)) == [REPLY, "The figures", LEAD]


def test_a_scan_is_said_to_be_one():
    assert "it is a scan" in refusal(sample_files.pdf([[], []]))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\ntrailer <</Root 9 0 R>>\n%%EOF", article()[:300]])
def test_a_damaged_file_is_said_to_be_damaged(data):
    assert "damaged" in refusal(data) or "scan" in refusal(data)


def test_escapes_in_a_pdf_do_not_pass():
    data = sample_files.pdf([[(70, 700, 11, "A plain \x1b[31msentence\x07 that stands on a page")]])
    assert shown(opened(data)) == ["A plain sentence that stands on a page"]


def test_a_page_that_cannot_be_read_is_said_to_be_missing():
    sound = sample_files.pdf([column(broken(LEAD)), column(broken(REPLY))])
    bomb = zlib.compress(zlib.compress(bytes(120_000_000), 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(bomb), bomb)
    start = sound.index(b"8 0 obj\n") + len(b"8 0 obj\n")
    data = sound[:start] + stream + sound[sound.index(b"\nendobj", start) :]
    assert shown(opened(data)) == [LEAD, "[Page 2 could not be read.]"]


def test_a_file_none_of_whose_pages_can_be_read_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_read_lines", lambda *_: 1 / 0)
    assert "none of its pages" in refusal(article())


def test_limits_are_kept(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_MOST_PAGES", 1)
        assert "pages" in refusal(article())
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_MOST_OBJECTS", 3)
        assert "objects" in refusal(article())
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_MOST_CHARACTERS", 10)
        assert "too much for an article" in refusal(article())
    monkeypatch.setattr(pdf, "seconds_for", lambda _: -1.0)
    assert "takes too long" in refusal(article())


def locked(user, owner=None):
    writer = PdfWriter(clone_from=BytesIO(article()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_file_says_that_it_is_locked_and_one_that_only_may_not_be_changed_opens():
    assert "protected with a password" in refusal(locked("secret"))
    assert shown(opened(locked("", "secret"))) == [TITLE, LEAD, REPLY]


def test_a_file_in_a_cipher_that_is_not_installed_says_what_to_install(monkeypatch):
    def lacking(*_):
        raise DependencyError("cryptography is missing")

    monkeypatch.setattr(PdfReader, "decrypt", lacking)
    assert "pypdf[crypto]" in refusal(locked("secret"))


def test_without_the_extra_one_sentence_says_how_to_install_it(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.startswith("pypdf"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "pip install 'pullquote[pdf]'" in refusal(article())
