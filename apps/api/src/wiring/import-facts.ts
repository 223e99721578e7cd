import { packNameOf, packsApart, versionSortKey, type ImportFacts, type PackCandidate } from '@waybill/profile-format'
import { listVisibleMacroNames, listVisibleMacros } from '../features/macros/macro-repository.ts'
import type { FactsQuestion, WantedPack } from '../features/profile-import/facts-question.ts'
import { documentOf } from '../features/profiles/stored/stored-document.ts'
import { createProfileReader } from '../features/profiles/stored/profile-read-repository.ts'
import { createCatalogueFacts } from '../features/registries/catalogue/catalogue-facts-repository.ts'
import type { Caller } from '../platform/access/caller.ts'
import type { Cipher } from '../platform/keys/cipher.ts'
import type { TenantClient } from '../platform/database/tenant-db.ts'

interface Asking {
  question: FactsQuestion
  caller: Caller
  cipher: Cipher
  /** What values may be kept from; by default the newest version of the name in the scope. */
  newest?: ImportFacts['newest'] | undefined
}

/** All that planning needs to know of the target, in a constant number of statements whatever the file holds. */
export async function gatherFacts(db: TenantClient, asking: Asking): Promise<ImportFacts> {
  const { question, caller, cipher } = asking
  const catalogue = createCatalogueFacts(db)
  const candidates = await catalogue.findCandidates(question.packs)
  return {
    scope: caller.scope,
    permissions: [...caller.permissions],
    tenantPermissions: [...caller.tenantPermissions],
    registries: await catalogue.listRegistries(),
    candidates,
    knownVersions: await catalogue.findKnownVersions(packsToSuggest(question.packs, candidates)),
    macros: await (question.createsMacros
      ? listVisibleMacros(db, cipher, caller.scope.uid)
      : listVisibleMacroNames(db, caller.scope.uid)),
    ...(await existingFacts(db, asking)),
  }
}

/** Packs without a candidate under any of their names, or with one that does not go with another: what is here instead is worth suggesting. */
function packsToSuggest(wanted: readonly WantedPack[], candidates: readonly PackCandidate[]) {
  const found = new Set(candidates.map((candidate) => candidate.name))
  const exact = new Set(candidates.map(({ name, version }) => `${name} ${version}`))
  const missing = wanted.filter(
    ({ name, version, prefix }) => !exact.has(`${name} ${version}`) && !(prefix !== undefined && found.has(name)),
  )
  return [...missing, ...packsApart(candidates)].map(({ name, version }) => ({
    name: packNameOf(name),
    versionKey: versionSortKey(version),
  }))
}

async function existingFacts(db: TenantClient, { question, caller, cipher, newest }: Asking) {
  const reader = createProfileReader(db, cipher)
  const existing = await reader.listVersions({ scopeUid: caller.scope.uid, name: question.name })
  // What is kept can be read where the file puts it, so that only who may change that version keeps its values.
  const mayKeep = caller.permissions.has('clusterProfile.update')
  return { existing, newest: newest ?? (mayKeep ? await findNewest(reader, existing[0]) : null) }
}

async function findNewest({ findProfile }: ReturnType<typeof createProfileReader>, found: { uid: string } | undefined) {
  const profile = found && (await findProfile(found.uid, ['draft', 'published']))
  return profile ? { uid: profile.uid, document: documentOf(profile) } : null
}
