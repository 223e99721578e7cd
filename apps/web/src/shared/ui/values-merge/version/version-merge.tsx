import { type ComponentProps, lazy, Suspense } from 'react'

const VersionMergeDialog = lazy(async () => ({
  default: (await import('./version-merge-dialog.tsx')).VersionMergeDialog,
}))

/** The dialog, which brings what merges YAML: it comes when it is opened. */
export const VersionMerge = (props: ComponentProps<typeof VersionMergeDialog>) => (
  <Suspense fallback={null}>
    <VersionMergeDialog {...props} />
  </Suspense>
)
