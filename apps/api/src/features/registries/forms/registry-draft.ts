import { MASK } from '@waybill/layer-text'
import { AppError } from '../../../platform/errors/app-error.ts'
import { fieldProblem } from '../../../platform/errors/field-errors.ts'
import { addressOf, SECRET_FIELDS, type RegistryCredentials } from '../../registry-connection/index.ts'

/** The four forms in which Palette's operations read and write registries. */
export type RegistryFormName = 'pack' | 'helm' | 'basic' | 'ecr'

/** A complete registry, to be created or to replace another. */
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
  /** A secret that is the mask stands for the stored one. */
  credentials: RegistryCredentials
}

/** How a registry is currently opened, in clear. */
export interface StoredAccess {
  kind: string
  endpoint: string
  credentials: RegistryCredentials
}

/** The field of each secret in a request, for reporting that it must be entered again. */
const PLACES: Readonly<Record<(typeof SECRET_FIELDS)[number], string>> = {
  password: 'spec.auth.password',
  token: 'spec.auth.token',
  key: 'tls.key',
  secretKey: 'spec.credentials.secretKey',
}

/**
 * Replaces masks by the stored secrets if the endpoint's origin is unchanged. Otherwise somebody who may change an
 * address could learn a secret by having it sent to their own server.
 * @throws AppError RegistryCredentialsNeeded if a mask stands for no secret that may be sent there
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
