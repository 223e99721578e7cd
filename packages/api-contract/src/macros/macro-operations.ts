import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly, type PaletteName } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { macrosBodySchema, macrosSchema, macroUsageSchema } from './macros.ts'

interface MacrosOf<Path, Scope, Params> {
  path: Path
  scope: Scope
  params: Params
  /** The owner of the macros, in words. */
  owner: string
  palette: (verb: string) => PaletteName
}

/** The same five operations for each scope. */
function operationsOf<
  const Path extends string,
  const Scope extends 'tenant' | 'path-project',
  Params extends z.ZodType,
>({ path, scope, params, owner, palette }: MacrosOf<Path, Scope, Params>) {
  const shared = { path, scope, params, tag: 'macros' } as const
  const change = { ...shared, isDocument: true, body: macrosBodySchema.nullish(), success: noContent } as const
  return {
    list: {
      ...shared,
      method: 'GET',
      palette: palette('List'),
      summary: `Macros of ${owner}; masked for callers who may not change them`,
      access: { permission: 'macro.list' },
      success: { 200: macrosSchema },
    },
    add: {
      ...change,
      method: 'POST',
      palette: palette('Create'),
      summary: `Adds macros of ${owner}`,
      access: { permission: 'macro.create' },
    },
    replace: {
      ...change,
      method: 'PUT',
      palette: palette('Update'),
      summary: `Replaces all macros of ${owner}`,
      access: { permission: 'macro.update' },
    },
    update: {
      ...change,
      method: 'PATCH',
      palette: palette('UpdateByMacroName'),
      summary: `Changes macros by name of ${owner}`,
      access: { permission: 'macro.update' },
    },
    delete: {
      ...change,
      method: 'DELETE',
      palette: palette('DeleteByMacroName'),
      summary: `Deletes macros by name of ${owner}`,
      access: { permission: 'macro.delete' },
    },
  } as const satisfies Operations
}

const uid = z.string().max(64)

/** Macros of a project. */
export const projectMacroOperations = operationsOf({
  path: '/v1/projects/{uid}/macros',
  scope: 'path-project',
  params: z.object({ uid: uid.describe('Uid of the project') }),
  owner: 'a project',
  palette: (verb) => calledByClients(`v1ProjectsUidMacros${verb}`),
})

/** Macros of the tenant. */
export const tenantMacroOperations = operationsOf({
  path: '/v1/tenants/{uid}/macros',
  scope: 'tenant',
  params: z.object({ uid: uid.describe('Uid of the tenant') }),
  owner: 'a tenant',
  palette: (verb) => calledByClients(`v1TenantsUidMacros${verb}`),
})

/** System macros belong to one tenant (docs/adr/0014). */
export const systemMacroOperations = operationsOf({
  path: '/v1/users/system/macros',
  scope: 'tenant',
  params: z.object({}),
  owner: 'the system, which those of tenant and project go before',
  palette: (verb) => documentedOnly(`v1UsersSystemMacros${verb}`),
})

/** Macros of all scopes together, as they resolve for a profile. */
export const macroOperations = {
  listResolved: {
    method: 'GET',
    path: '/v1/clusterprofiles/macros',
    palette: documentedOnly('v1MacrosList'),
    tag: 'macros',
    summary:
      'Macros that profiles of the scope can use, each with the value that wins; masked for callers who may not change them',
    access: { permission: 'macro.list' },
    success: { 200: macrosSchema },
  },
  listUsage: {
    method: 'GET',
    path: '/v1/console/macros',
    tag: 'console',
    summary: 'Macros that the scope can use, with their scope and the profiles that use them',
    access: { permission: 'macro.list' },
    success: { 200: macroUsageSchema },
  },
} as const satisfies Operations
