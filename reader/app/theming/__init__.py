"""Colours: palettes as data, Textual's themes made from them, and a person's own."""
