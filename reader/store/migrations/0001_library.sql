-- What was read and what was kept of it. Times are ISO 8601 in UTC; a digest is the SHA-256 of a text in UTF-8.

-- An article, whatever names it is known by; `location` is where it was last opened from, `digest` its present text.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    location TEXT NOT NULL,
    digest TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT,
    url TEXT,
    first_read TEXT NOT NULL,
    last_read TEXT NOT NULL
);
CREATE INDEX articles_by_last_read ON articles (last_read);

-- Every `model.Article.id` that an article has been opened under.
CREATE TABLE identities (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id)
);
CREATE INDEX identities_by_article ON identities (article_id);

-- Every file or address that an article has been opened from, so that a changed text there is known as its new version.
CREATE TABLE places (
    location TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id)
);
CREATE INDEX places_by_article ON places (article_id);

-- The texts that an article has had. Of those without a highlight only the present one keeps its text.
CREATE TABLE versions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    digest TEXT NOT NULL,
    text TEXT,
    structure TEXT,
    words INTEGER NOT NULL,
    first_read TEXT NOT NULL,
    PRIMARY KEY (article_id, digest)
);
CREATE INDEX versions_by_digest ON versions (digest);

-- `spans` (JSON, [[start, end], ...]) point into the version with this digest. A deleted highlight keeps its row.
CREATE TABLE highlights (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    digest TEXT NOT NULL,
    spans TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    speaker TEXT,
    quotation TEXT,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    deleted_at TEXT
);
CREATE INDEX highlights_by_article ON highlights (article_id);

-- Analyses that take longer to make than to read; `fingerprint` covers all that the engine looks at.
CREATE TABLE analyses (
    fingerprint TEXT NOT NULL,
    engine TEXT NOT NULL,
    made TEXT NOT NULL,
    analysis BLOB NOT NULL,
    PRIMARY KEY (fingerprint, engine)
);
