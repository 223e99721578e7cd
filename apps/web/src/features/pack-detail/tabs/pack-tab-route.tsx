import { api } from '@waybill/api-client'
import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { expectValue } from '../../../shared/http/expect-value.ts'
import { can } from '../../../shared/session/scope.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { PresetsTab } from './presets-tab.tsx'
import { ConstraintsTab, ReadmeTab, ValuesTab } from './text-tabs.tsx'
import { readTab } from './use-tab.ts'
import { UsedByTab } from './used-by-tab.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const tab = readTab(params['tab'])
  if (tab === undefined) throw data('not-found', { status: 404 })
  if (tab !== 'used-by') return { tab } as const
  const scope = context.get(scopeContext)
  if (!can(scope, 'clusterProfile.list')) return { tab, users: null } as const
  const users = await api.consolePacks.listUsers(connectionOf(scope), {
    params: { uid: params['packUid'] ?? '' },
    signal: request.signal,
  })
  return { tab, users: expectValue(users) } as const
}

export function Component() {
  const loaded = useLoaderData<typeof loader>()
  switch (loaded.tab) {
    case 'readme':
      return <ReadmeTab />
    case 'values':
      return <ValuesTab />
    case 'presets':
      return <PresetsTab />
    case 'constraints':
      return <ConstraintsTab />
    case 'used-by':
      return <UsedByTab users={loaded.users} />
  }
}
