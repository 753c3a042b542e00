"""The annotated news pages: labels of the project joined with the texts of a gold folder."""

import json

from tests.benchmarks import news


def test_every_label_lies_in_order_and_names_a_voice_of_its_article():
    for article in map(json.loads, news.LABELS.read_text(encoding="utf-8").splitlines()):
        names = {voice["name"] for voice in article["voices"]}
        for quote in article["quotes"]:
            assert all(start < end for start, end in quote["spans"])
            assert quote["spans"] == sorted(quote["spans"])
            assert quote["speaker"] is None or quote["speaker"]["entity"] in names
            assert names.issuperset(quote["via"])


def test_articles_have_the_words_of_their_pages(tmp_path):
    gold, page = tmp_path / "gold", "0ab"
    (gold / "pages" / "html").mkdir(parents=True)
    (gold / "pages" / "html" / "0ab.html.gz").write_bytes(b"")
    (gold / "pages" / "gold.jsonl").write_text(json.dumps({"id": page, "body": "She said it leaks."}))
    labels = tmp_path / "labels.jsonl"
    quote = {"spans": [[9, 17]], "form": "indirect", "via": [], "speaker": {"start": 0, "end": 3, "entity": "She"}}
    rows = [{"id": f"nw{n}", "page": id_, "voices": [], "quotes": [quote]} for n, id_ in enumerate((page, "elsewhere"))]
    labels.write_text("\n".join(map(json.dumps, rows)))
    [article] = news.articles(gold, labels)
    assert [q["text"] for q in article["quotes"]] == ["it leaks"]


def test_the_articles_are_written_with_their_pages(tmp_path):
    gold = tmp_path / "gold"
    page = json.loads(news.LABELS.read_text(encoding="utf-8").splitlines()[0])["page"]
    (gold / "pages" / "html").mkdir(parents=True)
    (gold / "pages" / "html" / f"{page}.html.gz").write_bytes(b"page")
    assert news.write(gold, tmp_path) is None
    (gold / "pages" / "gold.jsonl").write_text(json.dumps({"id": page, "body": "word " * 600}))
    file = news.write(gold, tmp_path)
    assert file is not None
    assert json.loads(file.read_text())["id"] == "nw000"
    assert (tmp_path / "pages" / "nw000.html.gz").read_bytes() == b"page"
