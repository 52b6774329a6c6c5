"""Pure functions on strings and offsets.

In: text. Out: ranges (Unicode code points) and codes. Knows nothing of documents or actors.
May import: model, errors, registry, settings.
To add one: a module with its function, re-exported here; linear time, also on hostile text.
"""

from stocktake.text.language import LANGUAGES, detect_language
from stocktake.text.quotes import quoted_spans
from stocktake.text.sentences import sentences

__all__ = ["LANGUAGES", "detect_language", "quoted_spans", "sentences"]
