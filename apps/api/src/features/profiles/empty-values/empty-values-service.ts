import { MASK } from '@waybill/layer-text'
import type { UseCase } from '../../../platform/use-case.ts'
import { getProfileHead } from '../read/profile-service.ts'
import { etagOf } from '../stored/stored-document.ts'
import { findEmptyValues } from './empty-values-repository.ts'

/**
 * A profile's values that are still empty since its import, with the ETag of that state. @throws AppError
 * ResourceNotFound
 */
export async function listEmptyValues(use: UseCase<'cipher'>, uid: string) {
  await getProfileHead(use, uid)
  const { revision, emptyValues } = await findEmptyValues(use.db, use.tools.cipher, uid)
  // The text around a gap is left out: a screen would show it to everyone who sees the profile.
  const values = emptyValues.map(({ template, ...value }) => ({ ...value, isPart: template !== MASK }))
  return { etag: etagOf({ revision }), values }
}
