-- Whether a person allowed a feed to be in their own network (1): its own host, and no other.
ALTER TABLE feeds ADD COLUMN private INTEGER NOT NULL DEFAULT 0;
