"""A file or folder whose name is not UTF-8 works like any other: through the real command, named by its bytes."""

import json
import os
import subprocess
import sys
import threading
from typing import NamedTuple

import pytest

from reader.services.session import Session
from reader.store import FollowedFeed, Store
from tests.cli.command_runner import ARTICLE
from tests.store.library_factory import NOW

# A byte that is not UTF-8 is such a surrogate in Python, and the byte again on the way to the command.
NAME, OTHER = "caf\udce9.txt", "caf\udce8.txt"
LIST, PAGE, FOLDER, EXPORT, PIPE, NOTHING = (
    "l\udce9.txt",
    "p\udce9.html",
    "d\udce9",
    "n\udce9.md",
    "p\udce9",
    "no\udce9.txt",
)
OTHER_ARTICLE = "The Lock Is Open\n\n“We were all asked,” said Vera Moss, a smith. It opened on Sunday at noon.\n"


class Done(NamedTuple):
    """How a run ended, and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The library of these tests, in a folder whose name is not UTF-8 either, and two files to be read."""
    monkeypatch.chdir(tmp_path)
    try:
        (tmp_path / NAME).write_text(ARTICLE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    (tmp_path / OTHER).write_text(OTHER_ARTICLE, encoding="utf-8")
    path = tmp_path / "biblioth\udce8que"
    monkeypatch.setenv("PULLQUOTE_HOME", str(path))
    return path


@pytest.fixture
def command(tmp_path, program_forks, process):
    """Run the command in the folder of the files, with arguments as Python decodes them."""

    def run(*args: str, folder: str = ".") -> Done:
        status, out, err = program_forks.run(args, os.environ, tmp_path / folder)
        return Done(status, out.decode(), err.decode())

    return run if program_forks else process


@pytest.fixture
def process(tmp_path):
    """Run the command in a process of its own, which decodes its arguments."""

    def run(*args: str, folder: str = ".") -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *args],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path / folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def highlighted():
    """Highlight the first quotation of each file."""
    session = Session()
    for name in (NAME, OTHER):
        article = session.open(name)
        session.highlights.add(article, session.analyse(article).quotations[0].spans)
    session.close()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([NAME], "# The Weir Is Shut"),
        (["read", "--linear", NAME], "# The Weir Is Shut"),
        (["read", NAME, "--at", "1"], "# The Weir Is Shut"),
        (["quotes", NAME], "1. Otto Reed"),
        (["voices", NAME], "Otto Reed"),
        (["threads", NAME], "Otto Reed"),
        (["quotes", NAME, OTHER], f"==> {{}}{os.sep}caf\ufffd.txt <==\n1. Vera Moss"),
    ],
)
def test_a_file_whose_name_is_not_utf_8_is_read(command, tmp_path, args, words):
    done = command(*args)
    assert (done.status, done.err) == (0, "")
    assert words.format(tmp_path) in done.out


def test_show_prints_it_as_json(process):
    done = process("show", "--json", NAME)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["title"] == "The Weir Is Shut"


def test_two_names_that_differ_in_such_a_byte_alone_are_two_articles_of_the_library(command, process, tmp_path):
    process(NAME)
    process(OTHER)
    done = command("library")
    assert (done.status, done.err) == (0, "")
    assert [line.split()[-1] for line in done.out.splitlines()[1:]] == [str(tmp_path / "caf\ufffd.txt")] * 2
    listed = [json.loads(line) for line in command("library", "--json").out.splitlines()]
    assert [(each["title"], each["was"]) for each in listed] == [("The Lock Is Open", None), ("The Weir Is Shut", None)]
    assert command("library", "--remove", NAME) == (0, "Removed: The Weir Is Shut\n", "")
    assert "The Weir Is Shut" not in command("library").out
    assert command("library", "--remove", OTHER).out == "Removed: The Lock Is Open\n"


def test_an_article_is_removed_by_its_name_as_it_is_listed_where_that_is_listed_once(command, tmp_path):
    shown = str(tmp_path / "caf\ufffd.txt")
    command(NAME)
    command(OTHER)
    refused = command("library", "--remove", shown)
    assert (refused.status, refused.out) == (1, "")
    assert "lists several articles as" in refused.err
    command("library", "--remove", NAME)
    assert command("library", "--remove", shown).out == "Removed: The Lock Is Open\n"


