import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Tooltip } from '@patternfly/react-core/dist/dynamic/components/Tooltip'

interface MacroActionButtonProps {
  label: string
  /** Said by screen readers in place of the short label. */
  fullLabel?: string
  variant: 'primary' | 'link'
  /** Why it is not permitted; said in a tooltip that the keyboard reaches. */
  reason: string | undefined
  onClick: () => void
}

export function MacroActionButton({ label, fullLabel = label, variant, reason, onClick }: MacroActionButtonProps) {
  const button = (
    <Button
      variant={variant}
      isInline={variant === 'link'}
      aria-label={fullLabel}
      isAriaDisabled={reason !== undefined}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return reason === undefined ? button : <Tooltip content={reason}>{button}</Tooltip>
}
