import { MASK } from '@waybill/layer-text'
import type { TextInspection } from '@waybill/secret-finder'
import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { documentTexts } from '../document/document-texts.ts'
import { variableSecrets } from '../masking/mask-variables.ts'
import { secretAt } from '../masking/surviving-secrets.ts'
import { pairByKey } from './diff-fields.ts'

/** A document with its true values, and the inspections of its texts by id. */
export interface InspectedDocument {
  document: ProfileDocument
  inspections: ReadonlyMap<string, TextInspection>
}

/** `left` and `right`: secret on that side only. `unknown`: one side has only a mask, or the caller may not know. */
export type SecretVerdict = 'same' | 'differs' | 'unknown' | 'left' | 'right'

/** A place that is secret on at least one side, and how the two sides compare there; never a value. */
export interface ComparedSecret {
  where: 'values' | 'manifest' | 'variable'
  /** Empty for variables. */
  layerName: string
  /** Empty except for manifests. */
  manifest: string
  /** Path in the text, or the variable's name. */
  path: string
  verdict: SecretVerdict
}

type Place = Omit<ComparedSecret, 'verdict'>
/** Undefined when the document has only a mask there. */
type Held = Place & { value: string | undefined }

/** Compares the true values of the secrets of two documents, place by place. */
export function compareSecrets(
  left: InspectedDocument,
  right: InspectedDocument,
  maySeeSecrets: boolean,
): ComparedSecret[] {
  const before = byPlace(secretsOf(left))
  const after = byPlace(secretsOf(right))
  return pairByKey([...before], [...after], ([key]) => key).flatMap(({ before: old, after: now }) => {
    const [held] = now?.[1] ?? old?.[1] ?? []
    if (held === undefined) return []
    const { value: _value, ...place } = held
    return [{ ...place, verdict: verdictOn(old?.[1], now?.[1], maySeeSecrets) }]
  })
}

function verdictOn(left: readonly Held[] | undefined, right: readonly Held[] | undefined, maySeeSecrets: boolean) {
  if (left === undefined) return 'right'
  if (right === undefined) return 'left'
  const isMasked = [...left, ...right].some(({ value }) => value === undefined)
  if (!maySeeSecrets || isMasked) return 'unknown'
  const valuesOf = (held: readonly Held[]) => JSON.stringify(held.map(({ value }) => value))
  return valuesOf(left) === valuesOf(right) ? 'same' : 'differs'
}

/** A path can occur several times in one text: once in each of its YAML documents. */
const byPlace = (held: readonly Held[]): Map<string, Held[]> =>
  Map.groupBy(held, ({ where, layerName, manifest, path }) => JSON.stringify([where, layerName, manifest, path]))

function secretsOf({ document, inspections }: InspectedDocument): Held[] {
  return [
    ...documentTexts(document).flatMap(({ id, kind, layerName, manifest = '', text }) =>
      heldIn(text, inspections.get(id), { where: kind, layerName, manifest }),
    ),
    ...document.variables.flatMap(heldByVariable),
  ]
}

function heldIn(text: string, inspection: TextInspection | undefined, place: Omit<Place, 'path'>): Held[] {
  if (inspection === undefined) return []
  return [
    ...inspection.secrets.map((secret) => ({ ...place, path: secret.path, value: secretAt(text, secret) })),
    ...inspection.masked.map(({ path }) => ({ ...place, path, value: undefined })),
  ]
}

function heldByVariable(variable: DocumentVariable): Held[] {
  if (!variable.isSensitive) return []
  const place = { where: 'variable', layerName: '', manifest: '', path: variable.name } as const
  const { defaultValue, options } = variable
  if ([defaultValue, ...options.map(({ value }) => value)].includes(MASK)) return [{ ...place, value: undefined }]
  const secrets = variableSecrets([variable])
  return secrets.length === 0 ? [] : [{ ...place, value: JSON.stringify(secrets) }]
}
