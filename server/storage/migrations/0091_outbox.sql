-- What must leave the house later, one mail to one account a row. References only: its text is made when it leaves.
-- The table of the first day was never written to.
DROP TABLE outbox;
CREATE TABLE outbox (
    id        {id},
    order_key TEXT NOT NULL UNIQUE,    -- the same mail is ordered once, also after it has left
    token     TEXT NOT NULL UNIQUE,    -- random; the Message-ID, the same at each try
    kind      TEXT NOT NULL,
    account   TEXT NOT NULL,
    grp       TEXT NOT NULL,
    subject   TEXT NOT NULL,           -- the id of what it is about
    at        {int} NOT NULL,          -- not before
    until     {int} NOT NULL,          -- worthless afterwards
    state     TEXT NOT NULL,           -- waiting | sending | sent | failed | dropped
    tries     {int} NOT NULL,          -- that the relay has answered, or broken off
    next_at   {int} NOT NULL,
    error     TEXT NOT NULL            -- of the last try: a code, never what the relay said
) {opts};
CREATE INDEX outbox_next ON outbox (next_at, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_open ON outbox (at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_subject ON outbox (kind, subject);
CREATE INDEX outbox_until ON outbox (until);
