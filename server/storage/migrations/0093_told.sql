-- Mails know what they have said: of sessions so much that they can be taken out of calendars when they are no longer
-- there, and who has been told of which turn, so that one who gets it back hears of it again.
ALTER TABLE session_told ADD COLUMN starts {int} NOT NULL DEFAULT 0;
ALTER TABLE session_told ADD COLUMN zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE session_told ADD COLUMN dropped TEXT;  -- the mail that says it is cancelled, where its series changed
UPDATE session_told SET starts = (SELECT session.starts FROM session WHERE session.id = session_told.session),
                        zone = (SELECT session.zone FROM session WHERE session.id = session_told.session)
WHERE session IN (SELECT id FROM session);
CREATE INDEX session_told_dropped ON session_told (grp, dropped) WHERE dropped IS NOT NULL;

CREATE TABLE duty_told (
    duty    TEXT PRIMARY KEY,
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    account TEXT NOT NULL,
    asked   {int} NOT NULL,            -- told as a question: will you stand in?
    until   {int} NOT NULL             -- of no use afterwards
) {opts};
CREATE INDEX duty_told_grp ON duty_told (grp, session);

-- One mail tells of all turns of one person in a session, and is about that session.
INSERT INTO duty_told (duty, grp, session, account, asked, until)
SELECT duty.id, duty.grp, duty.session, duty.account, duty.proposed, outbox.until
FROM outbox JOIN duty ON duty.id = outbox.subject AND duty.account = outbox.account WHERE outbox.kind = 'duty';
UPDATE outbox SET subject = (SELECT duty.session FROM duty WHERE duty.id = outbox.subject)
WHERE kind = 'duty' AND subject IN (SELECT id FROM duty);
