import type { ProfileInput, ProfileUpdate } from '@waybill/api-contract'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** Scripts put layers beside the version, or send back fields of responses, which are not read. */
const OTHER_PLACES = ['packs', 'draft', 'published']

/** @throws AppError InvalidRequest for a new profile without type and layers, or with them in the wrong place */
export function requireTemplate({ spec }: ProfileInput): void {
  refuseLayersElsewhere({ spec })
  if (!spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/**
 * @throws AppError InvalidRequest for layers that would be ignored silently. Answers that are sent back have them
 * beside those of the template.
 */
export function refuseLayersElsewhere({ spec }: Pick<ProfileUpdate, 'spec'>): void {
  if (!spec || spec.template?.packs?.length) return
  if (OTHER_PLACES.some((place) => (spec.template ? hasLayers(spec[place]) : spec[place]))) {
    throw fieldsError([{ path: 'spec.template', keyword: 'layers_elsewhere' }])
  }
}

/** A template without layers may be sent beside the empty draft of an answer. */
function hasLayers(place: unknown): boolean {
  if (Array.isArray(place)) return place.length > 0
  return typeof place === 'object' && place !== null && 'packs' in place && hasLayers(place.packs)
}
