import type { ImportDecisions } from '@waybill/profile-format'
import type { DocumentOutline } from '../../format-tasks/import/read-file.ts'
import type { PlannedProfile } from '../../format-tasks/plan/plan-profile.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { databaseError } from '../../platform/database/database-errors.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { addMacros, MacrosInvalidError } from '../macros/index.ts'
import { newProfile, OutdatedPlanError } from '../profile-plan/index.ts'
import { insertProfile, writeMarks } from '../profiles/index.ts'
import { filledMarks } from './filled-marks.ts'
import { insertImportRecord } from './import-record-repository.ts'
import { recordOf } from './import-record.ts'

export interface ImportToWrite {
  outline: DocumentOutline
  decisions: ImportDecisions
  planned: PlannedProfile
  file: { bytes: Uint8Array; fileName: string }
}

/**
 * Writes everything that an import creates: macros, the profile, its record and its audit event, in one transaction.
 */
export async function writeImport(
  tx: TenantClient,
  { caller, tools: { cipher } }: UseCase<'cipher'>,
  { outline, decisions, planned, file: { bytes, fileName } }: ImportToWrite,
): Promise<{ uid: string; auditUid: string }> {
  const { plan } = planned
  for (const kind of ['tenant', 'project'] as const) {
    const created = plan.macrosToCreate.filter((macro) => macro.scope === kind)
    const scope = { kind, uid: kind === 'tenant' ? caller.tenantUid : caller.scope.uid }
    if (created.length > 0) await addMacros({ tx, caller, cipher, scope }, created)
  }
  const uid = newUid()
  await insertProfile(tx, cipher, newProfile({ uid, caller, planned }))
  const filled = filledMarks(planned, decisions)
  if (filled.length > 0) {
    const marks = filled.map((place) => ({ ...place, verdict: 'secret', digest: null }) as const)
    const family = { scope: caller.scope.kind, scopeUid: caller.scope.uid, name: plan.name }
    await writeMarks(tx, family, { marks, createdBy: caller.email })
  }
  const record = recordOf({ outline, plan, decisions, caller, profileUid: uid, fileName, fileBytes: bytes.length })
  await insertImportRecord(tx, record)
  const auditUid = await recordEffect(tx, {
    caller,
    action: 'import',
    resource: { kind: 'clusterprofile', uid, name: plan.name },
    details: { version: plan.version, layers: plan.layers.length, publish: plan.publish },
  })
  return { uid, auditUid }
}

const TAKEN = new Set(['ClusterProfileAlreadyExists', 'MacroExists'])

/** The plan was checked by the same rules, so a refusal now means that something changed since. */
export async function orOutdated<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing
  } catch (cause) {
    if (cause instanceof MacrosInvalidError) throw new AppError('ImportPlanStale', { cause })
    const refusal = cause instanceof AppError ? cause : databaseError(cause)
    if (refusal && TAKEN.has(refusal.code)) throw new OutdatedPlanError('a name was taken', { cause })
    throw cause
  }
}
