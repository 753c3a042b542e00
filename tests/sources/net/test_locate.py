"""Read the bytes at a location, and the message when they cannot be read."""

import os
import sys
import threading
from io import BytesIO, TextIOWrapper

import pytest

from reader.errors import SourceError
from reader.sources.net import locate
from reader.sources.net.locate import display_name, read_location


def test_a_file_has_its_extension_and_an_absolute_path(tmp_path, monkeypatch):
    (tmp_path / "Note.MD").write_bytes(b"text")
    monkeypatch.chdir(tmp_path)
    document = read_location("Note.MD")
    assert (document.data, document.suffix, document.location) == (b"text", ".md", str(tmp_path / "Note.MD"))


def test_a_dash_is_standard_input(monkeypatch):
    assert read_location("-", b"given").data == b"given"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"piped")))
    assert read_location("-").data == b"piped"


def test_a_named_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"through the pipe",))
    writer.start()
    document = read_location(str(pipe))
    assert (document.data, document.location) == (b"through the pipe", "-")
    writer.join()


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("nowhere.txt", "There is no file nowhere.txt."),
        ("file:///tmp/a.txt", "give the path of a file, the http or https address of a page, or - for standard input"),
        ("ftp://example.org/x", "was not opened"),
        ("javascript:alert(1)", "was not opened"),
        ("mailto:someone@example.org", "was not opened"),
        ("a\x00b", "could not be read: embedded null"),
        ("", 'There is no file "".'),
    ],
)
def test_what_can_not_be_read_is_reported_in_one_sentence(location, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        read_location(location)
    message = str(caught.value)
    assert sentence in message
    assert "\n" not in message
    assert message.endswith(".")


def test_a_folder_and_an_empty_file_have_their_own_messages(tmp_path):
    (tmp_path / "empty.txt").touch()
    for name, word in {"": "is a folder", "empty.txt": "is empty"}.items():
        with pytest.raises(SourceError, match=word):
            read_location(str(tmp_path / name))


def test_a_missing_permission_is_reported(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SourceError, match="no permission to read"):
        read_location(str(tmp_path / "secret.txt"))


def test_more_than_the_limit_is_refused_without_being_read_whole(monkeypatch):
    monkeypatch.setattr(locate, "MOST_DOCUMENT_BYTES", 1024)
    with pytest.raises(SourceError, match="too big"):
        read_location("/dev/zero")


def test_a_name_with_control_characters_is_shown_safely():
    assert display_name("a\x1b[31m\nb") == "a\ufffd[31m b"
    assert len(display_name("x" * 5000)) == 80
