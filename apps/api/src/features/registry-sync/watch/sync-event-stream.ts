import { PassThrough, type Readable } from 'node:stream'
import type { PresentedRun } from '../status/sync-run-presenter.ts'
import type { SyncWatch } from './sync-watch-service.ts'

/** Proxies and the server itself close connections that are idle for a minute. */
const COMMENT_EVERY_MS = 15_000

/** Browsers reconnect by themselves and are authorised again, so somebody who lost a role gets no more events. */
const LONGEST_MS = 300_000

/** How soon the stream ends after its user signed out or was disabled, or their key was revoked. */
const CHECK_EVERY_MS = 1_000

/** A listener that does not read is disconnected. */
const UNREAD_BYTES = 256 * 1024

/** The user who listens. */
export interface ListeningCaller {
  tenantUid: string
  userUid: string
  /** Whether they still have access. An error of the check is not their fault: it is repeated. */
  isStillIn: () => Promise<boolean>
}

/**
 * A tenant's sync runs as server-sent events `sync`, beginning with those under way.
 * @returns undefined if too many listen
 */
export function openEventStream(watch: SyncWatch<PresentedRun>, caller: ListeningCaller): Readable | undefined {
  const { tenantUid, userUid } = caller
  const stream = new PassThrough()
  const say = (text: string) => {
    if (stream.writableEnded) return
    if (stream.writableLength + stream.readableLength > UNREAD_BYTES) stream.destroy()
    else stream.write(text)
  }
  say('retry: 2000\n\n')
  const leave = watch.listen(tenantUid, {
    userUid,
    tell: ({ failures: _failures, ...run }) =>
      say(`event: sync\nid: ${run.uid}\ndata: ${JSON.stringify({ ...run, failures: [] })}\n\n`),
    end: () => stream.end(),
  })
  if (!leave) return undefined
  const comments = setInterval(() => say(':\n\n'), COMMENT_EVERY_MS)
  const stopChecking = checkRepeatedly(caller.isStillIn, () => stream.end())
  const ending = setTimeout(() => stream.end(), LONGEST_MS)
  stream.on('close', () => {
    clearInterval(comments)
    stopChecking()
    clearTimeout(ending)
    leave()
  })
  return stream
}

/** One check at a time, however long the database takes. @returns stops it */
function checkRepeatedly(isStillIn: () => Promise<boolean>, end: () => void): () => void {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const check = async () => {
    const isIn = await isStillIn().catch(() => true)
    if (isOver) return
    if (isIn) timer = setTimeout(() => void check(), CHECK_EVERY_MS)
    else end()
  }
  timer = setTimeout(() => void check(), CHECK_EVERY_MS)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
