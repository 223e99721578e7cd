import type { ImportPlanBody } from '@waybill/api-contract'

type Masked = ImportPlanBody['masked'][number]

/** The place of a masked value in one line: `postgresql › auth.password`, `own › secrets.yaml › stringData.key`. */
export const maskedPlace = ({ layerName, manifest, valuePath, path }: Masked): string =>
  [layerName || 'Variables', manifest, valuePath || path].filter((word) => word !== '').join(' › ')
