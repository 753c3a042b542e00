"""The scheme of the corpus PolNeAR (Newell et al., 2018), as far as it differs from Pullquote's own.

PolNeAR annotates only the outermost attribution, with all that belongs to its clause, and counts beliefs, wishes and
plans as attributions too. `scheme.attributions` adds these to what the reader finds, so that the two can be compared.
"""
