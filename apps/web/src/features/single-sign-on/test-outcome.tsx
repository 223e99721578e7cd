import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { SsoProblem } from '@waybill/api-contract'

const WORDS: Readonly<Record<SsoProblem, { title: string; next: string }>> = {
  'forbidden-url': {
    title: 'The provider leads to an address that is not allowed',
    next: 'Ask the operator of this server to add its host and port to ALLOWED_HOSTS.',
  },
  unreachable: {
    title: 'Nothing answers at this address',
    next: 'Check the address, and that this server can reach it. If no public authority signed its certificate, enter the authority that did.',
  },
  timeout: { title: 'The provider takes too long', next: 'Try again a little later.' },
  'not-a-provider': {
    title: 'There is no OpenID provider at this address',
    next: 'The issuer is the address before /.well-known/openid-configuration.',
  },
  'issuer-differs': {
    title: 'The provider calls itself something else',
    next: 'Enter the issuer exactly as in the provider’s /.well-known/openid-configuration, including a slash at its end.',
  },
  'client-refused': {
    title: 'The provider refuses the client',
    next: 'Check client ID and client secret.',
  },
  failed: {
    title: 'The provider answers something that cannot be used',
    next: 'Check that it supports the authorization code flow with PKCE for this client.',
  },
}

/** The result of a test; renders nothing before one. */
export function TestOutcome({ tested }: { tested: SsoProblem | null | undefined }) {
  if (tested === undefined) return null
  if (tested === null) {
    return (
      <Alert component="p" isInline variant="success" title="The provider answers and takes the client.">
        Whether its claims are as they should be shows when you sign in by it: try that in a private window before you
        sign out.
      </Alert>
    )
  }
  const { title, next } = WORDS[tested]
  return (
    <Alert component="p" isInline variant="danger" title={title}>
      {next}
    </Alert>
  )
}
