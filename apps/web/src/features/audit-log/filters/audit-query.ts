import type { AuditFilter, AuditOutcome } from '@waybill/api-contract'
import type { ListAddress } from '../../../shared/ui/list/list-address.ts'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'

export const SPANS = { '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days' } as const
export type Span = keyof typeof SPANS

const HOUR_MS = 3_600_000
const SPAN_MS: Record<Span, number> = { '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 168 * HOUR_MS, '30d': 720 * HOUR_MS }
const DAY = /^\d{4}-\d{2}-\d{2}$/

export const OUTCOMES = ['succeeded', 'refused', 'failed'] as const satisfies readonly AuditOutcome[]

/** The filters of the log. */
export interface AuditQuery {
  /** The uid or the whole name of an object. */
  search: string
  span: Span | null
  /** First and last day, both included, in the time zone of the browser. */
  from: string
  to: string
  people: readonly string[]
  kinds: readonly string[]
  actions: readonly string[]
  outcomes: readonly AuditOutcome[]
}

export type ChangeAudits = ChangeList<AuditQuery>

const noFilters: AuditQuery = {
  search: '',
  span: null,
  from: '',
  to: '',
  people: [],
  kinds: [],
  actions: [],
  outcomes: [],
}

export const isSpan = (text: string): text is Span => Object.hasOwn(SPANS, text)

/** A day that exists in the calendar, else an empty text. */
const dayOf = (text: string | null): string =>
  text !== null && DAY.test(text) && !Number.isNaN(new Date(text).getTime()) ? text : ''

/** Ignores unknown values. */
function read(params: URLSearchParams): AuditQuery {
  const time = params.get('time') ?? ''
  const span = isSpan(time) ? time : null
  return {
    search: (params.get('object') ?? '').slice(0, 253),
    span,
    from: span ? '' : dayOf(params.get('from')),
    to: span ? '' : dayOf(params.get('to')),
    people: params.getAll('person').slice(0, 20),
    kinds: params.getAll('kind').slice(0, 20),
    actions: params.getAll('action').slice(0, 20),
    outcomes: OUTCOMES.filter((outcome) => params.getAll('outcome').includes(outcome)),
  }
}

/** Leaves out default values. */
function write({ search, span, from, to, people, kinds, actions, outcomes }: AuditQuery): URLSearchParams {
  const lists = { person: people, kind: kinds, action: actions, outcome: outcomes }
  const single = Object.entries({ object: search, time: span ?? '', from, to }).filter(([, value]) => value !== '')
  return new URLSearchParams([
    ...single,
    ...Object.entries(lists).flatMap(([name, values]) => values.map((value) => [name, value])),
  ])
}

/** The filters as part of the address. */
export const auditList: ListAddress<AuditQuery> = {
  read,
  write,
  hasFilters: (query) => write(query).size > 0,
  noFilters,
}

/** The filter sent to the API, at a given moment. */
export function auditFilter(query: AuditQuery, now: Date): Partial<AuditFilter> {
  const { search, span, from, to, people, kinds, actions, outcomes } = query
  const start = span ? new Date(now.getTime() - SPAN_MS[span]) : from === '' ? null : new Date(`${from}T00:00:00`)
  const end = to === '' ? null : new Date(`${to}T23:59:59.999`)
  return {
    ...(start && { from: start.toISOString() }),
    ...(end && { to: end.toISOString() }),
    ...(search !== '' && { object: search }),
    person: [...people],
    kind: [...kinds],
    action: [...actions],
    outcome: [...outcomes],
  }
}
