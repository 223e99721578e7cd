import type { DocumentVariable } from '@waybill/profile-format'
import { recordAuditOnce } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { isVisible, seesTrueValues } from '../profile-policy.ts'
import { withDecisions } from '../secrets/decided-profile.ts'
import { withFreshInspections } from '../stored/fresh-inspections.ts'
import { maskProfile } from '../stored/mask-profile.ts'
import { findHead } from '../stored/profile-head-repository.ts'
import { findProfile, listVariables } from '../stored/profile-read-repository.ts'
import type { ProfileHead, StoredProfile } from '../stored/stored-profile.ts'

// A profile that the caller may not see looks exactly like one that does not exist.

/** A profile without its content. @throws AppError ResourceNotFound */
export async function getProfileHead({ db, caller }: UseCase, uid: string): Promise<ProfileHead> {
  const head = await findHead(db, uid)
  if (!head || !isVisible(caller, head)) throw new AppError('ResourceNotFound')
  return head
}

/**
 * A profile with true values, to be masked later or never sent, with current inspections and decisions about them.
 * @throws AppError ResourceNotFound
 */
export async function openProfile(use: UseCase<'cipher' | 'workers'>, uid: string): Promise<StoredProfile> {
  return withDecisions(await openInspected(use, uid), { ...use.tools, tenantUid: use.db.$tenantUid })
}

/** The same without decisions. @throws AppError ResourceNotFound */
export async function openInspected(
  { db, caller, tools: { cipher, workers } }: UseCase<'cipher' | 'workers'>,
  uid: string,
): Promise<StoredProfile> {
  const profile = await findProfile(db, cipher, uid)
  if (!profile || !isVisible(caller, profile)) throw new AppError('ResourceNotFound')
  return withFreshInspections({ db, cipher, workers }, profile)
}

type ReadUse = UseCase<'cipher' | 'workers' | 'now'>

/**
 * With true values or masks, as the caller may see; reading true values is audited. @throws AppError ResourceNotFound
 */
export async function getProfile(use: ReadUse, uid: string): Promise<StoredProfile> {
  return asSeen(use, await openProfile(use, uid))
}

/**
 * The same for a profile that is already open. Call it after everything that may refuse the request, which would
 * otherwise be audited as a read.
 */
export async function asSeen(use: ReadUse, profile: StoredProfile): Promise<StoredProfile> {
  if (!seesTrueValues(use.caller, profile)) return maskProfile(profile)
  await auditRead(use, profile, use.tools.now())
  return profile
}

/** `2026-11-28T22` */
const HOUR_CHARACTERS = 13

/** One event per hour, caller and profile: otherwise clients that poll would bury all other events. */
async function auditRead({ db, caller }: UseCase, profile: ProfileHead, at: Date) {
  const resource = { kind: 'clusterprofile', uid: profile.uid, name: profile.name }
  const entry = { caller, action: 'read', resource, details: { version: profile.version } } as const
  await recordAuditOnce(db, entry, at.toISOString().slice(0, HOUR_CHARACTERS))
}

/**
 * A profile's variables. The layers are read only for callers who see masks: a default may contain a copy of a secret
 * in them.
 * @throws AppError ResourceNotFound
 */
export async function getVariables(use: ReadUse, uid: string): Promise<DocumentVariable[]> {
  const head = await getProfileHead(use, uid)
  const variables = await listVariables(use.db, use.tools.cipher, uid)
  if (variables.length === 0) return variables
  if (!seesTrueValues(use.caller, head)) return (await getProfile(use, uid)).variables
  await auditRead(use, head, use.tools.now())
  return variables
}
