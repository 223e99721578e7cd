import { createInPlaceReaders } from '../../archives/in-place-readers.ts'
import type { OciRegistryOptions } from '../../oci/oci-source.ts'
import type { RegistryAuth } from '../../auth/registry-auth.ts'

export const NO_AUTH: RegistryAuth = { type: 'noAuth', username: '', password: '', token: '' }

export const basicAuth = (user: { username: string; password: string }): RegistryAuth => ({
  ...NO_AUTH,
  type: 'basic',
  ...user,
})

/** Options of a registry as an administrator would enter them, with only what a test needs. */
export const ociOptions = (
  options: Pick<OciRegistryOptions, 'endpoint' | 'fetch'> & Partial<OciRegistryOptions>,
): OciRegistryOptions => ({
  basePath: '',
  baseContentPath: '',
  auth: NO_AUTH,
  readers: createInPlaceReaders(),
  ...options,
})
