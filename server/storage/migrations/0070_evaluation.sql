-- The evaluation of one held session. `result` has what may be shown, once it is closed.
CREATE TABLE rating (
    session   TEXT PRIMARY KEY,
    grp       TEXT NOT NULL,
    closes_at {int} NOT NULL,
    closed    {int} NOT NULL,
    result    TEXT NOT NULL
) {opts};
CREATE INDEX rating_grp ON rating (grp);

-- Who was present, and until closing each one's ballot in a sealed envelope under the session's key.
CREATE TABLE has_rated (
    grp      TEXT NOT NULL,
    session  TEXT NOT NULL,
    account  TEXT NOT NULL,
    state    TEXT NOT NULL,
    envelope {blob},
    PRIMARY KEY (session, account)
) {opts};

-- Ballots after closing: shuffled, under random ids, with nothing that leads to who wrote them.
CREATE TABLE ballot (
    id      TEXT PRIMARY KEY,
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    kind    TEXT NOT NULL,
    body    {blob} NOT NULL
) {opts_no_rowid};
CREATE INDEX ballot_session ON ballot (session);
