-- What a person corrected of what an engine found in an article. `operation` (JSON) has the words that it is about, with
-- spans in the version with this digest; `engine` is the one that they corrected. Times are ISO 8601 in UTC; a correction
-- that is undone keeps its row.
CREATE TABLE corrections (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    digest TEXT NOT NULL,
    engine TEXT NOT NULL,
    operation TEXT NOT NULL,
    made TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX corrections_by_article ON corrections (article_id);

-- What a person set of a voice for every article that has a voice of this name.
CREATE TABLE known_voices (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    made TEXT NOT NULL,
    undone_at TEXT
);
