import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** A page of the projects that the caller may enter, by name, of those whose name holds a text. */
export const searchProjects = (
  connection: Connection,
  { search, ...query }: { search: string; limit: number; offset: number },
  signal?: AbortSignal,
) =>
  call(connection, 'POST /v1/dashboard/projects', {
    query,
    body: { filter: { name: { contains: search } }, sort: [{ field: 'name', order: 'asc' }] },
    signal,
  })

/** What names a project, and what people are told about it. */
export interface ProjectWords {
  name: string
  description: string
}

/** Makes a project. Refusal: `ProjectExists`. */
export const createProject = (connection: Connection, { name, description }: ProjectWords) =>
  call(connection, 'POST /v1/projects', { body: { metadata: { name, annotations: { description } } } })

/**
 * Gives a project another name and description; its labels and other annotations stay as they are.
 * Refusal: `ProjectExists`, `ProjectNeeded`.
 */
export const changeProject = (
  connection: Connection,
  uid: string,
  {
    name,
    description,
    ...kept
  }: ProjectWords & { labels: Readonly<Record<string, string>>; annotations: Readonly<Record<string, string>> },
) =>
  call(connection, 'PUT /v1/projects/{uid}/meta', {
    params: { uid },
    body: { name, labels: { ...kept.labels }, annotations: { ...kept.annotations, description } },
  })

/** How much stands in a project, which would go with it. */
export const listProjectContents = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'DELETE /v1/projects/{uid}/validate', { params: { uid }, signal })

/** Deletes a project, with what stands in it only where that is said. Refusal: `ProjectNotEmpty`, `ProjectNeeded`. */
export const deleteProject = (connection: Connection, uid: string, { withContents }: { withContents: boolean }) =>
  call(connection, 'DELETE /v1/projects/{uid}', {
    params: { uid },
    query: { cleanupProjectResources: withContents ? 'true' : 'false' },
  })
