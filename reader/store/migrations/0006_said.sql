-- The parts of the quotation that was current at such a place, [[start, end], ...] counted from `start`.
ALTER TABLE whereabouts ADD COLUMN said TEXT NOT NULL DEFAULT '[]';
