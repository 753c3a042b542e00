"""The rows of the list of threads: titles in full or cut, with blank rows or without, whatever fits its height."""

from collections.abc import Callable
from typing import NamedTuple

from reader.app.rendering.truncate import cut, wrap
from reader.app.viewmodels.claim_groups import ClaimGroup
from reader.app.viewmodels.row_index import RowIndex, build_row_index
from reader.app.viewmodels.thread_tree import ThreadTree

TAGS_SHOWN = 3
COUNT_WIDTH = 4  # cells at the end of a title for the number of claims alone


class Density(NamedTuple):
    """How close the rows are.

    Attributes:
        has_full_titles: Whether titles are wrapped, with the tags of their voices; else they are cut to one row.
        gap: The blank rows between groups.
    """

    has_full_titles: bool
    gap: int


DENSITIES = (
    Density(has_full_titles=True, gap=1),
    Density(has_full_titles=True, gap=0),
    Density(has_full_titles=False, gap=0),
)
"""From the most rows to the fewest."""


class TitleRows(NamedTuple):
    """The titles of all groups in rows, and the rows of the list when every group is closed."""

    titles: tuple[tuple[str, ...], ...]
    rows: RowIndex


class ThreadRows(NamedTuple):
    """The rows of the list of threads.

    Attributes:
        density: How close they are.
        titles: The title of each group in rows; that of the open group is never cut.
        rows: The rows of all entries.
    """

    density: Density = DENSITIES[-1]
    titles: tuple[tuple[str, ...], ...] = ()
    rows: RowIndex = RowIndex()


def figures_width(width: int) -> int:
    """Return the cells at the end of a full title for a space, the number of claims and the tags of the voices."""
    return min(3 + 3 * TAGS_SHOWN, max(4, width - 12))


def lay_out_titles(groups: tuple[ClaimGroup, ...], density: Density, width: int) -> TitleRows:
    """Lay out the titles of closed groups in `width` cells."""
    if density.has_full_titles:
        last = width - figures_width(width)
        titles = tuple(tuple(wrap(group.title, width, last)) for group in groups)
    else:
        titles = tuple((cut(group.title, width - COUNT_WIDTH),) for group in groups)
    return TitleRows(titles, build_row_index(map(len, titles), [density.gap * (at > 0) for at in range(len(titles))]))


def lay_out_threads(
    tree: ThreadTree, width: int, height: int, titles_in: Callable[[Density], TitleRows], *, claim_rows: int = 1
) -> ThreadRows:
    """Lay out the list in the most open density that fits `height` rows, else in the closest one.

    Args:
        tree: The state of the list.
        width: The cells of a row.
        height: The visible rows.
        titles_in: Gives `lay_out_titles` of all groups in a density. A long article has hundreds of titles and this
            function runs at every key that moves to another claim, so the caller keeps them.
        claim_rows: The rows of a claim.
    """
    laid_out = ThreadRows()
    for density in DENSITIES if tree.groups else ():
        laid_out = _lay_out(tree, width, density, titles_in(density), claim_rows)
        if laid_out.rows.row_count <= height:
            break
    return laid_out


def _lay_out(tree: ThreadTree, width: int, density: Density, closed: TitleRows, claim_rows: int) -> ThreadRows:
    claims = tree.open_claims
    if tree.open is None or not claims:
        return ThreadRows(density, closed.titles, closed.rows)
    titles = closed.titles
    if not density.has_full_titles:
        title = tuple(wrap(tree.groups[tree.open].title, width, width - COUNT_WIDTH))
        titles = (*titles[: tree.open], title, *titles[tree.open + 1 :])
    rows = closed.rows.with_children(tree.open, len(titles[tree.open]), len(claims), claim_rows)
    return ThreadRows(density, titles, rows)
