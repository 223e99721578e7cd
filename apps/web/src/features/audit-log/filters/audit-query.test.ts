import { describe, expect, it } from 'vitest'
import { auditFilter, auditList } from './audit-query.ts'

const all = auditList.read(new URLSearchParams())
const roundTrip = (search: string) => auditList.write(auditList.read(new URLSearchParams(search))).toString()

describe('the address of the audit log', () => {
  it.each([
    '',
    'time=7d',
    'from=2026-01-02&to=2026-01-03',
    'object=edge&person=a&person=b&kind=macro&action=sync&outcome=refused',
  ])('is written as it was read: %j', (search) => expect(roundTrip(search)).toBe(search))

  it.each(['time=2y', 'from=2026-13-45', 'to=yesterday', 'outcome=well', 'constructor=1'])(
    'ignores unknown values: %s',
    (search) => expect(roundTrip(search)).toBe(''),
  )

  it('holds either a time span or days', () => {
    expect(roundTrip('time=1h&from=2026-01-02')).toBe('time=1h')
  })
})

describe('the filter sent to the API', () => {
  it('counts a span back from now', () => {
    const now = new Date('2026-03-01T12:00:00Z')
    expect(auditFilter({ ...all, span: '24h' }, now).from).toBe('2026-02-28T12:00:00.000Z')
  })

  it('covers whole days in the time zone of the browser', () => {
    const { from, to } = auditFilter({ ...all, from: '2026-03-01', to: '2026-03-01' }, new Date())
    expect(new Date(to ?? '').getTime() - new Date(from ?? '').getTime()).toBe(86_400_000 - 1)
  })
})
