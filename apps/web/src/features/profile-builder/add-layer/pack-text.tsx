import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import type { ConsolePackBody } from '@waybill/api-contract'
import { useState } from 'react'
import { Constraints, hasConstraints } from '../../../shared/ui/constraints/constraints.tsx'
import { Readme } from '../../../shared/ui/readme/readme.tsx'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'

/** The pack's README, default values or constraints. */
export function PackText({ pack }: { pack: ConsolePackBody }) {
  const [shown, setShown] = useState<'readme' | 'values' | 'constraints'>(pack.readme === '' ? 'values' : 'readme')
  return (
    <>
      <ToggleGroup aria-label="What is shown of the pack">
        <ToggleGroupItem text="README" isSelected={shown === 'readme'} onChange={() => setShown('readme')} />
        <ToggleGroupItem text="Values" isSelected={shown === 'values'} onChange={() => setShown('values')} />
        <ToggleGroupItem
          text="Constraints"
          isSelected={shown === 'constraints'}
          onChange={() => setShown('constraints')}
        />
      </ToggleGroup>
      {shown === 'values' && (
        <YamlView text={pack.values} label={`Values of ${pack.name} ${pack.version}`} maxHeight="24rem" />
      )}
      {shown === 'readme' && (pack.readme === '' ? <p>This version has no README.</p> : <Readme text={pack.readme} />)}
      {shown === 'constraints' &&
        (hasConstraints(pack) ? (
          <Constraints pack={pack} />
        ) : (
          <p>This version has no rules for other packs, the cluster or its values.</p>
        ))}
    </>
  )
}
