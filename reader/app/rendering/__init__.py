"""From data to segments of a row: text cut and styled for a number of cells."""
