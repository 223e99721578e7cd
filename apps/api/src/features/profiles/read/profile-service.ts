import { DEFAULT_LIMITS, planIdentity, type Problem } from '@waybill/profile-format'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { maskProfile } from '../stored/mask-profile.ts'
import { isVisible, mayOn, seesTrueValues, type ProfileCaller } from '../stored/profile-access.ts'
import type { ProfileHead, Stage, StoredProfile, VersionRow } from '../stored/stored-profile.ts'

export interface ProfilePorts {
  findHead: (uid: string) => Promise<ProfileHead | null>
  /** With inspections that hold for the packs' schemas of today. */
  loadProfile: (uid: string, stages: readonly Stage[]) => Promise<StoredProfile | null>
  /** Newest first. */
  listVersions: (place: Pick<ProfileHead, 'scopeUid' | 'name'>) => Promise<VersionRow[]>
  /** With its audit event, in one transaction; false when it was gone already. */
  removeProfile: (profile: ProfileHead) => Promise<boolean>
}

const UID = /^[0-9a-f]{24}$/
const BOTH: readonly Stage[] = ['draft', 'published']

/** What a caller may do with profiles one by one. Not theirs looks exactly like not there (design.md decision 10). */
export function createProfileService(ports: ProfilePorts, caller: ProfileCaller) {
  async function getHead(uid: string): Promise<ProfileHead> {
    const head = UID.test(uid) ? await ports.findHead(uid) : null
    if (!head || !isVisible(caller, head)) throw new AppError('ResourceNotFound')
    return head
  }

  async function getProfile(uid: string): Promise<StoredProfile> {
    const profile = UID.test(uid) ? await ports.loadProfile(uid, BOTH) : null
    if (!profile || !isVisible(caller, profile)) throw new AppError('ResourceNotFound')
    return seesTrueValues(caller, profile) ? profile : maskProfile(profile)
  }

  return {
    /** True values or masks, as the caller may see. */
    getProfile,

    async deleteProfile(uid: string): Promise<void> {
      const head = await getHead(uid)
      if (!mayOn(caller, head, 'clusterProfile.delete')) throw new AppError('Forbidden')
      if (!(await ports.removeProfile(head))) throw new AppError('ResourceNotFound')
    },

    /** What stands against creating a profile of this name and version in the caller's scope; empty when nothing does. */
    async checkName(identity: { name: string; version: string }): Promise<readonly Problem[]> {
      const problems = problemsOf(identity, [])
      if (problems.length > 0) return problems
      return problemsOf(identity, await ports.listVersions({ scopeUid: caller.scope.uid, name: identity.name }))
    },
  }
}

/** The rules of an import, so that a name which is free here is one that an import takes. */
const problemsOf = (identity: { name: string; version: string }, existing: readonly VersionRow[]) =>
  planIdentity({ document: identity, problems: [], decisions: identity, existing, limits: DEFAULT_LIMITS }).problems
