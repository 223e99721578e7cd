import type { ProblemBody } from '@waybill/api-contract'
import { problemGroup, problemMessage, type Problem } from '@waybill/profile-format'

/** Problems as they are sent. Their sentences are made here and nowhere else on the server. */
export const problemBodies = (problems: readonly Problem[]): ProblemBody[] => problems.map(problemBody)

function problemBody(problem: Problem): ProblemBody {
  const { code, severity, path, place, valuePath, position, params } = problem
  return {
    code,
    severity,
    group: problemGroup(code, path),
    path,
    ...(place !== undefined && { place }),
    ...(valuePath !== undefined && { valuePath }),
    ...(position && { position }),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
    ),
    message: problemMessage(problem),
  }
}
