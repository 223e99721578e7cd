import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useRevalidator } from 'react-router'

/** Shown when a chart could not be read; charts are read from their registry on demand. */
export function UnavailableContent({ registry }: { registry: string }) {
  const { revalidate, state } = useRevalidator()
  return (
    <Alert
      isInline
      component="p"
      variant="warning"
      className="wb-pack-unavailable"
      title={`Values and README could not be read from ${registry} just now.`}
      actionLinks={
        <AlertActionLink isDisabled={state === 'loading'} onClick={() => void revalidate()}>
          Try again
        </AlertActionLink>
      }
    />
  )
}
