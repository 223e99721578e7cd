import { Button, type ButtonProps } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useHref, useLinkClickHandler } from 'react-router'
import { Tip } from './tip.tsx'

interface LinkButtonProps extends Pick<ButtonProps, 'variant' | 'icon' | 'size' | 'isInline'> {
  to: string
  children: string
  /** Navigation state, e.g. `stayOnPage`. */
  state?: unknown
  /** Whether to replace the history entry. */
  replace?: boolean
  /** Why it is disabled; shown in a tooltip that the keyboard can reach. */
  reason?: string | undefined
}

/** A link that looks like a button. */
export function LinkButton({ to, children, state, replace = false, reason, ...props }: LinkButtonProps) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLButtonElement>(to, { state, replace })
  if (reason !== undefined) {
    return (
      <Tip content={reason}>
        <Button {...props} isAriaDisabled>
          {children}
        </Button>
      </Tip>
    )
  }
  return (
    <Button {...props} component="a" href={href} onClick={follow}>
      {children}
    </Button>
  )
}
