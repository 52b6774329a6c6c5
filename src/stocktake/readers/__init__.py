"""Readers: bytes become a Document.

In: the bytes of a file, the name it came under, Limits. Out: a Document whose blocks, pages and
edits lead back to the file. Raises only ReadError and LimitError, each with a remedy.
May import: text, lexicon, model and below.
To add one: write a class with the fields of ``base.Reader``, make a ``building.Reading`` and
hand it to ``building.assemble``; list it in ``choosing.READERS`` (or publish it under the entry
point group ``stocktake.readers``), and let ``tests/readers/contract.py`` check it.
"""

from stocktake.readers.base import Reader
from stocktake.readers.choosing import READERS, read
from stocktake.readers.decoding import characters
from stocktake.readers.docx_tracked import tracked_changes
from stocktake.readers.marked_files import marked_changes

__all__ = ["READERS", "Reader", "characters", "marked_changes", "read", "tracked_changes"]
