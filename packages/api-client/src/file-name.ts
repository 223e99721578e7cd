/**
 * Reads the file name from a Content-Disposition header: `filename*` before `filename` (RFC 6266 §4.3); null without
 * either. Path separators become underscores, whatever the server sends.
 */
export function fileNameFromDisposition(header: string | null): string | null {
  const name = extendedName(header ?? '') ?? plainName(header ?? '')
  return name === null ? null : name.replaceAll(/[/\\]/g, '_')
}

function extendedName(header: string): string | null {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1]
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    // With broken percent-encoding, the plain name is the better choice.
    return null
  }
}

function plainName(header: string): string | null {
  const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header)?.[1]
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1')
  return /filename\s*=\s*([^;\s"]+)/i.exec(header)?.[1] ?? null
}
