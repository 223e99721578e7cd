import { LRUCache } from 'lru-cache'
import type { Caller } from '../../access/caller.ts'
import { AppError } from '../../errors/app-error.ts'

/** What all users' files may hold of this process's memory. */
const BYTES = 32 * 1024 * 1024
/** Longer than people think about one decision. */
const MINUTES = 15

/** A file as it came. */
export interface KeptFile {
  bytes: Uint8Array
  /** As the client says; for people only, never a path. */
  fileName: string
}

type Owner = Pick<Caller, 'tenantUid' | 'userUid'>

/** Files that were validated, so that each further decision about one needs only its digest. Nobody reaches another's. */
export interface KeptUploads {
  /** `digest`: SHA-256, hex. */
  keep: (owner: Owner, digest: string, file: KeptFile) => void
  /** @throws AppError UploadNotKept for what never was here, and for what made room or waited too long. */
  get: (owner: Owner, digest: string) => KeptFile
}

export function createKeptUploads(): KeptUploads {
  const files = new LRUCache<string, KeptFile>({
    maxSize: BYTES,
    sizeCalculation: ({ bytes }) => Math.max(bytes.length, 1),
    ttl: MINUTES * 60_000,
    // Files hold secrets: they go when their time is over, not when somebody asks for them next.
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
