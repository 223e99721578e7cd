import type { ApiError } from '@waybill/api-client'

/** An error in words: a title, a sentence, and the reference number if the server gave one. */
export function failureText(error: ApiError): { title: string; body: string; ref: string } {
  if (error.kind === 'network') {
    return { title: 'The server does not answer', body: 'Check the connection, then try again.', ref: '' }
  }
  if (isSessionOver(error)) {
    return { title: 'Your session has ended', body: 'Sign in again to go on.', ref: '' }
  }
  return { title: `The server answered with an error (${error.status})`, body: error.message, ref: error.ref }
}

/** Whether signing in again would help; a wrong password is a different refusal. */
export function isSessionOver(error: ApiError): boolean {
  return error.kind === 'refusal' && (error.code === 'Unauthenticated' || error.code === 'SessionChanged')
}

/** The same in one line, for toasts and alerts. Problems that the user can fix need no reference number. */
export function failureLine(error: ApiError): string {
  const { title, body, ref } = failureText(error)
  const said = error.kind === 'network' ? `${title}. ${body}` : body
  const isTheirs = error.kind === 'refusal' && error.status < 500 && error.code !== 'Unknown'
  return ref === '' || isTheirs ? said : `${said} Reference: ${ref}`
}
