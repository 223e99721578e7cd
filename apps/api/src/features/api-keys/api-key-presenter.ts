import type { ApiKeyBody } from '@waybill/api-contract'
import { presentMeta } from '../../platform/http/lists/object-meta.ts'
import type { StoredApiKey } from './api-key-repository.ts'

export const toApiKey = (key: StoredApiKey): ApiKeyBody => ({
  metadata: presentMeta(key),
  spec: { ...(key.expiresAt && { expiry: key.expiresAt.toISOString() }), user: key.user },
  status: { isActive: key.revokedAt === null, ...(key.lastUsedAt && { lastUsedAt: key.lastUsedAt.toISOString() }) },
})
