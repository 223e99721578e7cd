import { api } from '@waybill/api-client'
import { data, Outlet, useLoaderData, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { expectValue } from '../../../shared/http/expect-value.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { ImportsTab } from './imports-tab.tsx'
import { LayersTab } from '../layers/layers-tab.tsx'
import { useProfileData } from '../profile-data.ts'
import { readTab } from './use-tab.ts'
import { VariablesTab } from './variables-tab.tsx'
import { VersionsTab } from './versions-tab.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const tab = readTab(params['tab'])
  if (tab === undefined) throw data('not-found', { status: 404 })
  if (tab === 'layers' || tab === 'variables') return { tab } as const
  const connection = connectionOf(context.get(scopeContext))
  if (tab === 'versions') {
    const versions = await api.profiles.listVersions(connection, {
      params: { uid: params['profileUid'] ?? '' },
      signal: request.signal,
    })
    return { tab, versions: expectValue(versions).items } as const
  }
  const records = await api.profiles.listImports(connection, {
    params: { uid: params['profileUid'] ?? '' },
    signal: request.signal,
  })
  return { tab, records: expectValue(records).items } as const
}

/** Selecting another layer, or opening a dialog over the tab, needs no new data. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams['tab'] !== nextParams['tab'] || currentParams['profileUid'] !== nextParams['profileUid']
}

export function Component() {
  const loaded = useLoaderData<typeof loader>()
  const profileData = useProfileData()
  return (
    <>
      {loaded.tab === 'layers' && <LayersTab />}
      {loaded.tab === 'variables' && <VariablesTab />}
      {loaded.tab === 'versions' && <VersionsTab versions={loaded.versions} />}
      {loaded.tab === 'imports' && <ImportsTab records={loaded.records} />}
      <Outlet context={profileData} />
    </>
  )
}
