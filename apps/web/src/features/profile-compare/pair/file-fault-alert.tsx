import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { FileFault } from '../compare-data.ts'

/** Says why a file cannot be compared, each problem with its place. */
export function FileFaultAlert({ fault }: { fault: FileFault }) {
  if (fault.kind === 'gone') {
    return (
      <Alert isInline component="p" variant="info" title="The file is not kept. Choose it again to compare with it." />
    )
  }
  const { error, fileName } = fault
  const details = error.kind === 'refusal' ? error.details : []
  return (
    <Alert isInline component="p" variant="danger" title={`${fileName} could not be compared.`} role="alert">
      <p>{failureLine(error)}</p>
      <ul>
        {details.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Alert>
  )
}
