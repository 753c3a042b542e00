"""The program as a person has it: through a real pseudo-terminal."""
