import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createQueue } from '../../workers/queue.ts'
import { memoryBudget, type MemoryBudget } from '../../workers/memory-budget.ts'
import { createMemoryReturn } from './memory-return.ts'

/** Smaller ones need no place: what is read and made of them is forgotten before it adds up. */
const LARGE_BYTES = 64 * 1024
const MAX_WAITING = 200
/** Below what Node gives the whole request, whose body is not read meanwhile. */
const LONGEST_WAIT_MS = 15_000

/**
 * A file is in memory several times over while it is read, planned and written: so many at once as memory has room for. The
 * others' bodies stay where they are, unread, until it is their turn.
 */
export function registerLargeRequests(
  app: FastifyInstance,
  { largeRequests }: Pick<MemoryBudget, 'largeRequests'> = memoryBudget(),
): void {
  const queue = createQueue({ places: largeRequests, maxWaiting: MAX_WAITING, longestWaitMs: LONGEST_WAIT_MS })
  const memory = createMemoryReturn()
  app.addHook('onRequest', async (request, reply) => {
    if (!isLarge(request)) return
    const leave = await queue.enter()
    if (reply.raw.destroyed) return leave()
    reply.raw.once('close', () => {
      leave()
      memory.wasUsed()
    })
  })
  app.addHook('onClose', async () => memory.close())
}

/** Who does not say how long a body is may send a long one. */
function isLarge({ headers }: FastifyRequest): boolean {
  if (headers['transfer-encoding'] !== undefined) return true
  return Number(headers['content-length'] ?? 0) > LARGE_BYTES
}
