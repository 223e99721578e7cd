import { hash } from 'node:crypto'
import { readDocument, type ProfileDocument, type ReadOptions, type ReadResult } from '@waybill/profile-format'
import { LRUCache } from 'lru-cache'

/**
 * A file as uploaded. It is sent to threads as bytes each time: copying a document of 1,000 layers takes longer than
 * reading it.
 */
export interface FileToRead {
  bytes: Uint8Array
  format: ReadOptions['format']
}

/** A file with its digest. */
export interface KnownFile extends FileToRead {
  /** SHA-256 of the bytes, hex. */
  digest: string
}

/** A cached file takes about twice its size; larger ones are read again at each step. */
export const KEPT_BYTES = 8 * 1024 * 1024
/** Covers reading and then planning a file, and validating it with a quick confirmation. */
export const KEPT_MS = 30_000

/** One per thread. The key is the file's digest, so only somebody who has the file finds its content. */
const known = new LRUCache<string, ReadResult>({ maxSize: KEPT_BYTES, ttl: KEPT_MS, ttlAutopurge: true })

export function readFile({ bytes, format, digest }: KnownFile): ReadResult {
  const key = `${format} ${digest}`
  const read = known.get(key) ?? readDocument(bytes, { format })
  known.set(key, read, { size: bytes.length + 1 })
  return read
}

/** A document without its texts: enough to ask the catalogue, and to name places. */
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
  /** Null if the file cannot be used. */
  outline: DocumentOutline | null
}

/** What a file contains, for gathering facts about it; its texts stay in the thread. */
export function readOutline(file: FileToRead): ReadOutline {
  const digest = hash('sha256', file.bytes, 'hex')
  const { document, problems, decisions } = readFile({ ...file, digest })
  return { digest, outline: document && { ...document, packs: document.packs.map(withoutTexts) }, problems, decisions }
}
