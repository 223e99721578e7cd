import { checkValues, installLimits, problemMessage } from '@waybill/profile-format'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

function check({ text, schema, defaults, limits }: ValuesToCheck): ValuesProblem[] {
  installLimits(limits)
  return checkValues(text, { schema, defaults }).map((problem) => ({
    line: problem.position?.line ?? 1,
    message: problemMessage(problem),
    isWarning: problem.severity === 'warning',
    isOfSchema: problem.code.startsWith('PackValue'),
  }))
}

addEventListener('message', (event: MessageEvent<ValuesToCheck>) => postMessage(check(event.data)))
