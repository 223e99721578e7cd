import { packKey, type SourceEvent } from '@waybill/pack-sources'
import { isStorable } from '../../../platform/database/storable-text.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import type { SyncCounts, SyncFailure } from '../status/sync-run.ts'
import { createCatalogueRepository, type CatalogueRow, type KnownVersion } from './catalogue-repository.ts'

interface RegistryOfPacks {
  uid: string
  /** pack | helm | oci */
  kind: string
}

interface Walk {
  registry: RegistryOfPacks
  events: AsyncIterable<SourceEvent>
  /** By packKey. */
  known: ReadonlyMap<string, KnownVersion>
  /** Versions already written by this run count as written by it: a run continues after its process was killed. */
  runUid: string
  /** Updated during the walk. */
  progress: Progress
}

export interface Progress {
  counts: SyncCounts
  failures: SyncFailure[]
}

/** What a complete walk found out about the registry's versions. */
export interface WholeWalk {
  mark: string | undefined
  removedUids: string[]
  returnedUids: string[]
}

/**
 * A batch is one statement, limited by rows, and by bytes because a pack has 13 kB of text on average and 2 MiB at
 * most.
 */
const BATCH_ROWS = 200
const BATCH_CHARACTERS = 1024 * 1024
const FAILURES_KEPT = 500
const PLACE_CHARACTERS = 500

export const noProgress = (): Progress => ({
  counts: { expected: 0, found: 0, added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 },
  failures: [],
})

/**
 * Writes what a walk finds into the catalogue, skipping what is unchanged. One bad pack never stops the others.
 * @returns null if the walk ended without having seen everything: nothing may be marked as removed then
 */
export async function writeWalk(db: TenantClient, walk: Walk): Promise<WholeWalk | null> {
  const state = { ...walk, seen: new Set<string>(), batch: createBatch(db, walk.runUid) }
  let mark: string | undefined
  let isWhole = false
  for await (const event of walk.events) {
    if (event.kind === 'not-modified') return keepAll(walk)
    if (event.kind === 'done') [isWhole, mark] = [true, event.mark]
    else await take(state, event)
  }
  await state.batch.flush()
  if (!isWhole) return null
  // Failures must be retried and reported by the next walk, so no mark may let it skip the reading.
  return { mark: walk.progress.counts.failed > 0 ? '' : mark, ...compare(walk, state.seen) }
}

type State = Walk & { seen: Set<string>; batch: Batch }
type PackEvent = Extract<SourceEvent, { kind: 'pack' }>

async function take(state: State, event: Exclude<SourceEvent, { kind: 'not-modified' | 'done' }>) {
  switch (event.kind) {
    case 'expected':
      state.progress.counts.expected = event.count
      return
    case 'failed':
      // A version that fails to read is not removed.
      if (event.name !== undefined && event.version !== undefined) state.seen.add(packKey(event.name, event.version))
      fail(state.progress, event)
      return
    case 'unchanged':
      takeUnchanged(state, event)
      return
    case 'pack':
      await takePack(state, event)
  }
}

function takeUnchanged(state: State, { name, version }: { name: string; version: string }) {
  const key = packKey(name, version)
  const known = state.known.get(key)
  if (!known || state.seen.has(key)) return
  state.seen.add(key)
  count(state, known)
}

async function takePack(state: State, event: PackEvent) {
  const { name, version } = event.pack
  const key = packKey(name, version)
  if (state.seen.has(key)) return fail(state.progress, { place: `${name} ${version}`, fault: 'duplicate' })
  state.seen.add(key)
  if (!textsOf(event).every(isStorable))
    return fail(state.progress, { place: `${name} ${version}`, fault: 'invalid-character' })
  const known = state.known.get(key)
  if (known && isSame(known, event)) return count(state, known)
  const { counts } = state.progress
  counts.found += 1
  counts[known ? 'changed' : 'added'] += 1
  await state.batch.add(toRow(state, event, known?.uid ?? newUid()))
}

/** Counts a version that needs no writing; in a continued run, as that run counted it before. */
function count({ progress: { counts }, runUid }: State, known: KnownVersion) {
  counts.found += 1
  if (known.addedBy === runUid) counts.added += 1
  else if (known.writtenBy === runUid) counts.changed += 1
  else counts.unchanged += 1
}

const isSame = (known: KnownVersion, { pack, sourceDigest, location }: PackEvent) =>
  known.digest === pack.digest && known.sourceDigest === sourceDigest && known.location === location

const toRow = ({ registry }: State, { pack, sourceDigest, location, isContentRead }: PackEvent, uid: string) => ({
  ...pack,
  sourceDigest,
  location,
  isContentRead,
  uid,
  registryUid: registry.uid,
  type: registry.kind === 'pack' ? 'spectro' : registry.kind,
})

const textsOf = ({ pack, sourceDigest, location }: PackEvent) => [...Object.values(pack).flat(), sourceDigest, location]

function fail({ counts, failures }: Progress, { place, fault }: SyncFailure) {
  counts.found += 1
  counts.failed += 1
  const text = place.slice(0, PLACE_CHARACTERS).toWellFormed().replaceAll('\0', '')
  if (failures.length < FAILURES_KEPT) failures.push({ place: text, fault })
}

function keepAll(walk: Walk): WholeWalk {
  const { counts } = walk.progress
  for (const known of walk.known.values()) if (!known.isRemoved) counts.unchanged += 1
  counts.found = counts.expected = counts.unchanged
  return { mark: undefined, removedUids: [], returnedUids: [] }
}

function compare({ known, progress }: Walk, seen: ReadonlySet<string>) {
  const removedUids: string[] = []
  const returnedUids: string[] = []
  for (const [key, { uid, isRemoved }] of known) {
    if (isRemoved && seen.has(key)) returnedUids.push(uid)
    if (!isRemoved && !seen.has(key)) removedUids.push(uid)
  }
  progress.counts.removed = removedUids.length
  return { removedUids, returnedUids }
}

type Batch = ReturnType<typeof createBatch>

function createBatch(db: TenantClient, runUid: string) {
  const catalogue = createCatalogueRepository(db)
  let rows: CatalogueRow[] = []
  let characters = 0
  const flush = async () => {
    if (rows.length === 0) return
    const full = rows
    rows = []
    characters = 0
    await catalogue.writePacks(full, runUid)
  }
  return {
    flush,
    async add(row: CatalogueRow) {
      const size = row.values.length + row.schema.length + row.presets.length + row.readme.length
      if (characters + size > BATCH_CHARACTERS) await flush()
      rows.push(row)
      characters += size
      if (rows.length === BATCH_ROWS) await flush()
    },
  }
}
