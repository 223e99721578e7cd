import type { ProfileDocument } from '../document/document.ts'
import { parsePackSchema, secretPaths } from '../packs/schema/pack-schema.ts'
import type { Suspicion, TextInspection } from '@waybill/secret-finder'
import { inspectText } from '@waybill/secret-finder'

/** One YAML text of a document. The id is stable for the document: `packs[1].values`, `packs[3].manifests[0]`. */
export interface DocumentText {
  id: string
  kind: 'values' | 'manifest'
  packIndex: number
  layerName: string
  /** Name of the manifest; absent for values. */
  manifest?: string
  text: string
}

/** What is known of a document's texts from elsewhere. */
export interface DocumentContext {
  /** Pack index → raw schema.yaml; absent where the pack has none or is not known here. */
  schemas: Readonly<Record<number, string>>
  /** Pack index → the values that the pack ships; absent where they are not known here. */
  defaults?: Readonly<Record<number, string>>
  /** Text id → what the scanner suspects in it. */
  suspicions: Readonly<Record<string, readonly Suspicion[]>>
}

/** Every text of a document, in its order. */
export function documentTexts(document: ProfileDocument): DocumentText[] {
  return document.packs.flatMap(({ name, values, manifests }, packIndex) => [
    ...(values === undefined
      ? []
      : [{ id: valuesId(packIndex), kind: 'values' as const, packIndex, layerName: name, text: values }]),
    ...manifests.map((manifest, index) => ({
      id: manifestId(packIndex, index),
      kind: 'manifest' as const,
      packIndex,
      layerName: name,
      manifest: manifest.name,
      text: manifest.content,
    })),
  ])
}

/** Id of a pack's values. */
export function valuesId(packIndex: number): string {
  return `packs[${packIndex}].values`
}

/** Id of one manifest of a pack. */
export function manifestId(packIndex: number, index: number): string {
  return `packs[${packIndex}].manifests[${index}]`
}

/** Inspects every text of a document; equal schemas are read once. */
export function inspectDocument(document: ProfileDocument, context: DocumentContext): Map<string, TextInspection> {
  const paths = new Map<string, string[]>()
  const declaredIn = (packIndex: number): string[] => {
    const schema = context.schemas[packIndex] ?? ''
    const known = paths.get(schema) ?? (schema === '' ? [] : secretPaths(parsePackSchema(schema)))
    paths.set(schema, known)
    return known
  }
  return new Map(
    documentTexts(document).map(({ id, kind, packIndex, text }) => {
      const declaredPaths = kind === 'values' ? declaredIn(packIndex) : []
      const suspicions = context.suspicions[id] ?? []
      const defaults = kind === 'values' ? context.defaults?.[packIndex] : undefined
      return [id, inspectText(text, { kind, declaredPaths, suspicions, defaults })]
    }),
  )
}
