"""Resolution: find the person or body that a mention refers to, and how certain that is."""
