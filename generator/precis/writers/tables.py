"""Tables in the forms that other programs open: CSV, JSON Lines, SQLite, Parquet; and their data dictionary."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from precis.archive.columns import Column, Table

__all__ = ["DICTIONARY", "TABLE_FORMATS", "TableFormat", "Written", "data_dictionary", "harmless", "table_format_named"]

Cells = Sequence[str | int | bool | None]
Tables = Sequence[tuple[Table, Sequence[Cells]]]
"""Tables with their rows."""

DICTIONARY = "datapackage.json"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet may take for a formula (OWASP, CSV Injection), or one that was made harmless."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an export by their names; `harmless` is how many cells were made harmless for spreadsheets."""

    files: tuple[tuple[str, bytes], ...]
    harmless: int = 0


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A form of tables: its name for `--to`, the ending of its files, what it is, and its writer.

    `together` is the name of the one file, without ending, that holds all tables; empty where each has its own.
    """

    name: str
    ending: str
    help: str
    write: Callable[[Tables], Written]
    together: str = ""

    def file(self, table: Table) -> str:
        """The name of the file that holds a table."""
        return f"{self.together or table.name}{self.ending}"


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before one that it might."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _csv(tables: Tables) -> Written:
    files, changed = [], 0
    for table, rows in tables:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(table.names)
        for row in rows:
            cells = [_as_text(cell) for cell in row]
            made = [harmless(cell) for cell in cells]
            changed += sum(old is not new for old, new in zip(cells, made, strict=True))
            writer.writerow(made)
        # With its mark, Excel reads the file as UTF-8.
        files.append((f"{table.name}.csv", out.getvalue().encode("utf-8-sig")))
    return Written(tuple(files), changed)


def _as_text(cell: str | int | bool | None) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _jsonl(tables: Tables) -> Written:
    return Written(
        tuple(
            (f"{table.name}.jsonl", "".join(f"{line}\n" for line in _objects(table, rows)).encode())
            for table, rows in tables
        )
    )


def _objects(table: Table, rows: Sequence[Cells]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(dict(zip(table.names, row, strict=True)), ensure_ascii=False)


_SQL_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
_TOGETHER = "archive"


def _sqlite(tables: Tables) -> Written:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    for table, rows in tables:
        columns = ", ".join(f"{column.name} {_SQL_TYPES[column.type]}" for column in table.columns)
        connection.execute(f"CREATE TABLE {table.name} ({columns})")
        places = ", ".join("?" * len(table.columns))
        connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
        connection.execute(f"CREATE INDEX {table.name}_record ON {table.name} (record_uri, paragraph)")
    connection.commit()
    data = connection.serialize()
    connection.close()
    return Written(((f"{_TOGETHER}.sqlite", data),))


def _parquet(tables: Tables) -> Written:
    from precis.model import PrecisError

    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ModuleNotFoundError as error:
        message = "Parquet files need the package pyarrow; install precis[parquet], or write csv, jsonl or sqlite"
        raise PrecisError.one("package-missing", message) from error
    kinds = {"string": arrow.string(), "date": arrow.date32(), "integer": arrow.int64(), "boolean": arrow.bool_()}
    files = []
    for table, rows in tables:
        columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
        arrays = [
            _arrow_cells(arrow, cells, column, kinds) for cells, column in zip(columns, table.columns, strict=True)
        ]
        out = io.BytesIO()
        parquet.write_table(arrow.table(dict(zip(table.names, arrays, strict=True))), out, compression="zstd")
        files.append((f"{table.name}.parquet", out.getvalue()))
    return Written(tuple(files))


def _arrow_cells(arrow: Any, cells: Sequence[Any], column: Column, kinds: Mapping[str, Any]) -> Any:
    if column.type == "date":
        return arrow.array(cells, arrow.string()).cast(kinds["date"])
    return arrow.array(cells, kinds[column.type])


TABLE_FORMATS: Mapping[str, TableFormat] = MappingProxyType(
    {
        each.name: each
        for each in (
            TableFormat("csv", ".csv", "for spreadsheets", _csv),
            TableFormat("jsonl", ".jsonl", "an object of JSON a line", _jsonl),
            TableFormat("sqlite", ".sqlite", "a database in one file", _sqlite, _TOGETHER),
            TableFormat("parquet", ".parquet", "columns, compressed; needs the package pyarrow", _parquet),
        )
    }
)
"""All forms of tables by their names."""


def data_dictionary(form: TableFormat, tables: Sequence[Table]) -> bytes:
    """datapackage.json: the tables, their files, and what each column holds (Frictionless Data Package, version 1)."""
    resources = [_resource(form, table) for table in tables]
    return (json.dumps({"name": "summary-records", "resources": resources}, indent=2) + "\n").encode()


def _resource(form: TableFormat, table: Table) -> dict[str, Any]:
    described = table.says
    if form.name == "csv":
        described += (
            " A cell that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe"
            " before it, which is not part of its words."
        )
    named = {"name": table.name, "path": form.file(table), "format": form.name, "description": described}
    fields = [{"name": each.name, "type": each.type, "description": each.says} for each in table.columns]
    missing = {"missingValues": [""]} if form.name == "csv" else {}
    return {**named, "schema": {"fields": fields, **missing}}


def table_format_named(name: str) -> TableFormat:
    """The form of tables of that name; PrecisError if there is none."""
    if name not in TABLE_FORMATS:
        from precis.model import PrecisError

        message = f"there is no form of tables '{name}'; choose one of: {', '.join(TABLE_FORMATS)}"
        raise PrecisError.one("unknown-format", message)
    return TABLE_FORMATS[name]
