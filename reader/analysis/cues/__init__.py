"""Cues: the verbs and nouns of saying, and the drafts in which what is found around them is kept."""
