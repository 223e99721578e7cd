import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Access } from '@waybill/api-contract'
import type { FastifyInstance, HTTPMethods, RouteOptions } from 'fastify'

export interface RegisteredRoute {
  /** Such as `GET /v1/things/:uid`. */
  name: string
  method: HTTPMethods
  path: string
  access: Access | undefined
}

/** The channel where every Fastify app announces its creation, before anything is registered. */
const MADE = 'fastify.initialization'
const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Builds an app and returns all of its routes, including those missing in the OpenAPI document. */
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

/** @returns such as `['uid', 'packName']` */
export const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
