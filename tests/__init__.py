"""Tests of Pullquote, in the rooms of the house, and its benchmarks."""
