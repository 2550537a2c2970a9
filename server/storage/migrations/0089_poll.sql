-- Finding a time: dated options and what suits whom.
CREATE TABLE poll (
    id         TEXT PRIMARY KEY,
    grp        TEXT NOT NULL,
    title      TEXT NOT NULL,
    zone       TEXT NOT NULL,
    minutes    {int} NOT NULL,
    created_by TEXT NOT NULL,
    created_at {int} NOT NULL,
    state      TEXT NOT NULL,
    chosen     TEXT
) {opts};
CREATE INDEX poll_grp ON poll (grp, state, created_at);

CREATE TABLE poll_option (
    id          TEXT PRIMARY KEY,
    grp         TEXT NOT NULL,
    poll        TEXT NOT NULL,
    starts      {int} NOT NULL,
    local_start TEXT NOT NULL
) {opts};
CREATE INDEX poll_option_poll ON poll_option (grp, poll, starts);

CREATE TABLE poll_vote (
    grp     TEXT NOT NULL,
    poll    TEXT NOT NULL,
    opt     TEXT NOT NULL,
    account TEXT NOT NULL,
    choice  TEXT NOT NULL,
    PRIMARY KEY (grp, poll, account, opt)
) {opts};
