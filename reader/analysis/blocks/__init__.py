"""Block quotations, interviews, dialogues and posts: find the quoted paragraphs and their speakers."""
