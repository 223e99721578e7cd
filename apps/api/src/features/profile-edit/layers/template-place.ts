import type { ProfileInput, ProfileUpdate, ProfileVersionInput } from '@waybill/api-contract'
import { ANSWERED_PLACES, misplacedLayers, type LayersFound } from '@waybill/profile-format'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** @throws AppError InvalidRequest for a new profile without type and layers, or with them in the wrong place */
export function requireTemplate(body: ProfileInput): void {
  refuseLayersElsewhere(body)
  if (!body.spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/** Sent back without a template, these change nothing, whatever they hold. */
const IN_PLACE_OF_TEMPLATE = ['spec.packs', ...ANSWERED_PLACES]

/**
 * @throws AppError InvalidRequest for layers that would be ignored silently. Answers that are sent back have them
 * beside those of the template.
 */
export function refuseLayersElsewhere(body: ProfileInput | ProfileUpdate): void {
  const isSent = (place: string) => !!valueAt(body, place.split('.'))
  const answered = isSent('spec.template') ? undefined : IN_PLACE_OF_TEMPLATE.find(isSent)
  refuse(misplacedLayers((place) => layersIn(valueAt(body, place))) ?? answered)
}

/** The same where `spec.packs` is read too. */
export function refuseChangesElsewhere(body: ProfileVersionInput): void {
  if (!body.spec?.packs?.length) refuse(misplacedLayers((place) => layersIn(valueAt(body, place))))
}

function refuse(place: string | undefined): void {
  if (place !== undefined) throw fieldsError([{ path: place, keyword: 'layers_elsewhere' }])
}

const valueAt = (body: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((node, step) => (node instanceof Object ? Reflect.get(node, step) : undefined), body)

/** A template without layers may be sent beside the empty draft of an answer. */
function layersIn(value: unknown): LayersFound {
  const isFilled = value instanceof Object ? Object.keys(value).length > 0 : !!value
  if (!isFilled) return 'nothing'
  return Array.isArray(value) ? 'list' : 'something'
}
