import type { Finding } from './finding.ts'

interface Ticks {
  /** The finding ids left in clear in the last answer of the server. */
  sent: ReadonlySet<string>
  /** The finding ids to leave in clear now. */
  unmask: ReadonlySet<string>
}

/** What a checkbox shows before the server has answered. */
export function isMasked({ sent, unmask }: Ticks, { id, isMasked: wasMasked }: Finding): boolean {
  return !unmask.has(id) && (wasMasked || sent.has(id))
}

/** What an importer of the file has to do about its masks; masks in comments need nothing. */
export function masksHint(findings: readonly Finding[], masked: ReadonlySet<string>): string {
  if (masked.size === 0) return ''
  const isInComment = ({ id, path }: Finding) => masked.has(id) && path.startsWith('comment[')
  const but = findings.some(isInComment) ? ', but for those in comments, which stay masked' : ''
  return `. Masked values must be entered again when the file is imported${but}.`
}

/** `9 masked, 1 left in clear by you`. */
export function countText(
  findings: readonly Finding[],
  masked: ReadonlySet<string>,
  unmask: ReadonlySet<string>,
): string {
  const cleared = findings.filter(({ id }) => unmask.has(id)).length
  const said = masked.size === 0 ? 'Nothing masked' : `${masked.size.toLocaleString()} masked`
  return cleared === 0 ? said : `${said}, ${cleared.toLocaleString()} left in clear by you`
}
