import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { BuilderPage } from './builder-page.tsx'
import { openProfile } from './save/sending/open-profile.ts'

export async function loader({ context, params, request: { signal } }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'clusterProfile.update')
  return expectValue(await openProfile(connection, params['profileUid'] ?? '', signal))
}

/** Changes are based on the profile as read when the page was opened; only saving and merging may replace it. */
export const shouldRevalidate = () => false

export function Component() {
  const opened = useLoaderData<typeof loader>()
  const { uid } = opened.profile.metadata
  return <BuilderPage key={uid} initial={opened} keptAs={uid} />
}
