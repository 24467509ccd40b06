"""A server of the OpenAI protocol on loopback that answers as it is told to: well, late, or wrongly.

For tests, for benches, and for a first try of Maison with a model behind HTTP: `python -m evals.scripted`.
"""
