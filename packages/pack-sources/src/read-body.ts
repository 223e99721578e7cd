import type { FetchResponse } from './fetcher.ts'
import { SourceError } from './source-error.ts'

/**
 * The whole body, in memory of its own: it may be handed to another thread.
 *
 * @throws SourceError `too-large` when it has more than `maxBytes`, and whatever the body throws.
 */
export async function readBody(response: FetchResponse, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.byteLength
    if (length > maxBytes) {
      await response.cancel()
      throw new SourceError('too-large')
    }
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** The body as JSON. @throws SourceError `bad-response` for anything else, without the parser's words: they may quote it. */
export async function readJson(response: FetchResponse, maxBytes: number): Promise<unknown> {
  return parseJson(await readBody(response, maxBytes))
}

/** @throws SourceError `bad-response` */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new SourceError('bad-response')
  }
}
