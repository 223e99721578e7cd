import { z } from 'zod'
import type { FetchResponse } from './fetcher.ts'

/** What a file said of itself when it was read whole, so that it is not read again while it stays as it is. */
export interface FileMark {
  etag: string
  lastModified: string
  /** sha256 of its bytes, for those that say nothing of themselves. */
  digest: string
  /** Of what was asked for beside the address: another wish, another reading. */
  wish: string
}

/** What may stand in a header that is sent back. */
const headerText = z.string().regex(/^[\x20-\x7e]{1,512}$/)
const markSchema = z.object({ etag: z.string(), lastModified: z.string(), digest: z.string(), wish: z.string() })

/** Undefined for none, for one of another wish, and for one that was not written here. */
export function readMark(mark: string, wish: string): FileMark | undefined {
  if (mark === '') return undefined
  try {
    const read = markSchema.parse(JSON.parse(mark))
    return read.wish === wish ? read : undefined
  } catch {
    return undefined // of an older kind: everything is read again
  }
}

/** What is remembered of an answer, to ask next time only for what has changed since. */
export function writeMark(response: FetchResponse, read: Pick<FileMark, 'digest' | 'wish'>): string {
  const header = (name: string) => headerText.safeParse(response.headers[name]).data ?? ''
  const mark: FileMark = { etag: header('etag'), lastModified: header('last-modified'), ...read }
  return JSON.stringify(mark)
}

/** Headers that make a registry answer 304 while nothing changed (RFC 9110 §13.1). */
export function conditionsOf(mark: FileMark | undefined): Record<string, string> {
  return {
    ...(mark?.etag && { 'if-none-match': mark.etag }),
    ...(mark?.lastModified && { 'if-modified-since': mark.lastModified }),
  }
}
