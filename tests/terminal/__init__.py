"""The installed program, run in a pseudo-terminal."""
