import { text } from 'node:stream/consumers'
import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import type { ChangedRow } from '../database/database-snapshot.ts'
import type { Answer, AnswerCheck } from './answer-faults.ts'
import { toInjected, type SentRequest } from './api-request.ts'
import type { PreparedWorld } from './prepare-world.ts'
import type { Operation } from '../openapi/read-operations.ts'

const PROJECT_HEADER = 'ProjectUid'
/** Tables that any request may write to, whatever it answers, and why. */
const WRITTEN_BY_ANY_REQUEST = {
  audit_events: 'refusals are recorded',
  idempotency_keys: 'taken before the handler runs, and given back when it refuses',
}
const ownedSchema = z.object({ uid: z.string().optional(), tenant_uid: z.string().optional() })
const UID = /"([0-9a-f]{24})"/g

interface Effect {
  operation: Operation
  request: SentRequest
  answer: Answer
  changes: readonly ChangedRow[]
}

/** Sends a request to the prepared world, and returns what is wrong with the response or with what was written. */
export function createTrial(world: PreparedWorld, check: AnswerCheck, operations: readonly Operation[]) {
  const paths = new Set(operations.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const send = async (request: SentRequest): Promise<Answer> => {
    const headers = { apikey: world.apiKey, ...request.headers }
    return readAnswer(await world.app.inject({ ...toInjected({ ...request, headers }), payloadAsStream: true }))
  }

  /** A created resource must be in the database, and at the path that the document gives for it. */
  async function madeFaults({ operation, request, answer: { body }, changes }: Effect): Promise<string[]> {
    const rows = changes.map(({ row }) => row).join('\n')
    const uids = [...body.matchAll(UID)].map(([, uid = '']) => uid)
    const faults = uids.filter((uid) => !rows.includes(uid)).map((uid) => `says that it made ${uid}, and no row has it`)
    const [uid] = uids
    if (uid === undefined || !paths.has(`${operation.path}/{uid}`)) return faults
    const { status } = await send({
      method: 'GET',
      url: `${operation.path}/${uid}`,
      headers: scopeOf(operation, request),
    })
    return status === 200 ? faults : [...faults, `says that it made ${uid}, and its address answers ${status}`]
  }

  /** What is wrong with what was written, or was not. */
  async function effectFaults(effect: Effect): Promise<string[]> {
    const { operation, answer } = effect
    const changed = placesOf(effect.changes)
    if (answer.status >= 400) return changed.map((table) => `was refused, and changed ${table}`)
    if (operation.method === 'GET') return changed.map((table) => `was only read, and changed ${table}`)
    const faults = changed.filter((table) => table.endsWith(world.foreignTenantUid)).map((table) => `changed ${table}`)
    return answer.status === 201 ? [...faults, ...(await madeFaults(effect))] : faults
  }

  return async (operation: Operation, request: SentRequest) => {
    const answer = await send(request)
    const changes = await world.snapshot.changes()
    const faults = [...check(operation, answer), ...(await effectFaults({ operation, request, answer, changes }))]
    await world.snapshot.restore()
    return { answer, faults }
  }
}

/** Tables with changes that a refused request must not make, as `table of tenantUid`. */
function placesOf(changes: readonly ChangedRow[]): string[] {
  const telling = changes.filter(({ table }) => !Object.hasOwn(WRITTEN_BY_ANY_REQUEST, table))
  return [...new Set(telling.map(({ table, row }) => `${table} of ${tenantOf(table, row)}`))]
}

function tenantOf(table: string, row: string): string {
  const { uid = '', tenant_uid: tenantUid = '' } = ownedSchema.parse(JSON.parse(row))
  return table === 'tenants' ? uid : tenantUid
}

/** The scope of an operation that honours the header. */
function scopeOf({ parameters }: Operation, { headers }: SentRequest): Record<string, string> {
  if (!parameters.some(({ name }) => name === PROJECT_HEADER)) return {}
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() === PROJECT_HEADER.toLowerCase()),
  )
}

async function readAnswer(response: LightMyRequestResponse): Promise<Answer> {
  const contentType = String(response.headers['content-type'] ?? '')
  const head = { status: response.statusCode, contentType }
  const stream = response.stream()
  if (!contentType.startsWith('text/event-stream')) return { ...head, body: await text(stream) }
  for await (const chunk of stream) return { ...head, body: String(chunk) }
  return { ...head, body: '' }
}
