import { createHash, type Hash } from 'node:crypto'
import type { ImportPlan } from '@waybill/profile-format'
import { createMacroStore } from '../features/macros/macro-repository.ts'
import { addMacros, MacrosInvalidError, type MacroStore } from '../features/macros/macro-service.ts'
import { createImportRecords } from '../features/profile-import/import-record-repository.ts'
import {
  LostRaceError,
  type ImportEngine,
  type ImportPorts,
  type ImportStore,
} from '../features/profile-import/profile-import-service.ts'
import { createProfileWriter } from '../features/profiles/profile-write-repository.ts'
import { AppError } from '../platform/app-error.ts'
import { recordAudit } from '../platform/audit-log.ts'
import { databaseError } from '../platform/database-errors.ts'
import { recordEffect } from '../platform/idempotency-claim.ts'
import type { Platform } from '../platform/platform.ts'
import type { TenantClient, TenantDb } from '../platform/tenant-db.ts'
import { newUid } from '../platform/uid.ts'
import { gatherFacts } from './import-facts.ts'
import { newProfile } from './new-profile.ts'

/** Where the import meets the features that it reads from and writes to. */
export function importPorts(platform: Pick<Platform, 'cipher' | 'workers'>): (db: TenantDb) => ImportPorts {
  const engine = createEngine(platform)
  return (db) => ({
    engine,
    store: createStore(db, platform),
    transaction: (work) =>
      db.$transaction((tx) => work(createStore(tx, platform)), { timeout: 30_000, maxWait: 10_000 }),
  })
}

function createEngine({ workers }: Pick<Platform, 'workers'>): ImportEngine {
  return {
    read: ({ bytes, format }) => workers.run('readDocument', { bytes, format }),
    plan: async (input) => ({ ...(await workers.run('planToShow', input)), document: input.document }),
    planToWrite: async (input) => {
      const { plan, inspected } = await workers.run('planToWrite', input)
      return { plan: { ...plan, document: input.document }, layers: inspected }
    },
    digest: (...parts) => parts.reduce<Hash>((hash, part) => hash.update(part), createHash('sha256')).digest('hex'),
  }
}

function createStore(db: TenantClient, { cipher }: Pick<Platform, 'cipher'>): ImportStore {
  return {
    facts: (question, caller) => gatherFacts(db, { question, caller, cipher }),
    async createMacros(caller, macros) {
      for (const kind of ['tenant', 'project'] as const) {
        const create = macros.filter((macro) => macro.scope === kind)
        if (create.length === 0) continue
        const store = createMacroStore(db, {
          cipher,
          caller,
          scope: { kind, uid: kind === 'tenant' ? caller.tenantUid : caller.scope.uid },
        })
        await addPlannedMacros(store, create).catch(asLostRace)
      }
    },
    async createProfile(caller, plan, inspected) {
      const uid = newUid()
      const profile = newProfile({ uid, caller, plan, inspected })
      await createProfileWriter(db, cipher).createProfile(profile).catch(asLostRace)
      return uid
    },
    createRecord: (record) => createImportRecords(db).create(record),
    auditImport: (caller, { plan, profileUid, fileDigest }) =>
      recordEffect(db, {
        caller,
        action: 'import',
        resource: { kind: 'clusterprofile', uid: profileUid, name: plan.name },
        details: { version: plan.version, layers: plan.layers.length, fileDigest, publish: plan.publish },
      }),
    auditRefusal: (caller, codes, fileDigest) =>
      recordAudit(db, {
        caller,
        action: 'refuse',
        resource: { kind: 'clusterprofile', uid: '', name: '' },
        details: { codes, fileDigest },
      }),
  }
}

/** The plan held them to the same rules: what stands against them now came to be since. */
async function addPlannedMacros(store: MacroStore, create: ImportPlan['macrosToCreate']): Promise<void> {
  try {
    await addMacros(store, create)
  } catch (cause) {
    if (cause instanceof MacrosInvalidError) throw new AppError('ImportPlanStale', { cause })
    throw cause
  }
}

const TAKEN = new Set(['ClusterProfileAlreadyExists', 'MacroExists'])

/** Plans are made of what was there; only a name that somebody took since can be refused here. */
function asLostRace(error: unknown): never {
  const refusal = error instanceof AppError ? error : databaseError(error)
  if (refusal && TAKEN.has(refusal.code)) throw new LostRaceError('a name was taken', { cause: error })
  throw error
}
