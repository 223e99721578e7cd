// Path separators, characters that Windows refuses, controls and characters that reorder text, in file names and in
// headers.
const UNSAFE_IN_FILE_NAME = /[\\/:*?"<>|%\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu
/** Names that Windows treats as a device, whatever follows the dot. */
const DEVICE = /^(?=(?:con|prn|aux|nul|com\d|lpt\d)\.)/i
const MAX_STEM = 200

/** The parts of an exported file's name. */
export interface ExportName {
  name: string
  version: string
  format: 'json' | 'yaml' | 'tf' | 'tf.json'
}

/** `<name>-<version>.json`, `.yaml`, `.tf` or `.tf.json`, safe for every file system and readable in any language. */
export function exportFileName({ name, version, format }: ExportName): string {
  const stem = `${name}-${version}`
    .toWellFormed()
    .replace(UNSAFE_IN_FILE_NAME, '-')
    .replace(/^[\s.-]+/, '')
    .replace(DEVICE, '_')
  // By code points, so that no surrogate pair is split.
  const cut = Array.from(stem).slice(0, MAX_STEM).join('')
  return `${cut}.${format}`
}

/**
 * A Content-Disposition header that no name can break (RFC 6266): an ASCII fallback of at most 100 characters from
 * `[A-Za-z0-9._-]`, and the percent-encoded name itself when the fallback differs from it.
 */
export function contentDisposition(fileName: string): string {
  const clean = fileName.toWellFormed().replace(UNSAFE_IN_FILE_NAME, '-')
  const dot = clean.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, '']
  const fallback =
    asciiOnly(stem)
      .replace(/^[.-]+/, '')
      .slice(0, 90) || 'profile'
  const ascii = `${fallback}${asciiOnly(extension).slice(0, 9)}`
  const plain = `attachment; filename="${ascii}"`
  return ascii === clean ? plain : `${plain}; filename*=UTF-8''${percentEncode(clean)}`
}

const asciiOnly = (text: string) => text.replace(/[^A-Za-z0-9._-]+/g, '-')

// RFC 8187: encodeURIComponent leaves these five characters, which are not allowed in a header's parameter.
const percentEncode = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
