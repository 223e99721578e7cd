import { paths } from '../../../../../shared/navigation/paths.ts'
import { useWizard } from '../../../wizard/wizard-context.ts'
import { CheckAgain } from '../check-again.tsx'

/**
 * For packs whose registry is not here: users with permission can add it in another tab, which leaves the wizard
 * untouched.
 */
export function AddRegistryHint({ name }: { name: string }) {
  const { canAddRegistry } = useWizard()
  if (name === '') return null
  return (
    <p className="wb-subtle">
      There is no registry {name} here.{' '}
      {canAddRegistry ? (
        <>
          Add it under{' '}
          <a href={paths.registries} target="_blank" rel="noreferrer">
            Registries (opens in a new tab)
          </a>
          , then{' '}
        </>
      ) : (
        'Ask a tenant administrator to add it, then '
      )}
      <CheckAgain wanted={name} />
    </p>
  )
}
