"""Benchmarks: how fast the program starts and how much memory it takes, beside other programs."""
