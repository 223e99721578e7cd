import { text } from 'node:stream/consumers'
import type { LightMyRequestResponse } from 'fastify'
import { changedTables } from '../database-digest.ts'
import type { Answer, AnswerCheck } from './answer-faults.ts'
import { toInjected, type SentRequest } from './api-request.ts'
import type { PreparedWorld } from './prepare-world.ts'
import type { Operation } from './read-operations.ts'

const PROJECT_HEADER = 'ProjectUid'
const UID = /"([0-9a-f]{24})"/g

interface Effect {
  operation: Operation
  request: SentRequest
  answer: Answer
  changed: readonly string[]
}

/** Sends a request into the prepared world, and tells what is wrong with the answer or with what it left behind. */
export async function createTrial(world: PreparedWorld, check: AnswerCheck, operations: readonly Operation[]) {
  const paths = new Set(operations.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const untouched = await world.digest()
  const send = async (request: SentRequest): Promise<Answer> => {
    const headers = { apikey: world.apiKey, ...request.headers }
    return readAnswer(await world.app.inject({ ...toInjected({ ...request, headers }), payloadAsStream: true }))
  }

  /** What was made stands in the database, and at the address that the document gives it. */
  async function madeFaults({ operation, request, answer: { body } }: Effect): Promise<string[]> {
    const rows = (await world.snapshot.changedRows()).join('\n')
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

  /** What is wrong with what was written, or not written. */
  async function effectFaults(effect: Effect): Promise<string[]> {
    const { operation, answer, changed } = effect
    if (answer.status >= 400) return changed.map((table) => `was refused, and changed ${table}`)
    if (operation.method === 'GET') return changed.map((table) => `was only read, and changed ${table}`)
    const faults = changed.filter((table) => table.endsWith(world.foreignTenantUid)).map((table) => `changed ${table}`)
    return answer.status === 201 ? [...faults, ...(await madeFaults(effect))] : faults
  }

  return async (operation: Operation, request: SentRequest) => {
    const answer = await send(request)
    const changed = changedTables(untouched, await world.digest())
    const faults = [...check(operation, answer), ...(await effectFaults({ operation, request, answer, changed }))]
    if (changed.length > 0) await world.snapshot.restore()
    // Whoever guesses often is refused for that alone.
    else if (operation.method !== 'GET') await world.deps.prisma.rateCounter.deleteMany()
    return { answer, faults }
  }
}

/** Where an operation that heeds the header acts. */
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
