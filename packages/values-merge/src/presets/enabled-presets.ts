/** Which presets a text of values says that it has: `# spectrocloud.com/enabled-presets: Group:preset,…`. */
const LINE = /^#[ \t]*spectrocloud\.com\/enabled-presets:(.*)(\r?\n|$)/m

/** A preset by what the line calls it. */
export interface PresetName {
  group: string
  name: string
}

/** The presets that the values say to have switched on, one a group, in the order of the line. */
export function enabledPresets(text: string): PresetName[] {
  return (LINE.exec(text)?.[1] ?? '').split(',').flatMap((entry) => {
    const at = entry.indexOf(':')
    return at < 0 ? [] : [{ group: entry.slice(0, at).trim(), name: entry.slice(at + 1).trim() }]
  })
}

/** The text with another line of presets; without any, it has none. */
function withEnabledPresets(text: string, presets: readonly PresetName[]): string {
  const entries = presets.map(({ group, name }) => `${group}:${name}`).join(',')
  const line = `# spectrocloud.com/enabled-presets: ${entries}`
  const found = LINE.exec(text)
  if (!found) return presets.length === 0 ? text : `${line}${/\r?\n/.exec(text)?.[0] ?? '\n'}${text}`
  const [whole, , end = ''] = found
  const before = text.slice(0, found.index)
  return `${before}${presets.length === 0 ? '' : `${line}${end}`}${text.slice(found.index + whole.length)}`
}

/** The line with one group's preset replaced in its place, added at the end, or taken out. */
export function withPresetOf(text: string, group: string, name: string | null): string {
  const now = enabledPresets(text)
  if (name === null) {
    return withEnabledPresets(
      text,
      now.filter((each) => each.group !== group),
    )
  }
  const isNew = !now.some((each) => each.group === group)
  const presets = now.map((each) => (each.group === group ? { group, name } : each))
  return withEnabledPresets(text, isNew ? [...presets, { group, name }] : presets)
}
