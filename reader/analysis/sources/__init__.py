"""Sources: the noun phrases that name the speaker."""
