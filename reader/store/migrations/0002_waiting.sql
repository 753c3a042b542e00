-- Articles to read, known by their addresses; when one is opened its row goes. Times are ISO 8601 in UTC.
CREATE TABLE waiting (
    location TEXT PRIMARY KEY,
    title TEXT,
    byline TEXT,
    outlet TEXT,
    published TEXT,
    saved TEXT NOT NULL
);
