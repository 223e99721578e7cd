import type { PackUpdatePreviewBody, PackUpdatesBody } from '@waybill/api-contract'

/** A layer with the versions that it can move to, and the merge with one of them; null where there is none. */
export interface PackUpdateData {
  profileName: string
  uid: string
  packName: string
  versions: PackUpdatesBody['items'][number]['versions']
  merge: PackUpdatePreviewBody | null
}
