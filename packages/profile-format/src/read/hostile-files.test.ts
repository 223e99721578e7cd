import { hostileFiles, tellWithout, type HostileFile } from '@waybill/test-data'
import { describe, expect, it } from 'vitest'
import { problemMessage } from '../problems/problem-message.ts'
import { readDocument } from './read-document.ts'

const files = hostileFiles()
const read = ({ bytes }: HostileFile) => readDocument(bytes(), { format: 'json' })
const errorsOf = (file: HostileFile) =>
  read(file)
    .problems.filter((problem) => problem.severity === 'error')
    .map((problem) => problem.code)

describe('a hostile file', () => {
  tellWithout('security/vectors')

  it.each(files.filter(({ readCodes }) => readCodes !== undefined && readCodes.length > 0))(
    'is refused for what it is: $name',
    (file) => {
      expect(file.readCodes).toContain(errorsOf(file)[0])
    },
  )

  it.each(files)('is not quoted by its problems: $name', (file) => {
    const messages = JSON.stringify(read(file).problems.map((problem) => [problem, problemMessage(problem)]))
    for (const text of file.mustNotContain) expect(messages).not.toContain(text)
  })
})

describe('an unusual but valid file', () => {
  it.each(files.filter(({ readCodes }) => readCodes?.length === 0))('is read: $name', (file) => {
    expect(errorsOf(file)).toEqual([])
    expect(read(file).document).not.toBeNull()
  })
})
