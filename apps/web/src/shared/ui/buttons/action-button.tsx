import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Tip } from './tip.tsx'

interface ActionButtonProps {
  label: string
  /** Read by screen readers instead of the short label. */
  fullLabel?: string
  variant: 'primary' | 'secondary' | 'link'
  /** Why it is disabled; shown in a tooltip that the keyboard can reach. */
  reason: string | undefined
  isLoading?: boolean
  onClick: () => void
}

/** A button that stays focusable while disabled, and says why it is disabled. */
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
