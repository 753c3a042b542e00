"""The content of a cue: the words before, after or around it that it presents."""
