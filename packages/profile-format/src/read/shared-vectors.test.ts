import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemMessage } from '../problems/problem-message.ts'
import { readDocument } from './read-document.ts'

const FOLDER = join(import.meta.dirname, '../../../../../shared/security/vectors')
const vectorsSchema = z.object({
  vectors: z.array(
    z.object({
      file: z.string(),
      expect: z.object({ errorClass: z.string().nullable(), mustNotContain: z.array(z.string()).default([]) }),
    }),
  ),
})

/** The vectors' classes that reading answers, by our codes. */
const CODES: Record<string, readonly string[]> = {
  ARCHIVE_UNSAFE: ['UnsupportedMedia'],
  DUPLICATE_KEY: ['DuplicateKey'],
  ENCODING: ['Encoding'],
  FORBIDDEN_KEY: ['ForbiddenKey'],
  LIMIT_EXCEEDED: ['LimitExceeded', 'FileTooLarge'],
  MALFORMED_JSON: ['MalformedJson', 'Empty'],
  UNSUPPORTED_MEDIA: ['UnsupportedMedia'],
  VALIDATION: ['InvalidCharacter', 'InvalidName', 'MacroCycle', 'NotAProfile', 'WrongType'],
}
/** These are for the rules of profiles and variables, which see the document later. */
const LATER = /packs-dup-layer|regex-/

function load() {
  const index = join(FOLDER, 'vectors.json')
  if (!existsSync(index)) return []
  const { vectors } = vectorsSchema.parse(JSON.parse(readFileSync(index, 'utf8')))
  return vectors.filter((vector) => existsSync(join(FOLDER, vector.file)))
}

const vectors = load()
const read = (file: string) => readDocument(readFileSync(join(FOLDER, file)), { format: 'json' })
const refused = vectors.filter(({ file, expect: { errorClass } }) => CODES[errorClass ?? ''] && !LATER.test(file))
const accepted = vectors.filter(
  ({ file, expect: { errorClass } }) => errorClass === null && !/^import\/(name|text)-/.test(file),
)

describe.skipIf(vectors.length === 0)('a hostile file', () => {
  it.each(refused)('is refused for what it is: $file', ({ file, expect: { errorClass } }) => {
    const codes = read(file)
      .problems.filter((problem) => problem.severity === 'error')
      .map((problem) => problem.code)
    expect(CODES[errorClass ?? '']).toContain(codes[0])
  })

  it.each(vectors)('is not quoted by its problems: $file', ({ file, expect: { mustNotContain } }) => {
    const said = JSON.stringify(read(file).problems.map((problem) => [problem, problemMessage(problem)]))
    for (const text of mustNotContain) expect(said).not.toContain(text)
  })
})

describe.skipIf(vectors.length === 0)('a file that is odd but right', () => {
  it.each(accepted)('is read: $file', ({ file }) => {
    const result = read(file)
    expect(result.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(result.document).not.toBeNull()
  })
})
