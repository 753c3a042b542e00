"""The screens: reading, library, highlights, help, command palette and others."""
