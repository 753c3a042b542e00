"""Names: the people and bodies named in a text, recognised by capitals and word lists."""
