"""Content: the words before, after or around a cue that it introduces."""
