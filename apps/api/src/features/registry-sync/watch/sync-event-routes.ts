import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { route } from '../../../platform/http/route.ts'
import { presentRun } from '../status/sync-run-presenter.ts'
import { openEventStream } from './sync-event-stream.ts'
import { createSyncRunListRepository } from './sync-run-list-repository.ts'
import { createSyncWatch } from './sync-watch-service.ts'

interface SyncEventRoutesOptions {
  platform: Pick<Platform, 'tenantDb' | 'now'>
}

/** Sync runs as they progress, whichever process works on them. */
export const syncEventRoutes: FastifyPluginAsync<SyncEventRoutesOptions> = async (app, { platform }) => {
  const watch = createSyncWatch({
    listCurrent: async (tenantUid, since) =>
      (await createSyncRunListRepository(platform.tenantDb(tenantUid)).listCurrent(since)).map((row) =>
        presentRun(row),
      ),
    now: platform.now,
    report: (err) => app.log.warn({ err }, 'watching syncs'),
  })
  // Streams do not end by themselves, and closing the server would wait for them.
  app.addHook('preClose', async () => watch.close())

  route(app, operations.consoleSyncs.watch, async (request, reply) => {
    const { tenantUid, userUid } = request.caller
    const stream = openEventStream(watch, { tenantUid, userUid, isStillIn: () => request.isStillIn() })
    if (!stream) throw new AppError('TooManyRequests')
    return reply.header('x-accel-buffering', 'no').type('text/event-stream').send(stream)
  })
}
