-- Series that change, pause and go on; notes beside answers; a quorum of the group's own.
ALTER TABLE series ADD COLUMN breaks TEXT NOT NULL DEFAULT '[]';   -- protocol::Breaks as JSON
ALTER TABLE series ADD COLUMN made {int} NOT NULL DEFAULT 0;       -- open: up to which number its sessions are made
ALTER TABLE series ADD COLUMN told {int} NOT NULL DEFAULT 0;       -- the group knows that it runs out

ALTER TABLE session ADD COLUMN revision {int} NOT NULL DEFAULT 0;  -- how often it was moved, changed or cancelled
ALTER TABLE session ADD COLUMN changed_at {int} NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN kept {int} NOT NULL DEFAULT 0;      -- something hangs on it: cancelled, never deleted
ALTER TABLE session ADD COLUMN dropped {int} NOT NULL DEFAULT 0;   -- cancelled since its series changed
UPDATE session SET changed_at = COALESCE((SELECT created_at FROM series WHERE series.id = session.series), 0);
UPDATE session SET kept = 1 WHERE id IN (SELECT session FROM case_note);
CREATE INDEX session_series ON session (grp, series, starts);

ALTER TABLE answer ADD COLUMN note {blob};                         -- sealed

CREATE TABLE schedule_settings (
    grp    TEXT PRIMARY KEY,
    quorum {int} NOT NULL
) {opts};

-- Series that were made before are told of too, six weeks before their last session.
INSERT INTO due (at, kind, grp, subject)
SELECT max(starts) - 3628800000000, 'schedule.runs_out', grp, series
FROM session WHERE series IS NOT NULL AND state = 'planned' GROUP BY grp, series;
