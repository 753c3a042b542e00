"""Content: the words that a cue presents, before, behind or around it."""
