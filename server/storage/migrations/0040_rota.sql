-- What a group chose of its roles; no row: the defaults.
CREATE TABLE rota_rules (
    grp        TEXT PRIMARY KEY,
    presenter  TEXT NOT NULL,
    timekeeper {int} NOT NULL,
    scribe     {int} NOT NULL
) {opts};

-- One role of one member in one session.
CREATE TABLE duty (
    id      TEXT PRIMARY KEY,
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    role    TEXT NOT NULL,
    account TEXT NOT NULL,
    reason  TEXT NOT NULL,          -- protocol::DutyReason as JSON
    pinned  {int} NOT NULL,         -- swapped or chosen by hand: planning leaves it alone
    UNIQUE (session, role)
) {opts};
CREATE INDEX duty_grp ON duty (grp, session);

-- Open questions: will you swap?
CREATE TABLE swap (
    id     TEXT PRIMARY KEY,
    grp    TEXT NOT NULL,
    asker  TEXT NOT NULL,
    asked  TEXT NOT NULL,
    duty   TEXT NOT NULL,
    wanted TEXT NOT NULL,
    at     {int} NOT NULL
) {opts};
CREATE INDEX swap_grp ON swap (grp);

-- A turn given up; shown only to the one who did.
CREATE TABLE turn_passed (
    id      {id},
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    role    TEXT NOT NULL,
    account TEXT NOT NULL,
    at      {int} NOT NULL
) {opts};
CREATE INDEX turn_passed_grp ON turn_passed (grp, account);

-- The ledger: who was there, and who did what, in sessions that were held.
CREATE TABLE attended (
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    at      {int} NOT NULL,
    PRIMARY KEY (session, account)
) {opts};
CREATE INDEX attended_grp ON attended (grp, at);

CREATE TABLE served (
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    role    TEXT NOT NULL,
    at      {int} NOT NULL,
    PRIMARY KEY (session, role)
) {opts};
CREATE INDEX served_grp ON served (grp, at);
