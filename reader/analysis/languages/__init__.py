"""Other languages than English: each is a folder of word lists, which the same few stages read a text by."""
