import { SourceError } from '@waybill/pack-sources'
import type { Dispatcher } from 'undici'
import type { Deadline } from './deadline.ts'
import { exchangeFault } from './exchange-fault.ts'
import type { OutboundLimits } from './outbound-limits.ts'
import { createSpeedGuard } from './speed-guard.ts'

/** An unwanted body up to this size is read to its end, since that costs less than a new connection. */
const WORTH_READING = { bytes: 16 * 1024, ms: 1_000 }

export interface BodyOptions {
  answer: Dispatcher.ResponseData
  maxBytes: number
  stall: OutboundLimits['stall']
  deadline: Deadline
  release: () => void
}

/** Reads a body within its limits, whatever size the peer announced. */
export async function* readBody({
  answer,
  maxBytes,
  stall,
  deadline,
  release,
}: BodyOptions): AsyncGenerator<Uint8Array> {
  const speed = createSpeedGuard(stall, () => deadline.fail('timeout'))
  let total = 0
  try {
    if (Number(answer.headers['content-length']) > maxBytes) throw new SourceError('too-large')
    speed.wait()
    for await (const chunk of chunksOf(answer.body)) {
      speed.received(chunk.byteLength)
      total += chunk.byteLength
      if (total > maxBytes) throw new SourceError('too-large')
      yield chunk
      speed.wait()
    }
  } catch (error) {
    throw exchangeFault(deadline.signal.aborted ? deadline.signal.reason : error)
  } finally {
    speed.stop()
    answer.body.on('error', ignore).destroy()
    release()
  }
}

/** Discards a body, and keeps its connection if that is cheap. */
export async function dropBody({ body }: Dispatcher.ResponseData, deadline: Deadline): Promise<void> {
  const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(WORTH_READING.ms)])
  await body.dump({ limit: WORTH_READING.bytes, signal }).catch(ignore)
}

const chunksOf = (body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => body

/** Nobody needs to know how a discarded body ended. */
function ignore(): void {}
