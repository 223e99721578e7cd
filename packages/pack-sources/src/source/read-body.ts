import type { FetchResponse } from './fetcher.ts'
import { SourceError } from './source-error.ts'

/**
 * Reads the whole body into memory of its own, which can be transferred to another thread.
 *
 * @throws SourceError `too-large` when it has more than `maxBytes`, and whatever the body throws.
 */
export async function readBody(response: FetchResponse, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  // One growing buffer: a body sent byte by byte would take a hundred times its size as a list of chunks.
  let bytes = new Uint8Array(FIRST_BYTES)
  let length = 0
  for await (const chunk of response.body) {
    const end = length + chunk.byteLength
    if (end > maxBytes) {
      await response.cancel()
      throw new SourceError('too-large')
    }
    if (end > bytes.byteLength) {
      const grown = new Uint8Array(Math.max(end, 2 * bytes.byteLength))
      grown.set(bytes)
      bytes = grown
    }
    bytes.set(chunk, length)
    length = end
  }
  return bytes.slice(0, length)
}

const FIRST_BYTES = 16 * 1024

/**
 * Reads the body as JSON.
 * @throws SourceError `bad-response` for anything else, without the parser's message, which may quote it.
 */
export async function readJson(response: FetchResponse, maxBytes: number): Promise<unknown> {
  return parseJson(await readBody(response, maxBytes))
}

/** Parses JSON. @throws SourceError `bad-response` */
export function parseJson(bytes: Uint8Array): unknown {
  const value = jsonIn(bytes)
  if (value === undefined) throw new SourceError('bad-response')
  return value
}

/** Parses JSON; undefined for anything else. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
