"""Whole screens: the reading screen, the library, help, an article's facts."""
