import type { ProfileInput, ProfileUpdate, ProfileVersionInput } from '@waybill/api-contract'
import { misplacedLayers } from '@waybill/profile-format'
import { fieldsError } from '../../../platform/errors/field-errors.ts'

/** @throws AppError InvalidRequest for a new profile without type and layers, or with them in the wrong place */
export function requireTemplate(body: ProfileInput): void {
  refuseLayersElsewhere(body)
  if (!body.spec?.template) throw fieldsError([{ path: 'spec.template', keyword: 'invalid_type' }])
}

/** Sent back without a template, these change nothing, whatever they hold. */
const IN_PLACE_OF_TEMPLATE = ['packs', 'draft', 'published']

/**
 * @throws AppError InvalidRequest for layers that would be ignored silently. Answers that are sent back have them
 * beside those of the template.
 */
export function refuseLayersElsewhere(body: ProfileInput | ProfileUpdate): void {
  const { spec } = body
  const answered = spec && !spec.template ? IN_PLACE_OF_TEMPLATE.find((key) => spec[key]) : undefined
  refuse(misplacedLayers(body) ?? (answered && `spec.${answered}`))
}

/** The same where `spec.packs` is read too. */
export function refuseChangesElsewhere(body: ProfileVersionInput): void {
  if (!body.spec?.packs?.length) refuse(misplacedLayers(body))
}

function refuse(place: string | undefined): void {
  if (place !== undefined) throw fieldsError([{ path: place, keyword: 'layers_elsewhere' }])
}
