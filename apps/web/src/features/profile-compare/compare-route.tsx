import { api, type Connection } from '@waybill/api-client'
import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import type { Scope } from '../../shared/session/scope.ts'
import type { CompareData, FileFault } from './compare-data.ts'
import { ComparePage } from './compare-page.tsx'
import { broughtFile, FILE } from './pair/brought-file.ts'
import { type Pair, pairSearch, readPair } from './pair/compared-pair.ts'

export async function loader({ context, request }: LoaderFunctionArgs): Promise<CompareData> {
  const { scope } = enterPage(context, 'clusterProfile.get')
  const pair = readPair(new URL(request.url).searchParams)
  if (pair.left === '' || pair.right === '') return choosing(scope, pair, { signal: request.signal })
  if (pair.right === FILE) return compareFile(scope, pair, request.signal)
  const comparison = expectValue(await compare(scope, pair, request.signal))
  return { kind: 'compared', pair, comparison }
}

interface Choosing {
  fileFault?: FileFault
  signal: AbortSignal
}

/** The known side, with the choice of the other. */
async function choosing(scope: Scope, pair: Pair, { fileFault, signal }: Choosing): Promise<CompareData> {
  const uid = pair.left || pair.right
  const connection = connectionIn(scope, pair.left === '' ? pair.rightProject : pair.leftProject)
  const profile =
    uid === '' || uid === FILE ? null : expectValue(await api.profiles.get(connection, { params: { uid }, signal }))
  return { kind: 'choosing', pair, profile, fileFault: fileFault ?? null }
}

async function compareFile(scope: Scope, pair: Pair, signal: AbortSignal): Promise<CompareData> {
  const file = broughtFile()
  if (file === null) return choosing(scope, pair, { fileFault: { kind: 'gone' }, signal })
  const { content, fileName } = file
  const body = new FormData()
  body.append('importFile', content, fileName)
  const asked = { params: { uid: pair.left }, body, signal }
  const result = await api.comparisons.file(connectionIn(scope, pair.leftProject), asked)
  if (result.ok) return { kind: 'compared', pair, comparison: result.value }
  return choosing(scope, pair, { fileFault: { kind: 'refused', fileName, error: result.error }, signal })
}

/** Each side is requested in its own project. */
function compare(scope: Scope, { left, right, leftProject, rightProject }: Pair, signal: AbortSignal) {
  const here = scope.kind === 'project' ? scope.uid : undefined
  const project = rightProject || (leftProject === '' ? undefined : here)
  const query = { with: right, ...(project ? { withProjectUid: project } : {}) }
  return api.comparisons.profiles(connectionIn(scope, leftProject), { params: { uid: left }, query, signal })
}

const connectionIn = (scope: Scope, project: string): Connection =>
  connectionOf(project === '' ? scope : { kind: 'project', uid: project })

/** Another part of the same pair needs no new data; another file has the same address but does. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSamePair = pairSearch(readPair(currentUrl.searchParams)) === pairSearch(readPair(nextUrl.searchParams))
  return isSamePair && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}

export function Component() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
