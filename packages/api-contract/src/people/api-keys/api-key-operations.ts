import type { Operations } from '../../operation/operation.ts'
import { calledByClients, documentedOnly } from '../../operation/palette.ts'
import { noContent } from '../../operation/success.ts'
import { uidParams } from '../../shapes/uid.ts'
import {
  apiKeyInputSchema,
  apiKeySchema,
  apiKeysSchema,
  consoleApiKeysQuerySchema,
  consoleApiKeysSchema,
  apiKeyStateSchema,
  apiKeyUpdateSchema,
  createdApiKeySchema,
} from './api-keys.ts'

/** Every user can have keys; permissions in the tenant decide whose keys they see and change. */
const ofAnybody = { tag: 'api-keys', access: 'signed-in', scope: 'tenant' } as const
const collection = { ...ofAnybody, path: '/v1/apiKeys' } as const
const item = { ...ofAnybody, path: '/v1/apiKeys/{uid}', params: uidParams } as const
const setState = {
  summary: 'Switches an API key off, so that it is refused, or on again',
  body: apiKeyStateSchema,
  success: noContent,
} as const

/** API keys, each of which acts as a user. */
export const apiKeyOperations = {
  list: {
    ...collection,
    method: 'GET',
    palette: calledByClients('v1ApiKeysList'),
    summary: 'API keys of the caller, of the whole tenant for its administrators. Never the keys themselves',
    success: { 200: apiKeysSchema },
  },
  /** Refusal: `ApiKeyExists`, `InvalidRequest` for an expiry in the past. */
  create: {
    ...collection,
    method: 'POST',
    palette: calledByClients('v1ApiKeysCreate'),
    summary: 'Makes an API key and shows it this once',
    body: apiKeyInputSchema,
    success: { 201: createdApiKeySchema },
  },
  get: {
    ...item,
    method: 'GET',
    palette: documentedOnly('v1ApiKeysUidGet'),
    summary: 'An API key. Never the key itself',
    success: { 200: apiKeySchema },
  },
  delete: {
    ...item,
    method: 'DELETE',
    palette: calledByClients('v1ApiKeysUidDelete'),
    summary: 'Deletes an API key: it is refused from now on',
    success: noContent,
  },
  update: {
    ...item,
    method: 'PUT',
    palette: documentedOnly('v1ApiKeysUidUpdate'),
    summary: 'Changes name, labels, annotations and expiry of an API key; absent fields stay unchanged',
    body: apiKeyUpdateSchema,
    success: noContent,
  },
  patchState: { ...item, ...setState, method: 'PATCH', palette: documentedOnly('v1ApiKeysUidActiveState') },
  putState: {
    ...item,
    ...setState,
    method: 'PUT',
    path: '/v1/apiKeys/{uid}/state',
    palette: documentedOnly('v1ApiKeysUidState'),
  },
  listInConsole: {
    ...ofAnybody,
    method: 'GET',
    path: '/v1/console/apikeys',
    tag: 'console',
    summary: 'API keys with owner, state, expiry and last use, by name; a page of them. Never the keys themselves',
    query: consoleApiKeysQuerySchema,
    success: { 200: consoleApiKeysSchema },
  },
} as const satisfies Operations
