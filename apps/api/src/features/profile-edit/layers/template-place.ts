import type { ProfileInput, ProfileUpdate, ProfileVersionInput } from '@waybill/api-contract'
import { misplacedLayers } from '@waybill/profile-format'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** @throws AppError InvalidRequest for a new profile without type and layers, or with them in the wrong place */
export function requireTemplate(body: ProfileInput): void {
  refuseLayersElsewhere(body)
  if (!body.spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/** What answers have in place of a template: sent back without one, it changes nothing, whatever it holds. */
const OF_ANSWERS = ['packs', 'draft', 'published']

/**
 * @throws AppError InvalidRequest for layers that would be ignored silently. Answers that are sent back have them
 * beside those of the template.
 */
export function refuseLayersElsewhere(body: ProfileInput | ProfileUpdate): void {
  const { spec } = body
  const answered = spec && !spec.template ? OF_ANSWERS.find((place) => spec[place]) : undefined
  refuse(misplacedLayers((place) => isFilled(valueAt(body, place))) ?? (answered && `spec.${answered}`))
}

/** The same where `spec.packs` is read too. */
export function refuseChangesElsewhere(body: ProfileVersionInput): void {
  if (!body.spec?.packs?.length) refuse(misplacedLayers((place) => isFilled(valueAt(body, place))))
}

function refuse(place: string | undefined): void {
  if (place !== undefined) throw fieldsError([{ path: place, keyword: 'layers_elsewhere' }])
}

const valueAt = (body: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((node, step) => (node instanceof Object ? Reflect.get(node, step) : undefined), body)

/** A template without layers may be sent beside the empty draft of an answer. */
const isFilled = (layers: unknown): boolean => (layers instanceof Object ? Object.keys(layers).length > 0 : !!layers)
