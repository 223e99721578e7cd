import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readFolderFiles } from '@waybill/pack-sources/testing/tar-gz'
import { addOn, profileText } from './documents.ts'
import type { RegistryServers } from '../registry-servers.ts'

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')

export interface ExportedFile {
  fileName: string
  content: string
}

interface NamedPack {
  name: string
  version: string
  layer: string
  values: string
  cloudType: string
  registry: string
}

interface ExportedDocument {
  spec: {
    template: {
      cloudType: string
      packs: {
        name: string
        type: string
        layer: string
        version: string
        values?: string
        registry?: { metadata?: { name?: string } }
      }[]
    }
  }
}

/** Files exported by other installations; if there are none beside the checkout, one of our own. */
export function exportsToImport(): readonly ExportedFile[] {
  const folder = join(corpus, 'exports')
  if (!existsSync(folder)) return [{ fileName: 'own.json', content: ownExport() }]
  return readdirSync(folder)
    .filter((fileName) => fileName.endsWith('.json'))
    .map((fileName) => ({ fileName, content: readFileSync(join(folder, fileName), 'utf8') }))
}

function ownExport(): string {
  const packs = [addOn('hello', { version: '1.0.0', values: 'replicas: 1\n' })]
  return profileText({ name: 'own', packs })
}

/** The packs that a file needs here, without its own manifests. */
export function packsNamedBy({ content }: ExportedFile): readonly NamedPack[] {
  const { template } = (JSON.parse(content) as ExportedDocument).spec
  return template.packs
    .filter(({ type }) => type !== 'manifest')
    .map(({ name, layer, version, values = '', registry }) => ({
      name,
      layer,
      version,
      values,
      cloudType: template.cloudType,
      registry: registry?.metadata?.name ?? '',
    }))
}

/** OCI registries of the flow, with the folder that holds their packs; every other name belongs to the archive. */
const OCI_FOLDERS: Readonly<Record<string, string>> = {
  'Palette Registry': 'palette',
  'Palette Community Registry': 'community',
}

/**
 * Publishes the packs of the corpus, and those that the files name and the corpus lacks, each in the registry named in
 * the files.
 */
export async function publishAll({ packs, oci }: RegistryServers, named: readonly NamedPack[]): Promise<void> {
  const inArchive = await publishCorpus(packs)
  const seen = new Map<string, NamedPack[]>()
  for (const pack of named) {
    const key = [pack.registry, pack.name, pack.version].join('\n')
    seen.set(key, [...(seen.get(key) ?? []), pack])
  }
  for (const same of seen.values()) {
    const [first] = same
    if (!first) continue
    const { name, version, layer, values, registry } = first
    const pack = { name, version, layer, values, cloudTypes: [...new Set(same.map(({ cloudType }) => cloudType))] }
    const folder = OCI_FOLDERS[registry]
    if (folder !== undefined) await oci.publish(folder, pack)
    else if (!inArchive.has(`${name}-${version}`)) packs.publish(pack)
  }
}

/** @returns the folders that were published. */
async function publishCorpus(packs: RegistryServers['packs']): Promise<ReadonlySet<string>> {
  const parent = join(corpus, 'packs')
  if (!existsSync(parent)) return new Set()
  const folders = readdirSync(parent)
  for (const folder of folders) packs.add(await readFolderFiles(parent, folder))
  return new Set(folders)
}
