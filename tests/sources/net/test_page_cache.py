"""The cache of fetched pages: what is read back, and what damage does."""

import os
import stat

import pytest

from reader.sources.net import page_cache
from reader.sources.net.page_cache import FetchedPage, PageCache

ADDRESS = "https://courier.invalid/ferry"
PAGE = FetchedPage(ADDRESS + "/", b"<p>\x00\xff\n", "text/html", "utf-8", '"7"', "Tue, 4 May 2021 10:00:00 GMT")


def test_a_page_is_read_back_byte_for_byte(tmp_path):
    cache = PageCache(tmp_path / "new" / "pages")
    assert cache.get(ADDRESS) is None
    cache.put(ADDRESS, PAGE)
    assert cache.get(ADDRESS) == PAGE
    assert cache.get(ADDRESS + "#") is None
    cache.put(ADDRESS, FetchedPage(ADDRESS, b"later"))
    assert cache.get(ADDRESS) == FetchedPage(ADDRESS, b"later")
    assert len(list((tmp_path / "new" / "pages").iterdir())) == 1


def test_only_the_owner_may_read_the_cache(tmp_path):
    folder = tmp_path / "pages"
    PageCache(folder).put(ADDRESS, PAGE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "courier" not in file.name


def test_without_a_folder_nothing_is_cached():
    PageCache(None).put(ADDRESS, PAGE)
    assert PageCache(None).get(ADDRESS) is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"no JSON\nx",
        b"[]\nx",
        b"{}\nx",
        b'{"address": "https://courier.invalid/ferry"}\nx',
        b'{"address": "https://courier.invalid/ferry", "url": "x", "more": 1}\nx',
        b'{"address": "https://courier.invalid/ferry", "url": 7}\nx',
        b'{"address": "https://courier.invalid/ferry", "url": "x"}\n',
        b'{"address": "https://other.invalid/", "url": "x"}\nx',
        b"\xff" * 50_000,
    ],
)
def test_a_damaged_file_counts_as_missing_and_is_replaced(tmp_path, damage):
    cache = PageCache(tmp_path)
    cache.put(ADDRESS, PAGE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert cache.get(ADDRESS) is None
    cache.put(ADDRESS, PAGE)
    assert cache.get(ADDRESS) == PAGE


def test_a_folder_that_can_not_be_written_is_ignored(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    PageCache(blocked).put(ADDRESS, PAGE)
    assert PageCache(blocked).get(ADDRESS) is None


def test_a_failed_write_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", fail)
    PageCache(tmp_path).put(ADDRESS, PAGE)
    assert list(tmp_path.iterdir()) == []


def test_a_page_with_too_long_a_header_is_not_written(tmp_path):
    PageCache(tmp_path).put(ADDRESS, FetchedPage(ADDRESS, b"x", etag="e" * 50_000))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("limit", ["_MOST_PAGES", "_MOST_BYTES"])
def test_the_pages_not_opened_for_longest_are_dropped(tmp_path, monkeypatch, limit):
    cache = PageCache(tmp_path)
    for number in range(10):
        cache.put(f"{ADDRESS}/{number}", PAGE)
        for file in tmp_path.iterdir():
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 100))
    cache.get(f"{ADDRESS}/0")
    size = sum(file.stat().st_size for file in tmp_path.iterdir()) // 10
    monkeypatch.setattr(page_cache, limit, 10 if limit == "_MOST_PAGES" else 10 * size)
    cache.put(f"{ADDRESS}/10", PAGE)
    kept = [number for number in range(11) if cache.get(f"{ADDRESS}/{number}") is not None]
    assert kept[0] == 0
    assert kept[-1] == 10
    assert set(kept) == {0, *range(kept[1], 11)}
    assert 7 <= len(kept) <= 8
