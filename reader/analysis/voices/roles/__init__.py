"""Roles: what a text says somebody is, before and behind the name, and for whom."""
