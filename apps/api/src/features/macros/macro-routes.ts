import type { macrosBodySchema } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import { resolveMacro, type MacroDefinition } from '@waybill/profile-format'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { replacingList } from '../../platform/lists/replacing-list.ts'
import { maskMacros, mayNameUsers } from './macro-policy.ts'
import { listMacros, listMacroUsers, listVisibleMacros, type MacroScope } from './macro-repository.ts'
import {
  addMacros,
  MacrosInvalidError,
  removeMacros,
  replaceMacros,
  updateMacros,
  type ChangingMacros,
} from './macro-service.ts'
import { usageOf } from './macro-usage.ts'

const { macros, projectMacros, tenantMacros, systemMacros } = operations

/** Each scope has the same operations. */
const SCOPES = [
  { kind: 'project', of: projectMacros },
  { kind: 'tenant', of: tenantMacros },
  { kind: 'system', of: systemMacros },
] as const

type Change = (change: ChangingMacros & { caller: Caller }, given: readonly MacroDefinition[]) => Promise<string>

const removeByName: Change = (change, given) =>
  removeMacros(
    change,
    given.map(({ name }) => name),
  )

export const macroRoutes: PlatformRoutes = async (app, { platform: { cipher } }) => {
  for (const { kind, of } of SCOPES) {
    const applying = (change: Change) => (request: ChangeRequest, reply: FastifyReply) =>
      applyChange(request, reply, { cipher, scope: scopeOf(request, kind), change })
    route(app, of.list, async (request) => {
      const scope = scopeOf(request, kind)
      const listed = await listMacros(request.tenantDb, cipher, scope)
      const seen = maskMacros(
        listed.map((macro) => ({ ...macro, scope: kind })),
        request.caller,
        scope.uid,
      )
      return { macros: seen.map(({ name, value }) => ({ name, value })) }
    })
    route(app, of.add, applying(addMacros))
    route(app, of.replace, applying(replaceMacros))
    route(app, of.update, applying(updateMacros))
    route(app, of.delete, applying(removeByName))
  }

  const visibleTo = async ({ tenantDb, caller }: Pick<FastifyRequest, 'tenantDb' | 'caller'>) =>
    maskMacros(await listVisibleMacros(tenantDb, cipher, caller.scope.uid), caller, caller.scope.uid)

  route(app, macros.listResolved, async (request) => {
    const ofName = Map.groupBy(await visibleTo(request), (macro) => macro.name)
    return { macros: [...ofName].map(([name, macros]) => ({ name, value: resolveMacro(macros, name)?.value ?? '' })) }
  })

  route(app, macros.listUsage, async (request) =>
    usageOf(await visibleTo(request), {
      users: await listMacroUsers(request.tenantDb, request.caller.scope),
      mayName: mayNameUsers(request.caller),
    }),
  )
}

type ScopedRequest = FastifyRequest<{ Params: { uid?: string } }>
type ChangeRequest = FastifyRequest<{
  Params: { uid?: string }
  Body: z.output<typeof macrosBodySchema> | null | undefined
}>

/** Another tenant's path looks like one that does not exist; access to a project was checked before. */
function scopeOf({ params, caller }: ScopedRequest, kind: MacroScope['kind']): MacroScope {
  const { uid = caller.tenantUid } = params
  if (kind === 'tenant' && uid !== caller.tenantUid) throw new AppError('ResourceNotFound')
  return { kind, uid }
}

interface ScopedChange {
  cipher: Cipher
  scope: MacroScope
  change: Change
}

async function applyChange(
  { tenantDb, caller, body }: ChangeRequest,
  reply: FastifyReply,
  { cipher, scope, change }: ScopedChange,
) {
  const given = replacingList(body?.macros, 'macros').map(({ name, value }) => ({ name, value: value ?? '' }))
  try {
    const auditUid = await tenantDb.$transaction((tx) => change({ tx, caller, cipher, scope }, given))
    sendAuditUid(reply, auditUid)
  } catch (error) {
    if (!(error instanceof MacrosInvalidError)) throw error
    throw new AppError('MacroInvalid', { details: problemBodies(error.problems), cause: error })
  }
}
