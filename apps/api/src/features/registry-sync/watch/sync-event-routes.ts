import { commonErrorResponses } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { presentRun } from '../status/sync-run-presenter.ts'
import { openEventStream } from './sync-event-stream.ts'
import { createSyncRunListRepository } from './sync-run-list-repository.ts'
import { createSyncWatch } from './sync-watch-service.ts'

interface SyncEventRoutesOptions {
  platform: Pick<Platform, 'tenantDb' | 'now'>
}

/** Runs as they go on, whichever process works on them. */
export const syncEventRoutes: FastifyPluginAsyncZod<SyncEventRoutesOptions> = async (app, { platform }) => {
  const watch = createSyncWatch({
    listCurrent: async (tenantUid, since) =>
      (await createSyncRunListRepository(platform.tenantDb(tenantUid)).listCurrent(since)).map((row) =>
        presentRun(row),
      ),
    now: platform.now,
    report: (err) => app.log.warn({ err }, 'watching syncs'),
  })
  // Streams do not end by themselves: the server would wait for them.
  app.addHook('preClose', async () => watch.close())

  app.get(
    '/v1/console/registries/events',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags: ['console'],
        produces: ['text/event-stream'],
        summary: 'Syncs of all registries as they go on: server-sent events of type sync',
        response: {
          200: z.unknown().describe('Events whose data is one run without its failures, as text/event-stream'),
          ...commonErrorResponses,
        },
      },
    },
    async ({ caller }, reply) => {
      const stream = openEventStream(watch, caller.tenantUid)
      if (!stream) throw new AppError('TooManyRequests')
      return reply.header('x-accel-buffering', 'no').type('text/event-stream').send(stream)
    },
  )
}
