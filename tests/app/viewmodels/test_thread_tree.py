"""The state of the list of threads: opening, closing, following the cursor, selecting."""

import pytest

from reader.app.viewmodels.thread_rows import DENSITIES, lay_out_threads, lay_out_titles
from reader.app.viewmodels.thread_tree import ThreadTree, TreeEntry, make_thread_tree
from reader.app.viewmodels.voice_stats import voice_stats_of
from tests.app.pane_harness import ANALYSIS, TEXT, reading

STATS = voice_stats_of(reading())


def make(order="thread", *query):
    return make_thread_tree(ANALYSIS, STATS, TEXT, order=order, query=query)


def entries(tree):
    count = len(tree.groups) + len(tree.open_claims)
    return [tree.entry(index) for index in range(count)]


def test_without_an_analysis_there_are_no_groups():
    tree = make_thread_tree(None, STATS, TEXT, order="thread")
    assert (tree.groups, tree.selected_group, tree.unfold(), tree.fold()) == ((), None, tree, tree)


def test_all_groups_are_closed_at_first():
    assert entries(make()) == [TreeEntry(group) for group in range(5)]


@pytest.mark.parametrize(("claim", "open_", "selected"), [(1, 0, 1), (4, 0, 4), (9, 2, 5), (16, 4, 7)])
def test_the_group_of_a_followed_claim_is_open_and_the_claim_selected(claim, open_, selected):
    tree = make().follow(claim)
    assert (tree.open, tree.selected, tree.selected_claim) == (open_, selected, claim)


@pytest.mark.parametrize("claim", [None, 99])
def test_a_claim_in_no_group_selects_nothing_and_leaves_the_open_group_open(claim):
    tree = make().follow(9).follow(claim)
    assert (tree.open, tree.selected) == (2, None)


def test_the_claims_of_the_open_group_are_below_its_title():
    assert entries(make().follow(5)) == [
        TreeEntry(0),
        TreeEntry(1),
        TreeEntry(1, 0),
        TreeEntry(1, 1),
        TreeEntry(2),
        TreeEntry(3),
        TreeEntry(4),
    ]


def test_a_selected_title_stands_for_its_first_claim():
    tree = make().follow(1).select(7)
    assert (tree.selected_entry, tree.selected_claim) == (TreeEntry(3), 11)


@pytest.mark.parametrize("selected", range(9))
def test_unfold_and_fold_keep_the_title_selected(selected):
    tree = make().follow(1).select(selected)
    group = tree.selected_entry.group
    opened = tree.unfold()
    assert opened.open == group
    assert opened.selected_entry in (TreeEntry(group), tree.selected_entry)
    closed = opened.fold()
    assert (closed.open, closed.selected_entry) == (None, TreeEntry(group))


def test_fold_does_nothing_to_a_closed_group():
    tree = make().follow(1).select(6)
    assert tree.fold() == tree


@pytest.mark.parametrize(("selected", "entry"), [(0, TreeEntry(0)), (8, TreeEntry(4)), (3, None)])
def test_hiding_the_claims_keeps_a_selected_title_selected(selected, entry):
    tree = make().follow(1).select(selected).titles_only(on=True, claim=3)
    assert (tree.open_claims, tree.selected_entry) == ((), entry)


def test_showing_the_claims_again_selects_the_claim_at_the_cursor():
    tree = make().follow(1).titles_only(on=True, claim=1).titles_only(on=False, claim=3)
    assert tree.selected_claim == 3


def test_a_filter_leaves_the_groups_that_have_its_words():
    assert [group.title for group in make("thread", "mayor").groups] == ["The mood in the town hall"]
    assert make("thread", "zebra").groups == ()


@pytest.mark.parametrize("order", ["thread", "article", "voice"])
def test_every_claim_can_be_followed_in_every_order(order):
    tree = make(order)
    for claim in ANALYSIS.claims:
        assert tree.follow(claim.id).selected_claim == claim.id


@pytest.mark.parametrize("width", [12, 33, 50, 78])
@pytest.mark.parametrize("height", [0, 5, 14, 40])
def test_every_entry_has_a_row_and_a_list_that_fits_is_in_the_most_open_density(width, height):
    tree = make().follow(9)
    laid_out = lay_out_threads(tree, width, height, lambda density: lay_out_titles(tree.groups, density, width))
    assert laid_out.rows.count == len(entries(tree))
    assert laid_out.rows.row_count <= height or laid_out.density == DENSITIES[-1]
    assert len(laid_out.titles) == len(tree.groups)
    assert "".join(laid_out.titles[2]).replace(" ", "") == tree.groups[2].title.replace(" ", "") or width == 12


def test_an_empty_tree_has_no_rows():
    laid_out = lay_out_threads(ThreadTree(), 40, 10, lambda density: lay_out_titles((), density, 40))
    assert laid_out.rows.row_count == 0
