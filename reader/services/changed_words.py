"""What a highlight says today, where the article was changed after it was made."""

from dataclasses import replace

from reader.model import Highlight, Span, enclosing, join_parts


def with_kept_words(highlight: Highlight, spans: tuple[Span, ...]) -> Highlight:
    """Return a highlight of an earlier text, with its words as it was made and with its spans in the present one."""
    earlier, exact = highlight.spans, highlight.exact
    # The words of a quotation that its cue interrupts are parts of `exact`, which also has the cue.
    kept = join_parts(exact, [span.shifted(-earlier[0].start) for span in earlier]) if len(earlier) > 1 else exact
    return replace(highlight, spans=spans, kept=kept)


def with_present_words(highlight: Highlight, text: str) -> Highlight:
    """Return a highlight with what its place in a text says today, where these are other words than those kept.

    Marks and spaces that an edition sets otherwise make no difference.
    """
    if not highlight.spans:
        return highlight
    kept, now = highlight.kept, join_parts(text, highlight.spans)
    if not kept and "spans" in highlight.corrected and highlight.exact != enclosing(highlight.spans).of(text):
        kept, now = highlight.exact, enclosing(highlight.spans).of(text)
    if not kept or kept == now:
        return highlight
    from reader.text.folded_text import FoldedText  # noqa: PLC0415 - most articles never changed

    if FoldedText.of(kept).text == FoldedText.of(now).text:
        return highlight
    return replace(highlight, kept=kept, now=now)
