import type { OwnSessionsBody } from '@waybill/api-contract'

export type OwnSession = OwnSessionsBody['items'][number]
