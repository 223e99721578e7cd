import { api } from '@waybill/api-client'
import { ANONYMOUS } from '../http/connection.ts'
import { carryOutWaiting, showToast } from '../ui/messages/toast-store.ts'

/** Carries out deletions that wait, which need the session; then ends it, and leaves for the sign-in page. */
export async function signOut(): Promise<void> {
  if (!(await carryOutWaiting()))
    return showToast({ kind: 'info', title: 'You are still signed in, because not everything was deleted.' })
  const result = await api.session.signOut(ANONYMOUS)
  if (result.ok || (result.error.kind === 'refusal' && result.error.status === 401)) window.location.assign('/login')
  else showToast({ kind: 'danger', title: 'You are still signed in: the server did not answer. Try again.' })
}
