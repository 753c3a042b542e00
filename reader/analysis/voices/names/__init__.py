"""Names: the people and bodies that a text names, recognised by capitals and word lists."""
