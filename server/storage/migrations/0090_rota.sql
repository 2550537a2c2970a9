-- Roles that a group chooses itself, several presenters, stand-ins of the day, wishes to present; and a ledger whose
-- sums are kept, so that a plan costs the same however long a group goes on.

-- protocol::RotaRules as JSON. Where it is empty the columns beside it still say what the group chose before.
ALTER TABLE rota_rules ADD COLUMN rules TEXT NOT NULL DEFAULT '';

ALTER TABLE duty RENAME TO duty_before;
CREATE TABLE duty (
    id       TEXT PRIMARY KEY,
    grp      TEXT NOT NULL,
    session  TEXT NOT NULL,
    role     TEXT NOT NULL,
    slot     {int} NOT NULL,         -- 1, or which of several presenters
    account  TEXT NOT NULL,
    reason   TEXT NOT NULL,          -- protocol::DutyReason as JSON
    pinned   {int} NOT NULL,         -- swapped or chosen by hand: planning leaves it alone
    proposed {int} NOT NULL,         -- stands in on the day and has not said yes
    UNIQUE (session, role, slot)
) {opts};
INSERT INTO duty (id, grp, session, role, slot, account, reason, pinned, proposed)
    SELECT id, grp, session, role, 1, account, reason, pinned, 0 FROM duty_before;
DROP TABLE duty_before;
CREATE INDEX duty_grp ON duty (grp, session);

ALTER TABLE served RENAME TO served_before;
CREATE TABLE served (
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    role    TEXT NOT NULL,
    slot    {int} NOT NULL,
    at      {int} NOT NULL,
    PRIMARY KEY (session, role, slot)
) {opts};
INSERT INTO served (grp, session, account, role, slot, at)
    SELECT grp, session, account, role, 1, at FROM served_before;

-- Declining to stand in is no turn given up, but planning must not ask the same person again.
ALTER TABLE turn_passed ADD COLUMN counted {int} NOT NULL DEFAULT 1;
CREATE INDEX turn_passed_session ON turn_passed (session);

CREATE TABLE rota_wish (
    grp     TEXT NOT NULL,
    account TEXT NOT NULL,
    since   {int} NOT NULL,
    held    {int} NOT NULL,          -- sessions the group had held by then
    urgent  {int} NOT NULL,
    PRIMARY KEY (grp, account)
) {opts};

-- The ledger's sums since somebody joined; of the whole group where account is ''. what: 'held' (of the group alone),
-- 'attended', 'by_hand' (turns given up, swapped or chosen) or a role.
CREATE TABLE tally (
    grp     TEXT NOT NULL,
    account TEXT NOT NULL,
    what    TEXT NOT NULL,
    count   {int} NOT NULL,
    last    {int} NOT NULL,          -- start of the last such session; 0: none
    before  {int} NOT NULL,          -- the group's count when this person joined
    PRIMARY KEY (grp, account, what)
) {opts_no_rowid};
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT grp, '', 'held', count(*), max(starts), 0 FROM session WHERE state = 'held' GROUP BY grp;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT grp, '', 'attended', count(*), max(at), 0 FROM attended GROUP BY grp;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT grp, '', role, count(*), max(at), 0 FROM served_before GROUP BY grp, role;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT m.grp, m.account, 'held', 0, 0,
           (SELECT count(*) FROM session s WHERE s.grp = m.grp AND s.state = 'held' AND s.starts < m.joined_at)
    FROM member m WHERE m.left_at IS NULL;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT m.grp, m.account, 'attended',
           (SELECT count(*) FROM attended a WHERE a.grp = m.grp AND a.account = m.account AND a.at >= m.joined_at), 0,
           (SELECT count(*) FROM attended a WHERE a.grp = m.grp AND a.at < m.joined_at)
    FROM member m WHERE m.left_at IS NULL;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT m.grp, m.account, r.what,
           (SELECT count(*) FROM served_before s WHERE s.grp = m.grp AND s.account = m.account AND s.role = r.what
            AND s.at >= m.joined_at),
           COALESCE((SELECT max(s.at) FROM served_before s WHERE s.grp = m.grp AND s.account = m.account
                     AND s.role = r.what AND s.at >= m.joined_at), 0),
           (SELECT count(*) FROM served_before s WHERE s.grp = m.grp AND s.role = r.what AND s.at < m.joined_at)
    FROM member m JOIN tally r ON r.grp = m.grp AND r.account = '' AND r.what NOT IN ('held', 'attended')
    WHERE m.left_at IS NULL;
INSERT INTO tally (grp, account, what, count, last, before)
    SELECT m.grp, m.account, 'by_hand', 1, 0, 0 FROM member m
    WHERE m.left_at IS NULL AND (
        EXISTS (SELECT 1 FROM turn_passed p WHERE p.grp = m.grp AND p.account = m.account)
        OR EXISTS (SELECT 1 FROM duty d WHERE d.grp = m.grp AND d.account = m.account AND d.pinned = 1));

DROP TABLE served_before;
DROP INDEX attended_grp;
DROP INDEX attended_sums;
CREATE INDEX served_grp ON served (grp, account);
