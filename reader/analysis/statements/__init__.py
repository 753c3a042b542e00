"""Statements: each cue of a sentence with its source and its content, as drafts."""
