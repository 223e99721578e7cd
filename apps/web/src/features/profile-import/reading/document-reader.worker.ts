import {
  LIMITS,
  installLimits,
  problemGroup,
  problemMessage,
  readDocument,
  type Problem,
} from '@waybill/profile-format'
import type { ProblemBody } from '@waybill/api-contract'
import type { ReadAnswer, ReadRequest } from './document-reader-messages.ts'

function toBody({ position, valuePath, params, ...problem }: Problem): ProblemBody {
  return {
    ...problem,
    ...(position ? { position } : {}),
    ...(valuePath === undefined ? {} : { valuePath }),
    params: Object.fromEntries(
      Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
    ),
    group: problemGroup(problem.code, problem.path),
    message: problemMessage({ ...problem, params }),
  }
}

async function read({ file, limits }: ReadRequest): Promise<ReadAnswer> {
  installLimits(limits)
  // One byte over the limit is enough to report that the file is too large.
  const bytes = new Uint8Array(await file.slice(0, LIMITS.fileBytes + 1).arrayBuffer())
  const { document, format, problems } = readDocument(bytes, { format: 'auto' })
  const sized = (problem: Problem): Problem =>
    problem.code === 'FileTooLarge' ? { ...problem, params: { ...problem.params, actual: file.size } } : problem
  const isText = !problems.some(
    ({ code }) => code === 'Encoding' || code === 'UnsupportedMedia' || code === 'FileTooLarge',
  )
  return {
    document,
    format,
    problems: problems.map(sized).map(toBody),
    text: isText ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '',
  }
}

addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void read(event.data).then((answer) => postMessage(answer))
})
