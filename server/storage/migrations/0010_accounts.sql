-- People who can sign in, the devices they are signed in on, one-time links.

CREATE TABLE account (
    id         TEXT PRIMARY KEY,
    email      TEXT NOT NULL UNIQUE,   -- normalised
    name       TEXT NOT NULL,
    password   TEXT NOT NULL,          -- argon2id, with its salt and parameters
    language   TEXT NOT NULL,
    zone       TEXT NOT NULL,
    theme      TEXT NOT NULL,
    created_at {int} NOT NULL
) {opts};

CREATE TABLE login (
    id         TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (id),
    token      {blob} NOT NULL UNIQUE, -- a keyed hash
    device     TEXT NOT NULL,
    created_at {int} NOT NULL,
    seen_at    {int} NOT NULL,         -- to the day
    expires_at {int} NOT NULL
) {opts};
CREATE INDEX login_account ON login (account, seen_at);

-- Where an account has signed in from: there a stranger's wrong guesses elsewhere do not keep it out.
CREATE TABLE login_origin (
    account TEXT NOT NULL REFERENCES account (id),
    origin  {blob} NOT NULL,           -- a keyed hash of the network
    seen_at {int} NOT NULL,
    PRIMARY KEY (account, origin)
) {opts};

CREATE TABLE link (
    token      {blob} PRIMARY KEY,     -- a keyed hash
    purpose    TEXT NOT NULL,
    subject    TEXT,                   -- an account's id, or what the feature that made it keeps beside it
    grp        TEXT,
    about      TEXT,                   -- shown before the link is used: a group's name, or an e-mail
    person     TEXT,                   -- who invites, or whose link it is
    creator    TEXT,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    used_at    {int}
) {opts};
CREATE INDEX link_subject ON link (purpose, subject);
CREATE INDEX link_expires ON link (expires_at);
