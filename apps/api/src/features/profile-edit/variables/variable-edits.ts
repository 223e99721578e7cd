import type { DocumentVariable } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { ProfileEdit } from '../profile-edit-service.ts'

/** PUT: the complete list. */
export const replacingVariables =
  (variables: readonly DocumentVariable[]): ProfileEdit =>
  (current) => ({ ...current, variables: [...variables] })

/** PATCH: variables of existing names are changed in place, others are added. */
export const mergingVariables =
  (variables: readonly DocumentVariable[]): ProfileEdit =>
  (current) => {
    const sent = new Map(variables.map((variable) => [variable.name, variable]))
    const known = new Set(current.variables.map(({ name }) => name))
    const changed = current.variables.map((variable) => sent.get(variable.name) ?? variable)
    return { ...current, variables: [...changed, ...variables.filter(({ name }) => !known.has(name))] }
  }

/** DELETE by name. @throws AppError ResourceNotFound for an unknown name; nothing is deleted then */
export const removingVariables =
  (names: readonly string[]): ProfileEdit =>
  (current) => {
    const known = new Set(current.variables.map(({ name }) => name))
    if (names.some((name) => !known.has(name))) throw new AppError('ResourceNotFound')
    return { ...current, variables: current.variables.filter(({ name }) => !names.includes(name)) }
  }
