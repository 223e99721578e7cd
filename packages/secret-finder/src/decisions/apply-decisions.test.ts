import { describe, expect, it } from 'vitest'
import { inspectText } from '../inspect-text.ts'
import { maskText } from '../mask-text.ts'
import { applyDecisions, type SecretDecision } from './apply-decisions.ts'
import { markablePaths } from './literals-at.ts'

const inspected = (text: string, declaredPaths: string[] = []) =>
  inspectText(text, { kind: 'values', declaredPaths, suspicions: [] })

const decided = (text: string, decisions: SecretDecision[], declaredPaths: string[] = []) =>
  applyDecisions(text, { inspection: inspected(text, declaredPaths), decisions })

const masked = (text: string, ...decisions: SecretDecision[]) => maskText(text, decided(text, decisions).secrets)

const mark = (path: string, verdict: SecretDecision['verdict'] = 'secret') => ({ path, verdict, by: 'mark' }) as const
const rule = (path: string, verdict: SecretDecision['verdict']) => ({ path, verdict, by: 'rule' }) as const

describe('a path that somebody marked as secret', () => {
  it('is masked, and every other byte remains', () => {
    expect(masked('# town\ntown:   Lisbon-by-the-sea # old\nb: 1\n', mark('town'))).toBe(
      '# town\ntown:   "********" # old\nb: 1\n',
    )
  })

  it('is masked at and below its path', () => {
    expect(masked('a:\n  b: one\n  c: [two]\nd: three\n', mark('a'))).toBe(
      'a:\n  b: "********"\n  c: ["********"]\nd: three\n',
    )
  })

  it('is masked only in the document that the path names', () => {
    expect(masked('a: one\n---\na: two\n', mark('document[1].a'))).toBe('a: one\n---\na: "********"\n')
  })

  it('has its copies masked', () => {
    expect(masked('a: lisbon-4711-sea\nb: to lisbon-4711-sea\n', mark('a'))).not.toContain('4711')
  })

  it('keeps the strength of the finding there, so that removing the mark restores it', () => {
    const { secrets } = decided('apiToken: abcd-efgh-1234\n', [mark('apiToken')])
    expect(secrets).toMatchObject([{ source: 'declared', reason: 'marked', strength: 'likely', decidedBy: 'mark' }])
  })

  it('masks a text as a whole that cannot be parsed', () => {
    const text = 'town: Lisbon\n bad: [x\n'
    expect(masked(text, mark('town'))).toBe('"********"')
  })

  it('is masked under the path of a finding in a comment', () => {
    const text = '# dbPassword: "Tr0ub4dor-3x"\na: 1\n'
    const path = inspected(text).secrets[0]?.path ?? ''
    expect(decided(text, [mark(path)]).secrets).toMatchObject([{ path, source: 'declared', decidedBy: 'mark' }])
  })

  it('has no effect if it leads nowhere', () => {
    expect(masked('a: one\n', mark('b.c'))).toBe('a: one\n')
  })
})

describe('a path that somebody marked as no secret', () => {
  const text = 'apiToken: abcd-efgh-1234\nagain: see abcd-efgh-1234\n'

  it('stays in clear with its copies, and is listed with the possible secrets', () => {
    const { secrets, possible } = decided(text, [mark('apiToken', 'harmless')])
    expect(secrets).toEqual([])
    expect(possible).toMatchObject([{ path: 'apiToken', strength: 'likely', decidedBy: 'mark' }])
  })

  it('stays masked when it is declared', () => {
    expect(decided('a: x-4711\n', [rule('a', 'harmless')], ['a']).secrets).toHaveLength(1)
  })

  it('stays masked despite a mark when it is certain, but not despite a rule', () => {
    const address = 'url: https://bob:s3cr3t-horse-77@example.com/x\n'
    expect(decided(address, [mark('url', 'harmless')]).secrets).toHaveLength(1)
    expect(decided(address, [rule('url', 'harmless')]).secrets).toEqual([])
  })
})

it('follows the later of two decisions', () => {
  expect(masked('apiToken: abcd-efgh-1234\n', mark('apiToken', 'harmless'), rule('apiToken', 'secret'))).toContain(
    '****',
  )
})

describe('whether a mark can be put on a path', () => {
  it.each([
    ['leads to a value', 'a:\n  b: one\n', 'a.b', true],
    ['leads to nothing', 'a:\n  b: one\n', 'a.c', false],
    ['leads to an empty value', 'a:\n  b: ""\n', 'a.b', false],
    ['is in a text that cannot be parsed', 'a: [\n', 'a', false],
  ])('is decided for one that %s', (_how, text, path, expected) => {
    expect(markablePaths(text, [path]).has(path)).toBe(expected)
  })
})
