import { createNeedleSearch, formsOf, isDistinct } from '@waybill/secret-finder'
import type { ProfileDocument } from '../document/document.ts'
import { packPath } from '../problems/problem-place.ts'
import type { Problem } from '../problems/problems.ts'

interface Name {
  text: string
  /** Path in the document. */
  path: string
  what: string
}

/** The names of a profile and its parts. They cannot be masked, or the file would be another profile. */
export function documentNames({ name, labels, packs, variables }: ProfileDocument): Name[] {
  return [
    { text: name, path: 'metadata.name', what: 'profile' },
    ...[...labels.keys()].map((text) => ({ text, path: 'metadata.labels', what: 'label' })),
    ...packs.flatMap((pack, index) => [
      { text: pack.name, path: packPath(index, 'name'), what: 'layer' },
      { text: pack.registry.name ?? '', path: packPath(index, 'registry.metadata.name'), what: 'registry' },
      ...pack.manifests.map((manifest, at) => ({
        text: manifest.name,
        path: packPath(index, `manifests[${at}].name`),
        what: 'manifest',
      })),
    ]),
    ...variables.map((variable, index) => ({
      text: variable.name,
      path: `spec.variables[${index}].name`,
      what: 'variable',
    })),
  ]
}

/** Versions cannot be masked either: they say what the profile is made of. */
function documentVersions({ version, packs }: ProfileDocument): Name[] {
  return [
    { text: version, path: 'spec.version', what: 'version' },
    ...packs.flatMap((pack, index) => [
      { text: pack.version, path: packPath(index, 'version'), what: 'version' },
      { text: pack.tag ?? '', path: packPath(index, 'tag'), what: 'version' },
    ]),
  ]
}

/**
 * A problem for each name or version that contains a secret: until it is changed, the profile cannot be exported.
 * Quotes neither.
 */
export function secretsInNames(document: ProfileDocument, secrets: readonly string[]): Problem[] {
  const search = createNeedleSearch(
    secrets.filter(isDistinct).flatMap((secret) => formsOf(secret).map(({ text }) => text)),
  )
  return [...documentNames(document), ...documentVersions(document)]
    .filter(({ text }) => search.has(text))
    .map(({ path, what }) => ({ code: 'SecretInName', severity: 'error', path, params: { what } }))
}
