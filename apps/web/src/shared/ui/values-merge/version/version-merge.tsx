import { type ComponentProps, lazy, Suspense } from 'react'

const VersionMergeDialog = lazy(async () => ({
  default: (await import('./version-merge-dialog.tsx')).VersionMergeDialog,
}))

/** The dialog, loaded on demand with the code that merges YAML. */
export const VersionMerge = (props: ComponentProps<typeof VersionMergeDialog>) => (
  <Suspense fallback={null}>
    <VersionMergeDialog {...props} />
  </Suspense>
)
