import { z } from 'zod'
import type { FetchResponse } from './fetcher.ts'

/** Identifies the state of a file that was read completely, so that it is not read again until it changes. */
export interface FileMark {
  etag: string
  lastModified: string
  /** sha256 of its bytes, for servers that send neither ETag nor Last-Modified. */
  digest: string
  /** The options it was read with (the chosen charts): with other options it must be read again. */
  wish: string
}

/** The characters allowed in a header that we send back. */
const headerText = z.string().regex(/^[\x20-\x7e]{1,512}$/)
const markSchema = z.object({ etag: z.string(), lastModified: z.string(), digest: z.string(), wish: z.string() })

/** Undefined when there is none, when the options differ, or when it was not written by this version. */
export function readMark(mark: string, wish: string): FileMark | undefined {
  if (mark === '') return undefined
  try {
    const read = markSchema.parse(JSON.parse(mark))
    return read.wish === wish ? read : undefined
  } catch {
    return undefined // an older form: everything is read again
  }
}

/** Writes the mark of a response, so that the next request can be conditional. */
export function writeMark(response: FetchResponse, read: Pick<FileMark, 'digest' | 'wish'>): string {
  const header = (name: string) => headerText.safeParse(response.headers[name]).data ?? ''
  const mark: FileMark = { etag: header('etag'), lastModified: header('last-modified'), ...read }
  return JSON.stringify(mark)
}

/** The headers that make a server answer 304 while nothing has changed (RFC 9110 §13.1). */
export function conditionsOf(mark: FileMark | undefined): Record<string, string> {
  return {
    ...(mark?.etag && { 'if-none-match': mark.etag }),
    ...(mark?.lastModified && { 'if-modified-since': mark.lastModified }),
  }
}
