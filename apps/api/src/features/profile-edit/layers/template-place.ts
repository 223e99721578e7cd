import type { ProfileInput, ProfileUpdate } from '@waybill/api-contract'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** Scripts put layers beside the version, or send back fields of responses, which are not read. */
const OTHER_PLACES = ['packs', 'draft', 'published']

/** @throws AppError InvalidRequest for a new profile without type and layers, or with them in the wrong place */
export function requireTemplate({ spec }: ProfileInput): void {
  refuseLayersElsewhere({ spec })
  if (!spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/** @throws AppError InvalidRequest for layers that would be ignored silently */
export function refuseLayersElsewhere({ spec }: Pick<ProfileUpdate, 'spec'>): void {
  if (!spec || spec.template) return
  if (OTHER_PLACES.some((place) => spec[place])) {
    throw fieldsError([{ path: 'spec.template', keyword: 'layers_elsewhere' }])
  }
}
