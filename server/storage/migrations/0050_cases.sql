-- A case; its texts are sealed under one key a case, which is what shredding deletes.
CREATE TABLE case_note (
    id           TEXT PRIMARY KEY,
    grp          TEXT NOT NULL,
    session      TEXT NOT NULL,
    presenter    TEXT NOT NULL,
    state        TEXT NOT NULL,
    wanted       TEXT NOT NULL,
    submitted_at {int} NOT NULL,
    keep_days    {int} NOT NULL,
    shred_at     {int} NOT NULL,
    agreement    {int} NOT NULL,    -- the version that the author had signed
    kept         {int} NOT NULL,    -- how many doubtful findings the author decided to keep
    title        {blob} NOT NULL,
    question     {blob} NOT NULL,
    blur         {blob} NOT NULL,
    body         {blob} NOT NULL
) {opts};
CREATE INDEX case_grp ON case_note (grp, submitted_at);
CREATE INDEX case_session ON case_note (session);

-- Whether a member might know the person; sealed with the case, and gone with it.
CREATE TABLE conflict (
    grp     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    account TEXT NOT NULL,
    answer  {blob} NOT NULL,
    PRIMARY KEY (case_id, account)
) {opts};

-- Who read a case and when; each member sees only the own looks, and all go with the case.
CREATE TABLE look (
    id      {id},
    grp     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    account TEXT NOT NULL,
    at      {int} NOT NULL
) {opts};
CREATE INDEX look_case ON look (case_id);
