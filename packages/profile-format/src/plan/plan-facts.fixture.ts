import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import { packNameOf } from '../packs/choose/choose-catalogue.ts'
import type { ImportFacts, PackCandidate } from './import-plan.ts'

type Registry = PackCandidate['registry']

/** A registry of the target with the given name. */
export function registryNamed(name: string, overrides: Partial<Registry> = {}): Registry {
  const uid = Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return {
    uid: uid.padEnd(24, '0').slice(0, 24),
    name,
    kind: 'pack',
    isPrivate: false,
    providerType: '',
    isSyncSupported: true,
    ...overrides,
  }
}

/** A pack version that a registry holds. */
export function candidateOf(
  pack: DocumentPack,
  registry: Registry,
  overrides: Partial<PackCandidate> = {},
): PackCandidate {
  const name = packNameOf(pack.name)
  return {
    packUid: `${name}@${pack.version}@${registry.uid}`,
    name,
    version: pack.version,
    layer: pack.layer,
    type: pack.type,
    cloudTypes: ['all'],
    registry,
    schema: '',
    defaults: '',
    constraints: '{}',
    ...overrides,
  }
}

/** A target whose registries, named as in the document, hold every pack of the document. */
export function factsFor(document: ProfileDocument, overrides: Partial<ImportFacts> = {}): ImportFacts {
  const packs = document.packs.filter((pack) => pack.type !== 'manifest')
  const names = [...new Set(packs.map((pack) => pack.registry.name || 'Public Repo'))]
  const registries = new Map(names.map((name) => [name, registryNamed(name)]))
  const candidates = packs.flatMap((pack) => {
    const registry = registries.get(pack.registry.name || 'Public Repo')
    return registry === undefined ? [] : [candidateOf(pack, registry)]
  })
  return {
    scope: { kind: 'project', uid: 'b'.repeat(24), name: 'Default' },
    permissions: ['clusterProfile.create', 'clusterProfile.publish', 'macro.create'],
    tenantPermissions: ['macro.create'],
    registries: [...registries.values()],
    candidates: [...new Map(candidates.map((candidate) => [candidate.packUid, candidate])).values()],
    knownVersions: [],
    macros: [],
    existing: [],
    newest: null,
    ...overrides,
  }
}

/** A layer with one pack. */
export function packNamed(name: string, overrides: Partial<DocumentPack> = {}): DocumentPack {
  return {
    name,
    type: 'spectro',
    layer: 'addon',
    version: '1.2.0',
    tag: '1.2.0',
    values: 'pack:\n  namespace: apps\n',
    manifests: [],
    registry: { uid: 'a'.repeat(24), name: 'Public Repo', kind: 'pack', isPrivate: false },
    ...overrides,
  }
}

/** An add-on profile with the given layers. */
export function documentOf(packs: DocumentPack[], overrides: Partial<ProfileDocument> = {}): ProfileDocument {
  return {
    name: 'edge-base',
    description: '',
    labels: new Map(),
    version: '1.0.0',
    type: 'add-on',
    cloudType: 'all',
    packs,
    variables: [],
    ...overrides,
  }
}
