"""Words: closed classes, word lists and weights that all stages use."""
