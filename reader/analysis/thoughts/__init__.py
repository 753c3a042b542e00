"""Attributions of the PolNeAR corpus beyond sayings (attitudes, plans); used in benchmarks only."""
