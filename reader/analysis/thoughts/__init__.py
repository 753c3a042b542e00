"""Thoughts: what the corpus PolNeAR counts beside sayings; the reader itself does without it."""
