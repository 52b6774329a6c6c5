"""A stock as Parquet: a file a table; needs pyarrow, which is an optional part."""

from __future__ import annotations

import io
from importlib import import_module
from types import ModuleType
from typing import Any, ClassVar

from stocktake.exporters.base import ExportError
from stocktake.exporters.material import Files, Material
from stocktake.exporters.tables import TABLES, Table, Type

_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "int64",
    Type.NUMBER: "float64",
    Type.BOOLEAN: "bool_",
}


class ParquetExporter:
    """Writes ``statements.parquet`` and all other tables; columns carry their meaning."""

    media_type: ClassVar[str] = "application/vnd.apache.parquet"

    def export(self, material: Material) -> Files:
        arrow, parquet = _needed("pyarrow"), _needed("pyarrow.parquet")
        files = {}
        for table in TABLES:
            target = io.BytesIO()
            parquet.write_table(_table(arrow, table, material), target, compression="zstd")
            files[f"{table.name}.parquet"] = target.getvalue()
        return files


def _table(arrow: ModuleType, table: Table, material: Material) -> Any:
    fields = [
        arrow.field(
            column.name,
            getattr(arrow, _TYPES[column.type])(),
            metadata={"meaning": column.meaning},
        )
        for column in table.columns
    ]
    rows = list(table.rows(material))
    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    arrays = [
        arrow.array(map(_clean, values), type=field.type)
        for values, field in zip(columns, fields, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))


def _clean(value: Any) -> Any:
    """Half characters, which no UTF-8 can hold, as question marks."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _needed(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise ExportError(
            "Parquet needs pyarrow, which is not installed.",
            remedy="Run: pip install 'stocktake[parquet]', or export --format csv.",
        ) from error
