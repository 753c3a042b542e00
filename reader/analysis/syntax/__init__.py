"""Syntax of the clause around a verb: its subject, adjuncts, objects and end."""
