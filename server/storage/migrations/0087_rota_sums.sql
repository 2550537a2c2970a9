-- The sums that plans are made from come from an index alone.
CREATE INDEX attended_sums ON attended (grp, account, at);
CREATE INDEX served_sums ON served (grp, account, at, role);
DROP INDEX served_grp;
CREATE INDEX served_grp ON served (grp, at, role);
