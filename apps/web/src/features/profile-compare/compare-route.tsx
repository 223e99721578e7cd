import { compareProfiles, type Connection, getProfile } from '@waybill/api-client'
import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can, type Scope } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import type { CompareData } from './compare-data.ts'
import { ComparePage } from './compare-page.tsx'
import { type Pair, pairSearch, readPair } from './pair/compared-pair.ts'

export async function loader({ context, request }: LoaderFunctionArgs): Promise<CompareData> {
  const scope = context.get(scopeContext)
  if (!can(scope, 'clusterProfile.get')) throw new PermissionMissing('clusterProfile.get')
  const pair = readPair(new URL(request.url).searchParams)
  if (pair.left !== '' && pair.right !== '') {
    const comparison = expectValue(await compare(scope, pair, request.signal))
    return { kind: 'compared', pair, comparison }
  }
  const uid = pair.left || pair.right
  const connection = connectionIn(scope, pair.left === '' ? pair.rightProject : pair.leftProject)
  const profile = uid === '' ? null : expectValue(await getProfile(connection, uid, request.signal))
  return { kind: 'choosing', pair, profile }
}

/** Each side is asked for in the project that it stands in. */
function compare(scope: Scope, { left, right, leftProject, rightProject }: Pair, signal: AbortSignal) {
  const here = scope.kind === 'project' ? scope.uid : undefined
  const project = rightProject || (leftProject === '' ? undefined : here)
  return compareProfiles(connectionIn(scope, leftProject), { left, right, rightProject: project }, signal)
}

const connectionIn = (scope: Scope, project: string): Connection =>
  connectionOf(project === '' ? scope : { kind: 'project', uid: project })

/** Another part of the same pair needs nothing new. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSamePair = pairSearch(readPair(currentUrl.searchParams)) === pairSearch(readPair(nextUrl.searchParams))
  return isSamePair && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}

export function Component() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
