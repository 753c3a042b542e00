-- How often a person has changed a highlight: two windows may do so at one moment, but each change has its own number.
ALTER TABLE highlights ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
