"""Names: who and what a text names, told from capitals and word lists, and whom each of the names is of."""
