-- Live sessions that were begun before there was such due work are closed too when nobody does.
INSERT INTO due (at, kind, grp, subject)
SELECT session.ends + 21600000000, 'consultation.lapse', run.grp, run.session
FROM run JOIN session ON session.id = run.session WHERE run.ended = 0;
