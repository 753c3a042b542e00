"""Quotation marks without a cue, and the speaker that is given to them."""
