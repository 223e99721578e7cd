-- That something is no secret is said of a value and not of whatever stands at its path later. What was said without one could open another
-- value than was meant: it is forgotten, and said again by whoever means it.
DELETE FROM "secret_marks" WHERE "verdict" = 'harmless';

ALTER TABLE "secret_marks" ADD COLUMN "digest" CHAR(64);
