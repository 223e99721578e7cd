import type {
  BasicOciRegistryInput,
  EcrRegistryInput,
  HelmRegistryInput,
  PackRegistryInput,
} from '@waybill/api-contract'
import { type RegistryDraft, secretToSend } from './registry-draft.ts'

/** `registryUid` is the registry whose stored secrets are to be used, if any. */
interface SpecOptions {
  registryUid: string
}

export function packSpec(draft: RegistryDraft, { registryUid }: SpecOptions): PackRegistryInput['spec'] {
  const { name, endpoint, isPrivate } = draft
  return { name, endpoint, private: isPrivate, auth: authOf(draft), registryUid, scope: 'tenant' }
}

export function helmSpec(draft: RegistryDraft, { registryUid }: SpecOptions): HelmRegistryInput['spec'] {
  const { name, endpoint, isPrivate } = draft
  return { name, endpoint, isPrivate, auth: authOf(draft), registryUid, scope: 'tenant' }
}

export function ociSpec(draft: RegistryDraft, options: SpecOptions): BasicOciRegistryInput['spec'] {
  return { ...ociFields(draft, options), basePath: draft.basePath, auth: authOf(draft) }
}

export function ecrSpec(draft: RegistryDraft, options: SpecOptions): EcrRegistryInput['spec'] {
  return {
    ...ociFields(draft, options),
    isPrivate: draft.isPrivate,
    defaultRegion: draft.region,
    credentials: {
      credentialType: 'secret',
      accessKey: draft.accessKey,
      secretKey: secretToSend(draft.secretKey),
    },
    tls: tlsOf(draft),
  }
}

export function metadataOf({ name, labels, annotations }: RegistryDraft): PackRegistryInput['metadata'] {
  return { name, labels, annotations }
}

function ociFields(draft: RegistryDraft, { registryUid }: SpecOptions) {
  const { endpoint, providerType, baseContentPath, isSyncSupported } = draft
  return { endpoint, providerType, baseContentPath, isSyncSupported, registryUid, scope: 'tenant' }
}

/** Secrets of other authentication types are not sent, so that unused secrets are not stored. */
function authOf(draft: RegistryDraft): NonNullable<PackRegistryInput['spec']['auth']> {
  const { authType } = draft
  return {
    type: authType,
    username: authType === 'basic' ? draft.username : '',
    password: authType === 'basic' ? secretToSend(draft.password) : '',
    token: authType === 'token' ? secretToSend(draft.token) : '',
    tls: tlsOf(draft),
  }
}

function tlsOf(draft: RegistryDraft) {
  if (!draft.hasCertificates) return { enabled: false, ca: '', certificate: '', key: '', insecureSkipVerify: false }
  const { ca, certificate, key, skipsVerification } = draft
  return { enabled: true, ca, certificate, key: secretToSend(key), insecureSkipVerify: skipsVerification }
}
