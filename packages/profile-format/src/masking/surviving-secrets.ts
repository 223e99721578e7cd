import { MASK, treeOf, scalarValue } from '@waybill/layer-text'
import type { SecretPlace } from '@waybill/secret-finder'
import { createNeedleSearch, formsOf, heldGroups, isDistinct, mayHold } from '@waybill/secret-finder'
import { escapeAsGo } from '../write/encode-json.ts'

/** The decoded value at a secret's place; undefined for a place in a text that cannot be parsed. */
export function secretAt(text: string, place: SecretPlace): string | undefined {
  if (place.reason === 'unparsable') return undefined
  const raw = text.slice(place.start, place.end)
  if (place.replacement === MASK || !/^["'|>&!]|[\r\n]/.test(raw)) return raw
  const root = treeOf(raw)?.documents[0]
  return root?.kind === 'scalar' ? scalarValue(raw, root) : raw
}

/**
 * The last check of a finished file: whether any distinctive secret still occurs in it, in any form that it may be
 * written in, escaped as in JSON, with or without HTML escapes. One pass for all secrets. Common words are not searched
 * for.
 */
export function survivingSecrets(output: string, secrets: readonly string[]): boolean {
  const held = heldGroups([output], secrets)
  const forms = secrets.filter(isDistinct).flatMap((secret) => formsOf(secret, held).map(({ text }) => text))
  return createNeedleSearch(forms.flatMap(writtenForms).filter((form) => mayHold(held, form))).has(output)
}

/** A form of plain letters, digits and a few signs is written the same way everywhere. */
function writtenForms(form: string): string[] {
  if (/^[\w.+/=-]+$/.test(form)) return [form]
  const json = JSON.stringify(form).slice(1, -1)
  return [form, json, escapeAsGo(json), escapeAsGo(form)]
}
