"""Mentions: what a phrase that names a source is made of."""
