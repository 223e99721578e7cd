import { describe, expect, it } from 'vitest'
import { applyPatch, PatchFault, type PatchStep } from './json-patch.ts'

const user = () => ({ spec: { firstName: 'Ada', roles: ['a', 'b'] }, metadata: { labels: { 'a/b': 'x', 'c~d': 'y' } } })
const patched = (...steps: PatchStep[]) => applyPatch(user(), steps)

describe('a JSON Patch', () => {
  it.each<[string, PatchStep[], object]>([
    ['replaces a value', [{ op: 'replace', path: '/spec/firstName', value: 'B' }], { spec: { firstName: 'B' } }],
    ['adds to the end of a list', [{ op: 'add', path: '/spec/roles/-', value: 'c' }], { spec: { roles: ['a', 'b', 'c'] } }],
    ['adds before an item', [{ op: 'add', path: '/spec/roles/0', value: 'c' }], { spec: { roles: ['c', 'a', 'b'] } }],
    ['removes an item', [{ op: 'remove', path: '/spec/roles/0' }], { spec: { roles: ['b'] } }],
    ['moves a value', [{ op: 'move', from: '/spec/firstName', path: '/metadata/name' }], { metadata: { name: 'Ada' } }],
    ['copies a value', [{ op: 'copy', from: '/spec/roles/1', path: '/spec/roles/0' }], { spec: { roles: ['b', 'a', 'b'] } }],
    ['reads escaped keys', [{ op: 'replace', path: '/metadata/labels/a~1b', value: 'z' }, { op: 'remove', path: '/metadata/labels/c~0d' }], { metadata: { labels: { 'a/b': 'z' } } }],
  ])('%s', (_what, steps, expected) => expect(patched(...steps)).toMatchObject(expected)) // prettier-ignore

  it.each<PatchStep>([
    { op: 'replace', path: '/spec/nothing', value: 1 },
    { op: 'remove', path: '/spec/roles/2' },
    { op: 'add', path: '/spec/roles/9', value: 1 },
    { op: 'add', path: '/nowhere/x', value: 1 },
    { op: 'add', path: '', value: {} },
    { op: 'add', path: 'spec', value: {} },
    { op: 'move', from: '/spec', path: '/spec/roles' },
    { op: 'copy', path: '/spec/x' },
    { op: 'add', path: '/__proto__/polluted', value: 1 },
    { op: 'add', path: '/constructor/prototype/polluted', value: 1 },
    { op: 'replace', path: '/spec/roles/length', value: 0 },
  ])('refuses %j', (step) => {
    expect(() => patched(step)).toThrow(PatchFault)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('leaves the document unchanged', () => {
    const before = user()
    applyPatch(before, [{ op: 'replace', path: '/spec/firstName', value: 'B' }])
    expect(before).toEqual(user())
  })
})
