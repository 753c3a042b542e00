"""Units: sentences as lists of tokens, with each marked span as one token; their verbs and noun phrases."""
