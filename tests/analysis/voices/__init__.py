"""Tests of who the quoted voices are."""
