import type { FastifyInstance } from 'fastify'
import type { Access } from '@waybill/api-contract'
import { isPublic } from '../access/access.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The OpenAPI request body of a route that parses its own body. */
    requestBody?: Readonly<Record<string, unknown>>
  }
}

/** What a route's configuration adds to its schemas. */
export interface DocumentedRoute {
  access: Access
  /** Whether the request's project decides which scope it acts in. */
  isScoped: boolean
  requestBody?: Readonly<Record<string, unknown>> | undefined
}

export const routeKey = (method: string, path: string): string => `${method.toUpperCase()} ${path}`

/** Collects all routes added from now on, by method and OpenAPI path. */
export function noteRoutes(app: FastifyInstance): ReadonlyMap<string, DocumentedRoute> {
  const routes = new Map<string, DocumentedRoute>()
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) return
    const { access, scope, requestBody } = config
    const path = url.replaceAll(/:(\w+)/g, '{$1}')
    const isScoped = !isPublic(access) && (scope === undefined || scope === 'header-project')
    const route = { access, isScoped, requestBody }
    for (const name of [method].flat()) routes.set(routeKey(name, path), route)
  })
  return routes
}
