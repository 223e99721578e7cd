import type { ImportPlanBody } from '@waybill/api-contract'
import type { ValidateRow } from './validate-rows.ts'
import { MacroRemedy } from './remedies/macro-remedy.tsx'
import { MaskedRemedy } from './remedies/masked-remedy.tsx'
import { NameRemedy } from './remedies/name-remedy.tsx'
import { PackConstraintRemedy } from './remedies/pack-constraint-remedy.tsx'
import { PackVersionRemedy } from './remedies/pack-version-remedy.tsx'
import { ProblemRow } from './remedies/problem-row.tsx'
import { RegistryRemedy } from './remedies/registry-remedy.tsx'

interface ValidateRowViewProps {
  row: ValidateRow
  plan: ImportPlanBody
  file: { name: string; version: string }
}

/** The remedy that fits a row. */
export function ValidateRowView({ row, plan, file }: ValidateRowViewProps) {
  switch (row.kind) {
    case 'name':
      return <NameRemedy row={row} plan={plan} file={file} />
    case 'pack-version':
      return <PackVersionRemedy row={row} />
    case 'pack-constraint':
      return <PackConstraintRemedy row={row} />
    case 'registry':
      return <RegistryRemedy row={row} />
    case 'macro':
      return <MacroRemedy row={row} />
    case 'masked':
      return <MaskedRemedy row={row} comparedWith={plan.comparedWith} />
    case 'problem':
      return <ProblemRow row={row} />
    default:
      return row satisfies never
  }
}
