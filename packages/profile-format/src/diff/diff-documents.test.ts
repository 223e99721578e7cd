import { describe, expect, it } from 'vitest'
import { diffDocuments } from './diff-documents.ts'
import { EMPTY_VARIABLE, type DocumentVariable } from '../document/document.ts'
import { documentOf, packNamed } from '../plan/plan-facts.fixture.ts'

const password: DocumentVariable = {
  ...EMPTY_VARIABLE,
  name: 'password',
  defaultValue: 'first-secret',
  isSensitive: true,
}
const before = documentOf([packNamed('a'), packNamed('b', { manifests: [{ name: 'm', content: 'x: 1\n' }] })], {
  labels: new Map([['env', 'stage']]),
  variables: [password],
})

describe('diffDocuments', () => {
  it('finds nothing between a document and itself', () => {
    expect(diffDocuments(before, structuredClone(before))).toEqual([])
  })

  it('shows metadata and tags before and after', () => {
    const after = {
      ...before,
      version: '1.1.0',
      labels: new Map([
        ['env', 'dev'],
        ['team', 'a'],
      ]),
    }
    expect(diffDocuments(before, after)).toEqual([
      { kind: 'changed', path: 'version', before: '1.0.0', after: '1.1.0' },
      { kind: 'changed', path: 'labels.env', before: 'stage', after: 'dev' },
      { kind: 'added', path: 'labels.team', after: 'a' },
    ])
  })

  it('finds layers that were added, removed and changed', () => {
    const registry = { name: 'Mirror', kind: 'pack' }
    const after = { ...before, packs: [packNamed('b', { version: '2.0.0', registry }), packNamed('c')] }
    expect(diffDocuments(before, after)).toEqual([
      { kind: 'changed', path: 'layers[b].version', before: '1.2.0', after: '2.0.0' },
      { kind: 'changed', path: 'layers[b].registry', before: 'Public Repo', after: 'Mirror' },
      { kind: 'removed', path: 'layers[b].manifests[m]' },
      { kind: 'added', path: 'layers[c]', after: '1.2.0' },
      { kind: 'removed', path: 'layers[a]', before: '1.2.0' },
    ])
  })

  it('finds a different order of the same layers', () => {
    expect(diffDocuments(before, { ...before, packs: before.packs.toReversed() })).toEqual([
      { kind: 'changed', path: 'layers' },
    ])
  })

  it('never shows a text', () => {
    const after = { ...before, packs: [packNamed('a', { values: 'token: abc\n' }), ...before.packs.slice(1)] }
    expect(diffDocuments(before, after)).toEqual([{ kind: 'changed', path: 'layers[a].values' }])
  })

  it('never shows a default that is sensitive on either side', () => {
    const after = { ...before, variables: [{ ...password, isSensitive: false, defaultValue: 'second-secret' }] }
    expect(JSON.stringify(diffDocuments(before, after))).not.toContain('secret')
  })

  it('cuts a long text to one line', () => {
    const [change] = diffDocuments(before, { ...before, description: `first line\nsecond line` })
    expect(change).toEqual({ kind: 'changed', path: 'description', before: '', after: 'first line…' })
  })
})
