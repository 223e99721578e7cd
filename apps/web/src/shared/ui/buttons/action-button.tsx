import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Tip } from './tip.tsx'

interface ActionButtonProps {
  label: string
  /** Said by screen readers in place of the short label. */
  fullLabel?: string
  variant: 'primary' | 'secondary' | 'link'
  /** Why it cannot be used; said in a tooltip that the keyboard reaches. */
  reason: string | undefined
  isLoading?: boolean
  onClick: () => void
}

/** A button that, where roles or the state of things do not allow it, stays reachable and says why. */
export function ActionButton({
  label,
  fullLabel = label,
  variant,
  reason,
  isLoading = false,
  onClick,
}: ActionButtonProps) {
  const button = (
    <Button
      variant={variant}
      isInline={variant === 'link'}
      aria-label={fullLabel}
      isAriaDisabled={reason !== undefined}
      {...(isLoading ? { isLoading } : {})}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return reason === undefined ? button : <Tip content={reason}>{button}</Tip>
}
