import { packNameOf } from '../../packs/choose/choose-catalogue.ts'
import type { DocumentPack, RegistryReference } from '../../document/document.ts'
import { isFloatingTag } from '../../rules/profile-version.ts'
import { createNames } from './terraform-names.ts'
import { expressionValue, textValue, type TerraformArgument, type TerraformBlock } from './terraform-body.ts'

/** Registries and packs have different uids in every installation, so the file looks them up by name. */
export interface TerraformLookups {
  /**
   * The arguments for a layer's source: `registry_uid`, and `uid` when the provider could not find the pack by its tag.
   */
  sourceOf: (pack: DocumentPack) => TerraformArgument[]
  blocks: () => TerraformBlock[]
}

/** The kinds of registries that the provider has to be told; it assumes pack registries by default. */
const NAMED_KINDS = new Set(['helm', 'oci'])

/** Collects the data sources that look up registries and packs. */
export function createLookups(): TerraformLookups {
  const blocks = new Map<string, TerraformBlock>()
  const registryName = createNames()
  const packName = createNames()

  /** Creates one data source for all lookups with the same key. */
  function lookUp(key: string, make: () => TerraformBlock): string {
    const block = blocks.get(key) ?? make()
    blocks.set(key, block)
    return `data.${block.labels.join('.')}.id`
  }

  function registryOf({ uid = '', name = '', kind = '' }: RegistryReference): TerraformArgument[] {
    if (name === '') return uid === '' ? [] : [['registry_uid', textValue(uid)]]
    const type = NAMED_KINDS.has(kind) ? kind : undefined
    const found = lookUp(JSON.stringify(['registry', name, type]), () =>
      dataBlock('spectrocloud_registry', registryName(name), [
        ['name', textValue(name)],
        ...(type === undefined ? [] : [['type', textValue(type)] as const]),
      ]),
    )
    return [['registry_uid', expressionValue(found)]]
  }

  function packArgument({ name, version }: DocumentPack, registry: readonly TerraformArgument[]): TerraformArgument {
    const found = lookUp(JSON.stringify(['pack', packNameOf(name), version, registry]), () =>
      dataBlock('spectrocloud_pack', packName(packNameOf(name), version), [
        ['name', textValue(packNameOf(name))],
        ['version', textValue(version)],
        ...registry,
      ]),
    )
    return ['uid', expressionValue(found)]
  }

  return {
    sourceOf(pack) {
      if (pack.type === 'manifest') return []
      const registry = registryOf(pack.registry)
      const isFoundByTag = pack.type !== 'spectro' && !isFloatingTag(pack.tag ?? pack.version)
      return isFoundByTag ? registry : [...registry, packArgument(pack, registry)]
    },
    blocks: () => [...blocks.values()],
  }
}

const dataBlock = (type: string, name: string, given: readonly TerraformArgument[]): TerraformBlock => ({
  type: 'data',
  labels: [type, name],
  arguments: given,
  blocks: [],
})
