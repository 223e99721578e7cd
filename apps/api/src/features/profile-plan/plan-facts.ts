import { isDeepStrictEqual } from 'node:util'
import {
  packNameOf,
  packsInConflict,
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
import { findCatalogue, findKnownVersions, type WantedPack } from '../registries/index.ts'
import { namedCharts, wantedPacks, type FactsQuestion } from './facts-question.ts'
import { OutdatedPlanError } from './plan-and-write.ts'
import { isTarget, readTarget, type TargetFacts, type TargetQuestion } from './target-facts-repository.ts'

interface Asking {
  question: FactsQuestion
  caller: Caller
  tools: ChartTools & { cipher: Cipher }
  /** The version whose values may be kept; by default the newest version of the name in the scope. */
  newest?: ImportFacts['newest'] | undefined
  /** By layer index, the packs of layers that keep their pack, as far as the layers themselves know them. */
  kept?: ReadonlyMap<number, PackCandidate> | undefined
}

export interface KnownFacts {
  facts: ImportFacts
  /** Problems met while gathering the facts. */
  said: readonly Problem[]
  /**
   * Gathers the facts again, in the transaction that writes the plan. @throws OutdatedPlanError if they have changed
   */
  checkAgain: (tx: TenantClient) => Promise<void>
}

/**
 * All facts about the target that planning needs, in a constant number of statements whatever the file holds.
 * Registries that are not synchronised are asked first, never inside a transaction.
 */
export async function gatherFacts(db: TenantDb, asking: Asking): Promise<KnownFacts> {
  const question = targetQuestion(asking)
  const known = await readTarget(db, question)
  const said = known.hasAskedRegistries
    ? await readNamedCharts({ db, tools: asking.tools }, asking.question.charts)
    : null
  const target = said ? await readTarget(db, question) : known
  const more = await askMore(db, asking, target)
  const checkAgain = async (tx: TenantClient) => {
    const holds = await isTarget(tx, question, target.digest)
    if (holds && isDeepStrictEqual(await askMore(tx, asking, target), more)) return
    throw new OutdatedPlanError('what it was made of changed')
  }
  const newest = asking.newest ?? (await findNewest(db, asking, target))
  return { facts: factsOf(asking, target, { ...more, newest }), said: said ?? [], checkAgain }
}

/** The facts about the catalogue that checking packs needs. */
export async function gatherCatalogueFacts({ db, tools }: ChartLookup, packs: readonly DocumentPack[]) {
  const said = (await readNamedCharts({ db, tools }, namedCharts(packs))) ?? []
  const wanted = wantedPacks(packs)
  const { registries, candidates } = await findCatalogue(db, { wanted })
  const knownVersions = await findKnownVersions(db, packsToSuggest(wanted, candidates))
  return { facts: { registries, candidates, knownVersions }, said }
}

function targetQuestion({ question, caller, kept, newest }: Asking): TargetQuestion {
  return {
    scopeUid: caller.scope.uid,
    name: question.name,
    mayKeepValues: !newest && mayKeepValues(caller),
    wanted: question.packs,
    keptUids: [...(kept?.values() ?? [])].map(({ packUid }) => packUid),
  }
}

/** Facts that only some plans need, or that can only be asked for once others are known. */
async function askMore(db: TenantClient, { question, caller, tools }: Asking, { candidates, kept }: TargetFacts) {
  const known = [...candidates, ...[...kept.values()].map(({ pack }) => pack)]
  return {
    knownVersions: await findKnownVersions(db, packsToSuggest(question.packs, known)),
    ...(question.createsMacros && { macros: await listVisibleMacros(db, tools.cipher, caller.scope.uid) }),
  }
}

type More = Awaited<ReturnType<typeof askMore>> & Pick<ImportFacts, 'newest'>

function factsOf({ caller, kept }: Asking, target: TargetFacts, more: More): ImportFacts {
  const { registries, registriesMustMatch, candidates, macros, existing, isNameOfTenant } = target
  return {
    scope: caller.scope,
    permissions: [...caller.permissions],
    tenantPermissions: [...caller.tenantPermissions],
    registries,
    registriesMustMatch,
    candidates,
    macros,
    existing,
    isNameOfTenant,
    kept: keptPacks(kept, target),
    ...more,
  }
}

/**
 * Of a pack that was deleted with its registry, only what its layer says and what it declared about values are left.
 */
function keptPacks(layers: Asking['kept'] = new Map(), { kept, lost }: TargetFacts) {
  const lostPack = (pack: PackCandidate) => ({ pack: { ...pack, ...lost.get(pack.packUid) }, isHere: false })
  return new Map([...layers].map(([index, pack]) => [index, kept.get(pack.packUid) ?? lostPack(pack)]))
}

/** What packs declare about their values, by uid, including packs deleted with their registries. */
export async function findPackGrounds(
  db: TenantClient,
  packUids: readonly string[],
): Promise<ReadonlyMap<string, PackGrounds>> {
  const { kept, lost } = await findCatalogue(db, { wanted: [], keptUids: packUids })
  return new Map([...lost, ...[...kept].map(([uid, { pack }]) => [uid, pack] as const)])
}

/**
 * Packs without a candidate under any of their names, or with one that is incompatible with another pack: their other
 * versions are worth suggesting.
 */
function packsToSuggest(wanted: readonly WantedPack[], candidates: readonly PackCandidate[]) {
  const found = new Set(candidates.map((candidate) => candidate.name))
  const exact = new Set(candidates.map(({ name, version }) => `${name} ${version}`))
  const missing = wanted.filter(
    ({ name, version, prefix }) => !exact.has(`${name} ${version}`) && !(prefix !== undefined && found.has(name)),
  )
  return [...missing, ...packsInConflict(candidates)].map(({ name, version }) => ({
    name: packNameOf(name),
    versionKey: versionSortKey(version),
  }))
}

async function findNewest(
  db: TenantClient,
  { caller, tools }: Asking,
  { existing }: TargetFacts,
): Promise<ImportFacts['newest']> {
  const [newest] = existing
  const profile = newest && mayKeepValues(caller) ? await findProfile(db, tools.cipher, newest.uid) : null
  return profile && { uid: profile.uid, document: documentOf(profile) }
}
