import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { noteRoutes } from './documented-routes.ts'
import { finishDocument } from './finish-document.ts'

const TAGS = [
  { name: 'auth', description: 'Tokens for e-mail and password' },
  { name: 'profiles', description: 'Cluster profiles: their layers, variables and manifests, export and import' },
  { name: 'macros', description: 'Values that profiles refer to, of the tenant and of projects' },
  { name: 'packs', description: 'Pack versions that the registries hold' },
  { name: 'registries', description: 'Where packs come from, and their syncs' },
  { name: 'projects', description: 'Projects of the tenant' },
  { name: 'users', description: 'Users of the tenant' },
  { name: 'api-keys', description: 'Keys that stand for a user' },
  { name: 'roles', description: 'Roles, and the permissions that they are made of' },
  { name: 'teams', description: 'Users who hold roles together' },
  { name: 'filters', description: 'Saved filters by tag' },
  { name: 'audits', description: 'Who changed what, and when' },
  { name: 'console', description: "What Waybill's own console asks beyond Palette's API" },
]

/** Generates the OpenAPI document from the routes' own schemas when it is first asked for. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  const routes = noteRoutes(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Waybill',
        version: '1',
        description:
          'Cluster profiles, moved between environments. Operations whose id begins with v1 or V1 and is known to Palette behave as Palette’s; the others are Waybill’s own.',
      },
      tags: TAGS,
      components: {
        securitySchemes: {
          ApiKey: { type: 'apiKey', in: 'header', name: 'ApiKey' },
          Authorization: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: 'A token of POST /v1/auth/authenticate, without `Bearer`',
          },
        },
      },
      security: [{ ApiKey: [] }, { Authorization: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  let text: string | undefined
  app.get('/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(finishDocument(app.swagger(), routes))
    return reply.type('application/json; charset=utf-8').send(text)
  })
}
