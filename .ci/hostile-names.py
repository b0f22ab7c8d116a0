"""Gives entities of a database names that no pack may have, so that exports are tried on them: hostile-names.py GRAPH.db

The database is one into which tests/AllianceApi.Tests/Export/pack was imported. Line breaks, control characters and ten thousand
characters are refused by the loader; the formats are to survive them all the same.
"""
import sqlite3
import sys

WORSE = {
    "p0": 'line\nbreak\r\nand\ttab "quoted" <b>&amp;',
    "p1": "y" * 10_000,
    "p2": "control \x01\x07\x1f end \x85 \u2028 \ufffe",
    "p3": " ".join(['"many" <words>'] * 700),
    "p5": "trailing backslash \\",
    "because": "line\nbreak: [a] <b>\n  + <c>",
    "quarrel": "new\nline",
}

with sqlite3.connect(sys.argv[1]) as graph:
    for entity, name in WORSE.items():
        changed = graph.execute("update Entities set Name = ?, Summary = ? where Id = ?", (name, name, entity)).rowcount
        assert changed == 1, f"{entity} is not there"
    columns = [row[1] for row in graph.execute("pragma table_info(Entities)") if row[1].endswith(("Question", "Proposition"))]
    assert len(columns) == 2, columns
    for column in columns:
        graph.execute(f'update Entities set "{column}" = ? where Id = ?', ("two\nlines\n[a]: b\n  - <c>", "quarrel"))
