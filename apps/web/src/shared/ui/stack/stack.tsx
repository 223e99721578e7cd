import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import type { PackRefBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { StackPicture } from './stack-picture.tsx'

interface StackProps<Layer> {
  layers: readonly Layer[]
  /** What is to be said of a layer beside what it is, e.g. that it was changed. */
  marks?: ReadonlyMap<string, string>
  children: (selected: Layer) => ReactNode
}

/** Left the stack, right the layer of it that is selected; the address remembers which. */
export function Stack<Layer extends PackRefBody>({ layers, marks, children }: StackProps<Layer>) {
  const [params, setParams] = useSearchParams()
  const selected = layers.find(({ name }) => name === params.get('layer')) ?? layers.at(-1)
  if (selected === undefined) {
    return (
      <EmptyState titleText="No layers" headingLevel="h2">
        <EmptyStateBody>This profile has no packs yet.</EmptyStateBody>
      </EmptyState>
    )
  }
  const select = (layer: string) => setParams({ layer }, { replace: true, state: stayOnPage })
  return (
    <div className="wb-layers">
      <StackPicture layers={layers} selected={selected.name} {...(marks && { marks })} onSelect={select} />
      {children(selected)}
    </div>
  )
}
