import { planIdentity, withPlaces, type Problem } from '@waybill/profile-format'
import type { UseCase } from '../../../platform/use-case.ts'
import { listVersions } from '../stored/profile-head-repository.ts'
import type { VersionRow } from '../stored/stored-profile.ts'

/** Problems with creating a profile of this name and version in the caller's scope; empty if there are none. */
export async function checkName({ db, caller }: UseCase, identity: { name: string; version: string }) {
  const { scope, tenantUid } = caller
  const { name } = identity
  const problems = problemsOf(identity, { existing: [] })
  if (problems.length > 0) return problems
  const existing = await listVersions(db, { scopeUid: scope.uid, name })
  // A list of the project would show the tenant's profile of that name as well.
  const isNameOfTenant = scope.kind === 'project' && (await listVersions(db, { scopeUid: tenantUid, name })).length > 0
  return problemsOf(identity, { existing, isNameOfTenant })
}

/** Uses the rules of an import, so that a name that is free here is accepted by an import. */
const problemsOf = (
  identity: { name: string; version: string },
  taken: { existing: readonly VersionRow[]; isNameOfTenant?: boolean },
): readonly Problem[] =>
  withPlaces(planIdentity({ document: identity, problems: [], decisions: identity, ...taken }).problems)
