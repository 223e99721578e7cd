import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { paths } from '../../../../../shared/navigation/paths.ts'
import { useImport } from '../../../state/import-store.ts'
import { useWizard } from '../../../wizard/wizard-context.ts'

/** For packs of a registry that is not here: who may, adds it in another tab, so that the wizard stays as it is. */
export function AddRegistryHint({ name }: { name: string }) {
  const { canAddRegistry } = useWizard()
  const checkAgain = useImport((state) => state.checkAgain)
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
      <span className="wb-with-its-stop">
        <Button variant="link" isInline aria-label={`check again for ${name}`} onClick={checkAgain}>
          check again
        </Button>
        .
      </span>
    </p>
  )
}
