import type { ImportPlanBody, ProblemBody } from '@waybill/api-contract'

const keyOf = ({ code, path, valuePath }: ProblemBody) => [code, path, valuePath ?? ''].join('\n')

/** Problems of the new plan that the confirmed one did not have: what changed here meanwhile. */
export function newProblems(confirmed: ImportPlanBody, now: ImportPlanBody): readonly ProblemBody[] {
  const known = new Set(confirmed.problems.map(keyOf))
  return now.problems.filter((problem) => !known.has(keyOf(problem)))
}
