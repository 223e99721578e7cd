import { describe, expect, it } from 'vitest'
import { packNameOf } from './choose-catalogue.ts'
import { chooseRegistry, indexRegistries } from './choose-registry.ts'
import type { RegistryReference } from '../../document/document.ts'
import { candidateOf, packNamed, registryNamed } from '../../plan/plan-facts.fixture.ts'

const mirror = registryNamed('Mirror')
const publicRepo = registryNamed('Public Repo')
const empty = registryNamed('Empty')
const pack = packNamed('hello')
const registries = indexRegistries([mirror, publicRepo, empty])

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

  it('says when the decided registry does not hold the pack', () => {
    expect(choose({}, [mirror], empty.uid)).toMatchObject({ isDecisionInvalid: true, registry: 'Mirror' })
  })

  it('takes the uid in the file before the name', () => {
    expect(choose({ uid: mirror.uid, name: 'Public Repo' })).toEqual({ choice: 'uid', registry: 'Mirror' })
  })

  it('takes the same name and kind for an unknown uid', () => {
    expect(choose({ uid: 'f'.repeat(24), name: 'Public Repo', kind: 'pack' })).toEqual({
      choice: 'same-name',
      registry: 'Public Repo',
    })
  })

  it('takes the same name where the kind of the file disagrees', () => {
    expect(choose({ name: 'Public Repo', kind: 'oci' })).toEqual({ choice: 'same-name', registry: 'Public Repo' })
  })

  it('takes the only registry that holds the pack for a file that names none', () => {
    expect(choose({ uid: '', name: '' }, [mirror])).toEqual({ choice: 'only', registry: 'Mirror' })
  })

  it('takes the only registry that holds the pack where the named one is here but does not', () => {
    expect(choose({ uid: empty.uid, name: 'Empty', isPrivate: true }, [mirror])).toEqual({
      choice: 'only',
      registry: 'Mirror',
    })
  })

  it('takes the only registry that holds the pack in place of an unknown public one', () => {
    expect(choose({ uid: 'f'.repeat(24), name: 'Elsewhere', isPrivate: false }, [mirror])).toEqual({
      choice: 'only',
      registry: 'Mirror',
    })
  })

  it('does not replace an unknown private registry in silence', () => {
    expect(choose({ uid: 'f'.repeat(24), name: 'Elsewhere', isPrivate: true }, [mirror])).toEqual({
      choice: 'none',
      refusal: 'RegistryNotFound',
      registry: undefined,
    })
  })

  it('asks where several registries hold the pack and the file helps with none', () => {
    expect(choose({ name: 'Elsewhere' })).toEqual({ choice: 'none', refusal: 'RegistryAmbiguous', registry: undefined })
  })

  it('chooses nothing where nothing holds the pack', () => {
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
