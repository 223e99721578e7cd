import { z } from 'zod'

const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/** A moment as clients send it, within the years that databases and calendars support, whatever its offset. */
export const momentSchema = z.iso.datetime({ offset: true }).refine(
  (text) => {
    const at = Date.parse(text)
    return at >= FIRST && at <= LAST
  },
  { error: 'Expected a time between the years 1 and 9999' },
)
