import type { FixtureTenant } from './fixtures.ts'
import { as, type TestApp } from './test-app.ts'

interface Sender {
  /** The administrator of the tenant Stage unless said otherwise. */
  caller?: (stage: FixtureTenant) => Record<string, string>
  /** What all its addresses begin with. */
  below?: string
}

const tenantAdmin = ({ users }: FixtureTenant) => as(users.tenantAdmin)

type Sent = [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object | string,
  headers?: Record<string, string>,
]

/** Sends requests of one caller, or with the headers that a request names; a text is taken for JSON unless they say otherwise. */
export const sender =
  (test: () => TestApp, { caller = tenantAdmin, below = '' }: Sender = {}) =>
  (...[method, url, payload, headers = caller(test().fixtures.stage)]: Sent) =>
    test().app.inject({
      method,
      url: below + url,
      headers: { ...(typeof payload === 'string' && { 'content-type': 'application/json' }), ...headers },
      ...(payload !== undefined && { payload }),
    })
