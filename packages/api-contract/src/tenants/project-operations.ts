import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { created, noContent } from '../operation/success.ts'
import { pagingQuerySchema } from '../shapes/paging.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  projectActiveResourcesSchema,
  projectCleanupQuerySchema,
  projectCleanupSchema,
  projectInputSchema,
  projectMetaInputSchema,
  projectSchema,
  projectsFilterSchema,
  projectsMetadataQuerySchema,
  projectsMetadataSchema,
  projectsSchema,
  projectsSummarySchema,
} from './projects.ts'

/** Clients list projects before they choose one. */
const findable = { tag: 'projects', access: 'signed-in', scope: 'tenant' } as const
const item = { tag: 'projects', path: '/v1/projects/{uid}', scope: 'path-project', params: uidParams } as const

/** Projects of the tenant. */
export const projectOperations = {
  listNames: {
    ...findable,
    method: 'GET',
    path: '/v1/dashboard/projects/metadata',
    palette: calledByClients('v1ProjectsMetadata'),
    summary: 'Uid and name of every project that the caller may enter',
    query: projectsMetadataQuerySchema,
    success: { 200: projectsMetadataSchema },
  },
  // Not in Palette's contract: older scripts call it and read .items[].
  list: {
    ...findable,
    method: 'GET',
    path: '/v1/projects',
    summary: 'The projects that the caller may enter',
    success: { 200: projectsSchema },
  },
  // Not in the contract either: scripts read it page by page, because Palette answers 405 to the one above.
  page: {
    ...findable,
    method: 'GET',
    path: '/v1/dashboard/projects',
    summary: 'The projects that the caller may enter, by pages',
    query: pagingQuerySchema,
    success: { 200: projectsSummarySchema },
  },
  search: {
    ...findable,
    method: 'POST',
    path: '/v1/dashboard/projects',
    palette: documentedOnly('v1ProjectsFilterSummary'),
    summary: 'The projects that the caller may enter, filtered and by pages',
    query: pagingQuerySchema,
    body: projectsFilterSchema.nullish(),
    success: { 200: projectsSummarySchema },
  },
  /** Refusal: `ProjectExists`. */
  create: {
    method: 'POST',
    path: '/v1/projects',
    palette: calledByClients('v1ProjectsCreate'),
    tag: 'projects',
    summary: 'Creates a project',
    access: { permission: 'project.create' },
    scope: 'tenant',
    body: projectInputSchema,
    success: created,
  },
  get: {
    ...item,
    method: 'GET',
    palette: calledByClients('v1ProjectsUidGet'),
    summary: 'A project',
    access: { permission: 'project.get' },
    success: { 200: projectSchema },
  },
  replace: {
    ...item,
    method: 'PUT',
    palette: calledByClients('v1ProjectsUidUpdate'),
    summary: 'Replaces name, labels and annotations of a project, and its users where the body has them',
    access: { permission: 'project.update' },
    body: projectInputSchema,
    success: noContent,
  },
  /** Refusal: `ProjectExists`, `ProjectNeeded`. */
  replaceMeta: {
    ...item,
    method: 'PUT',
    path: '/v1/projects/{uid}/meta',
    palette: documentedOnly('v1ProjectsUidMetaUpdate'),
    summary: 'Replaces name, labels and annotations of a project',
    access: { permission: 'project.update' },
    body: projectMetaInputSchema,
    success: noContent,
  },
  /** Refusal: `ProjectNotEmpty`, `ProjectNeeded`. */
  delete: {
    ...item,
    method: 'DELETE',
    palette: calledByClients('v1ProjectsUidDelete'),
    summary: 'Deletes a project. One with profiles or macros only with cleanupProjectResources=true',
    description: 'That takes `clusterProfile.delete` where it has profiles, and `macro.delete` where it has macros.',
    access: { permission: 'project.delete' },
    query: projectCleanupQuerySchema,
    body: projectCleanupSchema.nullish(),
    success: noContent,
  },
  listContents: {
    ...item,
    method: 'DELETE',
    path: '/v1/projects/{uid}/validate',
    palette: documentedOnly('v1ProjectsUidValidate'),
    summary: 'What a project holds and would be deleted with it. Deletes nothing',
    access: { permission: 'project.delete' },
    success: { 200: projectActiveResourcesSchema },
  },
} as const satisfies Operations
