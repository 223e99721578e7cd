import type { ApiKeyBody, ConsoleApiKeyBody } from '@waybill/api-contract'
import { presentMeta } from '../../platform/lists/object-meta.ts'
import type { ConsoleApiKey } from './console-api-key-repository.ts'
import type { StoredApiKey } from './api-key-repository.ts'

export const toApiKey = (key: StoredApiKey): ApiKeyBody => ({
  metadata: presentMeta(key),
  spec: { ...(key.expiresAt && { expiry: key.expiresAt.toISOString() }), user: key.user },
  status: { isActive: key.revokedAt === null, ...(key.lastUsedAt && { lastUsedAt: key.lastUsedAt.toISOString() }) },
})

export const toConsoleApiKey = (key: ConsoleApiKey): ConsoleApiKeyBody => ({
  uid: key.uid,
  name: key.name,
  owner: { uid: key.ownerUid, name: key.ownerName, email: key.ownerEmail, isActive: key.isOwnerActive },
  state: key.state,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})
