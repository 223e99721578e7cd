/** `at 14:02` for today, else `on Nov 3, 2026, 14:02`, in the browser's locale. */
export function momentWords(at: string): string {
  const date = new Date(at)
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
  if (date.toDateString() === new Date().toDateString()) return `at ${time.format(date)}`
  return `on ${new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(date)}`
}
