import type { Operations } from '../../operation/operation.ts'
import { calledByClients, documentedOnly } from '../../operation/palette.ts'
import { created, noContent } from '../../operation/success.ts'
import { jsonPatchSchema } from '../../shapes/json-patch.ts'
import { wholeListQuerySchema } from '../../shapes/list-query.ts'
import { uidParams } from '../../shapes/uid.ts'
import {
  consoleTeamSchema,
  consoleTeamsQuerySchema,
  consoleTeamsSchema,
  teamInputSchema,
  teamSchema,
  teamsFilterSchema,
  teamsSchema,
  teamsSummarySchema,
} from './teams.ts'

const shared = { tag: 'teams', scope: 'tenant' } as const
const mayList = { ...shared, access: { permission: 'team.list' } } as const
const item = { ...shared, path: '/v1/teams/{uid}', params: uidParams } as const

/** Users who hold roles together. */
export const teamOperations = {
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/teams',
    palette: calledByClients('v1TeamsList'),
    summary: 'Teams of the tenant',
    query: wholeListQuerySchema,
    success: { 200: teamsSchema },
  },
  search: {
    ...mayList,
    method: 'POST',
    path: '/v1/teams/summary',
    palette: documentedOnly('v1TeamsSummaryGet'),
    summary: 'Teams of the tenant with names of members, roles and projects, filtered',
    body: teamsFilterSchema.nullish(),
    success: { 200: teamsSummarySchema },
  },
  /** Refusal: `TeamExists`. */
  create: {
    ...shared,
    method: 'POST',
    path: '/v1/teams',
    palette: calledByClients('v1TeamsCreate'),
    summary: 'Makes a team, with members and roles. Nobody gives more than they may do themselves: GrantExceedsOwn',
    access: { permission: 'team.create' },
    body: teamInputSchema,
    success: created,
  },
  get: {
    ...item,
    method: 'GET',
    palette: calledByClients('v1TeamsUidGet'),
    summary: 'One team',
    access: { permission: 'team.get' },
    success: { 200: teamSchema },
  },
  replace: {
    ...item,
    method: 'PUT',
    palette: calledByClients('v1TeamsUidUpdate'),
    summary: 'Replaces name, labels and annotations of a team, and members and roles where the body has them',
    access: { permission: 'team.update' },
    body: teamInputSchema,
    success: noContent,
  },
  /** Refusal: `TeamExists`, `ResourceNotFound`. */
  patch: {
    ...item,
    method: 'PATCH',
    palette: documentedOnly('v1TeamsUidPatch'),
    summary: 'Changes name, labels, annotations, members and roles of a team by JSON Patch',
    access: { permission: 'team.update' },
    body: jsonPatchSchema.meta({ examples: [[{ op: 'replace', path: '/metadata/name', value: 'Payments' }]] }),
    success: noContent,
  },
  /** Refusal: `LastAdmin`, `ResourceNotFound`. */
  remove: {
    ...item,
    method: 'DELETE',
    palette: calledByClients('v1TeamsUidDelete'),
    summary: 'Deletes a team; its members keep what they hold otherwise. Refused with LastAdmin where no admin is left',
    access: { permission: 'team.delete' },
    success: noContent,
  },
  listForConsole: {
    ...mayList,
    method: 'GET',
    path: '/v1/console/teams',
    summary: 'Teams with how many members they have and what these hold; a page of them',
    query: consoleTeamsQuerySchema,
    success: { 200: consoleTeamsSchema },
  },
  getForConsole: {
    ...shared,
    method: 'GET',
    path: '/v1/console/teams/{uid}',
    summary: 'One team with its members and what they hold by it',
    access: { permission: 'team.get' },
    params: uidParams,
    success: { 200: consoleTeamSchema },
  },
} as const satisfies Operations
