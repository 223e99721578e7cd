import { MASK } from '@waybill/layer-text'

export const DRAFT_KINDS = ['pack', 'helm', 'oci', 'ecr'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]
export const AUTH_TYPES = ['noAuth', 'basic', 'token'] as const
export type AuthType = (typeof AUTH_TYPES)[number]

/** A write-only secret: the stored one is kept until it is replaced. */
export interface SecretDraft {
  isKept: boolean
  value: string
}

/** A registry as edited in the form, of any kind; fields of other kinds keep what was typed. */
export interface RegistryDraft {
  kind: DraftKind
  name: string
  endpoint: string
  isPrivate: boolean
  /** For oci and ecr: the type of its artifacts. */
  providerType: 'pack' | 'helm' | 'zarf'
  basePath: string
  baseContentPath: string
  isSyncSupported: boolean
  authType: AuthType
  username: string
  password: SecretDraft
  token: SecretDraft
  hasCertificates: boolean
  ca: string
  certificate: string
  key: SecretDraft
  skipsVerification: boolean
  /** For ecr. */
  region: string
  accessKey: string
  secretKey: SecretDraft
  /** As set by API clients; the form does not show them and must not lose them. */
  labels: Record<string, string>
  annotations: Record<string, string>
}

const NO_SECRET: SecretDraft = { isKept: false, value: '' }

export const EMPTY_DRAFT: RegistryDraft = {
  kind: 'pack',
  name: '',
  endpoint: '',
  isPrivate: false,
  providerType: 'pack',
  basePath: '',
  baseContentPath: '',
  isSyncSupported: true,
  authType: 'noAuth',
  username: '',
  password: NO_SECRET,
  token: NO_SECRET,
  hasCertificates: false,
  ca: '',
  certificate: '',
  key: NO_SECRET,
  skipsVerification: false,
  region: '',
  accessKey: '',
  secretKey: NO_SECRET,
  labels: {},
  annotations: {},
}

/** A secret as read from the API: the mask if one is stored. */
export function storedSecret(answered: string): SecretDraft {
  return { isKept: answered !== '', value: '' }
}

/** A secret as sent to the API: the mask keeps the stored one. */
export function secretToSend({ isKept, value }: SecretDraft): string {
  return isKept ? MASK : value
}
