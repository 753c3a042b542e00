"""The benchmark of the search makes the same library each time, and prints times and sizes."""

import re

from reader.analysis import analyse
from reader.services.session import Session
from tests.benchmarks.library_search import fill, invented, report


def test_invented_articles_are_the_same_each_time_and_quote_people():
    first, again = ([*invented(20)] for _ in range(2))
    assert first == again
    assert len({article.id for article in first}) == 20
    assert "expert" in {voice.kind for article in first[:3] for voice in analyse(article).voices}
    assert "水库" in first[19].text


def test_the_figures_are_printed(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    session = Session()
    texts = fill(session, 20)
    session.search.refresh()
    report(session, texts)
    session.close()
    out = capsys.readouterr().out
    assert re.search(r"^tag:water weir +1 +[\d.]+ ms +[\d.]+ ms +[\d.]+ ms$", out, re.MULTILINE)
    assert re.search(r"^index [\d.]+ MB, texts [\d.]+ MB: [\d.]+ times the texts$", out, re.MULTILINE)
    assert re.search(r"^people: [1-9]\d* in", out, re.MULTILINE)
