const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

// Created once: a list shows a time in every row, and creating a formatter takes far longer than using it.
const exactly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** `3 days ago`; the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
  const date = new Date(at)
  return (
    <time dateTime={at} title={exactly.format(date)}>
      {fromNow(date)}
    </time>
  )
}

/**
 * Future times are counted in days as long as people plan in days, and rounded: 89 days and 23 hours is “in 90 days”.
 */
const SHOWN_DAYS = 90

/** `3 days ago`, `in 90 days`. */
export function fromNow(date: Date, now = Date.now()): string {
  const seconds = (date.getTime() - now) / 1_000
  const days = Math.round(seconds / 86_400)
  if (days >= 1 && days <= SHOWN_DAYS) return words.format(days, 'day')
  const unit = units.find(([, length]) => Math.abs(seconds) >= length)
  if (unit === undefined) return seconds > 0 ? 'in a moment' : 'just now'
  const [name, length] = unit
  return words.format(seconds > 0 ? Math.round(seconds / length) : Math.trunc(seconds / length), name)
}
