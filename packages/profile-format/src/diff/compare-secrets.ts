import { MASK } from '@waybill/layer-text'
import type { TextInspection } from '@waybill/secret-finder'
import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { documentTexts } from '../document/document-texts.ts'
import { variableSecrets } from '../masking/mask-variables.ts'
import { secretAt } from '../masking/surviving-secrets.ts'
import { pairByKey } from './diff-fields.ts'

/** A document with true values, and what is known of its texts by their ids. */
export interface InspectedDocument {
  document: ProfileDocument
  inspections: ReadonlyMap<string, TextInspection>
}

/** `left` and `right`: a secret on that side alone. `unknown`: one side has but a mask, or the caller may not know. */
export type SecretVerdict = 'same' | 'differs' | 'unknown' | 'left' | 'right'

/** A place that is secret on a side, and how the sides compare there; never a value. */
export interface ComparedSecret {
  where: 'values' | 'manifest' | 'variable'
  /** Empty for variables. */
  layerName: string
  /** Empty but for manifests. */
  manifest: string
  /** Place in the text, or the variable's name. */
  path: string
  verdict: SecretVerdict
}

type Place = Omit<ComparedSecret, 'verdict'>
/** Undefined where a mask stands for a value that nobody here has. */
type Held = Place & { value: string | undefined }

/** Compares every secret of two documents by place, true value against true value. */
export function compareSecrets(
  left: InspectedDocument,
  right: InspectedDocument,
  options: { isAllowed: boolean },
): ComparedSecret[] {
  const before = byPlace(secretsOf(left))
  const after = byPlace(secretsOf(right))
  return pairByKey([...before], [...after], ([key]) => key).flatMap(({ before: old, after: now }) => {
    const [held] = now?.[1] ?? old?.[1] ?? []
    if (held === undefined) return []
    const { value: _value, ...place } = held
    return [{ ...place, verdict: verdictOn(old?.[1], now?.[1], options.isAllowed) }]
  })
}

function verdictOn(left: readonly Held[] | undefined, right: readonly Held[] | undefined, isAllowed: boolean) {
  if (left === undefined) return 'right'
  if (right === undefined) return 'left'
  const isMasked = [...left, ...right].some(({ value }) => value === undefined)
  if (!isAllowed || isMasked) return 'unknown'
  const valuesOf = (held: readonly Held[]) => JSON.stringify(held.map(({ value }) => value))
  return valuesOf(left) === valuesOf(right) ? 'same' : 'differs'
}

/** A path may stand several times in one text, once in each of its documents. */
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
