import { LRUCache } from 'lru-cache'
import type { Caller } from '../../access/caller.ts'
import { AppError } from '../../errors/app-error.ts'

/** The memory that all users' files may take in this process. */
const BYTES = 32 * 1024 * 1024
/** Longer than people think about one decision. */
const MINUTES = 15

/** An uploaded file. */
export interface KeptFile {
  bytes: Uint8Array
  /** As the client gave it: shown to people only, never used as a path. */
  fileName: string
}

type Owner = Pick<Caller, 'tenantUid' | 'userUid'>

/**
 * Files that were validated, so that a later decision about one needs to send only its digest. Visible to their owner
 * only.
 */
export interface KeptUploads {
  /** `digest`: SHA-256, hex. */
  keep: (owner: Owner, digest: string, file: KeptFile) => void
  /** @throws AppError UploadNotKept if the file was never here, was evicted, or has expired */
  get: (owner: Owner, digest: string) => KeptFile
}

export function createKeptUploads(): KeptUploads {
  const files = new LRUCache<string, KeptFile>({
    maxSize: BYTES,
    sizeCalculation: ({ bytes }) => Math.max(bytes.length, 1),
    ttl: MINUTES * 60_000,
    // Files hold secrets, so they are removed as soon as they expire, not at the next access.
    ttlAutopurge: true,
  })
  const keyOf = ({ tenantUid, userUid }: Owner, digest: string) => [tenantUid, userUid, digest].join('/')
  return {
    keep: (owner, digest, file) => void files.set(keyOf(owner, digest), file),
    get(owner, digest) {
      const file = files.get(keyOf(owner, digest))
      if (!file) throw new AppError('UploadNotKept')
      return file
    },
  }
}
