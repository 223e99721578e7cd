import { commonErrorResponses, macrosBodySchema, macrosSchema, macroUsageSchema } from '@waybill/api-contract'
import { resolveMacro, type MacroDefinition } from '@waybill/profile-format'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/app-error.ts'
import { sendAuditUid } from '../../platform/audit-log.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { problemBodies } from '../../platform/problem-body.ts'
import { createMacroStore, listMacros, listMacroUsers, listVisibleMacros } from './macro-repository.ts'
import {
  addMacros,
  MacrosInvalidError,
  removeMacros,
  replaceMacros,
  updateMacros,
  type MacroScope,
  type MacroStore,
} from './macro-service.ts'
import { usageOf } from './macro-usage.ts'

type ScopedRequest = FastifyRequest<{ Params: { uid?: string }; Body: z.infer<typeof changeBody> }>

const uid = z.string().max(64)
const changeBody = macrosBodySchema.nullish()

/** The same operations for each scope. What is the system's is the system's of one tenant (docs/adr/0014). */
const SCOPES = [
  {
    url: '/v1/projects/:uid/macros',
    kind: 'project',
    scope: 'path-project',
    params: z.object({ uid: uid.describe('Uid of the project') }),
  },
  {
    url: '/v1/tenants/:uid/macros',
    kind: 'tenant',
    scope: 'tenant',
    params: z.object({ uid: uid.describe('Uid of the tenant') }),
  },
  { url: '/v1/users/system/macros', kind: 'system', scope: 'tenant', params: z.object({}) },
] as const

const THE = {
  project: 'a project',
  tenant: 'a tenant',
  system: 'the system, which those of tenant and project go before',
}

type Change = (store: MacroStore, macros: readonly MacroDefinition[]) => Promise<string>

const CHANGES = [
  { method: 'POST', operation: 'create', summary: 'Adds macros', change: addMacros },
  { method: 'PUT', operation: 'update', summary: 'Replaces all macros', change: replaceMacros },
  { method: 'PATCH', operation: 'update', summary: 'Changes macros by name', change: updateMacros },
  {
    method: 'DELETE',
    operation: 'delete',
    summary: 'Deletes macros by name',
    change: (store, macros) =>
      removeMacros(
        store,
        macros.map((macro) => macro.name),
      ),
  },
] as const satisfies readonly { method: string; operation: string; summary: string; change: Change }[]

export const macroRoutes: FastifyPluginAsyncZod<{ cipher: Cipher }> = async (app, { cipher }) => {
  for (const { url, kind, scope, params } of SCOPES) {
    app.get(
      url,
      {
        config: { access: { permission: 'macro.list' }, scope },
        schema: {
          tags: ['macros'],
          summary: `Macros of ${THE[kind]}`,
          params,
          response: { 200: macrosSchema, ...commonErrorResponses },
        },
      },
      async (request) => ({ macros: await listMacros(request.tenantDb, cipher, scopeOf(request, kind)) }),
    )
    for (const { method, operation, summary, change } of CHANGES) {
      app.route({
        method,
        url,
        config: { access: { permission: `macro.${operation}` }, scope },
        schema: {
          tags: ['macros'],
          summary: `${summary} of ${THE[kind]}`,
          params,
          body: changeBody,
          response: { 204: z.null(), ...commonErrorResponses },
        },
        handler: (request, reply) => applyChange({ request, reply, cipher, scope: scopeOf(request, kind), change }),
      })
    }
  }
  await app.register(visibleMacroRoutes, { cipher })
}

/** Another tenant's path looks like one that does not exist; a project's was checked with the access. */
function scopeOf(
  { params, caller }: FastifyRequest<{ Params: { uid?: string } }>,
  kind: MacroScope['kind'],
): MacroScope {
  const { uid = caller.tenantUid } = params
  if (kind === 'tenant' && uid !== caller.tenantUid) throw new AppError('ResourceNotFound')
  return { kind, uid }
}

interface ChangeInput {
  request: ScopedRequest
  reply: FastifyReply
  cipher: Cipher
  scope: MacroScope
  change: Change
}

async function applyChange({ request, reply, cipher, scope, change }: ChangeInput) {
  const { tenantDb, caller, body } = request
  const macros = (body?.macros ?? []).map(({ name, value }) => ({ name, value: value ?? '' }))
  try {
    const auditUid = await tenantDb.$transaction((tx) =>
      change(createMacroStore(tx, { cipher, caller, scope }), macros),
    )
    return sendAuditUid(reply, auditUid).code(204).send(null)
  } catch (error) {
    if (!(error instanceof MacrosInvalidError)) throw error
    throw new AppError('MacroInvalid', { details: problemBodies(error.problems), cause: error })
  }
}

const visibleMacroRoutes: FastifyPluginAsyncZod<{ cipher: Cipher }> = async (app, { cipher }) => {
  app.get(
    '/v1/clusterprofiles/macros',
    {
      config: { access: { permission: 'macro.list' } },
      schema: {
        tags: ['macros'],
        summary: 'Macros that profiles of the scope can use, each with the value that wins',
        response: { 200: macrosSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const visible = await listVisibleMacros(tenantDb, cipher, caller.scope.uid)
      const names = [...new Set(visible.map((macro) => macro.name))]
      return { macros: names.map((name) => ({ name, value: resolveMacro(visible, name)?.value ?? '' })) }
    },
  )
  app.get(
    '/v1/console/macros',
    {
      config: { access: { permission: 'macro.list' } },
      schema: {
        tags: ['console'],
        summary: 'Macros that the scope can use, with where they come from and who uses them',
        response: { 200: macroUsageSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const visible = await listVisibleMacros(tenantDb, cipher, caller.scope.uid)
      return usageOf(visible, await listMacroUsers(tenantDb, caller.scope))
    },
  )
}
