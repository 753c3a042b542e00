"""Benchmarks: predictions for scorers, accuracy and speed."""
