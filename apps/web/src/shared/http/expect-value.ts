import type { ApiError, Result } from '@waybill/api-client'
import { redirectDocument } from 'react-router'
import { signInPath } from '../navigation/sign-in-path.ts'

/** What a loader throws when the server refused or did not answer; the route's error page shows it. */
export class PageFailure extends Error {
  readonly error: ApiError

  constructor(error: ApiError) {
    super(error.kind === 'network' ? 'The server did not answer' : error.code)
    this.error = error
  }
}

/** What a loader throws when the scope's roles do not hold the permission that the page needs. */
export class PermissionMissing extends Error {
  readonly permission: string

  constructor(permission: string) {
    super(`The permission ${permission} is missing`)
    this.permission = permission
  }
}

/**
 * For loaders and actions: the value, or the right way out. An ended session leads to the sign-in page and from there to
 * where `request` was going.
 * @throws {PageFailure} for every other error
 */
export function expectValue<T>(result: Result<T>, request: Request): T {
  if (result.ok) return result.value
  if (isSignedOut(result.error)) throw redirectDocument(signInPath(pathOf(new URL(request.url))))
  throw new PageFailure(result.error)
}

/** For requests outside loaders (dialogs, the wizard): leaves for the sign-in page when the session has ended. */
export function leaveIfSignedOut(error: ApiError): void {
  if (isSignedOut(error)) window.location.assign(signInPath(pathOf(window.location)))
}

function isSignedOut(error: ApiError): boolean {
  return error.kind === 'refusal' && error.status === 401
}

function pathOf({ pathname, search }: { pathname: string; search: string }): string {
  return pathname + search
}
