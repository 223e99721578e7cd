import type { ConsoleRegistryBody, RegistrySyncBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { stateLook, syncRefusal, withRuns } from './registry-rows.ts'

const run = (more: Partial<RegistrySyncBody> = {}): RegistrySyncBody => ({
  uid: 'run-1',
  registryUid: 'r',
  state: 'running',
  trigger: 'request',
  requestedBy: 'admin@example.com',
  requestedAt: '2026-11-22T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  isCancelRequested: false,
  expected: 0,
  found: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  reason: '',
  failures: [],
  ...more,
})

const registry = (sync: RegistrySyncBody | null): ConsoleRegistryBody => ({
  uid: 'r',
  name: 'Public Repo',
  kind: 'pack',
  providerType: '',
  ociType: '',
  endpoint: 'https://packs.example/packs.tar.gz',
  scope: 'tenant',
  isDefault: false,
  isPrivate: false,
  isSyncSupported: true,
  lastSyncedAt: null,
  nextSyncAt: null,
  packs: 0,
  versions: 0,
  sync,
})

const merged = (loaded: RegistrySyncBody | null, event: RegistrySyncBody) =>
  withRuns([registry(loaded)], new Map([['r', event]]))[0]?.sync

describe('registries updated by events', () => {
  it('show the progress of a run', () => {
    expect(merged(run({ found: 3 }), run({ found: 7 }))?.found).toBe(7)
  })

  it('ignore an event that arrived late', () => {
    expect(merged(run({ state: 'succeeded', found: 9 }), run({ found: 7 }))?.state).toBe('succeeded')
    expect(merged(run({ uid: 'run-2', requestedAt: '2026-11-22T11:00:00.000Z' }), run())?.uid).toBe('run-2')
  })

  it('show a first run', () => {
    expect(merged(null, run({ state: 'queued' }))?.state).toBe('queued')
  })
})

describe('the state of a registry', () => {
  it.each([
    [null, 'Never synced'],
    [run({ state: 'queued' }), 'Waiting'],
    [run(), 'Syncing'],
    [run({ isCancelRequested: true }), 'Cancelling'],
    [run({ state: 'succeeded' }), 'Synced'],
    [run({ state: 'succeeded', failed: 2 }), 'Synced, 2 left out'],
    [run({ state: 'failed', reason: 'unreachable' }), 'Failed'],
    [run({ state: 'cancelled' }), 'Cancelled'],
  ])('is named in one word: $1', (sync, label) => {
    expect(stateLook({ sync, lastSyncedAt: null }).label).toBe(label)
  })
})

it('a registry without an address is never called synced', () => {
  const look = stateLook({ ...registry(run({ state: 'succeeded' })), endpoint: '' })
  expect(look).toEqual({ label: 'No address yet', color: 'grey' })
})

it('a registry without an address says what to do before it can be synced', () => {
  expect(syncRefusal({ ...registry(null), endpoint: '' })).toContain('edit it first')
})
