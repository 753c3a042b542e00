"""The articles cited, as BibTeX in UTF-8, which BibLaTeX reads too; the highlighted passages are an `annote`."""

import re
from collections.abc import Sequence

from reader.export.exported_article import ExportedArticle, fact
from reader.export.references import authors, citation_keys, quoted_passages

# BibTeX counts braces, escaped ones too, so none of the text's own may stay.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
_LIGATURE = re.compile("-(?=-)|'(?=')")
_TABLE = str.maketrans(_ESCAPES)


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return one entry an article."""
    keys = citation_keys([each.article for each in articles])
    return "\n".join(_entry(key, each) for key, each in zip(keys, articles, strict=True))


def _entry(key: str, exported: ExportedArticle) -> str:
    article = exported.article
    published = fact(article.published)
    fields = {
        "title": f"{{{_escaped(exported.title)}}}",
        "author": " and ".join(_name(*name) for name in authors(article.byline)),
        "organization": _escaped(fact(article.outlet)),
        "date": published if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", published) else "",
        "year": published[:4] if re.match(r"\d{4}(?!\d)", published) else "",
        "url": _address(fact(article.url)),
        "annote": "\n\n".join(map(_escaped, quoted_passages(exported))),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{'online' if article.url else 'misc'}{{{key},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    """Return a text that LaTeX shows as it is; two hyphens or apostrophes would become a dash or a mark."""
    return _LIGATURE.sub(r"\g<0>{}", text.translate(_TABLE))


def _name(given: str, family: str) -> str:
    """Return a name as BibTeX reads it; one of one word, such as that of a body, is in braces."""
    return f"{_escaped(family)}, {_escaped(given)}" if given else f"{{{_escaped(family)}}}"


def _address(url: str) -> str:
    """Return an address, which is taken as it is, without what would end its field or begin a comment."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", url)
