import { isPublic } from '../access/access.ts'
import type { DocumentedRoute } from './documented-routes.ts'
import type { OpenApiOperation, OpenApiParameter, OpenApiResponse } from './openapi-document.ts'
import { operationIdOf } from './operation-id.ts'
import { STATUS_CODES } from 'node:http'

/** What `{uid}` identifies, by the path segment before it. */
const THINGS: Readonly<Record<string, string>> = {
  apiKeys: 'API key',
  audits: 'audit event',
  tag: 'saved filter',
  clusterprofiles: 'profile, which is one version',
  packs: 'pack version',
  roles: 'role',
  tenants: 'tenant',
  users: 'user',
}

const PARAMETERS: Readonly<Record<string, string>> = {
  packName: 'Name of the pack',
  packUid: 'Uid of the pack version',
  manifestUid: 'Uid of the manifest',
  registryUid: 'Uid of the registry',
  registryName: 'Name of the registry',
}

const PROJECT_PARAMETER = { $ref: '#/components/parameters/ProjectUid' }

/** Completes an operation: its id, who may call it, its parameters, and its request and response bodies. */
export function describeOperation(
  { method, path, route }: { method: string; path: string; route: DocumentedRoute | undefined },
  operation: OpenApiOperation,
) {
  const parameters = operation.parameters.map((parameter) => describeParameter(parameter, path))
  const permission = typeof route?.access === 'object' ? route.access.permission : undefined
  return {
    ...operation,
    operationId: operationIdOf(method, path),
    ...(permission && { description: `Needs the permission \`${permission}\`.` }),
    parameters: route?.isScoped ? [...parameters, PROJECT_PARAMETER] : parameters,
    ...(route?.requestBody && { requestBody: route.requestBody }),
    responses: describeResponses(operation.responses),
    ...(isPublic(route?.access) && { security: [] }),
  }
}

function describeParameter(parameter: OpenApiParameter, path: string): OpenApiParameter {
  if (parameter.description !== undefined || parameter.in !== 'path') return parameter
  return { ...parameter, description: PARAMETERS[parameter.name] ?? `Uid of the ${thingAt(path, parameter.name)}` }
}

function thingAt(path: string, parameter: string): string {
  const before = path.slice(0, path.indexOf(`/{${parameter}}`))
  const segment = before.split('/').at(-1) ?? ''
  return before.startsWith('/v1/registries') || before.startsWith('/v1/console/registries')
    ? 'registry'
    : (THINGS[segment] ?? segment.replace(/s$/, ''))
}

function describeResponses(responses: Readonly<Record<string, OpenApiResponse>>) {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      Number(status) >= 400 ? { $ref: `#/components/responses/${status}` } : describeSuccess(status, response),
    ]),
  )
}

function describeSuccess(status: string, { description, content, ...rest }: OpenApiResponse) {
  const isBodiless = Object.values(content ?? {}).every(({ schema }) => isEmpty(schema ?? {}))
  const said = description === 'Default Response' ? undefined : description
  return {
    ...rest,
    description: said ?? STATUS_CODES[status] ?? '',
    ...(!isBodiless && { content }),
  }
}

const isEmpty = (schema: Record<string, unknown>) => schema['type'] === 'null' || schema['maxLength'] === 0
