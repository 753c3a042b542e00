"""Words: the closed classes and lists that every later stage looks up, and the weights of the scored decisions."""
