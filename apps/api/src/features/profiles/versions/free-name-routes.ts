import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { blockingProblems } from '../../../platform/errors/document-refusal.ts'
import { sendWarnings } from '../../../platform/http/send-warnings.ts'
import { problemBodies } from '../../../platform/errors/problem-body.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { checkName } from './free-name-service.ts'

export const freeNameRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profiles.validateName, async (request, reply) => {
    const { name = '', version = '1.0.0' } = request.query
    const said = await checkName(use(request), { name, version })
    const problems = blockingProblems(said)
    const isTaken = problems.some((problem) => problem.code === 'ClusterProfileAlreadyExists')
    if (problems.length > 0) {
      const code = isTaken ? 'ClusterProfileAlreadyExists' : 'InvalidRequest'
      throw new AppError(code, { details: problemBodies(problems) })
    }
    sendWarnings(reply, said)
  })
}
