"""Tests of the languages that are folders of word lists."""
