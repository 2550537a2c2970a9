-- Whom the group calls when somebody may be in danger: its own words, shown in the session.
ALTER TABLE grp ADD COLUMN contacts TEXT NOT NULL DEFAULT '';
