import { type TextPosition, type Reference, findReferences } from '@waybill/layer-text'

/** A text to search; `label` is the name of the layer (and manifest) that people know it by. */
export interface ReferencingText {
  path: string
  label: string
  text: string
}

/** A name that texts refer to, with its first place. */
export interface ReferenceUse {
  name: string
  path: string
  position: TextPosition
  /** `hello-universe › line 12`, in document order, without duplicates, at most 50. */
  usedIn: string[]
  /** True when every use has a `default`, so that a missing definition breaks nothing. */
  isDefaulted: boolean
}

/** The uses of macros and variables, by name. */
export interface ReferenceUses {
  macros: ReadonlyMap<string, ReferenceUse>
  variables: ReadonlyMap<string, ReferenceUse>
}

const MAXIMUM_PLACES = 50
const DEFAULT_PIPE = /\|\s*default\b/

/**
 * Collects the macros and variables that the texts refer to. Each text is read once; one without `.spectro.` is
 * skipped.
 */
export function collectReferences(texts: readonly ReferencingText[]): ReferenceUses {
  const macros = new Map<string, ReferenceUse>()
  const variables = new Map<string, ReferenceUse>()
  for (const source of texts) {
    if (!source.text.includes('.spectro.')) continue
    for (const found of withPositions(source.text)) {
      if (found.reference.kind === 'macro') addUse(macros, source, found)
      if (found.reference.kind === 'var') addUse(variables, source, found)
    }
  }
  return { macros, variables }
}

interface FoundReference {
  reference: Reference
  position: TextPosition
}

function* withPositions(text: string): Generator<FoundReference> {
  let line = 1
  let lineStart = 0
  for (const reference of findReferences(text)) {
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < reference.start;) {
      line += 1
      lineStart = next + 1
      next = text.indexOf('\n', lineStart)
    }
    yield { reference, position: { line, column: reference.start - lineStart + 1, offset: reference.start } }
  }
}

function addUse(
  uses: Map<string, ReferenceUse>,
  source: ReferencingText,
  { reference, position }: FoundReference,
): void {
  const place = `${source.label} › line ${position.line}`
  const isDefaulted = DEFAULT_PIPE.test(reference.pipeline)
  const use = uses.get(reference.name)
  if (use === undefined) {
    uses.set(reference.name, { name: reference.name, path: source.path, position, usedIn: [place], isDefaulted })
    return
  }
  use.isDefaulted &&= isDefaulted
  if (use.usedIn.length < MAXIMUM_PLACES && use.usedIn.at(-1) !== place) use.usedIn.push(place)
}
