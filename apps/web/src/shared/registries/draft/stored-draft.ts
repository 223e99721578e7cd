import type { BasicOciRegistryBody, EcrRegistryBody, HelmRegistryBody, PackRegistryBody } from '@waybill/api-contract'
import { AUTH_TYPES, EMPTY_DRAFT, type RegistryDraft, storedSecret } from './registry-draft.ts'

/** Registries from the API as drafts to edit. */
export function packDraft({ metadata, spec }: PackRegistryBody): RegistryDraft {
  return { ...nameOf(metadata), ...authOf(spec.auth), kind: 'pack', endpoint: spec.endpoint, isPrivate: spec.private }
}

export function helmDraft({ metadata, spec }: HelmRegistryBody): RegistryDraft {
  return { ...nameOf(metadata), ...authOf(spec.auth), kind: 'helm', endpoint: spec.endpoint, isPrivate: spec.isPrivate }
}

export function ociDraft({ metadata, spec }: BasicOciRegistryBody): RegistryDraft {
  return { ...nameOf(metadata), ...authOf(spec.auth), ...ociOf(spec), kind: 'oci', basePath: spec.basePath }
}

export function ecrDraft({ metadata, spec }: EcrRegistryBody): RegistryDraft {
  return {
    ...nameOf(metadata),
    ...tlsOf(spec.tls),
    ...ociOf(spec),
    kind: 'ecr',
    isPrivate: spec.isPrivate,
    region: spec.defaultRegion,
    accessKey: spec.credentials.accessKey,
    secretKey: storedSecret(spec.credentials.secretKey),
  }
}

function nameOf({ name, labels, annotations }: PackRegistryBody['metadata']): RegistryDraft {
  return { ...EMPTY_DRAFT, name, labels, annotations }
}

type OciDraft = Pick<RegistryDraft, 'endpoint' | 'baseContentPath' | 'isSyncSupported' | 'providerType'>

function ociOf(spec: BasicOciRegistryBody['spec'] | EcrRegistryBody['spec']): OciDraft {
  const { endpoint, baseContentPath, isSyncSupported } = spec
  const providerType = (['helm', 'zarf'] as const).find((known) => known === spec.providerType) ?? 'pack'
  return { endpoint, baseContentPath, isSyncSupported, providerType }
}

type AnsweredAuth = PackRegistryBody['spec']['auth']

function authOf(auth: AnsweredAuth) {
  return {
    authType: AUTH_TYPES.find((known) => known === auth.type) ?? 'noAuth',
    username: auth.username,
    password: storedSecret(auth.password),
    token: storedSecret(auth.token),
    ...tlsOf(auth.tls),
  }
}

function tlsOf({ enabled, ca, certificate, key, insecureSkipVerify }: AnsweredAuth['tls']) {
  return {
    hasCertificates: enabled,
    ca,
    certificate,
    key: storedSecret(key),
    skipsVerification: insecureSkipVerify,
  }
}
