"""Block quotations, interviews, dialogues and posts: which paragraphs are quoted, and who speaks in them."""
