import type { AuditChoicesBody, AuditEventsBody } from '@waybill/api-contract'
import { useState } from 'react'
import { FilterSelect } from '../../../shared/ui/list/filters/filter-select.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { SearchOfList } from '../../../shared/ui/list/search-of-list.tsx'
import type { List } from '../../../shared/ui/list/use-list.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { actionName, kindName, outcomeName } from '../audit-words.ts'
import { auditList, type AuditQuery, isSpan, OUTCOMES, SPANS } from './audit-query.ts'
import { DaysDialog } from './days-dialog.tsx'

interface AuditToolbarProps {
  list: List<AuditQuery>
  choices: AuditChoicesBody
  page: AuditEventsBody
}

const CHOOSE_DAYS = 'days'

export function AuditToolbar({ list, choices, page }: AuditToolbarProps) {
  const { asked: query, change } = list
  const [isChoosingDays, setIsChoosingDays] = useState(false)
  const emails = new Map([
    ...page.items.map(({ actor }) => [actor.uid, actor.email] as const),
    ...choices.people.map(({ uid, email }) => [uid, email] as const),
  ])
  const days = daysWords(query)
  const nameOfTime = (value: string) => (isSpan(value) ? SPANS[value] : days === '' ? 'Choose days…' : days)
  const chooseTime = (chosen: readonly string[]) => {
    const last = chosen.at(-1)
    if (last === CHOOSE_DAYS) setIsChoosingDays(true)
    else change({ span: last !== undefined && isSpan(last) ? last : null, from: '', to: '' })
  }
  const shown = (values: readonly string[], chosen: readonly string[]) => [...new Set([...values, ...chosen])]
  return (
    <>
      <ListToolbar
        search={<SearchOfList list={list} fields="exact name of a profile, person, role…" />}
        filters={
          <>
            <FilterSelect
              label="Time"
              choices={[...Object.keys(SPANS), CHOOSE_DAYS]}
              nameOf={nameOfTime}
              chosen={query.span ? [query.span] : days === '' ? [] : [CHOOSE_DAYS]}
              isSingle
              onChoose={chooseTime}
            />
            <FilterSelect
              label="Person"
              choices={shown(
                choices.people.map(({ uid }) => uid),
                query.people,
              )}
              nameOf={(uid) => emails.get(uid) ?? uid}
              chosen={query.people}
              onChoose={(people) => change({ people })}
            />
            <FilterSelect
              label="Kind"
              choices={shown(choices.kinds, query.kinds)}
              nameOf={kindName}
              chosen={query.kinds}
              onChoose={(kinds) => change({ kinds })}
            />
            <FilterSelect
              label="Action"
              choices={shown(choices.actions, query.actions)}
              nameOf={actionName}
              chosen={query.actions}
              onChoose={(actions) => change({ actions })}
            />
            <FilterSelect
              label="Outcome"
              choices={OUTCOMES}
              nameOf={outcomeName}
              chosen={query.outcomes}
              onChoose={(chosen) => change({ outcomes: OUTCOMES.filter((outcome) => chosen.includes(outcome)) })}
            />
          </>
        }
        count={page.isCountWhole ? counted(page.count, 'event') : `more than ${counted(page.count, 'event')}`}
        onClear={() => change(auditList.noFilters)}
      />
      {isChoosingDays ? (
        <DaysDialog
          from={query.from}
          to={query.to}
          onChoose={(chosen) => change({ span: null, ...chosen })}
          onClose={() => setIsChoosingDays(false)}
        />
      ) : null}
    </>
  )
}

const dayName = (day: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(`${day}T00:00:00`))

/** `since Nov 3, 2026`, `until …`, or both days; empty without days. */
function daysWords({ from, to }: AuditQuery): string {
  if (from === '') return to === '' ? '' : `until ${dayName(to)}`
  return to === '' ? `since ${dayName(from)}` : `${dayName(from)} to ${dayName(to)}`
}
