import { api, type ApiError } from '@waybill/api-client'
import { nextPath } from '../../shared/navigation/sign-in-path.ts'

export type SignInState =
  | { kind: 'waiting'; email: string }
  | { kind: 'refused'; error: ApiError; email: string }
  /** E-mail and password are correct in each of these tenants. */
  | { kind: 'choosing'; tenants: readonly string[]; email: string; password: string }
  | { kind: 'signed-in' }

/** Signs in and opens the original page, which loads the new session. */
export async function submitSignIn(before: SignInState, form: FormData): Promise<SignInState> {
  if (before.kind === 'choosing' && !form.has('tenant')) return { kind: 'waiting', email: before.email }
  const { email, password, tenant } =
    before.kind === 'choosing' ? { ...before, tenant: fieldOf(form, 'tenant') } : typed(form)
  const result = await api.session.signIn(
    { baseUrl: '' },
    { body: { email, password, ...(tenant !== '' && { tenant }) } },
  )
  if (!result.ok) {
    const tenants = tenantsOf(result.error)
    return tenants.length > 0
      ? { kind: 'choosing', tenants, email, password }
      : { kind: 'refused', error: result.error, email }
  }
  window.location.assign(nextPath(window.location.search))
  return { kind: 'signed-in' }
}

const typed = (form: FormData) => ({
  email: fieldOf(form, 'email').trim(),
  password: fieldOf(form, 'password'),
  tenant: '',
})

/** The tenants that e-mail and password are valid for, if the server asks which to use. */
const tenantsOf = (error: ApiError): string[] =>
  error.kind === 'refusal' && error.code === 'TenantNeeded'
    ? error.details.flatMap(({ params }) => (typeof params['tenant'] === 'string' ? [params['tenant']] : []))
    : []

export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
