import { shownKey } from '../read/tree-path.ts'
import type { Problem } from './problems.ts'

/** The names that places of a document are described by. */
export interface NamedParts {
  packs: readonly { name: string; manifests: readonly { name: string }[] }[]
  variables: readonly { name: string }[]
}

const NOTHING: NamedParts = { packs: [], variables: [] }

const LAYER = /^spec\.template\.packs\[(\d+)\](?:\.(.+))?$/s
const MANIFEST = /^manifests\[(\d+)\](?:\.(.+))?$/
const VARIABLE = /^spec\.variables\[(\d+)\](?:\.(.+))?$/

/** The path of a layer's field, in the form that `layerIndexOf` reads: `spec.template.packs[3].version`. */
export function packPath(index: number, field: string): string {
  return `spec.template.packs[${index}].${field}`
}

/**
 * The index of the layer that a problem's path leads into: 3 for `spec.template.packs[3].version`; undefined outside
 * layers.
 */
export function layerIndexOf(path: string): number | undefined {
  const index = LAYER.exec(path)?.[1]
  return index === undefined ? undefined : Number(index)
}

/** Words for paths that people know by another name than the file's. */
const WORDS: Readonly<Record<string, string>> = {
  'metadata.name': 'name of the profile',
  'metadata.description': 'description of the profile',
  'metadata.labels': 'labels of the profile',
  'spec.version': 'version of the profile',
  'spec.template': 'layers of the profile',
  'spec.template.packs': 'layers of the profile',
  'spec.template.type': 'type of the profile',
  'spec.template.cloudType': 'cloud of the profile',
  'spec.variables': 'variables of the profile',
  'registry.metadata': 'registry',
  // Last, because their contents have entries of their own above.
  metadata: 'metadata',
  spec: 'spec',
}

/** Adds to each problem its place in words: `layer csi-aws-ebs, values, line 12`. `path` remains for machines. */
export const withPlaces = (problems: readonly Problem[], named: NamedParts = NOTHING): Problem[] =>
  problems.map((problem) => {
    const place = placeInWords(problem, named)
    return place === '' ? problem : { ...problem, place }
  })

/**
 * For a document that was never a file: keeps line numbers only within texts of layers, drops those within the file.
 */
export const withoutFile = (problems: readonly Problem[]): Problem[] =>
  problems.map(({ position, ...problem }) =>
    position && partsOf(problem.path, NOTHING).isInText ? { ...problem, position } : problem,
  )

function placeInWords({ path, valuePath = '', position }: Problem, named: NamedParts): string {
  const { words, isInText } = partsOf(path, named)
  if (words.length === 0) return position ? inOrder(path, `line ${position.line} of the file`) : ''
  const line = position && (isInText ? `line ${position.line}` : `line ${position.line} of the file`)
  return inOrder(...words, valuePath, line ?? '')
}

const inOrder = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

function partsOf(path: string, { packs, variables }: NamedParts): { words: string[]; isInText: boolean } {
  const [, layer, ofLayer = ''] = LAYER.exec(path) ?? []
  if (layer !== undefined) return partsOfLayer(Number(layer), ofLayer, packs)
  const [, variable, ofVariable = ''] = VARIABLE.exec(path) ?? []
  if (variable !== undefined) {
    const words = [`variable ${nameOr(variables[Number(variable)], Number(variable))}`, wordOf(ofVariable)]
    return { words, isInText: false }
  }
  const known = Object.keys(WORDS).find((each) => path === each || path.startsWith(`${each}.`))
  return { words: known === undefined ? [] : [wordOf(known), path.slice(known.length + 1)], isInText: false }
}

function partsOfLayer(index: number, field: string, packs: NamedParts['packs']) {
  const layer = `layer ${nameOr(packs[index], index)}`
  const [, at, ofManifest = ''] = MANIFEST.exec(field) ?? []
  if (at === undefined) return { words: [layer, wordOf(field)], isInText: field === 'values' }
  const manifest = `manifest ${nameOr(packs[index]?.manifests[Number(at)], Number(at))}`
  const isText = ofManifest === 'content'
  return { words: [layer, manifest, isText ? '' : wordOf(ofManifest)], isInText: isText }
}

const wordOf = (field: string) => WORDS[field] ?? field

/** The part's name, or its number counted from one when it has none. */
const nameOr = (part: { name: string } | undefined, index: number) => shownKey(part?.name || String(index + 1))
