"""Tests of the languages with a folder of word lists."""
