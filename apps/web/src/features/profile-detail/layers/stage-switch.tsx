import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import type { Stage } from '../profile-data.ts'

const WORDS: Readonly<Record<Stage, string>> = {
  published: 'What clusters get. There is a draft as well.',
  draft: 'What Edit changes, and Publish publishes.',
}

/** Switches between the published version and its draft, as selected in the address. */
export function StageSwitch({ stage }: { stage: Stage }) {
  const [params, setParams] = useSearchParams()
  const show = (wanted: Stage) => {
    const next = new URLSearchParams(params)
    if (wanted === 'draft') next.set('state', 'draft')
    else next.delete('state')
    setParams(next, { replace: true, state: stayOnPage })
  }
  return (
    <div className="wb-stage-switch">
      <ToggleGroup aria-label="State">
        <ToggleGroupItem text="Published" isSelected={stage === 'published'} onChange={() => show('published')} />
        <ToggleGroupItem text="Draft" isSelected={stage === 'draft'} onChange={() => show('draft')} />
      </ToggleGroup>
      <p className="wb-subtle">{WORDS[stage]}</p>
    </div>
  )
}
