"""Roles: what a text says a person is, before and after the name, and for which body."""
