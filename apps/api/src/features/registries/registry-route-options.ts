import type { RegistryTools } from './registry-service.ts'

export interface RegistryRouteOptions {
  tools: RegistryTools
}
