"""Runs the scripts on the connection that ``schema.upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from stocktake.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
