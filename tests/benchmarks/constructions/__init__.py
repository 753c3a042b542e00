"""Sentences of small grammars of news English, each with the answer that every reader gives: how rules combine.

python -m tests.benchmarks.constructions FAMILY [N] [SEED] [--show K]

A family is a module here with `example(random) -> Example`: it draws one piece for each of its dimensions, fills them with
the names of a cast (`casts.py`), and marks what is said. `running.py` asks the engine and tells which pieces fail.
"""
