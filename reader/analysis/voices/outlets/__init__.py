"""Outlets: where somebody writes, and where words appeared."""
