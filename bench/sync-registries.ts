import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startHelmRepository, type ChartVersion } from '../apps/api/src/testing/registry-servers/helm-repository.ts'
import { startOciRegistry, type TestOciRegistry } from '../packages/pack-sources/src/testing/oci-registry.ts'
import { findOciRegistry } from '../scripts/oci-registry.mjs'

const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/packs')
const PACKS = 131
/** Median of a pack's values in public repositories. */
const VALUES_BYTES = 13_000
const CHARTS = 100
const VERSIONS = 100
/** Of one entry, so that 10,000 make an index of 20 MB. */
const ENTRY_BYTES = 1_800

/** A docker-registry with 131 packs: those of the public repository where they are at hand, else as many of the same size. */
export async function startPackRegistry(): Promise<TestOciRegistry> {
  process.env['OCI_REGISTRY_BINARY'] = await findOciRegistry()
  const registry = await startOciRegistry()
  const push = existsSync(CORPUS) ? pushCorpus : pushOwn
  await push(registry)
  return registry
}

async function pushCorpus(registry: TestOciRegistry) {
  for (const folder of await readdir(CORPUS)) {
    const { name, version }: { name: string; version: string } = JSON.parse(
      await readFile(join(CORPUS, folder, 'pack.json'), 'utf8'),
    )
    await registry.pushPackFolder(repositoryOf(name), version, { parent: CORPUS, folder })
  }
}

async function pushOwn(registry: TestOciRegistry) {
  for (let at = 0; at < PACKS; at++) {
    const name = `bench-${at}`
    const packJson = JSON.stringify({ name, displayName: name, version: '1.0.0', layer: 'addon', cloudTypes: ['all'] })
    const values = Array.from({ length: VALUES_BYTES / 20 }, (_none, line) => `key-${at}-${line}: ${line}\n`).join('')
    const files = { [`${name}/pack.json`]: packJson, [`${name}/values.yaml`]: values }
    await registry.pushPack(repositoryOf(name), '1.0.0', files)
  }
}

const repositoryOf = (name: string) => `bench/spectro-packs/archive/${name}`

/** A Helm repository whose index has 10,000 chart versions and 20 MB. */
export async function startLargeHelmRepository() {
  const repository = await startHelmRepository()
  const image = `      - name: image\n        image: registry.example/organisation/component:1.0.0\n`
  const images = image.repeat(Math.ceil(ENTRY_BYTES / image.length))
  const more = `    annotations:\n      images: |\n${images.replaceAll(/^/gm, '  ').trimEnd()}\n`
  const charts = Array.from({ length: CHARTS * VERSIONS }, (_none, at): ChartVersion => ({
    name: `chart-${at % CHARTS}`,
    version: `1.${Math.floor(at / CHARTS)}.0`,
    content: String(at),
    more,
  }))
  repository.publish(charts)
  return repository
}
