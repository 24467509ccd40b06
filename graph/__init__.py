"""The graph of a turn. Checkpoints may only bring back plain values: this must be said before LangGraph is imported."""

import os

os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")
