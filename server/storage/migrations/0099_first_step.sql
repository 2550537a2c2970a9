-- What who presented wants to do first, sealed, until it is answered; and who would like five minutes of the next
-- session to tell how it went.
CREATE TABLE first_step (
    id      TEXT PRIMARY KEY,
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    ask_at  {int} NOT NULL,
    until   {int} NOT NULL,
    body    {blob} NOT NULL
) {opts_no_rowid};
CREATE UNIQUE INDEX first_step_of ON first_step (grp, account, session);
CREATE TABLE echo (
    grp     TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (grp, account)
) {opts_no_rowid};
