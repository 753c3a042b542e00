"""Units: sentences as lists of tokens in which a marked stretch is one token; their verbs and noun phrases."""
