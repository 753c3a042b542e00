"""Each test has a library and a folder of its own, and an article in it."""

import pytest

from tests.cli.command_runner import ARTICLE
from tests.shared_analyses import shared_analyses


@pytest.fixture(scope="session", autouse=True)
def _shared_analyses():
    with shared_analyses():
        yield


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "weir.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
