import { AppError } from '../../../platform/errors/app-error.ts'
import { fieldProblem } from '../../../platform/errors/field-errors.ts'
import { NO_CREDENTIALS, type RegistryCredentials } from '../../registry-connection/index.ts'
import type { RegistryDraft, RegistryFormName } from './registry-draft.ts'

type Maybe<T> = T | null | undefined
type Labels = Maybe<Record<string, string>>

interface TlsInput {
  enabled?: Maybe<boolean>
  ca?: Maybe<string>
  certificate?: Maybe<string>
  key?: Maybe<string>
  insecureSkipVerify?: Maybe<boolean>
}

interface AuthInput {
  type?: Maybe<string>
  username?: Maybe<string>
  password?: Maybe<string>
  token?: Maybe<string>
  tls?: Maybe<TlsInput>
}

interface AwsInput {
  credentialType?: Maybe<string>
  accessKey?: Maybe<string>
  secretKey?: Maybe<string>
}

/** The specs of all forms in one: Go clients omit empty fields and send null for empty lists. */
export interface RegistrySpecInput {
  endpoint: string
  auth?: Maybe<AuthInput>
  private?: Maybe<boolean>
  isPrivate?: Maybe<boolean>
  basePath?: Maybe<string>
  baseContentPath?: Maybe<string>
  providerType?: Maybe<'helm' | 'pack' | 'zarf'>
  isSyncSupported?: Maybe<boolean>
  defaultRegion?: Maybe<string>
  credentials?: Maybe<AwsInput>
  tls?: Maybe<TlsInput>
  registryUid?: Maybe<string>
  createOption?: Maybe<{ skipSync?: Maybe<boolean> }>
}

export interface RegistryInput {
  metadata: { name: string; labels?: Labels; annotations?: Labels }
  spec: RegistrySpecInput
}

/** Only the Helm form has it; the others use the query. */
export const isSyncSkipped = ({ createOption }: RegistrySpecInput): boolean => createOption?.skipSync === true

/**
 * @throws AppError NotSupported for features of Palette that do not exist here, InvalidRequest for contradictory fields
 */
export function readDraft(form: RegistryFormName, { metadata, spec }: RegistryInput): RegistryDraft {
  const { scope: _scope, ...annotations } = metadata.annotations ?? {}
  const common = {
    name: metadata.name.trim(),
    labels: metadata.labels ?? {},
    annotations,
    endpoint: spec.endpoint.trim(),
    basePath: spec.basePath ?? '',
    baseContentPath: spec.baseContentPath ?? '',
    defaultRegion: spec.defaultRegion ?? '',
    authType: spec.auth?.type ?? 'noAuth',
    credentials: readCredentials(spec),
  }
  if (common.name === '') throw new AppError('InvalidRequest', { details: [fieldProblem('metadata.name')] })
  if (form === 'pack' || form === 'helm') {
    const isPrivate = spec.private ?? spec.isPrivate ?? false
    return { ...common, kind: form, ociType: '', providerType: '', isPrivate, isSyncSupported: true }
  }
  return { ...common, kind: 'oci', ociType: form, ...readOci(form, spec) }
}

function readOci(form: 'basic' | 'ecr', spec: RegistrySpecInput) {
  const providerType = spec.providerType ?? 'helm'
  const isSyncSupported = spec.isSyncSupported ?? providerType === 'pack'
  if (providerType === 'zarf' && form === 'ecr') {
    throw new AppError('InvalidRequest', { details: [fieldProblem('spec.providerType')] })
  }
  if (form === 'basic') {
    const isPrivate = (spec.auth?.type ?? 'noAuth') !== 'noAuth'
    return { providerType, isSyncSupported, isPrivate }
  }
  const authType = spec.credentials?.credentialType ?? 'secret'
  if (authType !== 'secret') {
    throw new AppError('NotSupported', { details: [fieldProblem('spec.credentials.credentialType')] })
  }
  return { providerType, isSyncSupported, isPrivate: spec.isPrivate ?? false, authType }
}

function readCredentials({ auth, tls = auth?.tls, credentials }: RegistrySpecInput): RegistryCredentials {
  return {
    ...NO_CREDENTIALS,
    username: auth?.username ?? '',
    password: auth?.password ?? '',
    token: auth?.token ?? '',
    tlsEnabled: tls?.enabled ?? false,
    ca: tls?.ca ?? '',
    certificate: tls?.certificate ?? '',
    key: tls?.key ?? '',
    insecureSkipVerify: tls?.insecureSkipVerify ?? false,
    accessKey: credentials?.accessKey ?? '',
    secretKey: credentials?.secretKey ?? '',
  }
}
