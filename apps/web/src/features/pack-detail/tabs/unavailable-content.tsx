import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useRevalidator } from 'react-router'

/** Charts are read when somebody looks; this one could not be. */
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
