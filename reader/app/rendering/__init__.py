"""From data to the segments of a row: text cut to a number of cells, and its styles."""
