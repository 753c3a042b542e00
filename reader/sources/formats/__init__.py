"""One module a file format, with what only that format needs; `registry` says which one reads what."""
