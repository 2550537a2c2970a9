-- Groups with sessions ahead look each day whether the clocks of their zones still change when they were to.
INSERT INTO due (at, kind, grp, subject)
SELECT 0, 'schedule.clocks', grp, '' FROM session WHERE state = 'planned' GROUP BY grp;
