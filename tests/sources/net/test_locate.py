"""What a location names, and the sentence when it cannot be had."""

import os
import sys
import threading
from io import BytesIO, TextIOWrapper

import pytest

from reader.errors import SourceError
from reader.sources.net import locate
from reader.sources.net.locate import display_name, read_location


def test_a_file_is_found_with_its_extension_and_a_place_to_find_it_again(tmp_path, monkeypatch):
    (tmp_path / "Note.MD").write_bytes(b"text")
    monkeypatch.chdir(tmp_path)
    found = read_location("Note.MD")
    assert (found.data, found.suffix, found.place) == (b"text", ".md", str(tmp_path / "Note.MD"))


def test_a_dash_is_standard_input(monkeypatch):
    assert read_location("-", b"given").data == b"given"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"piped")))
    assert read_location("-").data == b"piped"


def test_a_named_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"through the pipe",))
    writer.start()
    found = read_location(str(pipe))
    assert (found.data, found.place) == (b"through the pipe", "-")
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
def test_what_cannot_be_had_is_said_in_one_sentence(location, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as caught:
        read_location(location)
    message = str(caught.value)
    assert sentence in message
    assert "\n" not in message
    assert message.endswith(".")


def test_a_folder_and_an_empty_file_are_said_to_be_what_they_are(tmp_path):
    (tmp_path / "empty.txt").touch()
    for name, word in {"": "is a folder", "empty.txt": "is empty"}.items():
        with pytest.raises(SourceError, match=word):
            read_location(str(tmp_path / name))


def test_a_file_that_may_not_be_read_is_said_so(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SourceError, match="no permission to read"):
        read_location(str(tmp_path / "secret.txt"))


def test_more_than_the_limit_is_refused_without_being_read_whole(monkeypatch):
    monkeypatch.setattr(locate, "MOST_BYTES", 1024)
    with pytest.raises(SourceError, match="too big"):
        read_location("/dev/zero")


def test_a_hostile_name_is_shown_harmlessly():
    assert display_name("a\x1b[31m\nb") == "a\ufffd[31m b"
    assert len(display_name("x" * 5000)) == 80
