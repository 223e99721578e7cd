import type { Problem } from '../../problems/problems.ts'
import type { ImportDecisions, ImportPlan } from '../import-plan.ts'

/** Where the layer of one position stands after a move; -1 where it is gone. */
export type Move = (index: number) => number

const PACK = /^((?:spec\.template\.)?packs\[)(\d+)(?=\])/

/** `spec.template.packs[3].values` of another position. */
function movedPath(path: string, to: Move): string {
  return path.replace(PACK, (_all, start: string, index: string) => `${start}${to(Number(index))}`)
}

/** Params that hold places; a name may only look like one. */
const PLACES = new Set(['place', 'usedIn', 'first'])

/** A problem with its places moved. */
export function moveProblem({ params, ...problem }: Problem, to: Move): Problem {
  const moved = Object.entries(params).map(([key, value]) => {
    if (typeof value === 'number' || !PLACES.has(key)) return [key, value]
    return [key, typeof value === 'string' ? movedPath(value, to) : value.map((item) => movedPath(item, to))]
  })
  return { ...problem, path: movedPath(problem.path, to), params: Object.fromEntries(moved) }
}

/** Decisions by layer for the positions that are left; those about a layer that is gone go with it. */
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

/** A plan with its places moved. */
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
