/** Charts of OCI registries that are not synchronised, looked up on demand. */
export { readChartVersions } from './chart-versions-service.ts'
export { hasAskedRegistries } from './chart-lookup-repository.ts'
export { readNamedCharts, type NamedChart } from './named-charts-service.ts'
export type { ChartLookup, ChartTools } from './ask-registry.ts'
