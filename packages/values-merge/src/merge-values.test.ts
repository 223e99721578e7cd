import { describe, expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'
import { resolveConflicts } from './deciding/resolve-conflicts.ts'

const BASE = `# Mail relay
relay:
  image: relay:1.4.0 # pinned
  replicas: 1
  limits: {}
  # nodePool: blue
  env:
    - name: LEVEL
      value: info
    - name: PORT
      value: "25"
  script: |
    set -e
    start --fast
    wait
`

const edited = (text: string, ...edits: [string, string][]) => {
  let result = text
  for (const [from, to] of edits) {
    expect(result).toContain(from)
    result = result.replace(from, () => to)
  }
  return result
}
const merged = (mine: [string, string][], theirs: [string, string][]) =>
  mergeValues({ base: BASE, mine: edited(BASE, ...mine), theirs: edited(BASE, ...theirs) })

describe('mergeValues', () => {
  const apart: Record<string, { mine: [string, string]; theirs: [string, string] }> = {
    'a value beside another': { mine: ['replicas: 1', 'replicas: 3'], theirs: ['1.4.0', '1.5.0'] },
    'a mask like any other value': { mine: ['relay:1.4.0', '"********"'], theirs: ['replicas: 1', 'replicas: 2'] },
    'a filled map': { mine: ['limits: {}', 'limits:\n    cpu: 1'], theirs: ['1.4.0', '1.5.0'] },
    'a key that was a comment': { mine: ['# nodePool', 'nodePool'], theirs: ['1.4.0', '1.5.0'] },
    'a comment': { mine: ['# Mail relay', '# Our relay'], theirs: ['1.4.0', '1.5.0'] },
    'a comment behind a value': { mine: ['# pinned', '# ours'], theirs: ['replicas: 1', 'replicas: 2'] },
    quotes: { mine: ['relay:1.4.0', '"relay:1.4.0"'], theirs: ['"25"', '"2525"'] },
    'a removed key': { mine: ['  replicas: 1\n', ''], theirs: ['1.4.0', '1.5.0'] },
    'a field of a named item': { mine: ['value: info', 'value: debug'], theirs: ['"25"', '"2525"'] },
    'a line of a block text': { mine: ['--fast', '--slow'], theirs: ['    wait\n', '    wait --all\n'] },
    'a new item': {
      mine: ['    - name: PORT', '    - name: MODE\n      value: a\n    - name: PORT'],
      theirs: ['"25"', '"2525"'],
    },
  }
  for (const [name, { mine, theirs }] of Object.entries(apart))
    it(`takes over ${name}`, () => {
      const { text, conflicts } = merged([mine], [theirs])
      expect({ text, conflicts }).toEqual({ text: edited(BASE, mine, theirs), conflicts: [] })
    })

  const items = '# head\nlist:\n  - a\n  # about b\n  - b # tail of b\n  - c\n'
  it.each<[string, [string, string], [string, string], string]>([
    ['an item put in before them', ['  - a\n', '  - a\n  - x\n'], ['  - c\n', '  - c\n  - d\n'], ''],
    ['an item of theirs before them', ['# about b', '# ours'], ['  - a\n', '  - y\n  - a\n'], ''],
    ['other line ends', ['- a', '- ours'], ['# head', '# new head'], '\r'],
  ])('keeps comments with their items despite %s', (_what, mine, theirs, end) => {
    const merge = mergeValues({
      base: items,
      mine: edited(items, mine),
      theirs: edited(items, theirs).replaceAll('\n', `${end}\n`),
    })
    const expected = edited(items, mine, theirs).replaceAll('\n', `${end}\n`)
    expect({ text: merge.text, conflicts: merge.conflicts }).toEqual({ text: expected, conflicts: [] })
  })

  it('reports a conflict when mine removed an item that theirs changed', () => {
    const { conflicts } = mergeValues({
      base: 'images:\n  - relay:1.4.0\n  - proxy:1\n',
      mine: 'images:\n  - proxy:1\n',
      theirs: 'images:\n  - relay:1.5.0\n  - proxy:1\n  - more:2\n',
    })
    expect(conflicts).toMatchObject([{ path: ['images', 0], kind: 'removed-and-changed' }])
  })

  it('drops a comment after a value that is gone, and lists it', () => {
    const { leftOut } = mergeValues({ base: 'a: 1\nb: 2\n', mine: 'a: 1 # ours\nb: 2\n', theirs: 'b: 2\n' })
    expect(leftOut).toEqual([{ path: ['a'], text: '# ours' }])
  })

  it('reports a conflict with its range when both changed a value', () => {
    const { text, conflicts } = merged(
      [['1.4.0', '1.4.9']],
      [
        ['1.4.0', '1.5.0'],
        ['# Mail', '# The new mail'],
      ],
    )
    expect(conflicts).toMatchObject([{ path: ['relay', 'image'], kind: 'both-changed', mine: ' relay:1.4.9' }])
    expect(text.slice(conflicts[0]?.range.start, conflicts[0]?.range.end)).toBe(' relay:1.5.0')
  })

  it('suggests the new key most similar to one that is gone', () => {
    const { conflicts } = merged([['replicas: 1', 'replicas: 3']], [['replicas: 1', 'replicaCount: 1']])
    expect(conflicts).toMatchObject([{ path: ['relay', 'replicas'], kind: 'gone', nearest: 'replicaCount' }])
  })

  it('reports a conflict when mine removed what theirs changed', () => {
    const { conflicts } = merged([['  replicas: 1\n', '']], [['replicas: 1', 'replicas: 2']])
    expect(conflicts).toMatchObject([{ path: ['relay', 'replicas'], kind: 'removed-and-changed' }])
  })

  it('reports a text that is invalid YAML and keeps theirs', () => {
    const result = mergeValues({ base: BASE, mine: 'a: [', theirs: BASE })
    expect(result).toMatchObject({ text: BASE, problems: [{ side: 'mine' }] })
  })
})

describe('resolveConflicts', () => {
  const decided = (mine: [string, string], theirs: [string, string]) =>
    resolveConflicts(merged([mine], [theirs]), new Map([[0, 'mine']]))

  it('replaces theirs with mine', () => {
    expect(decided(['1.4.0', '1.4.9'], ['1.4.0', '1.5.0'])).toEqual({
      valid: true,
      text: edited(BASE, ['1.4.0', '1.4.9']),
    })
  })

  it('removes what mine removed', () => {
    const cut: [string, string] = ['  replicas: 1\n', '']
    expect(decided(cut, ['replicas: 1', 'replicas: 2'])).toEqual({ valid: true, text: edited(BASE, cut) })
  })

  it('puts back a key that is gone from a map in braces', () => {
    const merge = mergeValues({ base: '{"a": 1, "b": {}}\n', mine: '{"a": 2, "b": {}}\n', theirs: '{"b": {}}\n' })
    expect(resolveConflicts(merge, new Map([[0, 'mine']]))).toEqual({ valid: true, text: '{"b": {}, a: 2}\n' })
  })

  it('puts back a key that is gone', () => {
    const { valid, text } = decided(['replicas: 1', 'replicas: 3'], ['  replicas: 1\n', ''])
    expect({ valid, ends: text.endsWith('  replicas: 3\n') }).toEqual({ valid: true, ends: true })
  })

  it('gives the range of a conflict whose line begins in a removed part', () => {
    const base = 'env:\n  - name: A\n    value: 1\n    from: x\n'
    const mine = 'env:\n  - from: x\n'
    const merge = mergeValues({ base, mine, theirs: base.replace('value: 1', 'value: 2') })
    const texts = merge.conflicts.map(({ range }) => merge.text.slice(range.start, range.end))
    expect(texts).toEqual(['value: 2\n'])
  })

  it('puts keys back into a map and into the last map in it', () => {
    const base = 'image:\n  tag: a\nenv:\n  level: a\n  mode: a\n'
    const mine = 'image: b\nenv:\n  level: b\n  mode: a\n'
    const merge = mergeValues({ base, mine, theirs: 'env:\n  mode: a\n' })
    const decisions = new Map(merge.conflicts.map((_, index) => [index, 'mine' as const]))
    const text = 'env:\n  mode: a\n  level: b\nimage: b\n'
    expect(resolveConflicts(merge, decisions)).toEqual({ valid: true, text })
  })
})
