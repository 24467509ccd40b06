"""How the house reads a turn: each module knows one thing that people say; `agents/house/understand.py` asks them."""
