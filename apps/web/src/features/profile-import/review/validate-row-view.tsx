import type { ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import type { ValidateRow } from './validate-rows.ts'
import { LeftOutRemedy } from './remedies/leave-out.tsx'
import { MacroRemedy } from './remedies/macro-remedy.tsx'
import { MaskedRemedy } from './remedies/masked-remedy.tsx'
import { NameRemedy } from './remedies/name-remedy.tsx'
import { PackConstraintRemedy } from './remedies/packs/pack-constraint-remedy.tsx'
import { PackVersionRemedy } from './remedies/packs/pack-version-remedy.tsx'
import { ProblemRow } from './remedies/problem-row.tsx'
import { RegistryRemedy } from './remedies/packs/registry-remedy.tsx'
import { ValuesRemedy } from './remedies/values-remedy.tsx'

interface ValidateRowViewProps {
  row: ValidateRow
  plan: ImportPlanBody
  document: ProfileDocument
}

/** Selects the remedy for a row. */
export function ValidateRowView({ row, plan, document }: ValidateRowViewProps) {
  switch (row.kind) {
    case 'name':
      return <NameRemedy row={row} plan={plan} file={document} />
    case 'pack-version':
      return <PackVersionRemedy row={row} document={document} />
    case 'left-out':
      return <LeftOutRemedy row={row} />
    case 'values':
      return <ValuesRemedy row={row} document={document} />
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
