import { api } from '@waybill/api-client'
import { useLoaderData, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { PackPage } from './pack-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'packRegistry.get')
  return expectValue(
    await api.consolePacks.get(connection, {
      params: { uid: params['packUid'] ?? '' },
      signal: request.signal,
    }),
  )
}

/** Another tab of the same version needs no new data; *Try again* does. */
export function shouldRevalidate({ currentUrl, nextUrl, currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentUrl.href === nextUrl.href || currentParams['packUid'] !== nextParams['packUid']
}

export function Component() {
  return <PackPage pack={useLoaderData<typeof loader>()} />
}
