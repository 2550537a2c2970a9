-- Whether somebody can take roles beside a case; one row for every answer to its conflict question, sealed with the
-- case and gone with it.
CREATE TABLE ability (
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    item    TEXT NOT NULL,          -- the case
    account TEXT NOT NULL,
    able    {blob} NOT NULL,
    PRIMARY KEY (item, account)
) {opts};
CREATE INDEX ability_session ON ability (grp, session);
