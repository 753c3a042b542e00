"""Exports to files: each in its format, again the same, and never over what is not an unchanged export."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ExportError
from reader.services import exports
from reader.services.exports import FORMATS
from tests.services.ferry_article import EKDAL, MAJ, RASK, add_highlight

FILES = [name for name, kind in FORMATS.items() if kind.module is not None]

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def article(session, file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    opened = session.open(str(file))
    add_highlight(session, opened, EKDAL, speaker=MAJ)
    return opened


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_a_file_with_the_title_and_the_ending_of_its_format(session, article, tmp_path, form):
    path = exports.write(session, article, form=form)
    assert path == tmp_path / f"the-ferry-at-oxholm{FORMATS[form].extension}"
    before = path.read_bytes()
    assert exports.write(session, article, form=form) == path
    assert path.read_bytes() == before
    assert exports.text(session, [article], form=form).encode() == before


@pytest.mark.parametrize("form", FILES)
def test_an_unchanged_export_is_written_anew_and_a_changed_one_stays_as_it_is(session, article, form):
    path = exports.write(session, article, form=form)
    add_highlight(session, article, RASK)
    assert exports.write(session, article, form=form) == path
    assert path.read_bytes().decode() == exports.text(session, [article], form=form)
    changed = path.read_bytes().decode() + "mine\n"
    path.write_text(changed, encoding="utf-8", newline="")
    session.highlights.delete(session.highlights.of(article)[0])
    other = exports.write(session, article, form=form)
    assert other.name == path.name.replace("oxholm", "oxholm-2", 1)
    with pytest.raises(ExportError, match="was changed since, and stays as it is"):
        exports.write(session, article, form=form, output=path)
    assert path.read_bytes().decode() == changed


@pytest.mark.parametrize("form", FILES)
def test_a_file_that_is_not_ours_is_never_written_over(session, article, tmp_path, form):
    path = tmp_path / "mine"
    path.write_text("mine\n")
    with pytest.raises(ExportError, match="stays as it is"):
        exports.write(session, article, form=form, output=path)
    assert path.read_text() == "mine\n"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ExportError, match="not UTF-8"):
        exports.write(session, article, form=form, output=path)


def test_an_export_of_another_article_or_format_is_not_written_over(session, article, tmp_path):
    path = exports.write(session, article, form="org", output=tmp_path / "x")
    other = replace(article, id="other", text=article.text + "\nMore.", location="/other.txt")
    add_highlight(session, other, EKDAL)
    with pytest.raises(ExportError, match="stays as it is"):
        exports.write(session, other, form="org", output=path)
    with pytest.raises(ExportError, match="stays as it is"):
        exports.write(session, article, form="csv", output=path)


def test_an_export_that_was_stopped_before_its_file_was_replaced_is_still_ours(session, article, monkeypatch):
    path = exports.write(session, article, form="org")
    add_highlight(session, article, RASK)
    replaced = Path.replace

    def stop(fresh, target):
        if Path(target) == path:
            raise OSError(28, "No space left on device")
        return replaced(fresh, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(ExportError, match="No space left"):
        exports.write(session, article, form="org")
    monkeypatch.setattr(Path, "replace", replaced)
    assert exports.write(session, article, form="org") == path
    assert path.read_text(encoding="utf-8") == exports.text(session, [article], form="org")


def test_several_articles_go_into_one_file(session, article, tmp_path):
    second = tmp_path / "bells.txt"
    second.write_text("On Bells\n\nThe bell rings at noon.\n")
    bells = session.open(str(second))
    add_highlight(session, bells, "The bell rings at noon.")
    path = exports.write_together(session, [article, bells], tmp_path / "all.org", form="org")
    assert path.read_text(encoding="utf-8").count("\n* ") == 2
    assert exports.write_all(session, path, form="org") == (path,)
    assert exports.write_all(session, tmp_path, form="csl") == (
        tmp_path / "on-bells.csl.json", tmp_path / "the-ferry-at-oxholm.csl.json",
    )  # fmt: skip
    with pytest.raises(ExportError, match="don't fit into one file"):
        exports.write_together(session, [article, bells], tmp_path / "all.md")
    with pytest.raises(ExportError, match="don't fit into one file"):
        exports.write_all(session, tmp_path / "all.md", form="obsidian")


def test_without_highlights_there_are_threads_and_references_only(session, file, tmp_path):
    article = session.open(str(file))
    for form, kind in FORMATS.items():
        if kind.needs_highlights:
            with pytest.raises(ExportError, match="There are no highlights"):
                exports.write(session, article, form=form, output=tmp_path)
        else:
            assert exports.write(session, article, form=form, output=tmp_path).is_file()
    with pytest.raises(ExportError, match="No article has highlights yet"):
        exports.write_all(session, tmp_path / "all.csv", form="csv")


def test_an_export_whose_highlights_are_all_deleted_is_emptied(session, article):
    path = exports.write(session, article, form="csv")
    session.highlights.delete(session.highlights.of(article)[0])
    assert exports.write(session, article, form="csv") == path
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_obsidian_gets_a_note_about_each_person_once(session, article, tmp_path):
    exports.write(session, article, form="obsidian")
    note = tmp_path / "People" / "Maj Ekdal.md"
    assert 'role: "owner"' in note.read_text(encoding="utf-8")
    note.write_text("mine")
    exports.write(session, article, form="obsidian")
    assert note.read_text() == "mine"


def test_the_settings_choose_the_template_of_markdown(session, article, tmp_path):
    template = tmp_path / "own.md"
    template.write_text("{% block title %}# My notes{% endblock %}")
    session.settings = replace(session.settings, export_template=str(template))
    assert "# My notes\n" in exports.text(session, [article])
    session.settings = replace(session.settings, export_template="obsidian")
    assert "[!quote] [[Maj Ekdal]]" in exports.text(session, [article])
    session.settings = replace(session.settings, export_template=str(tmp_path / "none.md"))
    with pytest.raises(ExportError, match=r"none\.md could not be read \(No such file"):
        exports.write(session, article)


def test_a_record_of_exports_that_can_not_be_written_is_one_sentence(session, article, home):
    (home / "exports").write_text("")
    with pytest.raises(ExportError, match=r"exports.*Not a directory"):
        exports.write(session, article, form="csv", output=Path("x.csv"))
    assert not Path("x.csv").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_of_chosen_highlights_those_that_are_left_are_written_and_counted(session, article, tmp_path, form):
    add_highlight(session, article, RASK)
    kept, gone = session.highlights.of(article)
    session.highlights.delete(gone)
    paths, count = exports.write_chosen(session, [kept.id, gone.id], form=form)
    assert (len(paths), count) == (1, 1)
    session.highlights.delete(kept)
    assert exports.write_chosen(session, [kept.id, gone.id], form=form, query="other") == ((), 0)
    assert {*tmp_path.glob(f"*{FORMATS[form].extension}")} == {*paths}


@pytest.mark.parametrize("form", [form for form, kind in FORMATS.items() if kind.needs_highlights or form == "bibtex"])
def test_words_that_changed_in_the_article_are_exported_as_they_were_highlighted(session, article, file, form):
    add_highlight(session, article, "“The hull is forty years old", "and it shows.”")
    add_highlight(session, article, "They had ten years to mend it,”")
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("forty years", "fifty years").replace("ten years", "a decade"), encoding="utf-8")
    changed = session.open(str(file))
    text = exports.text(session, [changed], form=form)
    assert "hull is forty years old" in text
    assert "They had ten years to mend it," in text
    says_more = form not in {"hypothesis", "readwise"}  # these programs have no place for more than the words
    assert ("They had a decade to mend it," in text) == says_more
    assert ("hull is fifty years old" in text) == says_more


def test_an_export_says_nothing_of_changes_beside_the_highlighted_words(session, article, file):
    add_highlight(session, article, EKDAL, "“The hull is forty years old, and it shows.”")
    before = file.read_text(encoding="utf-8")
    changes = {"who runs it": "its owner", "“The hull": '"The hull', "it shows.”": 'it shows."'}
    for old, new in changes.items():
        before = before.replace(old, new)
    file.write_text(before, encoding="utf-8")
    changed = session.open(str(file))
    text = exports.text(session, [changed])
    assert "was changed" not in text
    assert "“We had no choice,” \\[…\\] “The hull is forty years old" in text
