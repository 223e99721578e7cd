ALTER TABLE api_keys ADD COLUMN is_limited_by_others boolean NOT NULL DEFAULT false;

-- Who revoked them is not known: it may have been an administrator.
UPDATE api_keys SET is_limited_by_others = true WHERE revoked_at IS NOT NULL;
