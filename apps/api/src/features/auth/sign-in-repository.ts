import type { Platform } from '../../platform/platform.ts'
import { verifyPassword } from '../../platform/access/password.ts'
import { countAgainst, forgive, type RateLimit } from '../../platform/http/rates/rate-limit.ts'
import type { SignInPorts } from './sign-in-service.ts'

/**
 * Guesses at one account are counted per address, so that nobody can lock an account's owner out from elsewhere; guesses at
 * many accounts are counted for their address.
 */
const ACCOUNT: RateLimit = { name: 'login-account', max: 8, windowSeconds: 300 }
const ADDRESS: RateLimit = { name: 'login-address', max: 40, windowSeconds: 300 }

export function createSignInRepository({ prisma }: Pick<Platform, 'prisma'>): SignInPorts {
  return {
    async countAttempt({ email, address }) {
      await countAgainst(prisma, ADDRESS, address)
      await countAgainst(prisma, ACCOUNT, `${email} ${address}`)
    },
    async forgiveAttempt({ email, address }) {
      await forgive(prisma, ADDRESS, { subject: address, all: false })
      await forgive(prisma, ACCOUNT, { subject: `${email} ${address}`, all: true })
    },
    async findUser(email) {
      const user = await prisma.user.findUnique({ where: { email } })
      return user ? { ...user, isDisabled: user.disabledAt !== null } : undefined
    },
    verifyPassword,
  }
}
