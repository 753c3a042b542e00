"""Blocks: which paragraphs are somebody’s words, by lead-in, style, label or signature, and whose."""
