"""The look of an export in Markdown by a template of Jinja2: a person's own file, or a preset of this package.

A template has blocks, each of them optional: `properties` (YAML), `title`, `heading`, `highlight` and `person`. What
has no block looks as without a template. The environment is a sandbox: a template can read the facts of a highlight,
and nothing else. Text is escaped, so that Markdown shows just that text, unless a filter made it.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import ExportError
from reader.export import export_files, markdown_escape, markdown_style
from reader.export.citation import speaker_text
from reader.export.exported_article import article_title, denied_words, fact, present_words
from reader.export.markdown_style import MarkdownStyle
from reader.model import Article, Highlight, Speaker, plain_role
from reader.printable import printable, printable_lines

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_Result = TypeVar("_Result")

PRESETS = ("logseq", "obsidian")
_FOLDER = Path(__file__).parent / "templates"
_MOST_BYTES = 1_000_000
# What Obsidian does not take in the name of a note, and file systems in that of a file.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]\s]+')


def load(template: str) -> MarkdownStyle:
    """Return the look that a template gives.

    Args:
        template: The name of a preset, or the path of a file.

    Raises:
        ExportError: The template can't be read or has a mistake. Where a mistake shows later, the functions of the
            result raise it.
    """
    path = _FOLDER / f"{template}.md" if template in PRESETS else Path(template)
    if path.name == template:
        raise ExportError(f"There is no template {template}: name {' or '.join(PRESETS)}, or the path of a file.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ExportError(f"The template {path} is larger than {_MOST_BYTES:,} bytes: name another one.")
        source = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ExportError(f"The template {path} could not be read ({reason}): set another export.template.") from error
    return _style(path, _guarded(path, lambda: _environment().from_string(source)))


def note_name(name: str) -> str:
    """Return the name of the note about a person, which is also the target of links to it: no path, at most 80 long."""
    spaced = " ".join(_NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", printable(name))).split()).strip(". ")
    return spaced[:80].encode()[:200].decode(errors="ignore").strip(". ") or export_files.slug(spaced)


def _environment() -> "Environment":
    from jinja2 import StrictUndefined  # noqa: PLC0415 - most exports have no template
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above
    from markupsafe import Markup  # noqa: PLC0415 - as above

    def escaped(value: object) -> str:
        if isinstance(value, Markup):
            return str(value)
        return "" if value is None else markdown_escape.line(str(value))

    def link(name: object) -> Markup:
        shown = fact(str(name))
        target = note_name(shown)
        return Markup(f"[[{target}]]" if target == shown else f"[[{target}|{fact(re.sub(r'[][|]', ' ', shown))}]]")  # noqa: S704 - Markdown

    environment = ImmutableSandboxedEnvironment(
        finalize=escaped, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters |= {
        "raw": lambda text: Markup(printable_lines(str(text))),  # noqa: S704 - as above
        "quote": lambda text: Markup("\n".join(markdown_escape.block_quote(str(text)))),  # noqa: S704 - as above
        "paragraphs": lambda text: Markup(  # noqa: S704 - as above
            "\n\n".join("\n".join(lines) for lines in markdown_escape.paragraphs(str(text)))
        ),
        "link": link,
        "tag": lambda text: Markup("#" + re.sub(r"[^\w/-]+", "-", fact(str(text))).strip("-")),  # noqa: S704 - as above
    }
    return environment


def _style(path: Path, template: "Template") -> MarkdownStyle:
    def rendered(block: str, facts: Mapping[str, object]) -> str:
        context = template.new_context(dict(facts))
        return _guarded(path, lambda: "".join(template.blocks[block](context)))

    def properties(article: Article) -> Mapping[str, object]:
        import yaml  # noqa: PLC0415 - as above

        try:
            added = yaml.safe_load(rendered("properties", _article_facts(article))) or {}
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise ExportError(f"The block properties of the template {path} is not valid YAML.") from error
        if not isinstance(added, dict):
            raise ExportError(f"The block properties of the template {path} has no names with values.")
        return {**markdown_style.properties(article), **{fact(str(key)): value for key, value in added.items()}}

    def title(article: Article) -> str:
        return rendered("title", _article_facts(article)).strip("\n")

    def of_highlight(block: str) -> Callable[[Article, Highlight], str]:
        return lambda article, highlight: rendered(block, _highlight_facts(article, highlight)).strip("\n")

    highlight = of_highlight("highlight")
    has = template.blocks.keys()
    plain = markdown_style.PLAIN
    return MarkdownStyle(
        properties if "properties" in has else plain.properties,
        title if "title" in has else plain.title,
        of_highlight("heading") if "heading" in has else plain.heading,
        (lambda article, each: highlight(article, each).split("\n")) if "highlight" in has else plain.highlight,
        of_highlight("person") if "person" in has else None,
        path.stem if path.parent == _FOLDER else "",
    )


def _guarded(path: Path, work: Callable[[], _Result]) -> _Result:
    """Return what `work` returns; every error of a template becomes one sentence."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - as above

    try:
        return work()
    except TemplateSyntaxError as error:
        raise ExportError(f"The template {path} has a mistake in line {error.lineno}: {error.message}") from error
    except Exception as error:  # a template is a program, and may raise anything
        raise ExportError(f"The template {path} could not be used: {str(error) or type(error).__name__}") from error


def _article_facts(article: Article) -> dict[str, object]:
    """Return what a template knows of an article; "" for what is not known."""
    return {
        "id": article.id,
        "title": article_title(article),
        "author": fact(article.byline),
        "outlet": fact(article.outlet),
        "published": fact(article.published),
        "language": fact(article.language),
        "url": fact(article.url),
    }


def _highlight_facts(article: Article, highlight: Highlight) -> dict[str, object]:
    """Return what a template knows of a highlight and its article; "" for what is not known."""
    speaker = highlight.speaker or Speaker("", "")
    return _article_facts(article) | {
        "highlight_id": highlight.id,
        "words": denied_words(article, highlight),
        "words_now": present_words(highlight),
        "prefix": printable_lines(highlight.prefix),
        "suffix": printable_lines(highlight.suffix),
        "start": highlight.spans[0].start if highlight.spans else None,
        "end": highlight.spans[-1].end if highlight.spans else None,
        "is_found": bool(highlight.spans) or not article.text,
        "speaker": fact(speaker.name),
        "kind": fact(speaker.kind),
        "role": fact(plain_role(speaker.role, speaker.affiliation)),
        "affiliation": fact(speaker.affiliation),
        "speaker_outlet": fact(speaker.outlet),
        "via": [fact(each) for each in speaker.via],
        "denied": fact(speaker.denied),
        "attribution": fact(speaker_text(highlight.speaker)),
        "doubt": fact(speaker.doubt),
        "speaker_facts": fact(speaker_text(replace(speaker, doubt=""))).removeprefix(fact(speaker.name)).lstrip(", "),
        "colour": highlight.colour.value,
        "note": printable_lines(highlight.note.strip()),
        "tags": [fact(tag) for tag in highlight.tags],
        "created": fact(highlight.created),
        "updated": fact(highlight.updated),
    }
