"""What the tests of the services share: a library of their own, an article in a file, and sessions."""

import pytest

from reader import analysis as engine
from reader.model import Analysis
from reader.services.session import Session
from tests.services.ferry_article import TEXT, add_highlight
from tests.shared_analyses import shared_analyses


@pytest.fixture(scope="session", autouse=True)
def _shared_analyses():
    with shared_analyses():
        yield


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def quiet_engine(monkeypatch):
    """An engine that finds nobody, so that only the session is tested here."""
    monkeypatch.setattr(engine, "analyse", lambda *_: Analysis(engine.ENGINE))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def session():
    session = Session()
    yield session
    session.close()


@pytest.fixture
def start():
    """Start the program once more, with the arguments of `Session`."""
    started = []

    def begin(*arguments, **options):
        started.append(Session(*arguments, **options))
        return started[-1]

    yield begin
    for session in started:
        session.close()


@pytest.fixture
def windows(session, file, start):
    """Two sessions that read one article, in which the first has kept something: both, the article, and the highlight."""
    other = start()
    article = session.open(str(file))
    return session, other, article, add_highlight(session, article, "“We had no choice,”")
