"""Sources: the noun phrases that name who speaks."""
