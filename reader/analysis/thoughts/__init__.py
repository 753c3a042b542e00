"""Attributions of the PolNeAR corpus beyond reported speech (attitudes, plans); used in benchmarks only."""
