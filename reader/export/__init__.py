"""What a person kept, in formats that other programs read."""
