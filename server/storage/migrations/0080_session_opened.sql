-- When its live session was begun: from then on schedule and rota leave it alone.
ALTER TABLE session ADD COLUMN opened_at {int};
UPDATE session SET opened_at = (SELECT begun_at FROM run WHERE run.session = session.id);
CREATE INDEX session_starts ON session (grp, starts, id);
