-- How strictly a group's texts are checked, and (sealed) its own words to flag and to pass. No row: the standard.
CREATE TABLE case_policy (
    grp        TEXT PRIMARY KEY REFERENCES grp (id),
    version    {int} NOT NULL,
    at         {int} NOT NULL,
    author     TEXT NOT NULL,
    strictness TEXT NOT NULL,
    words      {blob} NOT NULL
) {opts};
