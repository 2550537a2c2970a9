-- A recurring rule in local wall time; it belongs to the group.
CREATE TABLE series (
    id         TEXT PRIMARY KEY,
    grp        TEXT NOT NULL,
    rule       TEXT NOT NULL,       -- protocol::Recurrence as JSON
    starts     TEXT NOT NULL,       -- local, of the first session
    zone       TEXT NOT NULL,
    minutes    {int} NOT NULL,
    place      TEXT NOT NULL,
    call_link  TEXT NOT NULL,
    created_at {int} NOT NULL
) {opts};
CREATE INDEX series_grp ON series (grp);

CREATE TABLE session (
    id          TEXT PRIMARY KEY,
    grp         TEXT NOT NULL,
    series      TEXT,
    place_in    {int} NOT NULL,     -- its number in the series' rule; 0 without one
    number      {int} NOT NULL,     -- counts the group's sessions
    local_start TEXT NOT NULL,      -- as the clocks in `zone` show it
    zone        TEXT NOT NULL,
    starts      {int} NOT NULL,
    ends        {int} NOT NULL,
    state       TEXT NOT NULL,
    moved_from  {int},
    reason      TEXT NOT NULL,
    place       TEXT NOT NULL,
    call_link   TEXT NOT NULL
) {opts};
CREATE INDEX session_grp ON session (grp, ends);
CREATE INDEX session_state ON session (grp, state, starts);

CREATE TABLE answer (
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    answer  TEXT NOT NULL,
    PRIMARY KEY (session, account)
) {opts};
