import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import { toConsoleRegistry, toRegistryUsers } from './console-registry-presenter.ts'
import { listConsoleRegistries, listRegistryUsers } from './console-registry-repository.ts'

export const consoleRegistryRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.consoleRegistries.list, async ({ tenantDb }) => ({
    items: (await listConsoleRegistries(tenantDb)).map(toConsoleRegistry),
  }))

  route(app, operations.consoleRegistries.listUsers, async ({ tenantDb, caller, params }) => {
    const users = await listRegistryUsers(tenantDb, params.uid)
    if (!users) throw new AppError('ResourceNotFound')
    return toRegistryUsers(users, caller)
  })
}
