import { MASK } from '@waybill/layer-text'
import { AppError } from '../../../platform/errors/app-error.ts'
import { addressOf, SECRET_FIELDS, type RegistryCredentials } from '../../registry-connection/index.ts'

/** The four forms that Palette's operations read and write registries in. */
export type RegistryFormName = 'pack' | 'helm' | 'basic' | 'ecr'

/** A registry as somebody wants it: all of it, for making one and for replacing one. */
export interface RegistryDraft {
  name: string
  labels: Readonly<Record<string, string>>
  annotations: Readonly<Record<string, string>>
  kind: 'pack' | 'helm' | 'oci'
  ociType: '' | 'basic' | 'ecr'
  providerType: '' | 'helm' | 'pack' | 'zarf'
  endpoint: string
  basePath: string
  baseContentPath: string
  defaultRegion: string
  authType: string
  isPrivate: boolean
  isSyncSupported: boolean
  /** A secret that is the mask stands for what is stored. */
  credentials: RegistryCredentials
}

/** What a registry is opened with now, in clear. */
export interface StoredAccess {
  kind: string
  endpoint: string
  credentials: RegistryCredentials
}

/** Where each secret stands in a request, for who must enter it again. */
const PLACES: Readonly<Record<(typeof SECRET_FIELDS)[number], string>> = {
  password: 'spec.auth.password',
  token: 'spec.auth.token',
  key: 'tls.key',
  secretKey: 'spec.credentials.secretKey',
}

/**
 * The credentials that a draft is to be opened with: masks give way to what is stored, as long as the endpoint has the same
 * origin. Whoever may change an address must not learn a secret by having it sent to another one.
 *
 * @throws AppError RegistryCredentialsNeeded where a mask stands for nothing that may be sent there.
 */
export function settleCredentials(draft: RegistryDraft, stored: StoredAccess | undefined): RegistryCredentials {
  const kept = stored && originOf(stored) === originOf(draft) ? stored.credentials : undefined
  const settled = { ...draft.credentials }
  for (const field of SECRET_FIELDS) {
    if (settled[field] !== MASK) continue
    const secret = kept?.[field] ?? ''
    if (secret === '') throw new AppError('RegistryCredentialsNeeded', { details: [fieldProblem(PLACES[field])] })
    settled[field] = secret
  }
  return settled
}

function originOf(registry: { kind: string; endpoint: string }): string {
  const url = URL.parse(addressOf(registry))
  return url ? `${url.protocol}//${url.host}` : ''
}

/** A field of the request that is the matter, in the shape of problems. */
export const fieldProblem = (path: string) => ({
  code: 'InvalidValue',
  severity: 'error' as const,
  group: 'values',
  path,
  params: {},
  message: `The field ${path} does not have an allowed value.`,
})
