"""What joins sources, analysis, store and export for the app and the command line: one session, and its parts."""
