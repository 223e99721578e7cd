import { describe, expect, it } from 'vitest'
import { withoutFile, withPlaces } from './problem-place.ts'

const named = {
  packs: [
    { name: 'csi-aws-ebs', manifests: [] },
    { name: 'raw', manifests: [{ name: 'config' }] },
  ],
  variables: [{ name: 'REGION' }],
}
const position = { line: 12, column: 3, offset: 400 }

describe('the place of a problem', () => {
  it.each([
    [{ path: 'spec.template.packs[0].values', position }, 'layer csi-aws-ebs, values, line 12'],
    [{ path: 'spec.template.packs[0].values', valuePath: 'a.b' }, 'layer csi-aws-ebs, values, a.b'],
    [{ path: 'spec.template.packs[1].manifests[0].content', position }, 'layer raw, manifest config, line 12'],
    [{ path: 'spec.template.packs[0].registry.metadata' }, 'layer csi-aws-ebs, registry'],
    [{ path: 'spec.template.packs[0].layer', position }, 'layer csi-aws-ebs, layer, line 12 of the file'],
    [{ path: 'spec.template.packs[7]' }, 'layer 8'],
    [{ path: 'spec.variables[0].regex' }, 'variable REGION, regex'],
    [{ path: 'metadata.name' }, 'name of the profile'],
    [{ path: 'spec.version' }, 'version of the profile'],
    [{ path: 'metadata.labels.team' }, 'labels of the profile, team'],
    [{ path: 'spec', position }, 'spec, line 12 of the file'],
    [{ path: 'metadata.owner', position }, 'metadata, owner, line 12 of the file'],
    [{ path: '', position }, 'line 12 of the file'],
    [{ path: 'apiVersion', position }, 'apiVersion, line 12 of the file'],
    [{ path: '' }, undefined],
    [{ path: 'macros[0].name' }, undefined],
  ])('for %j names the layer and the key', (at, place) => {
    const [problem] = withPlaces([{ code: 'WrongType', severity: 'error', params: {}, ...at }], named)
    expect(problem?.place).toBe(place)
    expect(problem?.path).toBe(at.path)
  })

  it('names no line of a file when the document was never a file', () => {
    const problem = { code: 'WrongType', severity: 'error', params: {}, position } as const
    const placed = withPlaces(
      withoutFile([
        { ...problem, path: 'spec.version' },
        { ...problem, path: 'spec.template.packs[0].values' },
      ]),
      named,
    )
    expect(placed.map(({ place }) => place)).toEqual(['version of the profile', 'layer csi-aws-ebs, values, line 12'])
  })

  it('strips characters that reorder text from names', () => {
    const odd = { packs: [{ name: 'a\u202eb', manifests: [] }], variables: [] }
    const [problem] = withPlaces(
      [{ code: 'WrongType', severity: 'error', params: {}, path: 'spec.template.packs[0]' }],
      odd,
    )
    expect(problem?.place).not.toContain('\u202e')
  })
})
