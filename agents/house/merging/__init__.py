"""How the house says what was found: each module writes one kind of passage; `agents/house/merge.py` chooses them."""
