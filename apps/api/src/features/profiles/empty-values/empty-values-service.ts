import { MASK } from '@waybill/layer-text'
import type { UseCase } from '../../../platform/use-case.ts'
import { getProfileHead } from '../read/profile-service.ts'
import { etagOf } from '../stored/stored-document.ts'
import { findEmptyValues } from './empty-values-repository.ts'

/** What a profile lacks since its import, with the tag of the state that lacks it. @throws AppError ResourceNotFound */
export async function listEmptyValues(use: UseCase<'cipher'>, uid: string) {
  await getProfileHead(use, uid)
  const { revision, emptyValues } = await findEmptyValues(use.db, use.tools.cipher, uid)
  // The text around a gap stays here: a screen would show it to whoever sees the profile.
  const values = emptyValues.map(({ template, ...value }) => ({ ...value, isPart: template !== MASK }))
  return { etag: etagOf({ revision }), values }
}
