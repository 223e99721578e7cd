import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { AuditLogPage } from './audit-log-page.tsx'
import { type AuditQuery, noAuditFilters } from './filters/audit-query.ts'

const drawNoHit = (query: Partial<AuditQuery>) =>
  draw(
    <AuditLogPage
      query={{ ...noAuditFilters, ...query }}
      filter={{}}
      page={{ items: [], next: '', count: 0, isCountWhole: true }}
      choices={{ people: [], kinds: [], actions: [], keptDays: 365 }}
    />,
  )

test('who searches for a part of a name is told that names are taken whole', () => {
  drawNoHit({ search: 'obser' })
  expect(screen.getByText(/type the whole name/)).toBeTruthy()
})

test('who searches for nothing is told of the filters alone', () => {
  drawNoHit({ outcomes: ['failed'] })
  expect(screen.getByText('No event of this log fits all of the filters.')).toBeTruthy()
})
