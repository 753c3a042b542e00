"""Articles and highlights in formats that other programs read."""
