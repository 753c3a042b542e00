"""What joins sources, analysis, store and export for the app and the command line: a session and its parts."""
