"""Lead-ins: whom the sentence before a block quotation makes responsible for it."""
