import { DeleteSelected } from './actions/delete-selected.tsx'
import { ExportSelected } from './actions/export-selected.tsx'
import { PublishSelected } from './actions/publish-selected.tsx'
import type { BulkActionProps } from './selection.ts'
import { TagSelected } from './actions/tag-selected.tsx'

export type BulkAction = 'export' | 'publish' | 'tag' | 'delete'

const DIALOGS = { export: ExportSelected, publish: PublishSelected, tag: TagSelected, delete: DeleteSelected }

/** The dialog of one bulk action, loaded on demand. */
export function BulkActionDialog({ action, ...props }: BulkActionProps & { action: BulkAction }) {
  const Selected = DIALOGS[action]
  return <Selected {...props} />
}
