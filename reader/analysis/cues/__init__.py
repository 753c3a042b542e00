"""Cues: the verbs, nouns and adjectives of saying, and the drafts of attributions with them."""
