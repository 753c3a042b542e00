"""What keys do on the reading screen, one concern a module."""
