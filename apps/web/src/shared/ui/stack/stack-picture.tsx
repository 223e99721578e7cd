import type { PackRefBody } from '@waybill/api-contract'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { layerName } from '../words/profile-words.ts'
import { useLayerDrag } from './use-layer-drag.ts'

export type StackLayer = Pick<
  PackRefBody,
  'name' | 'layer' | 'version' | 'registryName' | 'isInvalid' | 'inValidReason'
>

interface StackPictureProps {
  /** In the order of the file: the operating system first. */
  layers: readonly StackLayer[]
  selected: string
  /** A note on a layer, e.g. that it was changed. */
  marks?: ReadonlyMap<string, string>
  list?: RefObject<HTMLDivElement | null>
  onSelect: (name: string) => void
  /** Moves an add-on to the place of another; absent if the order is fixed. */
  onMove?: (name: string, to: string) => void
}

const NO_MARKS: ReadonlyMap<string, string> = new Map()

/** The stack: the operating system at the bottom, the last add-on on top. A list box, so the arrow keys move in it. */
export function StackPicture({ layers, selected, marks = NO_MARKS, onSelect, onMove, ...given }: StackPictureProps) {
  const fromTop = layers.toReversed()
  const own = useRef<HTMLDivElement>(null)
  const list = given.list ?? own
  const drag = useLayerDrag(onMove)
  useEffect(() => {
    if (list.current !== null) scrollToSelected(list.current)
  }, [list, selected])
  const handleKey = (event: KeyboardEvent) => {
    const next = stepTo(event.key, { index: fromTop.findIndex(({ name }) => name === selected), count: fromTop.length })
    const layer = next === null ? undefined : fromTop[next]
    if (layer === undefined) return
    event.preventDefault()
    if (event.altKey) onMove?.(selected, layer.name)
    else onSelect(layer.name)
  }
  const handleClick = ({ target }: MouseEvent) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset['name'] : undefined
    if (name === undefined) return
    onSelect(name)
    // A click focuses the option itself, which would keep the focus when the arrow keys move on.
    list.current?.focus({ preventScroll: true })
  }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label="Layers, from the top of the stack to the bottom"
      aria-activedescendant={optionId(selected)}
      className="wb-layer-stack"
      {...(onMove && { 'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown' })}
      {...drag}
      onKeyDown={handleKey}
      onClick={handleClick}
    >
      {fromTop.map((layer) => (
        <StackBlock
          key={layer.name}
          layer={layer}
          mark={marks.get(layer.name)}
          isSelected={layer.name === selected}
          isMovable={onMove !== undefined && layer.layer === 'addon'}
        />
      ))}
    </div>
  )
}

/** The index that a key moves to in a list of `count` items; null for other keys. */
function stepTo(key: string, { index, count }: { index: number; count: number }): number | null {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Within the list only: `scrollIntoView` would scroll the page as well. */
function scrollToSelected(list: HTMLElement): void {
  const block = list.querySelector<HTMLElement>('[aria-selected="true"]')
  if (block === null) return
  const top = block.offsetTop - list.offsetTop
  if (top < list.scrollTop) list.scrollTop = top
  else list.scrollTop = Math.max(list.scrollTop, top + block.offsetHeight - list.clientHeight)
}

/** The list has the focus and handles the keys. */
function StackBlock({
  layer,
  mark,
  isSelected,
  isMovable,
}: {
  layer: StackLayer
  mark: string | undefined
  isSelected: boolean
  isMovable: boolean
}) {
  return (
    <div
      role="option"
      id={optionId(layer.name)}
      aria-selected={isSelected}
      tabIndex={-1}
      draggable={isMovable}
      data-layer={layer.layer}
      data-name={layer.name}
      className="wb-block"
    >
      <span className="wb-block-mark" aria-hidden="true">
        {initials(layer.name)}
      </span>
      <span className="wb-block-text">
        <span className="wb-block-kind">{layerName(layer.layer)}</span>
        <span className="wb-block-name">
          {layer.name} <span className="wb-block-version">{layer.version}</span>
        </span>
        {layer.registryName !== '' && <span className="wb-block-registry">{layer.registryName}</span>}
        {mark && <span className="wb-block-warning">{mark}</span>}
        {layer.isInvalid && (
          <span className="wb-block-warning">⚠ {layer.inValidReason || 'No longer in its registry'}</span>
        )}
      </span>
    </div>
  )
}

const optionId = (name: string) => `layer-${name.replaceAll(/\s/g, '_')}`

/** `PO` for prometheus-operator, `KU` for kubernetes. */
function initials(name: string): string {
  const [first = '', second] = name.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return second === undefined ? first.slice(0, 2) : `${first.slice(0, 1)}${second.slice(0, 1)}`
}
