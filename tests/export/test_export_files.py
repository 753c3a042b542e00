"""A file has a readable name, is never another's, and is written whole or not at all."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.export import export_files

NAMES = [
    ("Harbour Tolls: What’s Next?", "harbour-tolls-whats-next"),
    ("Über den Fluß", "über-den-fluss"),
    ("水の値段", "水の値段"),
    ("नदी का पानी", "नदी-का-पानी"),
    ("../../etc/passwd", "etc-passwd"),
    (".hidden", "hidden"),
    ("C:\\aux|<>?*", "c-aux"),
    ("CON", "con-export"),
    ("lpt1", "lpt1-export"),
    ("…", "article-export"),
    ("", "article-export"),
    ("e\u0301te\u0301", "été"),
    ("word " * 40, "-".join(["word"] * 16)),
    ("x" * 100, "x" * 80),
    ("水" * 100, "水" * 66),
    ("a\x00b\x1b[31m", "a-b-31m"),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_a_title_becomes_a_name(title, name):
    assert export_files.slug(title) == name


@pytest.mark.no_cover
@given(st.text(max_size=200))
def test_law_every_title_becomes_a_name_that_a_file_can_have(title):
    name = export_files.slug(title)
    assert name
    assert len(name) <= 80
    assert len(name.encode()) <= 210
    assert not set(name) & set('/\\:*?"<>|.\0\n ')
    assert export_files.slug(title) == name


def mine(_path, text):
    return text.startswith("mine")


def test_an_output_that_is_a_file_or_not_there_is_taken_as_it_is(tmp_path):
    assert export_files.choose_path(tmp_path / "x.md", Path("elsewhere"), "t", mine) == tmp_path / "x.md"


def test_an_output_that_is_a_folder_gets_a_name_in_it(tmp_path):
    assert export_files.choose_path(tmp_path, Path("elsewhere"), "t", mine) == tmp_path / "t.md"


def test_a_folder_that_is_missing_is_made(tmp_path):
    assert export_files.choose_path(None, tmp_path / "a" / "b", "t", mine) == tmp_path / "a" / "b" / "t.md"
    assert (tmp_path / "a" / "b").is_dir()


def test_a_path_is_whole_wherever_it_was_named_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert export_files.choose_path(None, Path(), "t", mine) == tmp_path / "t.md"
    assert export_files.choose_path(Path("x.md"), Path(), "t", mine) == tmp_path / "x.md"


def test_a_taken_name_gets_a_number_and_ones_own_file_is_found_again(tmp_path):
    (tmp_path / "t.md").write_text("another's")
    (tmp_path / "t-2.md").write_bytes(b"\xff\xfe no text")
    assert export_files.choose_path(None, tmp_path, "t", mine) == tmp_path / "t-3.md"
    (tmp_path / "t-3.md").write_text("mine")
    assert export_files.choose_path(None, tmp_path, "t", mine) == tmp_path / "t-3.md"
    (tmp_path / "t.md").unlink()
    assert export_files.choose_path(None, tmp_path, "t", mine) == tmp_path / "t-3.md"


def test_a_link_to_nowhere_and_a_folder_are_taken_names(tmp_path):
    (tmp_path / "t.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "t-2.md").mkdir()
    assert export_files.choose_path(None, tmp_path, "t", mine) == tmp_path / "t-3.md"


def test_names_do_run_out(tmp_path, monkeypatch):
    monkeypatch.setattr(export_files, "_MAX_NUMBER", 3)
    (tmp_path / "t.md").write_text("x")
    (tmp_path / "t-2.md").write_text("x")
    with pytest.raises(ExportError, match=r"All names from t\.md on are taken"):
        export_files.choose_path(None, tmp_path, "t", mine)


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match=r"can't be made \(.*\): set another export_folder"):
        export_files.choose_path(None, tmp_path / "file" / "sub", "t", mine)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.mkdir(), "not a regular file"),
        (lambda path: path.symlink_to(os.devnull), "not a regular file"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "not UTF-8"),
        (lambda path: path.symlink_to(path), "could not be read"),
    ],
)
def test_a_file_that_is_not_text_is_refused(tmp_path, make, sentence):
    make(tmp_path / "x.md")
    with pytest.raises(ExportError, match=sentence):
        export_files.read_text(tmp_path / "x.md")


def test_lines_keep_their_ends(tmp_path):
    (tmp_path / "x.md").write_bytes(b"a\r\nb\nc\r")
    assert export_files.read_text(tmp_path / "x.md") == "a\r\nb\nc\r"
    assert export_files.read_text(tmp_path / "y.md") is None
    export_files.write_atomically(tmp_path / "y.md", "a\r\nb\nc\r")
    assert (tmp_path / "y.md").read_bytes() == b"a\r\nb\nc\r"


def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path):
    mask = os.umask(0o027)
    try:
        export_files.write_atomically(tmp_path / "new.md", "x")
    finally:
        os.umask(mask)
    assert (tmp_path / "new.md").stat().st_mode & 0o777 == 0o640
    (tmp_path / "new.md").chmod(0o604)
    export_files.write_atomically(tmp_path / "new.md", "y")
    assert (tmp_path / "new.md").stat().st_mode & 0o777 == 0o604


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_text("x")
    (tmp_path / "link.md").symlink_to("real.md")
    export_files.write_atomically(tmp_path / "link.md", "y")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "y"


def test_a_missing_folder_is_reported(tmp_path):
    with pytest.raises(ExportError, match="could not be written"):
        export_files.write_atomically(tmp_path / "nowhere" / "x.md", "x")


def test_a_full_disk_is_reported_and_the_file_is_unchanged(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("before")
    script = (
        "import sys; from pathlib import Path; from reader.errors import ExportError; from reader.export import export_files\n"
        "try: export_files.write_atomically(Path(sys.argv[1]), 'x' * 100_000)\n"
        "except ExportError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, path],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert "could not be written (File too large)" in done.stdout
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
