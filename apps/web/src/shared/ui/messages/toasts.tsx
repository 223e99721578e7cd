import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { dismissToast, useToasts } from './toast-store.ts'

/** Good news goes by itself; bad news stays until it is closed. */
const goodNewsMs = 8_000

export function Toasts() {
  const { toasts } = useToasts()
  return (
    <AlertGroup isToast isLiveRegion>
      {toasts.map(({ id, kind, title }) => (
        <Alert
          key={id}
          variant={kind}
          title={title}
          timeout={kind === 'danger' ? false : goodNewsMs}
          onTimeout={() => dismissToast(id)}
          actionClose={<AlertActionCloseButton title={title} onClose={() => dismissToast(id)} />}
        />
      ))}
    </AlertGroup>
  )
}
