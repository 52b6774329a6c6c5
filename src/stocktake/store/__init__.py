"""Records ↔ database: SQLite in the workspace, or PostgreSQL; memory for tests.

In: a URL; records of the model. Out: the same records; a Store whose transactions they go by.
May import: text, model, errors, and the libraries SQLAlchemy and Alembic.
To add a table: put it into ``tables``, write a revision under ``migrations``, test both agree.
To add a database: a ``Dialect`` (``dialects``) that passes the tests of this room.
"""

from stocktake.store import people, tables_people
from stocktake.store.audit import log, logged
from stocktake.store.copying import copy_inputs, copy_reviews
from stocktake.store.dialects import Hold
from stocktake.store.documents import add_documents, documents, text_hash, text_hashes
from stocktake.store.drafts import add_draft_version, draft_sources, draft_versions
from stocktake.store.filters import Filter, Voice, statement_ids
from stocktake.store.findings import (
    CASE_STUDIES,
    FACTS,
    ISSUES,
    KINDS,
    STATEMENTS,
    Kind,
    add_findings,
    beginning,
    bodies,
    findings_of,
    ids_of,
    known,
    standing_issues,
    statement_ids_kept,
)
from stocktake.store.gists import add_gists, gists
from stocktake.store.index import (
    PASSAGE,
    STATEMENT,
    Entry,
    Source,
    is_searchable,
    rebuild,
    searchable_documents,
)
from stocktake.store.inputs import Taken, add_inputs, ids, marks, taken, tell
from stocktake.store.meanings import Meant, add_meanings, drop_meanings, meanings_of
from stocktake.store.memos import forget_memos, keep_memos, memos
from stocktake.store.opening import Store, drop, is_made, open_store
from stocktake.store.parts import part, parts_of_last, unpacked_part
from stocktake.store.postgresql_url import url_beside
from stocktake.store.published import add_published, published
from stocktake.store.refreshing import refresh
from stocktake.store.results import Kept, Result, Step, add_result, read_into, results
from stocktake.store.reviews import add_review, reviews, standing
from stocktake.store.search import Hit, Hits, Look, Order, hits_at, search
from stocktake.store.snapshot import snapshot
from stocktake.store.stocks import (
    Frozen,
    add_stock,
    latest,
    latest_key,
    numbered,
    packed,
    proposal_numbers,
    stock_keys,
)
from stocktake.store.submissions import (
    add_submission,
    change_submission,
    submission,
    submissions,
)
from stocktake.store.transfer import Moved, transfer
from stocktake.store.vectors import Vectors, key_of

__all__ = [
    "CASE_STUDIES",
    "FACTS",
    "ISSUES",
    "KINDS",
    "PASSAGE",
    "STATEMENT",
    "STATEMENTS",
    "Entry",
    "Filter",
    "Frozen",
    "Hit",
    "Hits",
    "Hold",
    "Kept",
    "Kind",
    "Look",
    "Meant",
    "Moved",
    "Order",
    "Result",
    "Source",
    "Step",
    "Store",
    "Taken",
    "Vectors",
    "Voice",
    "add_documents",
    "add_draft_version",
    "add_findings",
    "add_gists",
    "add_inputs",
    "add_meanings",
    "add_published",
    "add_result",
    "add_review",
    "add_stock",
    "add_submission",
    "beginning",
    "bodies",
    "change_submission",
    "copy_inputs",
    "copy_reviews",
    "documents",
    "draft_sources",
    "draft_versions",
    "drop",
    "drop_meanings",
    "findings_of",
    "forget_memos",
    "gists",
    "hits_at",
    "ids",
    "ids_of",
    "is_made",
    "is_searchable",
    "keep_memos",
    "key_of",
    "known",
    "latest",
    "latest_key",
    "log",
    "logged",
    "marks",
    "meanings_of",
    "memos",
    "numbered",
    "open_store",
    "packed",
    "part",
    "parts_of_last",
    "people",
    "proposal_numbers",
    "published",
    "read_into",
    "rebuild",
    "refresh",
    "results",
    "reviews",
    "search",
    "searchable_documents",
    "snapshot",
    "standing",
    "standing_issues",
    "statement_ids",
    "statement_ids_kept",
    "stock_keys",
    "submission",
    "submissions",
    "tables_people",
    "taken",
    "tell",
    "text_hash",
    "text_hashes",
    "transfer",
    "unpacked_part",
    "url_beside",
]
