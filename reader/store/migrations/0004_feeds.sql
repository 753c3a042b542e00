-- News feeds that a person follows; when one was last asked, with what it said its list can be asked for by, and why
-- it could not be had then (null: it could). Times are ISO 8601 in UTC.
CREATE TABLE feeds (
    location TEXT PRIMARY KEY,
    title TEXT,
    added TEXT NOT NULL,
    asked TEXT NOT NULL,
    failure TEXT,
    url TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL
);
-- The items that a feed had when it last listed any, by the names that it has for them: each comes once.
CREATE TABLE feed_items (
    location TEXT NOT NULL REFERENCES feeds (location) ON DELETE CASCADE,
    item TEXT NOT NULL,
    PRIMARY KEY (location, item)
);
