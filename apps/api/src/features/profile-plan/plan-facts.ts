import { isDeepStrictEqual } from 'node:util'
import {
  packNameOf,
  packsApart,
  versionSortKey,
  type DocumentPack,
  type ImportFacts,
  type PackCandidate,
  type PackGrounds,
  type Problem,
} from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import { readNamedCharts, type ChartLookup, type ChartTools } from '../chart-lookup/index.ts'
import { listVisibleMacros } from '../macros/index.ts'
import { documentOf, findProfile, mayKeepValues } from '../profiles/index.ts'
import { createCatalogueFacts, type WantedPack } from '../registries/index.ts'
import { namedCharts, wantedPacks, type FactsQuestion } from './facts-question.ts'
import { OutdatedPlanError } from './plan-and-write.ts'
import { readTarget, type TargetFacts } from './target-facts-repository.ts'

interface Asking {
  question: FactsQuestion
  caller: Caller
  tools: ChartTools & { cipher: Cipher }
  /** What values may be kept from; by default the newest version of the name in the scope. */
  newest?: ImportFacts['newest'] | undefined
  /** By index, the packs of layers that stay with what they have, as far as the layers know them. */
  kept?: ReadonlyMap<number, PackCandidate> | undefined
}

export interface KnownFacts {
  facts: ImportFacts
  /** What is to be said of how they were found. */
  said: readonly Problem[]
  /** Asks again, in the transaction that writes what was planned with them. @throws OutdatedPlanError when they changed. */
  checkAgain: (tx: TenantClient) => Promise<void>
}

/**
 * All that planning needs to know of the target, in a constant number of statements whatever the file holds. Registries that are
 * not synchronised are asked before: never in a transaction.
 */
export async function gatherFacts(db: TenantDb, asking: Asking): Promise<KnownFacts> {
  const charts = asking.question.charts.filter(({ index }) => !asking.kept?.has(index))
  const target = await readTarget(db, placeOf(asking))
  const said = target.hasAskedRegistries ? await readNamedCharts({ db, tools: asking.tools }, charts) : []
  const facts = await askAll(db, asking, target)
  const checkAgain = async (tx: TenantClient) => {
    if (!isDeepStrictEqual(await askAll(tx, asking), facts)) throw new OutdatedPlanError('what it was made of changed')
  }
  return { facts, said, checkAgain }
}

/** What checking packs needs to know of the catalogue. */
export async function gatherCatalogueFacts({ db, tools }: ChartLookup, packs: readonly DocumentPack[]) {
  const said = await readNamedCharts({ db, tools }, namedCharts(packs))
  const registries = await createCatalogueFacts(db).listRegistries()
  return { facts: { registries, ...(await packFacts(db, wantedPacks(packs))) }, said }
}

const placeOf = ({ question, caller }: Asking) => ({ scopeUid: caller.scope.uid, name: question.name })

async function askAll(db: TenantClient, asking: Asking, known?: TargetFacts): Promise<ImportFacts> {
  const { question, caller, tools, kept = new Map<number, PackCandidate>() } = asking
  const { hasAskedRegistries: _, ...target } = known ?? (await readTarget(db, placeOf(asking)))
  const keepable = mayKeepValues(caller) ? target.existing[0]?.uid : undefined
  return {
    scope: caller.scope,
    permissions: [...caller.permissions],
    tenantPermissions: [...caller.tenantPermissions],
    ...target,
    ...(await packFacts(db, question.packs)),
    kept: await keptPacks(db, kept),
    ...(question.createsMacros && { macros: await listVisibleMacros(db, tools.cipher, caller.scope.uid) }),
    newest: asking.newest ?? (await findNewest(db, tools.cipher, keepable)),
  }
}

async function packFacts(db: TenantClient, wanted: readonly WantedPack[]) {
  const catalogue = createCatalogueFacts(db)
  const candidates = await catalogue.findCandidates(wanted)
  return { candidates, knownVersions: await catalogue.findKnownVersions(packsToSuggest(wanted, candidates)) }
}

/** What packs say of their values, by uid, those among them that are gone with their registries. */
export async function findPackGrounds(
  db: TenantClient,
  packUids: readonly string[],
): Promise<ReadonlyMap<string, PackGrounds>> {
  const catalogue = createCatalogueFacts(db)
  const known = await catalogue.findKept(packUids)
  const lost = await catalogue.findGrounds(packUids.filter((uid) => !known.has(uid)))
  return new Map([...lost, ...[...known].map(([uid, { pack }]) => [uid, pack] as const)])
}

/** A pack that is deleted with its registry is no more than what its layer says, and what it declared of values. */
async function keptPacks(db: TenantClient, kept: ReadonlyMap<number, PackCandidate>) {
  const catalogue = createCatalogueFacts(db)
  const known = await catalogue.findKept([...kept.values()].map(({ packUid }) => packUid))
  const lost = [...kept.values()].flatMap(({ packUid }) => (known.has(packUid) ? [] : [packUid]))
  const grounds = await catalogue.findGrounds(lost)
  const lostPack = (pack: PackCandidate) => ({ pack: { ...pack, ...grounds.get(pack.packUid) }, isHere: false })
  return new Map([...kept].map(([index, pack]) => [index, known.get(pack.packUid) ?? lostPack(pack)]))
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

async function findNewest(db: TenantClient, cipher: Cipher, uid: string | undefined): Promise<ImportFacts['newest']> {
  const profile = uid === undefined ? null : await findProfile(db, cipher, uid)
  return profile && { uid: profile.uid, document: documentOf(profile) }
}
