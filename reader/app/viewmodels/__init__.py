"""The data that the panes show, and the pure functions that make it; nothing here uses Textual."""
