"""Statements: the cues of a sentence with their sources and contents, as drafts."""
