import type { DocumentVariable, ProfileDocument } from '../document/document.ts'
import { maskCopies } from './mask-copies.ts'
import { changeTexts, documentTexts } from '../document/document-texts.ts'
import { secretAt } from './surviving-secrets.ts'
import { documentNames } from './names.ts'
import { maskText } from '@waybill/secret-finder'
import { maskVariable, variableSecrets } from './mask-variables.ts'
import { maskProse, proseSecrets, secretsInKeys, type ProseSecret } from './mask-prose.ts'
import type { SecretPlace, SecretReason, SecretSource, Strength, TextInspection } from '@waybill/secret-finder'

/** One secret of a document, as listed for people; never holds the value. */
export interface MaskedSecret {
  /** `packs[1].values#db.password`, `packs[3].manifests[0]#data.key`, `variables[2].defaultValue`. */
  id: string
  /** Empty for variables. */
  layerName: string
  /** Path in the text, or the variable's name. */
  path: string
  source: SecretSource
  reason: SecretReason
  strength: Strength
}

/** What to mask in a document, and what to keep. */
export interface MaskRequest {
  document: ProfileDocument
  /** Keyed by the ids of `documentTexts`. */
  inspections: ReadonlyMap<string, TextInspection>
  suspected: 'mask' | 'keep'
  /** Ids of suspected secrets that stay in clear because somebody marked them as no secret. */
  keep?: ReadonlySet<string>
}

interface FoundSecret extends MaskedSecret {
  textId: string
  place: SecretPlace
  value: string | undefined
}

/** Lists every secret of a document, in its order, for the export dialog. */
export function listSecrets(
  document: ProfileDocument,
  inspections: ReadonlyMap<string, TextInspection>,
): MaskedSecret[] {
  return [
    ...findSecrets(document, inspections).map(describe),
    ...proseSecrets(document).map(describeProse),
    ...variablesMasked(document.variables),
  ]
}

/**
 * Masks a document for export. Declared secrets, Secret manifests and sensitive variables are always masked, suspected
 * secrets unless they are to be kept. Copies of a masked value are masked in all other texts, in descriptions and
 * labels. `secrets` are the masked values, for `survivingSecrets` over the finished file.
 */
export function maskDocument(request: MaskRequest): {
  document: ProfileDocument
  masked: MaskedSecret[]
  secrets: string[]
} {
  const { document, inspections } = request
  const found = findSecrets(document, inspections)
  const kept = keptValues(request, found)
  const chosen = found.filter((secret) => isMasked(request, secret, kept))
  const prose = proseSecrets(document).filter((secret) => isProseMasked(request, secret))
  const secrets = new Set([...chosen, ...prose].flatMap((secret) => secret.value ?? []))
  for (const secret of variableSecrets(document.variables)) secrets.add(secret)
  // A name that equals a secret reveals it anyway: such a secret is masked only in its own place, not as a copy.
  for (const { text } of documentNames(document)) secrets.delete(text)
  if (request.suspected === 'mask') for (const secret of secretsInKeys(document.labels)) secrets.add(secret)
  return {
    document: maskCopies(maskProse(maskPlaces(document, chosen), prose), secrets),
    masked: [...chosen.map(describe), ...prose.map(describeProse), ...variablesMasked(document.variables)],
    secrets: [...secrets],
  }
}

function findSecrets(document: ProfileDocument, inspections: ReadonlyMap<string, TextInspection>): FoundSecret[] {
  return documentTexts(document).flatMap(({ id, layerName, text }) =>
    (inspections.get(id)?.secrets ?? []).map((place) => ({
      id: `${id}#${place.path}`,
      layerName,
      path: place.path,
      source: place.source,
      reason: place.reason,
      strength: place.strength,
      textId: id,
      place,
      value: secretAt(text, place),
    })),
  )
}

/** Values that somebody chose to keep: their copies stay too, unless the value is declared a secret somewhere. */
function keptValues({ suspected, keep }: MaskRequest, found: readonly FoundSecret[]): Set<string> {
  if (suspected === 'keep' || !keep) return new Set()
  const values = found
    .filter(({ id, source, strength }) => source === 'suspected' && strength !== 'certain' && keep.has(id))
    .flatMap(({ value }) => value ?? [])
  return new Set(values)
}

/** Decides whether a request masks a place of a text. */
export type MaskJudge = (found: { id: string; text: string; place: SecretPlace }) => boolean

/** Prepares the decision for a request once, for all places. */
export function createMaskJudge(request: MaskRequest): MaskJudge {
  const kept = keptValues(request, findSecrets(request.document, request.inspections))
  return ({ id, text, place }) => {
    const { source, reason, strength } = place
    return isMasked(request, { id, source, reason, strength, value: secretAt(text, place) }, kept)
  }
}

type Judged = Pick<FoundSecret, 'id' | 'source' | 'reason' | 'strength' | 'value'>

/** A certain secret cannot be kept by its place alone. */
function isMasked({ suspected, keep }: MaskRequest, secret: Judged, kept: ReadonlySet<string>): boolean {
  if (secret.source !== 'suspected') return true
  if (suspected === 'keep') return false
  if (secret.strength !== 'certain' && keep?.has(secret.id)) return false
  return secret.value === undefined || secret.reason !== 'copy' || !kept.has(secret.value)
}

/** Decides whether a request masks a secret suspected outside the texts of layers. */
export function isProseMasked({ suspected, keep }: MaskRequest, { id, strength }: ProseSecret): boolean {
  return suspected === 'mask' && (strength === 'certain' || keep?.has(id) !== true)
}

function describe({ id, layerName, path, source, reason, strength }: FoundSecret): MaskedSecret {
  return { id, layerName, path, source, reason, strength }
}

function describeProse({ id, path, reason, strength }: ProseSecret): MaskedSecret {
  return { id, layerName: '', path, source: 'suspected', reason, strength }
}

function maskPlaces(document: ProfileDocument, chosen: readonly FoundSecret[]): ProfileDocument {
  const byText = Map.groupBy(chosen, ({ textId }) => textId)
  const placesIn = (id: string) => (byText.get(id) ?? []).map(({ place }) => place)
  return {
    ...document,
    packs: changeTexts(document.packs, (text, id) => maskText(text, placesIn(id))),
    variables: document.variables.map(maskVariable),
  }
}

function variablesMasked(variables: readonly DocumentVariable[]): MaskedSecret[] {
  return variables.flatMap((variable, index) =>
    variableSecrets([variable]).length === 0
      ? []
      : [
          {
            id: `variables[${index}].defaultValue`,
            layerName: '',
            path: variable.name,
            source: 'declared',
            reason: 'variable',
            strength: 'certain',
          },
        ],
  )
}
