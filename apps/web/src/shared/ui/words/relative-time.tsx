const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** `3 days ago`; the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
  const date = new Date(at)
  const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' }).format(date)
  return (
    <time dateTime={at} title={exact}>
      {sinceNow(date)}
    </time>
  )
}

function sinceNow(date: Date): string {
  const seconds = (date.getTime() - Date.now()) / 1_000
  const unit = units.find(([, length]) => Math.abs(seconds) >= length)
  if (unit === undefined) return 'just now'
  const [name, length] = unit
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(seconds / length), name)
}
