-- Where a reader stood in an article ("here"), the marks they set in it ("mark", under a letter), and where jumps
-- started from, to go "back" and "forward" through (under numbers, the nearest first). `start` points into the version
-- with this digest; `exact`, `prefix` and `suffix` find the words again in another version.
CREATE TABLE whereabouts (
    article_id TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    start INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    noted TEXT NOT NULL,
    PRIMARY KEY (article_id, kind, name)
);
