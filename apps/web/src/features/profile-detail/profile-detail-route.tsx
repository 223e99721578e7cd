import { api } from '@waybill/api-client'
import { replace, useLoaderData, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { isDeletedHere } from '../../shared/deletions/profile-deletions.ts'
import { ProfileDetailPage } from './profile-detail-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { scope, connection } = enterPage(context, 'clusterProfile.get')
  const uid = params['profileUid'] ?? ''
  if (isDeletedHere(uid)) throw replace(paths.profiles(scope))
  const { signal } = request
  const [profile, variables] = await Promise.all([
    api.profiles.get(connection, { params: { uid }, signal }),
    api.profiles.getVariables(connection, { params: { uid }, signal }),
  ])
  const namesMacros = profile.ok && profile.value.status.hasUserMacros
  const macros = namesMacros && can(scope, 'macro.list') ? await api.macros.listResolved(connection, { signal }) : null
  return {
    profile: expectValue(profile),
    etag: profile.ok ? profile.etag : '',
    variables: expectValue(variables).variables,
    // If macros cannot be loaded, the texts are shown without what their references resolve to.
    macros: macros?.ok === true ? macros.value.macros : null,
  }
}

/** Another layer or tab of the same profile needs no new data; another version does, whichever layer is selected. */
export function shouldRevalidate({ defaultShouldRevalidate, ...move }: ShouldRevalidateFunctionArgs) {
  const isSameProfile = move.currentParams['profileUid'] === move.nextParams['profileUid']
  return isSameProfile && move.currentUrl.search !== move.nextUrl.search ? false : defaultShouldRevalidate
}

export function Component() {
  return <ProfileDetailPage {...useLoaderData<typeof loader>()} />
}
