"""Analysis of texts in languages other than English, with a folder of word lists for each."""
