import { MASK, treeOf, scalarValue } from '@waybill/layer-text'
import type { SecretPlace } from '@waybill/secret-finder'
import { createNeedleSearch, formsOf, heldGroups, isDistinct, mayHold } from '@waybill/secret-finder'

/** What stands at a place of a text, decoded; undefined for a place whose text could not be read. */
export function secretAt(text: string, place: SecretPlace): string | undefined {
  if (place.reason === 'unparsable') return undefined
  const raw = text.slice(place.start, place.end)
  if (place.replacement === MASK || !/^["'|>&!]|[\r\n]/.test(raw)) return raw
  const root = treeOf(raw)?.documents[0]
  return root?.kind === 'scalar' ? scalarValue(raw, root) : raw
}

/**
 * The last gate over a finished file: whether any distinct secret still stands in it, in any form that it may be written in and
 * as JSON writes that, with and without the escapes of HTML. One pass for all secrets. Words and names stand in any file.
 */
export function survivingSecrets(output: string, secrets: readonly string[]): boolean {
  const held = heldGroups([output], secrets)
  const forms = secrets.filter(isDistinct).flatMap((secret) => formsOf(secret, held).map(({ text }) => text))
  return createNeedleSearch(forms.flatMap(writtenForms).filter((form) => mayHold(held, form))).has(output)
}

/** What is only letters and digits is written the same everywhere. */
function writtenForms(form: string): string[] {
  if (/^[\w.+/=-]+$/.test(form)) return [form]
  const json = JSON.stringify(form).slice(1, -1)
  return [form, json, escapeHtml(json), escapeHtml(form)]
}

function escapeHtml(json: string): string {
  return json.replaceAll(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
