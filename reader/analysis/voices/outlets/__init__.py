"""Outlets: where people write, and where their words appeared."""
