import type { AuditActionType } from '@waybill/api-contract'
import { z } from 'zod'
import type { AuditAction } from '../../platform/audit/audit-log.ts'
import type { AuditRow } from './audit-repository.ts'

interface Words {
  type: AuditActionType
  verb: string
}

const ACTIONS: Readonly<Record<AuditAction, Words>> = {
  create: { type: 'create', verb: 'Created' },
  update: { type: 'update', verb: 'Changed' },
  delete: { type: 'delete', verb: 'Deleted' },
  publish: { type: 'publish', verb: 'Published' },
  export: { type: 'activity', verb: 'Exported' },
  read: { type: 'activity', verb: 'Read the values of' },
  reveal: { type: 'activity', verb: 'Revealed a secret of' },
  import: { type: 'create', verb: 'Imported' },
  refuse: { type: 'activity', verb: 'Was refused the import of' },
  login: { type: 'activity', verb: 'Signed in as' },
  logout: { type: 'activity', verb: 'Signed out as' },
  'refuse-login': { type: 'activity', verb: 'Was refused the sign-in as' },
  'refuse-request': { type: 'activity', verb: 'Was refused' },
  sync: { type: 'action', verb: 'Synced' },
  cancel: { type: 'action', verb: 'Cancelled the sync of' },
}

const KINDS: Readonly<Record<string, string>> = {
  clusterprofile: 'cluster profile',
  apikey: 'API key',
  macro: '',
  operation: '',
  'audit-log': 'audit log',
}

export const AUDIT_ACTIONS: readonly string[] = Object.keys(ACTIONS)

const BY_ACTION: ReadonlyMap<string, Words> = new Map(Object.entries(ACTIONS))

const wordsOf = (action: string): Words => BY_ACTION.get(action) ?? { type: 'activity', verb: action }

/** Palette's type of an action. */
export const actionTypeOf = (action: string): AuditActionType => wordsOf(action).type

/** The actions that have this Palette type. */
export const actionsOf = (type: AuditActionType): string[] =>
  Object.entries(ACTIONS).flatMap(([action, words]) => (words.type === type ? [action] : []))

type Done = Pick<AuditRow, 'action' | 'resourceKind' | 'resourceName'>

/** What was done to what: `Imported cluster profile web`. */
export const actionMessage = ({ action, resourceKind, resourceName }: Done): string =>
  [wordsOf(action).verb, KINDS[resourceKind] ?? resourceKind, resourceName].filter(Boolean).join(' ')

const detailsSchema = z.record(z.string(), z.unknown())

export interface AuditDetail {
  name: string
  values: string[]
}

/** An event's details, without empty lists. */
export const readDetails = (details: string): AuditDetail[] =>
  Object.entries(detailsSchema.parse(JSON.parse(details)))
    .map(([name, value]) => ({ name, values: [value].flat().map(String) }))
    .filter(({ values }) => values.length > 0)

/** The details of an event on one line: `version: 1.0.0, layers: 3`. */
export const inOneLine = (details: readonly AuditDetail[]): string =>
  details.map(({ name, values }) => `${name}: ${values.join(' ')}`).join(', ')
