-- Once a minute at most: when somebody was here last, and when a key was.
ALTER TABLE "users" ADD COLUMN "last_seen_at" TIMESTAMPTZ(3);
ALTER TABLE "api_keys" ADD COLUMN "last_used_at" TIMESTAMPTZ(3);
UPDATE "users" SET "last_seen_at" = s.at
FROM (SELECT "user_uid", max("last_seen_at") AS at FROM "sessions" GROUP BY "user_uid") s
WHERE s."user_uid" = "users"."uid";
