import { signIn, type ApiError } from '@waybill/api-client'
import { nextPath } from '../../shared/navigation/sign-in-path.ts'

export type SignInState =
  { kind: 'waiting' } | { kind: 'refused'; error: ApiError; email: string } | { kind: 'signed-in' }

/** Signs in and leaves for the page one came from; the new page reads the session anew. */
export async function submitSignIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = fieldOf(form, 'email').trim()
  const result = await signIn({ baseUrl: '' }, { email, password: fieldOf(form, 'password') })
  if (!result.ok) return { kind: 'refused', error: result.error, email }
  window.location.assign(nextPath(window.location.search))
  return { kind: 'signed-in' }
}

function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
