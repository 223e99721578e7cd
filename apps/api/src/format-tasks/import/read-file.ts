import { hash } from 'node:crypto'
import { readDocument, type ProfileDocument, type ReadOptions, type ReadResult } from '@waybill/profile-format'
import { LRUCache } from 'lru-cache'

/** A file as it came. It goes to threads as bytes each time: a document of 1,000 layers takes longer to copy than to read. */
export interface FileToRead {
  bytes: Uint8Array
  format: ReadOptions['format']
}

/** One that was read. */
export interface KnownFile extends FileToRead {
  /** SHA-256 of the bytes, hex. */
  digest: string
}

/** What is kept of files is about twice their size; larger ones are read again at each step. */
export const KEPT_BYTES = 8 * 1024 * 1024
/** From reading a file to planning it, and from validating it to a quick confirmation. */
export const KEPT_MS = 30_000

/** Of this thread; only who has the bytes of a file finds what was read in them. */
const known = new LRUCache<string, ReadResult>({ maxSize: KEPT_BYTES, ttl: KEPT_MS, ttlAutopurge: true })

export function readFile({ bytes, format, digest }: KnownFile): ReadResult {
  const key = `${format} ${digest}`
  const read = known.get(key) ?? readDocument(bytes, { format })
  known.set(key, read, { size: bytes.length + 1 })
  return read
}

/** A document without its texts: what the catalogue is asked for, and what places are called. */
export interface DocumentOutline extends Omit<ProfileDocument, 'packs'> {
  packs: OutlinedPack[]
}

type OutlinedPack = ReturnType<typeof withoutTexts>

const withoutTexts = ({ values: _values, manifests, ...pack }: ProfileDocument['packs'][number]) => ({
  ...pack,
  manifests: manifests.map(({ name }) => ({ name })),
})

export interface ReadOutline extends Pick<ReadResult, 'problems' | 'decisions'> {
  /** SHA-256 of the file, hex. */
  digest: string
  /** Null when the file cannot be used. */
  outline: DocumentOutline | null
}

/** What a file holds, so that facts can be gathered for it; its texts stay in the thread. */
export function readOutline(file: FileToRead): ReadOutline {
  const digest = hash('sha256', file.bytes, 'hex')
  const { document, problems, decisions } = readFile({ ...file, digest })
  return { digest, outline: document && { ...document, packs: document.packs.map(withoutTexts) }, problems, decisions }
}
