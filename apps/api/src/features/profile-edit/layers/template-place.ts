import type { ProfileInput, ProfileUpdate } from '@waybill/api-contract'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** Scripts write layers beside the version, and send back what answers carry: nothing reads them there. */
const OTHER_PLACES = ['packs', 'draft', 'published']

/** @throws AppError InvalidRequest for a new profile that says nothing of its type and layers, or says it elsewhere. */
export function requireTemplate({ spec }: ProfileInput): void {
  refuseLayersElsewhere({ spec })
  if (!spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/** @throws AppError InvalidRequest for layers that would be passed over in silence. */
export function refuseLayersElsewhere({ spec }: Pick<ProfileUpdate, 'spec'>): void {
  if (!spec || spec.template) return
  if (OTHER_PLACES.some((place) => spec[place])) {
    throw fieldsError([{ path: 'spec.template', keyword: 'layers_elsewhere' }])
  }
}
