import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  auditChoicesSchema,
  auditEventsQuerySchema,
  auditEventsSchema,
  auditExportQuerySchema,
  auditFileSchema,
} from './console-audits.ts'
import { auditSchema, auditsQuerySchema, auditsSchema, auditSysMsgSchema, auditUserMsgSchema } from './audits.ts'

const ofOne = { tag: 'audits', params: uidParams } as const
const forConsole = {
  method: 'GET',
  tag: 'console',
  access: { permission: 'audit.list' },
  scope: 'header-project',
} as const
const mayGet = { ...ofOne, access: { permission: 'audit.get' } } as const

/** Who changed what, and when. */
export const auditOperations = {
  list: {
    method: 'GET',
    path: '/v1/audits',
    palette: documentedOnly('v1AuditsList'),
    tag: 'audits',
    summary: 'What happened, newest first: in the project, or in the whole tenant',
    access: { permission: 'audit.list' },
    scope: 'header-project',
    query: auditsQuerySchema,
    success: { 200: auditsSchema },
  },
  get: {
    ...mayGet,
    method: 'GET',
    path: '/v1/audits/{uid}',
    palette: documentedOnly('v1AuditsUidGet'),
    summary: 'An event of the audit log',
    success: { 200: auditSchema },
  },
  getSysMsg: {
    ...mayGet,
    method: 'GET',
    path: '/v1/audits/{uid}/sysMsg',
    palette: documentedOnly('v1AuditsUidGetSysMsg'),
    summary: 'An event of the audit log in words',
    success: { 200: auditSysMsgSchema },
  },
  listEvents: {
    ...forConsole,
    path: '/v1/console/audits',
    summary: 'What happened, newest first, a page after the other: in the project, or in the whole tenant',
    query: auditEventsQuerySchema,
    success: { 200: auditEventsSchema },
  },
  listChoices: {
    ...forConsole,
    path: '/v1/console/audits/choices',
    summary: 'What the log can be filtered by, and how long it is kept',
    success: { 200: auditChoicesSchema },
  },
  exportEvents: {
    ...forConsole,
    path: '/v1/console/audits/export',
    summary: 'The events that a filter lets through as CSV or as JSON lines, however many they are',
    produces: 'application/octet-stream',
    query: auditExportQuerySchema,
    success: { 200: auditFileSchema },
  },
  // Clients know the uid of their own event from the AuditUid header, even if they may not read the log.
  setUserMsg: {
    ...ofOne,
    method: 'PATCH',
    path: '/v1/audits/{uid}/userMsg',
    palette: documentedOnly('v1AuditsUidMsgUpdate'),
    summary: 'Adds a comment to an event; only its actor can',
    access: 'signed-in',
    scope: 'tenant',
    body: auditUserMsgSchema,
    success: noContent,
  },
} as const satisfies Operations
