import { installedLimits } from '@waybill/profile-format'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createQueue } from '../../workers/queue.ts'
import { timeLimit } from '../../time-limits.ts'
import { memoryBudget, type MemoryBudget } from '../../workers/memory-budget.ts'
import { createMemoryReturn } from './memory-return.ts'

/** Smaller ones need no place: what is read and made of them is forgotten before it adds up. */
const LARGE_BYTES = 64 * 1024
/** Below what Node gives the whole request, whose body is not read meanwhile. */
const LONGEST_WAIT_MS = 15_000

/**
 * A file is in memory several times over while it is read, planned and written: so many bytes at once as memory has room
 * for. The others' bodies stay where they are, unread, until it is their turn.
 */
export function registerLargeRequests(
  app: FastifyInstance,
  {
    largeRequests,
    largeBytes,
    waitingRequests,
  }: Pick<MemoryBudget, 'largeRequests' | 'largeBytes' | 'waitingRequests'> = memoryBudget(),
): void {
  const queue = createQueue({
    places: largeRequests,
    room: largeBytes,
    maxWaiting: waitingRequests,
    longestWaitMs: timeLimit(LONGEST_WAIT_MS),
  })
  const memory = createMemoryReturn()
  app.addHook('onRequest', async (request, reply) => {
    const bytes = bytesOf(request)
    if (bytes <= LARGE_BYTES) return
    const leave = await queue.enter(bytes)
    if (reply.raw.destroyed) return leave()
    reply.raw.once('close', () => {
      leave()
      memory.wasUsed()
    })
  })
  app.addHook('onClose', async () => memory.close())
}

/** Who does not say how long a body is may send one as long as the longest. */
function bytesOf({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return Math.max(installedLimits().fileBytes, LARGE_BYTES + 1)
  return Number(headers['content-length'] ?? 0)
}
