import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { ERRORS } from '@waybill/api-contract'
import { z } from 'zod'
import type { Components, Content, Operation } from '../openapi/read-operations.ts'

/** A response; of an endless stream only the beginning. */
export interface Answer {
  status: number
  contentType: string
  body: string
}

/** Stack traces, SQL, our files, and names of our dependencies. */
const INNARDS =
  /\\n\s+at |node_modules|\.[cm]?[jt]s:\d|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(?:FROM|VALUES|SET|WHERE)\b|prisma|postgres|zod|\/(?:tmp|home|root|work|usr|etc|var)\//i

const errorSchema = z.looseObject({ code: z.string() })
const codes: Readonly<Record<string, { status: number }>> = ERRORS

/** Checks responses against the document, and for what no response may contain. */
export function createAnswerCheck(components: Components, secrets: readonly string[]) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)))
  ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/)
  ajv.addFormat('uri', (text) => URL.canParse(text))
  const validators = new Map<object, ValidateFunction>()
  const validatorOf = (schema: object) => {
    const known = validators.get(schema) ?? ajv.compile({ ...schema, components })
    validators.set(schema, known)
    return known
  }

  function contentFaults(declared: Content, { contentType, body }: Answer): string[] {
    const type = contentType.split(';')[0] ?? ''
    if (Object.keys(declared).length === 0) return body === '' ? [] : ['has a body, and none is documented']
    const schema = declared[type]?.schema
    if (!schema) return [`is of type "${type}", which is not documented`]
    if (type !== 'application/json') return []
    const value = parsed(body)
    if (value === undefined) return ['is no JSON']
    const validate = validatorOf(schema)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? 'is wrong'}`)
  }

  return ({ responses }: Operation, answer: Answer): string[] => {
    const declared = responses.get(answer.status)
    return [
      ...(answer.status >= 500 ? ['is a failure of the server'] : []),
      ...(declared ? contentFaults(declared, answer) : [`has the status ${answer.status}, which is not documented`]),
      ...(answer.status >= 400 ? refusalFaults(answer, secrets) : []),
    ]
  }
}

export type AnswerCheck = ReturnType<typeof createAnswerCheck>

function refusalFaults({ status, body }: Answer, secrets: readonly string[]): string[] {
  const { data } = errorSchema.safeParse(parsed(body))
  const known = data ? codes[data.code] : undefined
  return [
    ...(known ? [] : ['has no code of ours']),
    ...(known && known.status !== status ? [`has a code of ${known.status}`] : []),
    ...(INNARDS.test(body) ? ['tells of what the server is made of'] : []),
    ...secrets.filter((secret) => body.includes(secret)).map(() => 'holds a secret'),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
