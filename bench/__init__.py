"""Benches: `python -m bench.NAME [--data DIR] [--articles N] [--json]`."""
