"""Write what was highlighted in articles to files, in each format of `reader.export`, and never over other files."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader import config
from reader.errors import ExportError
from reader.export import export_files
from reader.export.exported_article import ExportedArticle, no_highlights
from reader.export.formats import FORMATS, MARKDOWN, ExportFormat
from reader.model import Analysis, Article, Highlight
from reader.services.highlights import without_deleted
from reader.services.library import articles_with_highlights

if TYPE_CHECKING:
    from reader.export.markdown_style import MarkdownStyle
    from reader.services.session import Session

__all__ = [
    "FORMATS",
    "MARKDOWN",
    "ChosenExport",
    "ExportFormat",
    "highlighted_articles",
    "text",
    "write",
    "write_all",
    "write_chosen",
    "write_together",
]

_SEVERAL = "several"
"""What a file is an export of that has any number of articles."""

_PEOPLE = "People"
"""The folder of the notes about people, beside the notes that link to them."""


class ChosenExport(NamedTuple):
    """The files that chosen highlights were written to, and how many highlights were."""

    paths: tuple[Path, ...]
    highlight_count: int


def write(
    session: "Session",
    article: Article,
    analysis: Analysis | None = None,
    *,
    form: str = MARKDOWN,
    output: Path | None = None,
) -> Path:
    """Write the article's highlights to a file; one in Markdown is merged into an earlier export.

    Args:
        session: The session.
        article: The article.
        analysis: Its analysis, by whose order the voices come; made where it is not given.
        form: The name of the format.
        output: A file or a folder; by default the settings' export folder, else the current one.

    Returns:
        The path of the file.

    Raises:
        ExportError: There is nothing to export, or the file can't be written or is not an export of this article.
        StorageError: The library can't be read.
    """
    kind = FORMATS[form]
    collected = _collect(session, article, analysis)
    if kind.module is None:
        return _write_markdown(session, kind, collected, output)
    subjects = [f"{form} {id_}" for id_ in sorted(collected.ids)]
    return _write_file(session, kind, [collected.exported], output, subjects)


def write_all(session: "Session", output: Path | None = None, *, form: str = MARKDOWN) -> tuple[Path, ...]:
    """Export each article that has highlights, in the text that was read last.

    Args:
        session: The session.
        output: A folder; None as for `write`. A file, for a format that takes several articles in one.
        form: As for `write`.

    Returns:
        The paths of the files.

    Raises:
        ExportError: As `write`; or `output` is a file, and the format has one for each article.
        StorageError: As `write`.
    """
    articles = highlighted_articles(session)
    if output is not None and not export_files.is_folder(output):
        return (write_together(session, articles, output, form=form),)
    return tuple(write(session, article, form=form, output=output) for article in articles)


def highlighted_articles(session: "Session") -> list[Article]:
    """Return each article that has highlights, last read first. Raises StorageError where the library can't be read."""
    with session.library.reading() as store:
        found = [article for _, article in articles_with_highlights(store)]
        return [article for article in found if without_deleted(session.highlights.stored(store, article))]


def write_together(session: "Session", articles: Iterable[Article], output: Path, *, form: str = MARKDOWN) -> Path:
    """Write the highlights of several articles to one file. Returns and raises what `write` does."""
    kind = FORMATS[form]
    if kind.module is None:
        raise ExportError(f"{output} is not a folder, and several articles don't fit into one file: name a folder.")
    exported = [_collect(session, article).exported for article in articles]
    return _write_file(session, kind, exported, output, [f"{form} {_SEVERAL}"])


def write_chosen(session: "Session", chosen: Collection[str], *, form: str = MARKDOWN, query: str = "") -> ChosenExport:
    """Export some highlights, whatever articles they are of. Those that the library lacks by now are left out.

    In Markdown each article has its own file, in which all other highlights of an earlier export stay. In other formats
    there is one file, named by the query: another query does not write over it.

    Args:
        session: The session.
        chosen: The ids of the highlights.
        form: As for `write`.
        query: What found them; "" where they are all highlights of the library.

    Returns:
        What was written: nothing where the library has none of the highlights any more.

    Raises:
        ExportError: As `write`.
        StorageError: As `write`.
    """
    kind, chosen = FORMATS[form], frozenset(chosen)
    with session.library.reading() as store:
        listed = [
            article
            for _, article in articles_with_highlights(store)
            if any(each.id in chosen for each in without_deleted(session.highlights.stored(store, article)))
        ]
    found = [_collect(session, article, chosen=chosen) for article in listed]
    collected = [each for each in found if each.exported.highlights]
    if not collected:
        return ChosenExport((), 0)
    count = sum(len(each.exported.highlights) for each in collected)
    if kind.module is None:
        return ChosenExport(tuple(_write_markdown(session, kind, each, None) for each in collected), count)
    query = " ".join(query.casefold().split())
    subject = f"{form} found {query}" if query else f"{form} {_SEVERAL}"
    exported = [each.exported for each in collected]
    path = _write_file(session, kind, exported, None, [subject], name=f"highlights {query}")
    return ChosenExport((path,), count)


