import { installedLimits } from '@waybill/profile-format'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createQueue } from '../../workers/queue.ts'
import { timeLimit } from '../../time-limits.ts'
import { memoryBudget, type MemoryBudget } from '../../workers/memory-budget.ts'
import { createMemoryReturn } from './memory-return.ts'

/** Smaller requests need no place: their memory is freed before it adds up. */
const LARGE_BYTES = 64 * 1024
/** Below Node's timeout for the whole request, whose body is not read while it waits. */
const LONGEST_WAIT_MS = 15_000

/**
 * A file is in memory several times over while it is read, planned and written, so only as many bytes are worked on at
 * once as memory has room for. Other requests wait with their bodies unread.
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

/** A request without Content-Length may send the largest body allowed. */
function bytesOf({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return Math.max(installedLimits().fileBytes, LARGE_BYTES + 1)
  return Number(headers['content-length'] ?? 0)
}
