"""Asks a language model over an OpenAI-compatible endpoint that a user set; off by default.

In: an Endpoint, a prompt and a text. Out: the words of the answer, unread and untrusted.
May import: model, errors, and the standard library.
To add one: another way to ask is a module with a function like ``ask`` that raises only ChatError.
Nothing here is called by an analysis: answers are kept first, and read from what was kept.
"""

from stocktake.chat.endpoint import Endpoint
from stocktake.chat.exchange import ChatError, ask

__all__ = ["ChatError", "Endpoint", "ask"]
