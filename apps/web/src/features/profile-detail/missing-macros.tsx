import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { missingMacros, type ProfileData } from './profile-data.ts'

/** Macros that a deployment would miss here; an import stops for the same. */
export function MissingMacros(data: Pick<ProfileData, 'profile' | 'macros'>) {
  const scope = useScope()
  const names = missingMacros(data)
  if (names.length === 0) return null
  const title =
    names.length === 1 ? `No macro ${names[0]} is defined here.` : `${names.length} macros are not defined here.`
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
