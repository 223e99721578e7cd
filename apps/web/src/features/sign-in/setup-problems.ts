import type { ApiError } from '@waybill/api-client'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

export interface SetupDraft {
  code: string
  tenantName: string
  email: string
  password: string
  repeated: string
}
export type SetupField = keyof SetupDraft
export type SetupProblems = Readonly<Partial<Record<SetupField, string>>>

const SHORTEST_PASSWORD = 12

/** Problems found before anything is sent. */
export function setupProblems({ code, tenantName, email, password, repeated }: SetupDraft): SetupProblems {
  const problems: [SetupField, string][] = [
    ['code', code.trim() === '' ? 'Enter the code from the file setup-code of the server’s data directory.' : ''],
    ['tenantName', tenantName.trim() === '' ? 'Give the tenant a name.' : ''],
    ['email', /^\S+@\S+\.\S+$/.test(email.trim()) ? '' : 'Enter an e-mail address.'],
    ['password', password.length < SHORTEST_PASSWORD ? `Use at least ${SHORTEST_PASSWORD} characters.` : ''],
    ['repeated', repeated === password ? '' : 'The passwords do not match.'],
  ]
  return Object.fromEntries(problems.filter(([, problem]) => problem !== ''))
}

const FIELD_OF_CODE: Readonly<Record<string, SetupField>> = {
  SetupCodeWrong: 'code',
  TenantExists: 'tenantName',
  PasswordGuessable: 'password',
}

/** Assigns a server's refusal to its field, or to the form as a whole. */
export function setupRefusal(error: ApiError): { fields: SetupProblems; form: string } {
  if (error.kind === 'refusal') {
    const field = FIELD_OF_CODE[error.code]
    if (field) return { fields: { [field]: error.message }, form: '' }
    const fields: SetupProblems = Object.fromEntries(
      error.details
        .map(({ path, message }) => [path.split('.').at(-1) ?? '', message] as const)
        .filter(([name]) => ['code', 'tenantName', 'email', 'password'].includes(name)),
    )
    if (Object.keys(fields).length > 0) return { fields, form: '' }
  }
  return { fields: {}, form: failureLine(error) }
}
