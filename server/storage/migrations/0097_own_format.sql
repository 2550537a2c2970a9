-- A group's own versions of formats: each saving is a row that stays, so that a past session keeps what it ran on.
CREATE TABLE own_format (
    grp     TEXT NOT NULL REFERENCES grp (id),
    format  TEXT NOT NULL,
    version {int} NOT NULL,
    author  TEXT NOT NULL,
    at      {int} NOT NULL,
    phases  TEXT NOT NULL,             -- what differs from the built-in format, as JSON
    PRIMARY KEY (grp, format, version)
) {opts};
