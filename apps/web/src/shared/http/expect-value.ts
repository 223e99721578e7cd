import type { ApiError, Result } from '@waybill/api-client'

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
 * For loaders and actions: the value.
 * @throws {PageFailure} for every error
 */
export function expectValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new PageFailure(result.error)
}
