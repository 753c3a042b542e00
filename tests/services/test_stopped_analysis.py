"""An analysis that a person stops ends within a paragraph, and nothing of it is stored."""

from itertools import count

import pytest

from reader.analysis import analyse, analyse_quotations
from reader.errors import AnalysisStoppedError
from reader.services.session import Session
from reader.sources import load

PARAGRAPH = "“The gates of lock {} will hold,” said Ada Roe, its keeper. The river rose and the ferry lay still."
ENGLISH = "\n\n".join(map(PARAGRAPH.format, range(50)))
GERMAN = "\n\n".join(f"„Das Tor {n} wird halten“, sagte Anna Roth, die es hütet und die es kennt." for n in range(50))
PLAIN = "\n\n".join(f"The river rose on day {n}, and the ferry lay still at its rope." for n in range(50))


def article(text):
    return load("-", stdin=text.encode())


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, PLAIN], ids=["quotations", "another language", "no quotations"])
def test_the_analysis_ends_with_what_the_check_raises(text):
    calls = count()

    def check():
        if next(calls) == 1:
            raise AnalysisStoppedError

    with pytest.raises(AnalysisStoppedError):
        analyse(article(text), check)
    assert next(calls) == 2


@pytest.mark.parametrize("text", [ENGLISH, PLAIN], ids=["quotations", "no quotations"])
def test_the_check_is_called_at_least_once_for_each_paragraph_and_changes_nothing(text):
    calls = count()
    made = article(text)
    assert analyse(made, lambda: next(calls)) == analyse(made)
    assert next(calls) >= 50
    assert analyse_quotations(made).quotations == analyse(made).quotations


@pytest.mark.no_cover
def test_a_session_stops_the_analysis_and_stores_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    session = Session()
    made = article(ENGLISH * 15)
    asked = count()
    with pytest.raises(AnalysisStoppedError):
        session.analyse(made, is_cancelled=lambda: next(asked) == 5)
    progress: list[str] = []
    assert session.analyse(made, progress.append).quotations
    assert progress == ["finding voices"]
    session.close()
