import { randomUUID } from 'node:crypto'
import { withClient } from '../../apps/api/src/platform/database/with-client.ts'
import { profileFile } from '../profile-file.ts'
import type { Answer, Caller } from './load.ts'

export interface SentImport {
  name: string
  idempotencyKey: string
  layers: number
  answer: Answer
}

interface Import {
  apiKey: string
  name?: string
  layers?: number
  idempotencyKey?: string
}

/** Imports one profile, with an idempotency key to repeat it with. */
export async function importOne(
  caller: Caller,
  { apiKey, name = randomUUID(), layers = 20, idempotencyKey = randomUUID() }: Import,
): Promise<SentImport> {
  const body = profileFile(layers, { name })
  const answer = await caller.call({ path: '/v1/clusterprofiles/import', method: 'POST', apiKey, body, idempotencyKey })
  return { name, idempotencyKey, layers, answer }
}

export interface Stored {
  lost: number
  half: number
  twice: number
  /** Imports that do not have exactly one audit event. */
  unaudited: number
}

/**
 * The result of imports in the database: acknowledged ones must be complete and unique, and no other may be there in
 * part.
 */
export async function stored(databaseUrl: string, imports: readonly SentImport[]): Promise<Stored> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ name: string; layers: number; events: number }>(`
      SELECT p.name, (SELECT count(*)::int FROM layers l WHERE l.profile_uid = p.uid) AS layers,
        (SELECT count(*)::int FROM audit_events e WHERE e.resource_uid = p.uid AND e.action = 'import') AS events
      FROM profiles p`),
  )
  const sent = new Map(imports.map((each) => [each.name, each]))
  const ours = rows.filter(({ name }) => sent.has(name))
  const names = new Set(ours.map(({ name }) => name))
  const acknowledged = [...sent.values()].filter(({ answer }) => answer.status === 201)
  return {
    lost: acknowledged.filter(({ name }) => !names.has(name)).length,
    half: ours.filter(({ name, layers }) => layers !== sent.get(name)?.layers).length,
    twice: ours.length - names.size,
    unaudited: ours.filter(({ events }) => events !== 1).length,
  }
}

export const isWhole = ({ lost, half, twice, unaudited }: Stored) => lost + half + twice + unaudited === 0

export const told = ({ lost, half, twice, unaudited }: Stored) =>
  `${lost} lost, ${half} half, ${twice} twice, ${unaudited} without one audit event`
