import type { FastifyRequest } from 'fastify'
import { listVisibleMacros } from '../features/macros/macro-repository.ts'
import type { ListMacros } from '../features/profiles/resolved-values/macro-values.ts'
import type { Cipher } from '../platform/keys/cipher.ts'

/** Where profiles meet the macros that their values name. */
export const listMacrosOf =
  (cipher: Cipher) =>
  ({ tenantDb }: FastifyRequest): ListMacros =>
  async (scopeUid) =>
    (await listVisibleMacros(tenantDb, cipher, scopeUid)).map(({ name, value, scope }) => ({ name, value, scope }))
