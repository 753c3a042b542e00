"""Units: sentences as short lists of tokens, in which marked words are one, with their verbs and noun phrases."""
