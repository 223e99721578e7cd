/** `at 14:02` of today, else `on Nov 3, 2026, 14:02`, as the reader's locale writes it. */
export function momentWords(at: string): string {
  const date = new Date(at)
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
  if (date.toDateString() === new Date().toDateString()) return `at ${time.format(date)}`
  return `on ${new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(date)}`
}
