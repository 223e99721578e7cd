import type { ArchiveFiles } from './tar-gz.ts'

/** The folder of a small pack. */
export const packFolder = (name: string, version: string, values = `# ${name}\nreplicas: 1\n`): ArchiveFiles => ({
  [`${name}/pack.json`]: JSON.stringify({ name, displayName: name, version, layer: 'addon', cloudTypes: ['all'] }),
  [`${name}/values.yaml`]: values,
  [`${name}/README.md`]: `# ${name}\n`,
})
