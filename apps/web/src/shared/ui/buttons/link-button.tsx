import { Button, type ButtonProps } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useHref, useLinkClickHandler } from 'react-router'
import { Tip } from './tip.tsx'

interface LinkButtonProps extends Pick<ButtonProps, 'variant' | 'icon' | 'size' | 'isInline'> {
  to: string
  children: string
  /** Handed to the navigation, e.g. `stayOnPage`. */
  state?: unknown
  /** Whether nothing leads back here. */
  replace?: boolean
  /** Why it cannot be used now; said in a tooltip that the keyboard reaches. */
  disabledReason?: string | undefined
}

/** A link that looks like a button. */
export function LinkButton({ to, children, state, replace = false, disabledReason, ...props }: LinkButtonProps) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLButtonElement>(to, { state, replace })
  if (disabledReason !== undefined) {
    return (
      <Tip content={disabledReason}>
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
