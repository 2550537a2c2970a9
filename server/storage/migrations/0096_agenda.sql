-- A run goes through an agenda. Runs that were begun before have none: their format and case are its only item.
ALTER TABLE run ADD COLUMN agenda TEXT;
