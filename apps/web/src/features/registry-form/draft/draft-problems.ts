import type { ApiError } from '@waybill/api-client'
import { LIMITS } from '@waybill/profile-format'
import { forbiddenText } from '../../../shared/registries/connection-outcome.ts'
import type { RegistryDraft, SecretDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'

export type FieldName =
  | 'name'
  | 'endpoint'
  | 'basePath'
  | 'baseContentPath'
  | 'username'
  | 'password'
  | 'token'
  | 'ca'
  | 'certificate'
  | 'key'
  | 'region'
  | 'accessKey'
  | 'secretKey'

/** Problems by field. */
export type DraftProblems = Readonly<Partial<Record<FieldName, string>>>

const NAME_LIMIT = LIMITS.nameCharacters

/** Problems found before anything is sent. */
export function draftProblems(draft: RegistryDraft): DraftProblems {
  const problems: [FieldName, string][] = [
    ['name', nameProblem(draft.name)],
    ['endpoint', endpointProblem(draft)],
    ...credentialProblems(draft),
    ...certificateProblems(draft),
  ]
  return Object.fromEntries(problems.filter(([, problem]) => problem !== ''))
}

function nameProblem(name: string): string {
  if (name.trim() === '') return 'Give it a name.'
  return name.length > NAME_LIMIT ? `A name has at most ${NAME_LIMIT} characters.` : ''
}

function endpointProblem({ kind, endpoint }: RegistryDraft): string {
  if (endpoint.trim() === '') return 'Enter the address of the registry.'
  if (kind === 'pack' && endpoint.startsWith('file:///')) return ''
  const isBareHost = (kind === 'oci' || kind === 'ecr') && !endpoint.includes('://')
  const url = URL.parse(isBareHost ? `https://${endpoint}` : endpoint)
  if (url === null || !/^https?:$/.test(url.protocol)) return 'Enter an address that starts with https:// or http://.'
  return url.username === '' && url.password === '' ? '' : 'Enter the user name and password below, not in the address.'
}

const isGiven = ({ isKept, value }: SecretDraft) => isKept || value !== ''

function credentialProblems(draft: RegistryDraft): [FieldName, string][] {
  if (draft.kind === 'ecr') {
    return [
      ['region', draft.accessKey !== '' && draft.region === '' ? 'Enter the region, such as eu-west-1.' : ''],
      [
        'accessKey',
        draft.accessKey === '' && isGiven(draft.secretKey)
          ? 'Enter the access key that belongs to the secret key.'
          : '',
      ],
      ['secretKey', draft.accessKey !== '' && !isGiven(draft.secretKey) ? 'Enter the secret key.' : ''],
    ]
  }
  if (draft.authType === 'basic') {
    return [
      ['username', draft.username === '' ? 'Enter the user name.' : ''],
      ['password', isGiven(draft.password) ? '' : 'Enter the password.'],
    ]
  }
  return draft.authType === 'token' ? [['token', isGiven(draft.token) ? '' : 'Enter the token.']] : []
}

const isPem = (text: string) => text === '' || text.trimStart().startsWith('-----BEGIN ')
const PEM_HINT = 'Paste it as PEM text: it starts with -----BEGIN.'

function certificateProblems({ hasCertificates, ca, certificate, key }: RegistryDraft): [FieldName, string][] {
  if (!hasCertificates) return []
  const hasKey = isGiven(key)
  return [
    ['ca', isPem(ca) ? '' : PEM_HINT],
    [
      'certificate',
      !isPem(certificate)
        ? PEM_HINT
        : certificate === '' && hasKey
          ? 'Enter the certificate that belongs to the key.'
          : '',
    ],
    [
      'key',
      !isPem(key.value)
        ? PEM_HINT
        : certificate !== '' && !hasKey
          ? 'Enter the key that belongs to the certificate.'
          : '',
    ],
  ]
}

export interface Refusal {
  fields: DraftProblems
  /** A problem that belongs to no field; empty if a field shows it. */
  form: string
}

/** The last part of a path in the request, and the field that it is edited in. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  name: 'name',
  endpoint: 'endpoint',
  basePath: 'basePath',
  baseContentPath: 'baseContentPath',
  username: 'username',
  password: 'password',
  token: 'token',
  ca: 'ca',
  certificate: 'certificate',
  key: 'key',
  defaultRegion: 'region',
  accessKey: 'accessKey',
  secretKey: 'secretKey',
}

/** Assigns a server's refusal to its field. */
export function refusalOf(error: ApiError, draft: RegistryDraft): Refusal {
  if (error.kind === 'refusal') {
    const { code, message } = error
    if (code === 'RegistryExists') return { fields: { name: `${message} Choose another name.` }, form: '' }
    if (code === 'RegistryReadOnly') return { fields: { name: message }, form: '' }
    if (code === 'ForbiddenUrl') return { fields: { endpoint: forbiddenText(draft.endpoint) }, form: '' }
    const fields: DraftProblems = Object.fromEntries(
      error.details.flatMap(({ path, message: said }): [FieldName, string][] => {
        const field = FIELDS[path.split('.').at(-1) ?? '']
        return field ? [[field, said]] : []
      }),
    )
    if (Object.keys(fields).length > 0) return { fields, form: '' }
  }
  return { fields: {}, form: failureLine(error) }
}
