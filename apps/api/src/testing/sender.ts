import type { FixtureTenant } from './fixtures.ts'
import { as, type TestApp } from './test-app.ts'

interface Sender {
  /** By default the administrator of the tenant Stage. */
  caller?: (stage: FixtureTenant) => Record<string, string>
  /** Prefix of all its URLs. */
  below?: string
}

const tenantAdmin = ({ users }: FixtureTenant) => as(users.tenantAdmin)

type Sent = [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object | string,
  headers?: Record<string, string>,
]

/** Sends requests as one caller, or with a request's own headers; a text body is JSON unless they say otherwise. */
export const sender =
  (test: () => TestApp, { caller = tenantAdmin, below = '' }: Sender = {}) =>
  (...[method, url, payload, headers = caller(test().fixtures.stage)]: Sent) =>
    test().app.inject({
      method,
      url: below + url,
      headers: { ...(typeof payload === 'string' && { 'content-type': 'application/json' }), ...headers },
      ...(payload !== undefined && { payload }),
    })
