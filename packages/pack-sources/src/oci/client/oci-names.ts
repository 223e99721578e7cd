// Grammar of the OCI distribution spec. Whatever a registry says is held against it before it goes into an address.
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const DIGEST = /^sha256:[a-f0-9]{64}$/

const REPOSITORY_CHARACTERS = 255

/** Whether a text can be the name of a repository (OCI distribution spec). */
export const isRepository = (text: string): boolean => text.length <= REPOSITORY_CHARACTERS && REPOSITORY.test(text)

/** Whether a text can be a tag (OCI distribution spec). */
export const isTag = (text: string): boolean => TAG.test(text)

/** Only sha256: it is what every registry answers, and what is stored. */
export const isDigest = (text: string): boolean => DIGEST.test(text)

/** A tag cannot hold the plus of a SemVer build; by Helm's convention an underscore stands for it. */
export const tagOf = (version: string): string => version.replaceAll('+', '_')

/** Segments of a path, however many slashes stand around and between them. */
export const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

const PACK_LAYOUT = ['spectro-packs', 'archive']

/** Repositories of packs begin with this: the layout of the documentation, of which the given path may already hold a part. */
export function packPrefix(base: readonly string[]): string {
  const has = (length: number) => base.slice(-length).join('/') === PACK_LAYOUT.slice(0, length).join('/')
  const missing = has(2) ? [] : has(1) ? PACK_LAYOUT.slice(1) : PACK_LAYOUT
  return [...base, ...missing, ''].join('/')
}
