import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { OWN_CASES, type MaskingCase } from './own-masking-cases.ts'
import { sharedPath } from './shared-data.ts'

const caseSchema = z.object({
  id: z.string(),
  kind: z.enum(['mask', 'unchanged', 'failClosed']),
  file: z.string(),
  schema: z.string(),
  mustNotContain: z.array(z.string()),
  expect: z.object({ keep: z.array(z.string()).default([]) }),
})

/** Our own cases, and those of others if they are next to the checkout. */
export function maskingCases(): MaskingCase[] {
  const folder = sharedPath('security/vectors')
  if (folder === undefined) return [...OWN_CASES]
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const { cases } = z.object({ cases: z.array(caseSchema) }).parse(JSON.parse(read('masking.json')))
  const shared = cases.map(({ file, schema, expect: { keep }, ...rest }) => ({
    ...rest,
    text: read(file),
    schema: read(schema),
    keep,
  }))
  return [...OWN_CASES, ...shared]
}
