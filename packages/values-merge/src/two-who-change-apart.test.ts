import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'
import { runs, SEED } from './testing/seed.ts'

/** The lines of one key, with the empty lines and comments that people leave in and around it. */
const BLOCKS: readonly ((key: string) => string[])[] = [
  (key) => [`${key}: old`],
  (key) => [`${key}:`, '  a: old', '  b: 2'],
  (key) => [`${key}:`, '- one', '- two'],
  (key) => [`${key}:`, '  - name: n', '    v: old', '', '  - name: m'],
  (key) => [`${key}: |`, '  line', '', '  last'],
  (key) => [`# about ${key}`, `${key}: {a: 1, b: [x, y]}`],
  (key) => [`${key}:`, '', '  a: old', '', '  b: 2', ''],
  (key) => [`${key}:`, '  files:', '  - path: p', '  # commented: 1'],
]
const GAPS = [[], [''], ['', ''], ['', '# ---- section', '']]
const EDITS: readonly ((lines: readonly string[], word: string) => string[])[] = [
  (lines, word) => lines.map((line) => line.replace(/old$/, word)),
  (lines, word) => [...lines, `${word}: new`],
  (lines, word) => [...lines, '', `${word}:`, '  x: 1'],
  (lines, word) => [`# ${word}`, `${word}: new`, ...lines],
  (lines, word) => lines.flatMap((line) => (line.startsWith('  a:') ? [line, `  ${word}: added`] : [line])),
  (lines, word) => lines.flatMap((line) => (line === '- one' ? [line, `- ${word}`] : [line])),
]

const some = (values: readonly unknown[]) => fc.nat({ max: values.length - 1 })
const text = fc.record({
  blocks: fc.array(fc.record({ block: some(BLOCKS), gap: some(GAPS) }), { minLength: 4, maxLength: 7 }),
  mine: fc.record({ at: fc.nat({ max: 100 }), edit: some(EDITS) }),
  theirs: fc.record({ at: fc.nat({ max: 100 }), edit: some(EDITS) }),
  head: fc.constantFrom('', '\n', '# head\n\n'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
})

it('merges changes of two people in different places exactly as written, including empty lines and comments', () => {
  fc.assert(
    fc.property(text, ({ blocks, mine, theirs, head, lineEnd }) => {
      const [mineAt, theirsAt] = [mine.at % blocks.length, theirs.at % blocks.length]
      fc.pre(Math.abs(mineAt - theirsAt) > 1)
      const write = (isMine: boolean, isTheirs: boolean) => {
        const parts = blocks.map(({ block, gap }, index) => {
          const lines = BLOCKS[block]?.(`key${index}`) ?? []
          const edited = isMine && index === mineAt ? EDITS[mine.edit]?.(lines, 'mine') : undefined
          const other = isTheirs && index === theirsAt ? EDITS[theirs.edit]?.(lines, 'theirs') : undefined
          return [...(edited ?? other ?? lines), ...(index < blocks.length - 1 ? (GAPS[gap] ?? []) : [])]
        })
        return `${head}${parts.flat().join('\n')}\n`.replaceAll('\n', lineEnd)
      }
      const merge = mergeValues({ base: write(false, false), mine: write(true, false), theirs: write(false, true) })
      expect(merge.conflicts).toEqual([])
      expect(merge.text).toBe(write(true, true))
    }),
    { seed: SEED, numRuns: runs(400) },
  )
})
