-- The live run of a session: what the rules know of it, as JSON.
CREATE TABLE run (
    session  TEXT PRIMARY KEY,
    grp      TEXT NOT NULL,
    format   TEXT NOT NULL,
    state    TEXT NOT NULL,
    roles    TEXT NOT NULL,
    case_id  TEXT,
    begun_at {int} NOT NULL,
    ended    {int} NOT NULL
) {opts};
CREATE INDEX run_grp ON run (grp);
