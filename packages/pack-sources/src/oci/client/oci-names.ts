// The grammar of the OCI distribution spec. Names from a registry are checked against it before they become part of a
// URL.
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const DIGEST = /^sha256:[a-f0-9]{64}$/

const REPOSITORY_CHARACTERS = 255

/** Whether a text is a valid repository name (OCI distribution spec). */
export const isRepository = (text: string): boolean => text.length <= REPOSITORY_CHARACTERS && REPOSITORY.test(text)

/** Whether a text is a valid tag (OCI distribution spec). */
export const isTag = (text: string): boolean => TAG.test(text)

/** Accepts only sha256, which every registry uses and which is what we store. */
export const isDigest = (text: string): boolean => DIGEST.test(text)

/** A tag cannot contain the plus of a SemVer build; by Helm's convention it is written as an underscore. */
export const tagOf = (version: string): string => version.replaceAll('+', '_')

/** The segments of a path, ignoring extra slashes. */
export const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

const PACK_LAYOUT = ['spectro-packs', 'archive']

/** The prefix of pack repositories: the documented layout, of which the given path may already contain a part. */
export function packPrefix(base: readonly string[]): string {
  const has = (length: number) => base.slice(-length).join('/') === PACK_LAYOUT.slice(0, length).join('/')
  const missing = has(2) ? [] : has(1) ? PACK_LAYOUT.slice(1) : PACK_LAYOUT
  return [...base, ...missing, ''].join('/')
}
