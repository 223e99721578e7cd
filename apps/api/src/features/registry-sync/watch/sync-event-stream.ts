import { PassThrough, type Readable } from 'node:stream'
import type { PresentedRun } from '../status/sync-run-presenter.ts'
import type { SyncWatch } from './sync-watch-service.ts'

/** Proxies and the server itself let go of connections on which nothing is said for a minute. */
const COMMENT_EVERY_MS = 15_000

/** Browsers come back by themselves, and are checked again then: who lost a role hears nothing after that. */
const LONGEST_MS = 300_000

/** A listener that does not read is let go. */
const UNREAD_BYTES = 256 * 1024

/**
 * Runs of a tenant as server-sent events `sync`, from those that are not over on.
 *
 * @returns undefined where too many listen.
 */
export function openEventStream(watch: SyncWatch<PresentedRun>, tenantUid: string): Readable | undefined {
  const stream = new PassThrough()
  const say = (text: string) => {
    if (stream.writableEnded) return
    if (stream.writableLength + stream.readableLength > UNREAD_BYTES) stream.destroy()
    else stream.write(text)
  }
  say('retry: 2000\n\n')
  const leave = watch.listen(tenantUid, {
    tell: ({ failures: _failures, ...run }) =>
      say(`event: sync\nid: ${run.uid}\ndata: ${JSON.stringify({ ...run, failures: [] })}\n\n`),
    end: () => stream.end(),
  })
  if (!leave) return undefined
  const comments = setInterval(() => say(':\n\n'), COMMENT_EVERY_MS)
  const ending = setTimeout(() => stream.end(), LONGEST_MS)
  stream.on('close', () => {
    clearInterval(comments)
    clearTimeout(ending)
    leave()
  })
  return stream
}
