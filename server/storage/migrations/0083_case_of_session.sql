-- The cases of one session, without a look at all the others of its group.
CREATE INDEX case_grp_session ON case_note (grp, session, submitted_at, id);
