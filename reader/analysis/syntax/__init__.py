"""Syntax: what stands around a verb in any sentence, its subject, adjuncts and objects, and where its clause ends."""
