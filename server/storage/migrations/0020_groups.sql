-- Groups, members, the agreement and its signatures, invitations.

CREATE TABLE grp (
    id                TEXT PRIMARY KEY,
    name              TEXT NOT NULL,
    language          TEXT NOT NULL,
    created_at        {int} NOT NULL,
    agreement_version {int} NOT NULL,
    first_session_at  {int}            -- from then on newcomers need confirming
) {opts};

CREATE TABLE member (
    grp            TEXT NOT NULL REFERENCES grp (id),
    account        TEXT NOT NULL REFERENCES account (id),
    role           TEXT NOT NULL,
    joined_at      {int} NOT NULL,
    left_at        {int},
    signed_version {int} NOT NULL DEFAULT 0,
    confirmed_at   {int},              -- NULL: a newcomer whom somebody has still to confirm
    PRIMARY KEY (grp, account)
) {opts};
CREATE INDEX member_account ON member (account);

CREATE TABLE agreement (
    grp     TEXT NOT NULL REFERENCES grp (id),
    version {int} NOT NULL,
    author  TEXT NOT NULL,
    at      {int} NOT NULL,
    clauses TEXT NOT NULL,             -- JSON
    PRIMARY KEY (grp, version)
) {opts};

CREATE TABLE signature (
    grp     TEXT NOT NULL,
    version {int} NOT NULL,
    account TEXT NOT NULL,
    at      {int} NOT NULL,
    PRIMARY KEY (grp, version, account),
    FOREIGN KEY (grp, version) REFERENCES agreement (grp, version)
) {opts};

CREATE TABLE confirmation (
    grp       TEXT NOT NULL REFERENCES grp (id),
    newcomer  TEXT NOT NULL,
    confirmer TEXT NOT NULL,
    at        {int} NOT NULL,
    PRIMARY KEY (grp, newcomer, confirmer)
) {opts};

-- Its secret is a link of purpose invitation, with the invitation's id as subject.
CREATE TABLE invitation (
    id         TEXT PRIMARY KEY,
    grp        TEXT NOT NULL REFERENCES grp (id),
    inviter    TEXT NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    revoked_at {int},
    used_at    {int}
) {opts};
CREATE INDEX invitation_grp ON invitation (grp, created_at);
