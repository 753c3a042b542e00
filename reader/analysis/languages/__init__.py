"""Analysis of texts in other languages than English, with a folder of word lists for each."""
