"""Stands in for the duckdb package of PyPI where only Debian's packages are at hand: the same engine, through DuckDB's JDBC
driver and JPype. It knows what the notebooks call: sql() and execute() with named parameters, and df() of what they return.
CI puts its folder on PYTHONPATH; nobody else needs it.

DUCKDB_JDBC_JAR  the driver's jar
"""
import os
import re
import tempfile
from pathlib import Path

import jpype
import pandas as pd

ANSWERS = ("select", "from", "with", "describe", "summarize", "pivot")
NUMBERS = ("DOUBLE", "FLOAT", "DECIMAL")
TIMES = ("DATE", "TIMESTAMP")


def _connection():
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", convertStrings=True,
                       classpath=[os.environ["DUCKDB_JDBC_JAR"], "/usr/share/java/org.jpype.jar"])
    return jpype.JClass("java.sql.DriverManager").getConnection("jdbc:duckdb:")


_shared = _connection()


class Error(Exception):
    """What DuckDB says about a query."""


def _run(query):
    statement = _shared.createStatement()
    try:
        return statement.execute(query) and statement.getResultSet()
    except jpype.JException as e:
        raise Error(str(e.getMessage())) from None


def _literal(value):
    return str(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"


class Relation:
    def __init__(self, query):
        self.query = query

    def _types(self):
        described = _run("describe " + self.query)
        types = {}
        while described.next():
            types[described.getString(1)] = described.getString(2)
        return types

    def df(self):
        """The rows as pandas has them from duckdb itself. They travel by a file: the driver's cursor is slow."""
        types = self._types()
        lists = [name for name, kind in types.items() if kind.endswith("]") or kind.startswith(("STRUCT", "MAP"))]
        if lists:
            raise Error(f"{lists} would come as text here: unnest them or join them to one string")
        texts = {name: str for name, kind in types.items() if kind == "VARCHAR"}
        numbers = {name: float for name, kind in types.items() if kind.startswith(NUMBERS)}
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "rows.csv")
            _run(f"copy ({self.query}) to '{file}' (format csv, header, nullstr '\\N')")
            rows = pd.read_csv(file, dtype={**texts, **numbers}, keep_default_na=False, na_values=["\\N"],
                               parse_dates=[name for name, kind in types.items() if kind.startswith(TIMES)])
        for name in texts:
            rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
        return rows

    def _repr_html_(self):
        return self.df()._repr_html_()


def execute(query, parameters=None):
    for name, value in (parameters or {}).items():
        query = re.sub(rf"\${name}\b", lambda _: _literal(value), query)
    query = query.strip().rstrip(";")
    bare = re.sub(r"--.*", "", query).strip().lower()
    if bare.startswith(ANSWERS):
        return Relation(query)
    _run(query)
    return None


sql = execute
