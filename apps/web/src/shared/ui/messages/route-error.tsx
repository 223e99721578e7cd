import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useEffect, useState } from 'react'
import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from 'react-router'
import { PageFailure, PermissionMissing } from '../../http/expect-value.ts'
import { FailureState } from './failure-state.tsx'
import { NoPermission } from './no-permission.tsx'
import { Nothing } from './nothing.tsx'
import { PageSection } from '../page/page-section.tsx'

/** Shown instead of a page that failed; the frame stays. */
export function PageError() {
  const error = useRouteError()
  const { revalidate } = useRevalidator()
  return (
    <PageSection isFilled>
      <title>Not shown · Waybill</title>
      <ErrorContent error={error} onRetry={() => void revalidate()} />
    </PageSection>
  )
}

function ErrorContent({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof PermissionMissing) return <NoPermission permission={error.permission} />
  if (error instanceof PageFailure) {
    if (error.error.kind === 'network') return <FailureState error={error.error} onRetry={onRetry} />
    if (error.error.status === 403) return <NoPermission />
    if (error.error.status === 404) return <NotFound />
    return <FailureState error={error.error} onRetry={onRetry} />
  }
  if (isRouteErrorResponse(error)) return error.status === 403 ? <NoScope /> : <NotFound />
  return <Crash error={error} />
}

function NotFound() {
  return (
    <Nothing
      title="There is nothing at this address"
      headingLevel="h1"
      actions={<Link to="/">Go to the start page</Link>}
    >
      It may have been deleted, or your roles do not let you see it.
    </Nothing>
  )
}

function NoScope() {
  return (
    <Nothing title="You have no role yet" headingLevel="h1">
      Ask an administrator for a role in the tenant or in a project, then reload this page.
    </Nothing>
  )
}

/** A bug of the console itself. The browser's log has the number beside the error. */
function Crash({ error }: { error: unknown }) {
  const [ref] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16) ?? '')
  useEffect(() => reportError(new Error(`Reference ${ref}`, { cause: error })), [error, ref])
  return (
    <Nothing
      status="danger"
      title="This page could not be shown"
      headingLevel="h1"
      actions={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      Something went wrong in the console. Reload the page. If it happens again, report reference <code>{ref}</code>{' '}
      together with what the browser’s log says next to it.
    </Nothing>
  )
}
