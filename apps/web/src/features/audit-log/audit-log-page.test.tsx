import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { AuditLogPage } from './audit-log-page.tsx'
import { auditList, type AuditQuery } from './filters/audit-query.ts'

const drawNoHit = (query: Partial<AuditQuery>) =>
  draw(
    <AuditLogPage
      query={{ ...auditList.read(new URLSearchParams()), ...query }}
      filter={{}}
      page={{ items: [], next: '', count: 0, isCountWhole: true }}
      choices={{ people: [], kinds: [], actions: [], keptDays: 365 }}
    />,
  )

test('a search without hits says that only whole names match', () => {
  drawNoHit({ search: 'obser' })
  expect(screen.getByText(/type the whole name/)).toBeTruthy()
})

test('an empty list without a search mentions only the filters', () => {
  drawNoHit({ outcomes: ['failed'] })
  expect(screen.getByText('No event of this log fits all of the filters.')).toBeTruthy()
})
