import type { ReactNode, RefObject } from 'react'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { Nothing } from '../messages/nothing.tsx'
import { type StackLayer, StackPicture } from './stack-picture.tsx'
import './stack.css'

interface StackProps<Layer> {
  layers: readonly Layer[]
  /** A note on a layer, e.g. that it was changed. */
  marks?: ReadonlyMap<string, string>
  /** How the stack can be changed, for users who may. */
  changing?: StackChanging
  children: (selected: Layer) => ReactNode
}

export interface StackChanging {
  /** Shown above the stack, even if it has no layers yet. */
  tools: ReactNode
  /** The list, for focusing it. */
  picture: RefObject<HTMLDivElement | null>
  onMove: (name: string, to: string) => void
}

/** The stack on the left, the selected layer on the right, as named in the address. */
export function Stack<Layer extends StackLayer>({ layers, marks, changing, children }: StackProps<Layer>) {
  const [params, setParams] = useSearchParams()
  const selected = layers.find(({ name }) => name === params.get('layer')) ?? layers.at(-1)
  if (selected === undefined) {
    return (
      <>
        {changing?.tools}
        <Nothing title="No layers">This profile has no packs yet.</Nothing>
      </>
    )
  }
  const select = (layer: string) => {
    const next = new URLSearchParams(params)
    next.set('layer', layer)
    setParams(next, { replace: true, state: stayOnPage })
  }
  return (
    <div className="wb-layers">
      <div className="wb-stack">
        {changing?.tools}
        <StackPicture
          layers={layers}
          selected={selected.name}
          {...(marks && { marks })}
          {...(changing && { list: changing.picture, onMove: changing.onMove })}
          onSelect={select}
        />
      </div>
      {children(selected)}
    </div>
  )
}
