import type { Problem, ProblemCode } from '../../problems/problems.ts'
import type { ImportDecisions, ImportPlan } from '../import-plan.ts'

/** The new index of the layer at an index; -1 when the layer is removed. */
export type Move = (index: number) => number

const PACK = /^((?:spec\.template\.)?packs\[)(\d+)(?=\])/

/** Replaces the index in a path such as `spec.template.packs[3].values`. */
function movedPath(path: string, to: Move): string {
  return path.replace(PACK, (_all, start: string, index: string) => `${start}${to(Number(index))}`)
}

/** The params that hold a path in the document. Others are left alone: a name or a path in a text may look like one. */
const PATH_PARAMS: Partial<Record<ProblemCode, string>> = {
  DecisionInvalid: 'place',
  DuplicateManifest: 'first',
  MaskedValues: 'place',
}

/** A problem with the indexes in its paths replaced. */
export function moveProblem({ path, ...problem }: Problem, to: Move): Problem {
  const param = PATH_PARAMS[problem.code] ?? ''
  const place = problem.params[param]
  const params = typeof place === 'string' ? { ...problem.params, [param]: movedPath(place, to) } : problem.params
  return { ...problem, path: movedPath(path, to), params }
}

/** Decisions with the indexes of the remaining layers; those about a removed layer are dropped. */
export function moveDecisions(decisions: ImportDecisions, to: Move): ImportDecisions {
  const { registries, packVersions, masks } = decisions
  const moved = (byIndex: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(byIndex).flatMap(([index, value]) => (to(Number(index)) < 0 ? [] : [[to(Number(index)), value]])),
    )
  const isLeft = ({ place }: { place: string }) => !place.startsWith('packs[-1]')
  return {
    ...decisions,
    ...(registries && { registries: moved(registries) }),
    ...(packVersions && { packVersions: moved(packVersions) }),
    ...(masks && { masks: masks.map((mask) => ({ ...mask, place: movedPath(mask.place, to) })).filter(isLeft) }),
  }
}

/** A plan with the indexes of its layers replaced. */
export function movePlan<Plan extends Pick<ImportPlan, 'problems' | 'layers' | 'masked'>>(plan: Plan, to: Move): Plan {
  return {
    ...plan,
    problems: plan.problems.map((problem) => moveProblem(problem, to)),
    layers: plan.layers.map((layer) => ({ ...layer, index: to(layer.index) })),
    masked: plan.masked.map((masked) => ({
      ...masked,
      id: movedPath(masked.id, to),
      path: movedPath(masked.path, to),
    })),
  }
}
