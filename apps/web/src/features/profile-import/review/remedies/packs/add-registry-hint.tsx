import { paths } from '../../../../../shared/navigation/paths.ts'
import { useWizard } from '../../../wizard/wizard-context.ts'
import { CheckAgain } from '../check-again.tsx'

/** For packs of a registry that is not here: who may, adds it in another tab, so that the wizard stays as it is. */
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
