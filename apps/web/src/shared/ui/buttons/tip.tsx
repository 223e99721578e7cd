import { Tooltip } from '@patternfly/react-core/dist/dynamic/components/Tooltip'
import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react'
import './tip.css'

interface TipProps {
  content: ReactNode
  isContentLeftAligned?: boolean
  /** The button that it describes. */
  children: ReactNode
}

const asIfNotThere = { display: 'contents' }

/** A tooltip for pointer and keyboard. Its popper is mounted only while it is shown or fading. */
export function Tip({ content, isContentLeftAligned = false, children }: TipProps) {
  const [state, setState] = useState<'away' | 'wanted' | 'leaving'>('away')
  const button = useRef<Element>(null)
  const want = ({ currentTarget }: SyntheticEvent) => {
    button.current = currentTarget.firstElementChild
    setState('wanted')
  }
  const leave = () => setState((now) => (now === 'wanted' ? 'leaving' : now))
  return (
    <>
      <span style={asIfNotThere} onMouseEnter={want} onFocus={want} onMouseLeave={leave} onBlur={leave}>
        {children}
      </span>
      {state === 'away' ? null : (
        <Tooltip
          content={content}
          isContentLeftAligned={isContentLeftAligned}
          aria-live="off"
          triggerRef={button}
          isVisible={state === 'wanted'}
          onTooltipHidden={() => setState((now) => (now === 'leaving' ? 'away' : now))}
        />
      )}
    </>
  )
}