@pytest.mark.usefixtures("highlighted")
def test_what_was_highlighted_is_found_again_by_the_bytes_of_the_name(command):
    assert "==== Highlights (1) ====\n\n“Nobody asked us,”" in command(NAME).out
    assert "==== Highlights (1) ====\n\n“We were all asked,”" in command(OTHER).out


@pytest.mark.usefixtures("highlighted")
def test_it_is_exported_also_to_such_a_name_and_into_such_a_folder(command, tmp_path):
    assert command("export", NAME) == (0, f"{tmp_path}{os.sep}the-weir-is-shut.md\n", "")
    for _ in range(2):  # the second time into what the first one wrote
        assert command("export", NAME, "--output", EXPORT) == (0, f"{tmp_path}{os.sep}n\ufffd.md\n", "")
    (tmp_path / FOLDER).mkdir()
    done = command("export", "--all", "--output", FOLDER)
    assert (done.status, done.err, len(done.out.splitlines())) == (0, "", 2)
    assert "# The Weir Is Shut" in command("export", NAME, "--output", "-").out
    for path in (tmp_path / EXPORT, tmp_path / FOLDER / "the-weir-is-shut.md"):
        assert "“Nobody asked us,”" in path.read_text(encoding="utf-8")


def test_a_file_in_such_a_folder_is_read_and_kept_in_the_library_after_it_is_gone(command, tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (tmp_path / NAME).rename(folder / "weir.txt")
    assert "# The Weir Is Shut" in command("weir.txt", folder=FOLDER).out
    folder.rename(tmp_path / "elsewhere")
    (listed,) = map(json.loads, command("library", "--json").out.splitlines())
    assert f"(was {tmp_path}{os.sep}d\ufffd{os.sep}weir.txt)" in command("library").out
    assert "# The Weir Is Shut" in command("--linear", listed["location"]).out


def test_a_pipe_of_such_a_name_is_read_to_its_end(command, tmp_path):
    pipe = tmp_path / PIPE
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(ARTICLE, "utf-8"))
    writer.start()
    assert "# The Weir Is Shut" in command(PIPE).out
    writer.join()
    assert '"location": "library:' in command("library", "--json").out


def test_a_page_of_such_a_name_is_read_in_the_process_for_pages(command, tmp_path):
    page = ARTICLE.replace("\n\n", "</p><p>").partition("</p>")[2]
    html = f"<!doctype html><html><body><article><h1>The Weir Is Shut</h1>{page}</p></article></body></html>"
    (tmp_path / PAGE).write_text(html, encoding="utf-8")
    assert "Otto Reed" in command(PAGE).out


@pytest.mark.parametrize("args", [[], ["quotes", "x.txt"], ["import"]])
def test_an_argument_that_names_no_file_is_one_sentence(command, args):
    done = command(*args, NOTHING)
    assert (done.status, done.out) == (1, "")
    assert "pullquote: There is no file no\ufffd.txt.\n" in done.err


@pytest.mark.parametrize(
    "args",
    [
        ["feed", "add", "caf\udce9"],
        ["feed", "remove", "https://weir.invalid/\udce9?a=\udce9"],
        ["library", "--remove", NOTHING],
        ["https://weir.invalid/\udce9?a=\udce9"],
        ["quotes", NAME, "--voice", "caf\udce9"],
        ["import", NAME],
    ],
)
def test_what_is_named_so_and_is_nothing_of_the_kind_is_one_sentence(command, home, args):
    store = Store(home / "library.db")
    with store.writing():
        store.feeds.put(FollowedFeed("https://weir.invalid/feed", "Weirs", NOW, NOW))
    store.close()
    done = command(*args)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("pullquote: ")
    assert "This should not have happened" not in done.err
    assert done.err.count("\n") == 1


def test_a_list_of_such_a_name_is_imported_and_what_was_read_before_is_known(command, tmp_path):
    command(NAME)
    (tmp_path / LIST).write_text("https://weir.invalid/shut The Weir Is Shut\n", encoding="utf-8")
    for count in (1, 0):
        assert f"New in your library: {count}\n" in command("import", LIST).out


@pytest.mark.parametrize("args", [["config"], ["doctor", "--json"]])
def test_where_such_a_library_is_can_be_asked(command, args):
    command(NAME)
    done = command(*args)
    assert (done.status, done.err) == (0, "")
    assert "library.db" in done.out
