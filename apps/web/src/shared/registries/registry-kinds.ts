import type { ConsoleRegistryBody } from '@waybill/api-contract'

/** `Pack`, `Helm`, `OCI pack`, `OCI Helm`; Amazon's registries say so. */
export function kindName({
  kind,
  providerType,
  ociType,
}: Pick<ConsoleRegistryBody, 'kind' | 'providerType' | 'ociType'>): string {
  if (kind === 'pack') return 'Pack'
  if (kind === 'helm') return 'Helm'
  const oci = ociType === 'ecr' ? 'ECR' : 'OCI'
  return `${oci} ${providerType === 'helm' ? 'Helm' : providerType === 'zarf' ? 'Zarf' : 'pack'}`
}
