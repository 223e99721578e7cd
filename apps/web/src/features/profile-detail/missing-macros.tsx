import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import type { Scope } from '../../shared/session/scope.ts'

interface MissingMacrosProps {
  /** The undefined macros. */
  names: readonly string[]
  scope: Scope
  /** The scope in words, for a form in which the user selects one. */
  where?: string
}

/** Warns about macros that a deployment would lack; an import is blocked by the same. */
export function MissingMacros({ names, scope, where = 'here' }: MissingMacrosProps) {
  if (names.length === 0) return null
  const title =
    names.length === 1
      ? `No macro ${names[0]} is defined ${where}.`
      : `${names.length} macros are not defined ${where}.`
  return (
    <Alert isInline component="p" variant="warning" title={title} className="wb-missing-macros">
      <p>
        {names.length > 1 && `${names.join(', ')}. `}The profile refers to {names.length === 1 ? 'it' : 'them'}. Add{' '}
        {names.length === 1 ? 'it' : 'them'} under <Link to={paths.macros(scope)}>Macros</Link>
        {scope.kind === 'tenant' && ', or in each project that uses the profile'}.
      </p>
    </Alert>
  )
}
