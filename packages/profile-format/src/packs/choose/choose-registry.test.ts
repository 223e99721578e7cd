import { describe, expect, it } from 'vitest'
import { packNameOf, packNamesOf } from './choose-catalogue.ts'
import { chooseRegistry, indexRegistries } from './choose-registry.ts'
import type { RegistryReference } from '../../document/document.ts'
import { candidateOf, packNamed, registryNamed } from '../../plan/plan-facts.fixture.ts'

const mirror = registryNamed('Mirror')
const publicRepo = registryNamed('Public Repo')
const empty = registryNamed('Empty')
const pack = packNamed('hello')
const registries = indexRegistries({ registries: [mirror, publicRepo, empty] })

function choose(source: RegistryReference, here = [mirror, publicRepo], decided?: string) {
  const candidates = here.map((registry) => candidateOf(pack, registry))
  const { chosen, ...rest } = chooseRegistry({ source, candidates, decided, registries })
  return { ...rest, registry: chosen?.registry.name }
}

describe('chooseRegistry', () => {
  it('takes the decided registry before all others', () => {
    expect(choose({ uid: publicRepo.uid }, [mirror, publicRepo], mirror.uid)).toEqual({
      choice: 'decision',
      registry: 'Mirror',
    })
  })

  it('reports that the decided registry does not hold the pack', () => {
    expect(choose({}, [mirror], empty.uid)).toMatchObject({ isDecisionInvalid: true, registry: 'Mirror' })
  })

  it('prefers the uid in the file to the name', () => {
    expect(choose({ uid: mirror.uid, name: 'Public Repo' })).toEqual({ choice: 'uid', registry: 'Mirror' })
  })

  it('takes the registry of the same name and kind for an unknown uid', () => {
    expect(choose({ uid: 'f'.repeat(24), name: 'Public Repo', kind: 'pack' })).toEqual({
      choice: 'same-name',
      registry: 'Public Repo',
    })
  })

  it('takes the registry of the same name even if the kind in the file differs', () => {
    expect(choose({ name: 'Public Repo', kind: 'oci' })).toEqual({ choice: 'same-name', registry: 'Public Repo' })
  })

  it('takes the only registry that holds the pack for a file that names none', () => {
    expect(choose({ uid: '', name: '' }, [mirror])).toEqual({ choice: 'only', registry: 'Mirror' })
  })

  it('never replaces a registry that is here but does not hold the pack', () => {
    const refused = { choice: 'none', refusal: 'PackNotInRegistry', registry: undefined }
    expect(choose({ uid: empty.uid, name: 'Empty' }, [mirror])).toEqual(refused)
    expect(choose({ uid: empty.uid, name: 'Mirror' })).toEqual(refused)
  })

  it.each([true, false])('takes the only registry that holds the pack in place of an unknown one', (isPrivate) => {
    expect(choose({ uid: 'f'.repeat(24), name: 'Elsewhere', isPrivate }, [mirror])).toEqual({
      choice: 'only',
      registry: 'Mirror',
    })
  })

  it('asks when several registries hold the pack and the file names none of them', () => {
    expect(choose({ name: 'Elsewhere' })).toEqual({ choice: 'none', refusal: 'RegistryAmbiguous', registry: undefined })
  })

  it.each([
    [{ name: 'Elsewhere' }, { choice: 'none', refusal: 'RegistryNotFound', registry: undefined }],
    [
      { uid: 'f'.repeat(24), name: 'Mirror' },
      { choice: 'same-name', registry: 'Mirror' },
    ],
    [{}, { choice: 'only', registry: 'Mirror' }],
  ])('asks before it replaces %o when registries must match', (source, expected) => {
    const strict = indexRegistries({ registries: [mirror], registriesMustMatch: true })
    const { chosen, ...rest } = chooseRegistry({
      source,
      candidates: [candidateOf(pack, mirror)],
      decided: undefined,
      registries: strict,
    })
    expect({ ...rest, registry: chosen?.registry.name }).toEqual(expected)
  })

  it('chooses nothing when no registry holds the pack', () => {
    expect(choose({ name: 'Mirror' }, [])).toEqual({ choice: 'none', registry: undefined })
  })
})

describe('packNameOf', () => {
  it.each([
    ['hello', 'hello'],
    ['second--hello', 'hello'],
    ['odd--', 'odd--'],
  ])('reads %s as a layer of the pack %s', (layerName, expected) => {
    expect(packNameOf(layerName)).toBe(expected)
  })
})

describe('packNamesOf', () => {
  it('names the layer as written and, if it has a display name, the pack alone', () => {
    expect(packNamesOf('blue--nginx')).toEqual(['blue--nginx', 'nginx'])
    expect(packNamesOf('nginx')).toEqual(['nginx'])
  })
})
