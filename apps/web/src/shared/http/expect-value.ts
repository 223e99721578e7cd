import type { ApiError, Result } from '@waybill/api-client'

/** Thrown by loaders if the server refused or did not answer; the route's error page shows it. */
export class PageFailure extends Error {
  readonly error: ApiError

  constructor(error: ApiError) {
    super(error.kind === 'network' ? 'The server did not answer' : error.code)
    this.error = error
  }
}

/** Thrown by loaders if the user's roles in the scope lack the permission that the page needs. */
export class PermissionMissing extends Error {
  readonly permission: string

  constructor(permission: string) {
    super(`The permission ${permission} is missing`)
    this.permission = permission
  }
}

/**
 * For loaders and actions: the value.
 * @throws {PageFailure} for every error
 */
export function expectValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new PageFailure(result.error)
}
