import type { PackRefBody } from '@waybill/api-contract'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { layerName } from '../../shared/ui/profile-words.ts'
import { stepTo } from './stack-keys.ts'

interface StackPictureProps {
  /** In the order of the file: the operating system first. */
  layers: readonly PackRefBody[]
  selected: string
  onSelect: (name: string) => void
}

/** The stack as it stands: the operating system at the bottom, the last add-on on top. A list box, so arrow keys walk it. */
export function StackPicture({ layers, selected, onSelect }: StackPictureProps) {
  const fromTop = layers.toReversed()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.current !== null) scrollToSelected(list.current)
  }, [selected])
  const handleKey = (event: KeyboardEvent) => {
    const next = stepTo(event.key, { index: fromTop.findIndex(({ name }) => name === selected), count: fromTop.length })
    const layer = next === null ? undefined : fromTop[next]
    if (layer === undefined) return
    event.preventDefault()
    onSelect(layer.name)
  }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label="Layers, from the top of the stack to the bottom"
      aria-activedescendant={optionId(selected)}
      className="wb-stack"
      onKeyDown={handleKey}
    >
      {fromTop.map((layer) => (
        <StackBlock key={layer.name} layer={layer} isSelected={layer.name === selected} onSelect={onSelect} />
      ))}
    </div>
  )
}

/** Within the list only: `scrollIntoView` would move the page as well. */
function scrollToSelected(list: HTMLElement): void {
  const block = list.querySelector<HTMLElement>('[aria-selected="true"]')
  if (block === null) return
  const top = block.offsetTop - list.offsetTop
  if (top < list.scrollTop) list.scrollTop = top
  else list.scrollTop = Math.max(list.scrollTop, top + block.offsetHeight - list.clientHeight)
}

interface StackBlockProps {
  layer: PackRefBody
  isSelected: boolean
  onSelect: (name: string) => void
}

function StackBlock({ layer, isSelected, onSelect }: StackBlockProps) {
  return (
    <div
      role="option"
      id={optionId(layer.name)}
      aria-selected={isSelected}
      tabIndex={-1}
      data-layer={layer.layer}
      className="wb-block"
      onClick={() => onSelect(layer.name)}
    >
      <span className="wb-block-mark" aria-hidden="true">
        {layer.name.slice(0, 2)}
      </span>
      <span className="wb-block-text">
        <span className="wb-block-kind">{layerName(layer.layer)}</span>
        <span className="wb-block-name">
          {layer.name} <span className="wb-block-version">{layer.version}</span>
        </span>
        {layer.registryName !== '' && <span className="wb-block-registry">{layer.registryName}</span>}
        {layer.isInvalid && (
          <span className="wb-block-warning">⚠ {layer.inValidReason || 'Not in its registry any more'}</span>
        )}
      </span>
    </div>
  )
}

const optionId = (name: string) => `layer-${name.replaceAll(/\s/g, '_')}`
