import type { ComparisonBody } from '@waybill/api-contract'

/** `edge-base 1.2.0` */
export const sideName = ({ name, version }: Pick<ComparisonBody['left'], 'name' | 'version'>) => `${name} ${version}`
