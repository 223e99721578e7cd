/** Proposes the version after the newest one: its minor number is incremented, its patch number becomes 0. */
export function nextVersion(versions: readonly string[]): string {
  const taken = new Set(versions)
  let next = raised(versions[0] ?? '0.9.0')
  while (taken.has(next)) next = raised(next)
  return next
}

function raised(version: string): string {
  const [major = 1, minor = 0] = version.split(/[.+-]/).map((part) => Number.parseInt(part, 10) || 0)
  return `${major}.${minor + 1}.0`
}
