"""Sources: the noun phrase whose words they are."""