def text(session: "Session", articles: Sequence[Article], *, form: str = MARKDOWN) -> str:
    """Return the text of a new file; in Markdown that of the only article. Raises what `write` raises."""
    kind = FORMATS[form]
    exported = [_collect(session, article).exported for article in articles]
    if kind.module is not None:
        return _rendered(kind, exported)
    from reader.export import markdown_export  # noqa: PLC0415 - most exports are of one format

    (only,) = exported
    names = [voice.name for voice in only.analysis.voices]
    return markdown_export.render_new(only.article, only.highlights, voices=names, style=_style(session, kind))


class _Collected(NamedTuple):
    """An article with its analysis and highlights, its deleted highlights, and all its ids."""

    exported: ExportedArticle
    deleted: list[Highlight]
    ids: frozenset[str]


def _collect(
    session: "Session",
    article: Article,
    analysis: Analysis | None = None,
    *,
    chosen: frozenset[str] | None = None,
) -> _Collected:
    """Return an article as it is exported, with all its highlights or only the `chosen` ones."""
    with session.library.reading() as store:
        stored = session.highlights.stored(store, article)
        ids = frozenset({article.id}).union(*map(store.articles.ids_of, store.articles.keys_of(article)))
    analysis = analysis or session.analyse_with_corrections(article)
    highlights = session.highlights.with_speakers(article, without_deleted(stored), analysis)
    if chosen is not None:
        highlights = tuple(each for each in highlights if each.id in chosen)
    deleted = [highlight for highlight, is_deleted in stored if is_deleted]
    return _Collected(ExportedArticle(article, analysis, highlights), deleted, ids)


def _style(session: "Session", kind: ExportFormat) -> "MarkdownStyle":
    from reader.export import markdown_style, markdown_template  # noqa: PLC0415 - as above

    template = kind.template or session.settings.export_template
    return markdown_style.PLAIN if template is None else markdown_template.load(template)


def _write_markdown(session: "Session", kind: ExportFormat, collected: _Collected, output: Path | None) -> Path:
    from reader.export import markdown_export  # noqa: PLC0415 - as above

    style = _style(session, kind)
    exported, deleted, ids = collected
    path = markdown_export.write(
        exported.article,
        exported.highlights,
        voices=[voice.name for voice in exported.analysis.voices],
        deleted=deleted,
        ids=ids,
        output=output,
        folder=session.settings.export_folder or Path(),
        style=style,
    )
    if style.person is not None:
        _write_people(exported, path.parent / _PEOPLE, style.person)
    return path


def _write_people(exported: ExportedArticle, folder: Path, render: "Callable[[Article, Highlight], str]") -> None:
    """Write a note about each speaker who has none; one that is there stays as it is."""
    from reader.export.markdown_template import note_name  # noqa: PLC0415 - as above

    notes = {note_name(each.speaker.name): each for each in reversed(exported.highlights) if each.speaker is not None}
    for name, highlight in notes.items():
        path = folder / f"{name}.md"
        if not path.exists() and not path.is_symlink():
            export_files.make_folder(folder)
            export_files.write_atomically(path, render(exported.article, highlight) + "\n")


def written_files() -> export_files.WrittenFiles:
    """Return the record of the files that exports have written."""
    return export_files.WrittenFiles(config.paths().library.with_name("exports"))


def _rendered(kind: ExportFormat, articles: Sequence[ExportedArticle]) -> str:
    if kind.needs_highlights and len(articles) == 1 and not articles[0].highlights:
        raise no_highlights(articles[0].article)
    if not articles:
        raise ExportError("No article has highlights yet: press h in the reader to highlight a quotation.")
    return kind.render(articles)


def _write_file(  # noqa: PLR0913 - each is one fact about the file to be written
    session: "Session",
    kind: ExportFormat,
    articles: Sequence[ExportedArticle],
    output: Path | None,
    subjects: Sequence[str],
    *,
    name: str | None = None,
) -> Path:
    """Write one file, over an earlier export of one of the subjects that nobody changed."""
    written = written_files()
    name = name or (articles[0].title if len(articles) == 1 else "highlights")
    path = export_files.choose_path(
        output,
        session.settings.export_folder or Path(),
        export_files.slug(name),
        lambda path, _: written.has(path, subjects),
        kind.extension,
    )
    before = export_files.read_text(path) or ""
    # All highlights of an earlier export may be deleted by now.
    is_ours = written.has(path, subjects)
    after = kind.render(articles) if is_ours and articles else _rendered(kind, articles)
    if after == before:
        return path
    if before.strip() and not is_ours:
        raise export_files.not_ours(path)
    written.write(path, [after], subjects[0])
    return path
