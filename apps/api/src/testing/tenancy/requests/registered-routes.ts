import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Access } from '@waybill/api-contract'
import type { FastifyInstance, HTTPMethods, RouteOptions } from 'fastify'

export interface RegisteredRoute {
  /** e.g. `GET /v1/things/:uid`. */
  name: string
  method: HTTPMethods
  path: string
  access: Access | undefined
}

/** Where every Fastify app says that it was made, before anything is registered in it. */
const MADE = 'fastify.initialization'
const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Builds an app and says which routes it has: all of them, whatever its OpenAPI document tells. */
export async function withRoutes<Built>(build: () => Promise<Built>) {
  const registered: RouteOptions[] = []
  const watch = (message: unknown) => {
    if (hasApp(message)) message.fastify.addHook('onRoute', (route: RouteOptions) => void registered.push(route))
  }
  subscribe(MADE, watch)
  try {
    return { built: await build(), routes: registered.flatMap(routesOf) }
  } finally {
    unsubscribe(MADE, watch)
  }
}

const hasApp = (message: unknown): message is { fastify: FastifyInstance } =>
  typeof message === 'object' && message !== null && 'fastify' in message

function routesOf({ method, url, config }: RouteOptions): RegisteredRoute[] {
  return METHODS.filter((known) => [method].flat().includes(known)).map((known) => ({
    name: `${known} ${url}`,
    method: known,
    path: url,
    access: config?.access,
  }))
}

/** @returns e.g. `['uid', 'packName']`. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
