import { type DragEvent, useRef } from 'react'

const nameAt = ({ target }: DragEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[draggable="true"]')?.dataset['name'] : undefined

/** Lets add-ons be dragged to each other's places; does nothing if the order is fixed. */
export function useLayerDrag(onMove: ((name: string, to: string) => void) | undefined) {
  const dragged = useRef<string | undefined>(undefined)
  if (onMove === undefined) return {}
  return {
    onDragStart: (event: DragEvent) => {
      dragged.current = nameAt(event)
      event.dataTransfer.effectAllowed = 'move'
    },
    // Without preventDefault, nothing can be dropped.
    onDragOver: (event: DragEvent) => {
      if (dragged.current !== undefined && nameAt(event) !== undefined) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      const [name, to] = [dragged.current, nameAt(event)]
      dragged.current = undefined
      event.preventDefault()
      if (name !== undefined && to !== undefined && name !== to) onMove(name, to)
    },
  }
}
