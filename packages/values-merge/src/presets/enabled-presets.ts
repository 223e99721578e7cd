/** The comment in values that names the enabled presets: `# spectrocloud.com/enabled-presets: Group:preset,…`. */
const LINE = /^#[ \t]*spectrocloud\.com\/enabled-presets:(.*)(\r?\n|$)/m

/** A preset as the comment names it. */
export interface PresetName {
  group: string
  name: string
}

/** The presets that the values name as enabled, one per group, in the order of the comment. */
export function enabledPresets(text: string): PresetName[] {
  return (LINE.exec(text)?.[1] ?? '').split(',').flatMap((entry) => {
    const at = entry.indexOf(':')
    return at < 0 ? [] : [{ group: entry.slice(0, at).trim(), name: entry.slice(at + 1).trim() }]
  })
}

/** The text with another list of presets in its comment; without any, the comment is removed. */
function withEnabledPresets(text: string, presets: readonly PresetName[]): string {
  const entries = presets.map(({ group, name }) => `${group}:${name}`).join(',')
  const line = `# spectrocloud.com/enabled-presets: ${entries}`
  const found = LINE.exec(text)
  if (!found) return presets.length === 0 ? text : `${line}${/\r?\n/.exec(text)?.[0] ?? '\n'}${text}`
  const [whole, , end = ''] = found
  const before = text.slice(0, found.index)
  return `${before}${presets.length === 0 ? '' : `${line}${end}`}${text.slice(found.index + whole.length)}`
}

/** Replaces one group's preset in the comment, adds it at the end, or removes it. */
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
