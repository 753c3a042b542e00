-- Highlights that were made when all of their article was not known: whose words they are is to be told anew then (1).
ALTER TABLE highlights ADD COLUMN owed INTEGER NOT NULL DEFAULT 0;
