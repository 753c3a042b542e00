"""Quotation marks without a cue: find their speaker."""
