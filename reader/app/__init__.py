"""The reading surface, on Textual."""
