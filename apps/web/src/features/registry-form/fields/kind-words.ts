import type { DraftKind, RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'

export interface KindWords {
  label: string
  description: string
  address: string
  example: string
}

export const KIND_WORDS: Record<DraftKind, KindWords> = {
  pack: {
    label: 'Pack',
    description: 'A folder of packs: an archive at an address, or a folder on this server.',
    address:
      'Address of a .tar.gz archive of a folder of packs, such as the download of a pack registry’s sources. Or file:// and a folder that the operator allowed in PACK_FOLDERS.',
    example: 'https://example.com/packs/archive/main.tar.gz',
  },
  helm: {
    label: 'Helm',
    description: 'Charts with an index.yaml.',
    address: 'Address of the folder of its index.yaml.',
    example: 'https://charts.example.com/stable',
  },
  oci: {
    label: 'OCI',
    description: 'A container registry that holds packs or Helm charts.',
    address: 'Address of the registry, without the paths below.',
    example: 'https://registry.example.com',
  },
  ecr: {
    label: 'Amazon ECR',
    description: 'A container registry of AWS, with keys of an IAM user.',
    address: 'Address of the registry, without the paths below.',
    example: 'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  },
}

/** Where packs are looked for: the layout documented for Palette. */
export function layoutHint({ endpoint, basePath, baseContentPath, providerType }: RegistryDraft): string {
  const base = [endpoint.replace(/\/+$/, '') || '<address>', basePath, baseContentPath]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')
  return providerType === 'pack'
    ? `Packs are looked for in ${base}/spectro-packs/archive/<name>:<version>.`
    : `Charts are looked for in ${base}/<name>:<version>.`
}
