"""Plain text: decoding, the one cleaning step, lines, paragraphs and boilerplate."""
