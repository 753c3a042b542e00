"""Roles: what a text says a person is, before and behind the name, and for which body."""
