"""Floating: marked words that no cue claims, and who is speaking there."""
