import { MASK } from '@waybill/layer-text'
import { inspectNamedValue } from '@waybill/secret-finder'
import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { MacroChanges, MacroScope } from './macro-repository.ts'

interface SeenMacro {
  name: string
  value: string
  scope: MacroScope['kind']
}

type Viewer = Pick<Caller, 'scope' | 'permissions' | 'tenantPermissions'>

/** Longer than the name of any cloud or region: longer values are masked without looking at them. */
const READABLE_CHARACTERS = 1_024

/**
 * Macros as the caller may see them: values are masked for callers who may not write them. The system's macros name
 * clouds, regions and the like for everybody, so only values that look like secrets are masked.
 * @param projectUid the project of project macros
 */
export function maskMacros<M extends SeenMacro>(macros: readonly M[], caller: Viewer, projectUid: string): M[] {
  return macros.map((macro) =>
    macro.value === '' || mayChange(caller, macro, projectUid) || isPublic(macro) ? macro : { ...macro, value: MASK },
  )
}

function mayChange(caller: Viewer, { scope }: SeenMacro, projectUid: string): boolean {
  const isHere = scope === 'project' && projectUid === caller.scope.uid
  return (isHere ? caller.permissions : caller.tenantPermissions).has('macro.update')
}

const isPublic = ({ name, value, scope }: SeenMacro): boolean =>
  scope === 'system' && value.length <= READABLE_CHARACTERS && inspectNamedValue(name, value) === undefined

/** Callers who may not list profiles learn how many use a macro, but not which. */
export const mayNameUsers = ({ permissions }: Pick<Caller, 'permissions'>): boolean =>
  permissions.has('clusterProfile.list')

/**
 * For replacing a list: each part of the change needs the permission that it would need by itself. @throws AppError
 * Forbidden
 */
export function checkMayWrite({ permissions }: Pick<Caller, 'permissions'>, changes: Required<MacroChanges>): void {
  const needs = [
    ['macro.create', changes.create],
    ['macro.update', changes.update],
    ['macro.delete', changes.remove],
  ] as const
  if (needs.some(([permission, part]) => part.length > 0 && !permissions.has(permission)))
    throw new AppError('Forbidden')
}
