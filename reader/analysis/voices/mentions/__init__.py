"""Mentions: the phrases that name a source, and their parts."""
