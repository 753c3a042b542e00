"""Who: whom a mention means, by name, by pronoun, by what somebody is, and how sure that is."""
