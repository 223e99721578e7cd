import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import type { ReactNode, RefObject } from 'react'
import './code.css'

interface CodeFrameProps {
  label: string
  hostRef: RefObject<HTMLDivElement | null>
  isReady: boolean
  hasFailed: boolean
  maxHeight: string
  actions?: ReactNode
}

/** The heading, the tools and the host of the text; a skeleton while the editor is loading. */
export function CodeFrame({ label, hostRef, isReady, hasFailed, maxHeight, actions }: CodeFrameProps) {
  return (
    <div className="yaml-code">
      <div className="yaml-code__bar">
        <span className="yaml-code__label">{label}</span>
        {isReady ? actions : null}
      </div>
      {hasFailed ? (
        <Alert
          component="p"
          isInline
          variant="danger"
          title="The text view could not be loaded. Reload the page and try again."
        />
      ) : null}
      {isReady || hasFailed ? null : <Skeleton height="8rem" screenreaderText="Loading the text" />}
      <div className="yaml-code__host" ref={hostRef} style={{ maxHeight }} hidden={!isReady} />
    </div>
  )
}
