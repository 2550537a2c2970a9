-- What each writing call touches, made smaller.

-- A feed's last event tells its number; that one is always kept.
ALTER TABLE feed_head DROP COLUMN seq;

-- Ids that begin with the time (UUIDv7) are neighbours when their calls are, whoever made them.
ALTER TABLE done_call RENAME TO done_call_before;
CREATE TABLE done_call (
    id      {id},                   -- grows with time: the oldest are found without an index of their own
    account TEXT NOT NULL,
    call    TEXT NOT NULL,
    method  TEXT NOT NULL,
    params  {blob} NOT NULL,        -- a keyed hash, never the parameters
    result  TEXT NOT NULL,          -- ids, versions and public state only
    at      {int} NOT NULL,
    UNIQUE (call, account)
) {opts};
INSERT INTO done_call (account, call, method, params, result, at)
    SELECT account, call, method, params, result, at FROM done_call_before ORDER BY id;
DROP TABLE done_call_before;
-- What tells who answered or rated is forgotten by account. Other calls pay nothing for these.
CREATE INDEX done_call_conflict ON done_call (account) WHERE method = 'cases.answer_conflict';
CREATE INDEX done_call_rating ON done_call (account) WHERE method IN ('evaluation.rate', 'evaluation.decline');
