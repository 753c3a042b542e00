"""Lead-ins: find the source that the sentence before a block quotation names."""
