import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { CopyButton } from '../buttons/copy-button.tsx'
import './shown-once.css'

interface ShownOnceProps {
  /** `Link`, `API key`. */
  label: string
  secret: string
  /** What to do with it, and how long it is valid. */
  children: string
}

/** A secret that is shown only this once and stored nowhere. */
export function ShownOnce({ label, secret, children }: ShownOnceProps) {
  return (
    <div className="wb-shown-once" role="status">
      <p>{children}</p>
      <div className="wb-shown-once-line">
        <TextInput readOnly readOnlyVariant="default" aria-label={label} value={secret} />
        <CopyButton text={secret} />
      </div>
    </div>
  )
}
