import type { OpenApi } from '../../openapi/describe-requests.ts'
import { ownInputs, type Endpoints, type OwnInput } from './own-inputs.ts'
import { kindOfParameter } from './path-parameters.ts'
import type { Kind, Things } from '../world/places.ts'
import { referencesIn } from './reference-fields.ts'
import { parametersOf, type RegisteredRoute } from './registered-routes.ts'
import { withField } from './with-field.ts'

/** A place in a route's requests that names a thing. */
export interface Slot {
  /** `:uid` in the path, `?userUid`, `.spec.userUid` in the body, or the header `ProjectUid`. */
  at: string
  kind: Kind
}

/** A route with everything that the matrix knows about it. */
export interface MatrixRoute extends RegisteredRoute {
  slots: readonly Slot[]
  /** False for a route that always refuses. */
  canSucceed: boolean
}

export interface MatrixRequest {
  method: RegisteredRoute['method']
  path: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: unknown
}

const PROJECT_HEADER: Slot = { at: 'ProjectUid', kind: 'project' }

/** A path segment that names nothing; an empty one would be another path. */
const NOBODYS = '0'.repeat(24)

/** The requests of the matrix for each route. */
export function createRequests(openApi: OpenApi, endpoints: Endpoints) {
  return {
    describe: (route: RegisteredRoute): MatrixRoute => {
      const operation = openApi.find(route.method === 'HEAD' ? 'GET' : route.method, route.path)
      const query = (operation?.query ?? []).map((name) => `?${name}`)
      const references = referencesIn(route.path, [...query, ...(operation?.fields ?? [])])
      const slots = [
        ...parametersOf(route.path).map((name) => ({ at: `:${name}`, kind: kindOfParameter(route.path, name) })),
        ...references.map(({ field, kind }) => ({ at: field, kind })),
        PROJECT_HEADER,
      ]
      return {
        ...route,
        slots: slots.filter(({ kind }) => kind !== 'nothing'),
        canSucceed: operation?.canSucceed ?? true,
      }
    },

    /** A request that acts on the caller's own things. */
    own: ({ method, path, name }: RegisteredRoute, things: Things): MatrixRequest => {
      const asked = method === 'HEAD' ? 'GET' : method
      const input: OwnInput = ownInputs(things, endpoints)[name.replace(/^HEAD/, 'GET')] ?? {}
      const sample = openApi.find(asked, path)?.sample
      const body = isFields(input.body) && isObject(sample) ? { ...sample, ...input.body } : (input.body ?? sample)
      const parameters = parametersOf(path).map(
        (each) => [each, things[kindOfParameter(path, each)] || NOBODYS] as const,
      )
      return {
        method,
        path: { ...Object.fromEntries(parameters), ...input.path },
        query: input.query ?? {},
        headers: {},
        body,
      }
    },
  }
}

const isFields = (body: OwnInput['body']): body is Readonly<Record<string, unknown>> =>
  body !== undefined && !Array.isArray(body)

export const isOfBody = ({ at }: Slot): boolean => at.startsWith('.')

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The request with another thing named in one place. */
export function naming(request: MatrixRequest, { at }: Slot, value: string): MatrixRequest {
  if (at === PROJECT_HEADER.at) return { ...request, headers: { ...request.headers, projectuid: value } }
  const name = at.slice(1)
  if (at.startsWith(':')) return { ...request, path: { ...request.path, [name]: value } }
  if (!at.startsWith('?')) return { ...request, body: withField(request.body, at, value) }
  const [parameter = '', filter] = name.split(' ')
  return { ...request, query: { ...request.query, [parameter]: filter === undefined ? value : `${filter}=${value}` } }
}

/** The URL of a request to a path such as `/v1/things/:uid`. */
export function urlOf(path: string, request: MatrixRequest): string {
  const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(request.path[name] ?? ''))
  const query = new URLSearchParams(request.query).toString()
  return query === '' ? filled : `${filled}?${query}`
}
