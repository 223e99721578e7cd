import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { BuilderPage } from './builder-page.tsx'
import { openProfile } from './save/sending/open-profile.ts'

export async function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'clusterProfile.update')) throw new PermissionMissing('clusterProfile.update')
  return expectValue(await openProfile(connectionOf(scope), params['profileUid'] ?? '', signal))
}

/** What is typed is made of what was read when the page was opened: nothing replaces that but saving and merging. */
export const shouldRevalidate = () => false

export function Component() {
  const opened = useLoaderData<typeof loader>()
  const { uid } = opened.profile.metadata
  return <BuilderPage key={uid} initial={opened} keptAs={uid} />
}
