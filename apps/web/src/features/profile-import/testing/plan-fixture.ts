import type { ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import type { ImportSource } from '../state/import-stage.ts'

type PlannedLayer = ImportPlanBody['layers'][number]

export const source: ImportSource = {
  fileName: 'edge-base-1.2.0.json',
  isPasted: false,
  isOneOfSeveral: false,
  bytes: 2,
  text: '{}',
  original: new Blob(['{}']),
}

export const profileDocument: ProfileDocument = {
  name: 'edge-base',
  description: '',
  labels: new Map(),
  version: '1.2.0',
  type: 'infra',
  cloudType: 'edge-native',
  packs: [],
  variables: [],
}

export function problem(code: string, group: string, more: Partial<ProblemBody> = {}): ProblemBody {
  return { code, group, severity: 'error', path: '', params: {}, message: code, ...more }
}

export function layer(index: number, more: Partial<PlannedLayer> = {}): PlannedLayer {
  return {
    index,
    name: `pack-${index}`,
    layer: 'addon',
    type: 'spectro',
    version: '1.0.0',
    tag: '1.0.0',
    fileVersion: '1.0.0',
    versionChange: 'same',
    sourceRegistry: { uid: '', name: 'Public Repo', kind: 'pack' },
    chosen: null,
    choice: 'none',
    candidates: [],
    alternatives: [],
    ...more,
  }
}

export function candidate(registryName: string): PlannedLayer['candidates'][number] {
  return { packUid: 'p', registryUid: registryName, registryName, registryKind: 'pack', version: '1.0.0' }
}

export function masked(id: string, more: Partial<ImportPlanBody['masked'][number]> = {}) {
  return {
    id,
    path: id,
    valuePath: '',
    layerName: '',
    manifest: '',
    hint: '',
    isKeepable: false,
    isSettled: false,
    ...more,
  }
}

export function planOf(more: Partial<ImportPlanBody> = {}): ImportPlanBody {
  return {
    canImport: true,
    digest: 'digest',
    fileDigest: 'file-digest',
    target: { kind: 'project', uid: 'p', name: 'Default' },
    name: 'edge-base',
    version: '1.2.0',
    nextVersion: '1.2.0',
    publish: false,
    problems: [],
    layers: [],
    leftOut: [],
    editedValues: [],
    needsRepositories: false,
    masked: [],
    macros: [],
    variables: [],
    comparedWith: null,
    changes: [],
    ...more,
  }
}
