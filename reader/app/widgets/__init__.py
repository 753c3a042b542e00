"""The panes and lines of the screens, one a file."""
