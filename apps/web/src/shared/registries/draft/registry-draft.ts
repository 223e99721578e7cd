import { MASK } from '@waybill/layer-text'

export const DRAFT_KINDS = ['pack', 'helm', 'oci', 'ecr'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]
export const AUTH_TYPES = ['noAuth', 'basic', 'token'] as const
export type AuthType = (typeof AUTH_TYPES)[number]

/** A secret that can be written and never read: what is stored is kept until it is replaced. */
export interface SecretDraft {
  isKept: boolean
  value: string
}

/** A registry as its form holds it, whatever its kind; fields of other kinds keep what was typed. */
export interface RegistryDraft {
  kind: DraftKind
  name: string
  endpoint: string
  isPrivate: boolean
  /** Of oci and ecr: what its artifacts are. */
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
  /** Of ecr. */
  region: string
  accessKey: string
  secretKey: SecretDraft
  /** As clients of the API wrote them; a form that does not show them must not lose them. */
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

/** What an answer says of a secret: the mask where one is stored. */
export function storedSecret(answered: string): SecretDraft {
  return { isKept: answered !== '', value: '' }
}

/** What is sent for it: the mask keeps what is stored. */
export function secretToSend({ isKept, value }: SecretDraft): string {
  return isKept ? MASK : value
}
