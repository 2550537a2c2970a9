-- What a call looks for costs the same however long a group goes on.
CREATE INDEX conflict_account ON conflict (grp, account);
CREATE INDEX case_state ON case_note (grp, state, submitted_at);
CREATE INDEX run_live ON run (grp) WHERE ended = 0;
CREATE INDEX rating_open ON rating (grp) WHERE closed = 0;
