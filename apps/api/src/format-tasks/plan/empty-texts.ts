import { layerIndexOf, type EmptyValue, type ImportPlan } from '@waybill/profile-format'

/** The texts that a plan writes. */
export const plannedTexts = ({ layers, variables }: ImportPlan) => ({
  packs: layers.map(({ name, values, manifests }) => ({
    name,
    manifests: [...manifests],
    ...(values !== undefined && { values }),
  })),
  variables: [...variables],
})

/**
 * A value left empty on purpose may stay empty until somebody fills it, as in an import: that it is missing is only a
 * warning.
 */
export function toleratingEmpty(plan: ImportPlan, emptyValues: readonly EmptyValue[]): ImportPlan {
  if (emptyValues.length === 0) return plan
  const open = new Set(emptyValues.map(({ layerName, manifest, path }) => JSON.stringify([layerName, manifest, path])))
  const isOpen = (path: string, valuePath = '') =>
    open.has(JSON.stringify([plan.document.packs[layerIndexOf(path) ?? -1]?.name, '', valuePath]))
  return {
    ...plan,
    problems: plan.problems.map((problem) =>
      problem.code === 'PackValueMissing' && isOpen(problem.path, problem.valuePath)
        ? { ...problem, severity: 'warning' }
        : problem,
    ),
  }
}
