"""The tables of the catalogue."""

from __future__ import annotations

VERSION = 4
"""Of these tables and of what is stored in them; another one found on disk is set aside."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('files', 0), ('tags', 0);

-- One row a file. An id stands for one state of one file and is never used again, so that the
-- index and the catalogue can be compared by their ids alone.
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    bytes_sha256 TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX files_by_text ON files (sha256);

-- Apart from the files, so that listing 100,000 of them does not step over their texts. Articles
-- and all other data that is stored as a whole have a checksum in front (library/seal.py).
CREATE TABLE articles (
    file INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    article BLOB NOT NULL
);

-- What analysis found, by the text it read: copies of a text share it, a moved file keeps it.
CREATE TABLE readings (
    sha256 TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (sha256, version)
);
CREATE TABLE relations (
    left_sha256 TEXT NOT NULL, right_sha256 TEXT NOT NULL, version TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (left_sha256, right_sha256, version)
);
-- Of a story the newest analysis alone, by the first of its paths; the key says of which texts.
CREATE TABLE stories (path TEXT PRIMARY KEY, key TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE facts (sha256 TEXT PRIMARY KEY, quotations INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE name_forms (id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE);
CREATE TABLE names (
    form INTEGER NOT NULL REFERENCES name_forms (id), sha256 TEXT NOT NULL,
    PRIMARY KEY (form, sha256)
) WITHOUT ROWID;
CREATE INDEX names_by_text ON names (sha256);

-- A copy of what the sidecars say, to find and to count by.
CREATE TABLE tags (
    path TEXT NOT NULL, tag TEXT NOT NULL, passages INTEGER NOT NULL, PRIMARY KEY (path, tag)
) WITHOUT ROWID;
CREATE INDEX tags_by_name ON tags (tag);
"""
