import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { presentRun } from '../status/sync-run-presenter.ts'
import { openEventStream } from './sync-event-stream.ts'
import { createSyncRunListRepository } from './sync-run-list-repository.ts'
import { createSyncWatch } from './sync-watch-service.ts'

/** Sync runs as they progress, whichever process works on them. */
export const syncEventRoutes: PlatformRoutes = async (app, { platform }) => {
  const watch = createSyncWatch({
    listCurrent: async (tenantUid, since) =>
      (await createSyncRunListRepository(platform.tenantDb(tenantUid)).listCurrent(since)).map(presentRun),
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
