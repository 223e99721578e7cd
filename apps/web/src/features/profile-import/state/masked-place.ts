import type { ImportPlanBody } from '@waybill/api-contract'

type Masked = ImportPlanBody['masked'][number]

/** Where a masked value is, in one line: `postgresql › auth.password`, `own › secrets.yaml › stringData.key`. */
export const maskedPlace = ({ layerName, manifest, valuePath, path }: Masked): string =>
  [layerName || 'Variables', manifest, valuePath || path].filter((word) => word !== '').join(' › ')
