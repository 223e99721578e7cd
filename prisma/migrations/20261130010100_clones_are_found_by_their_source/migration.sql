-- Who deletes a profile is told what was cloned from it.
CREATE INDEX "profiles_cloned_from_uid_idx" ON "profiles"("cloned_from_uid");
