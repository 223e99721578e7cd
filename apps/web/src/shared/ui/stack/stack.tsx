import type { ReactNode, RefObject } from 'react'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { Nothing } from '../messages/nothing.tsx'
import { type StackLayer, StackPicture } from './stack-picture.tsx'
import './stack.css'

interface StackProps<Layer> {
  layers: readonly Layer[]
  /** What is to be said of a layer beside what it is, e.g. that it was changed. */
  marks?: ReadonlyMap<string, string>
  /** What can be done with the stack, for who may change it. */
  changing?: StackChanging
  children: (selected: Layer) => ReactNode
}

export interface StackChanging {
  /** Stands above the picture, also where there is no layer yet. */
  tools: ReactNode
  /** The list, to be focused. */
  picture: RefObject<HTMLDivElement | null>
  onMove: (name: string, to: string) => void
}

/** Left the stack, right the layer of it that is selected; the address remembers which. */
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
