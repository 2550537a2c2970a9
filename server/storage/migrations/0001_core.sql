-- What the house itself keeps; every feature adds its own tables in its own file.

-- The numbered stream of a group's changes (or of an account's own: grp is then the account's id).
CREATE TABLE feed_head (
    grp   TEXT PRIMARY KEY,
    epoch TEXT NOT NULL,
    seq   {int} NOT NULL
) {opts};

CREATE TABLE event (
    id       {id},
    grp      TEXT NOT NULL,
    seq      {int} NOT NULL,
    at       {int} NOT NULL,
    kind     TEXT NOT NULL,
    data     TEXT NOT NULL,
    audience TEXT,                  -- account ids with commas between; NULL: everybody who follows
    UNIQUE (grp, seq)
) {opts};

-- A writing call that was done: the same id gets the same result for some days.
CREATE TABLE done_call (
    id      {id},                   -- grows with time: the oldest are found without an index of their own
    account TEXT NOT NULL,
    call    TEXT NOT NULL,
    method  TEXT NOT NULL,
    params  {blob} NOT NULL,        -- a keyed hash, never the parameters
    result  TEXT NOT NULL,          -- ids, versions and public state only
    at      {int} NOT NULL,
    UNIQUE (account, call)
) {opts};

CREATE TABLE due (
    id      {id},
    at      {int} NOT NULL,
    kind    TEXT NOT NULL,
    grp     TEXT NOT NULL,
    subject TEXT NOT NULL,
    UNIQUE (kind, grp, subject)
) {opts};
CREATE INDEX due_at ON due (at);

CREATE TABLE audit (
    id      {id},
    at      {int} NOT NULL,
    account TEXT,
    grp     TEXT,
    action  TEXT NOT NULL,
    subject TEXT
) {opts};
CREATE INDEX audit_grp ON audit (grp, at);

-- What must leave the house later (mail …). References only: its text is made when it is sent.
CREATE TABLE outbox (
    id      {id},
    at      {int} NOT NULL,
    kind    TEXT NOT NULL,
    account TEXT NOT NULL,
    grp     TEXT,
    subject TEXT,
    tries   {int} NOT NULL DEFAULT 0,
    next_at {int} NOT NULL
) {opts};
CREATE INDEX outbox_next ON outbox (next_at);

-- Orders to shred. An empty item stands for the whole group.
CREATE TABLE shred (
    id   {id},
    grp  TEXT NOT NULL,
    item TEXT NOT NULL,
    at   {int} NOT NULL,
    done {int} NOT NULL DEFAULT 0,
    UNIQUE (grp, item)
) {opts};
CREATE INDEX shred_open ON shred (id) WHERE done = 0;
