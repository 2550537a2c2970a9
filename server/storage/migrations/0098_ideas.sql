-- What those who consult note for who presents, each text under a key of its own. Who wrote it and in which order
-- (place) is known until the session is over; from then on random ids tell nothing of either.
CREATE TABLE idea (
    id        TEXT PRIMARY KEY,
    grp       TEXT NOT NULL,
    session   TEXT NOT NULL,
    item      {int} NOT NULL,
    phase     {int} NOT NULL,
    case_id   TEXT,
    presenter TEXT NOT NULL,
    author    TEXT,
    place     {int} NOT NULL,
    body      {blob} NOT NULL
) {opts_no_rowid};
CREATE INDEX idea_session ON idea (session);
CREATE INDEX idea_presenter ON idea (grp, presenter);
-- Who noted what is forgotten by account.
CREATE INDEX done_call_idea ON done_call (account) WHERE method = 'ideas.note';
