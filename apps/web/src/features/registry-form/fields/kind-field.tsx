import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { useState } from 'react'
import { DRAFT_KINDS, type DraftKind } from '../../../shared/registries/draft/registry-draft.ts'
import { KIND_WORDS } from './kind-words.ts'

interface KindFieldProps {
  kind: DraftKind
  onChange: (kind: DraftKind) => void
}

/** The kind of the new registry; rare ones are listed under More kinds. */
export function KindField({ kind, onChange }: KindFieldProps) {
  const [isMoreShown, setIsMoreShown] = useState(false)
  const shown = DRAFT_KINDS.filter((each) => each !== 'ecr' || isMoreShown)
  return (
    <FormGroup label="Kind" role="radiogroup" isStack isRequired>
      {shown.map((each) => (
        <Radio
          key={each}
          id={`registry-kind-${each}`}
          name="registry-kind"
          label={KIND_WORDS[each].label}
          description={KIND_WORDS[each].description}
          isChecked={kind === each}
          autoFocus={each === 'ecr'}
          onChange={() => onChange(each)}
        />
      ))}
      {isMoreShown ? null : (
        <Button variant="link" isInline className="wb-more-kinds" onClick={() => setIsMoreShown(true)}>
          More kinds
        </Button>
      )}
    </FormGroup>
  )
}
