-- What an account chose for its own calendar and mailbox; no row: the defaults.
CREATE TABLE calendar (
    account          TEXT PRIMARY KEY REFERENCES account (id),
    feed             {blob} UNIQUE,     -- a keyed hash of the feed's secret; NULL: no feed
    feed_made_at     {int},
    show_group       {int} NOT NULL,
    show_link        {int} NOT NULL,
    invitations      {int} NOT NULL,
    day_before       {int} NOT NULL,
    two_hours_before {int} NOT NULL,
    duties           {int} NOT NULL
) {opts};

-- What mails have said of a session, so that a change is told once and to those who know of it.
CREATE TABLE session_told (
    session  TEXT PRIMARY KEY,
    grp      TEXT NOT NULL,
    revision {int} NOT NULL,
    at       {int} NOT NULL,            -- of the last mail
    until    {int} NOT NULL             -- of no use afterwards
) {opts};
CREATE INDEX session_told_grp ON session_told (grp, until);

-- Groups that were there before look at their mails once.
INSERT INTO due (at, kind, grp, subject) SELECT 0, 'calendar.mails', id, '' FROM grp;
