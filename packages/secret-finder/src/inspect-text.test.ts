import { describe, expect, it } from 'vitest'
import { inspectText } from './inspect-text.ts'
import { maskText } from './mask-text.ts'
import { evidenceOf } from './places/settle-places.ts'
import { reasonWords } from './reason-words.ts'

const inspect = (text: string, defaults?: string) =>
  inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [], defaults })
const mask = (text: string, defaults?: string) => maskText(text, inspect(text, defaults).secrets)

/** Random values, generated once for these tests. */
const KEY = 'q7RvT2mXc9LpZ4wN8sJd'
const HEX = Array.from(KEY, (unit) => unit.charCodeAt(0).toString(16)).join('')

describe('an object that stores Secrets', () => {
  it('can have any name without suspicion', () => {
    const { secrets, possible } = inspect(
      'apiVersion: external-secrets.io/v1beta1\nkind: SecretStore\nmetadata: {name: Kiln-Store-204, namespace: kiln2-X}\nspec: {a: b}\n',
    )
    expect([...secrets, ...possible]).toEqual([])
  })
})

describe('a name and its value', () => {
  it.each([
    ['password', 'sunflower'],
    ['dbPassword', 'Kiln-Otter-204'],
    ['SMTP_PASSWD', 'kiln_otter204'],
    ['bindpw', KEY],
    ['apiToken', 'otter'],
    ['clientSecret', KEY],
    ['secretKeyBase', KEY],
    ['storageaccountkey', KEY],
    ['unseal_key', KEY],
    ['activationCode', KEY],
    ['wachtwoord', 'otter'],
    ['contraseña', 'otter'],
    ['Passwort', 'otter'],
    ['пароль', 'otter'],
    ['密码', 'otter'],
    ['비밀번호', 'otter'],
    ['mot_de_passe', 'otter'],
    ['hasło', 'otter'],
    ['password', '$eaOtter77'],
    ['password', "'%otter77x'"],
    ['password', '402917'],
  ])('hides the value of %s: %s', (name, value) => {
    expect(mask(`${name}: ${value}\n`)).toBe(`${name}: "********"\n`)
  })

  it.each([
    'existingSecret: kiln-auth',
    'secretName: kiln-tls',
    'auth: { secretName: kiln, secretKey: licence }',
    'rootPasswordSecretKey: root-password',
    'tokenSecret: { name: kiln, key: token }',
    'existingSecret: { passwordKey: kiln-password }',
    'tls: { privateKey: server.key }',
    'passwordFile: /etc/kiln/password',
    'tokenTTL: 30m',
    'token: true',
    'passwordMinLength: 12',
    'publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ7kiln me@kiln',
    'password: "{{ .Values.kiln.password }}"',
    'password: ${KILN_PASSWORD}',
    'password: $(KILN_PASSWORD)',
    'password: <your-password>',
    'password: ""',
    'image: { repository: kiln/password-reset, tag: 1.2.3 }',
    'secretKeyRef: { name: kiln, key: password }',
    'checksum: sha256:0d5c2f7a9be14c3386d1aa0f55e7c9b2d4f6a8103c5e7f9b1d3f5a7c9e0b2d4f',
  ])('leaves alone what only refers to a secret: %s', (line) => {
    expect(mask(`${line}\n`)).toBe(`${line}\n`)
  })

  it.each([
    ['a: {password: "${KILN_PW:-otter77x}"}\n', 'a: {password: "${KILN_PW:-********}"}\n'],
    ['password: \'{{ .kiln | default "otter77x" }}\'\n', 'password: \'{{ .kiln | default "********" }}\'\n'],
  ])('hides the default literal of a reference: %s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('a variable in capitals', () => {
  it.each(['DB_PASSWORD=DbPassword', 'ADMIN_PASSWORD=Admin-Password', 'PASSWORD=Password'])(
    'holds a password even if it repeats its own name: %s',
    (line) => {
      expect(mask(`env: |\n  ${line}\n`)).toBe(`env: |\n  ${line.replace(/=.*/, '=********')}\n`)
    },
  )
})

describe('structure', () => {
  it.each([
    [`env:\n- name: KILN_PASSWORD\n  value: ${KEY}\n`, 'env:\n- name: KILN_PASSWORD\n  value: "********"\n'],
    [`args: [--user, kiln, --password, ${KEY}]\n`, 'args: [--user, kiln, --password, "********"]\n'],
    [`args: ["--set=kiln.password=${KEY}"]\n`, 'args: ["--set=kiln.password=********"]\n'],
    [`secrets:\n  kiln: ${KEY}\n`, 'secrets:\n  kiln: "********"\n'],
    ['auths: {r.test: {auth: a2lsbjpvdHRlcjc3}}\n', 'auths: {r.test: {auth: "********"}}\n'],
    [`headers:\n  Authorization: Bearer ${KEY}\n`, 'headers:\n  Authorization: Bearer ********\n'],
    [`ini: |\n  [kiln]\n  password = ${KEY} x # old\n`, 'ini: |\n  [kiln]\n  password = ******** # old\n'],
    [`xml: |\n  <password>${KEY}</password>\n`, 'xml: |\n  <password>********</password>\n'],
    [`sql: ALTER USER k IDENTIFIED BY '${KEY}'\n`, "sql: ALTER USER k IDENTIFIED BY '********'\n"],
    [`run: curl -u kiln:${KEY} https://k.test\n`, 'run: curl -u kiln:******** https://k.test\n'],
    [`run: mysql -ukiln -p${KEY}\n`, 'run: mysql -ukiln -p********\n'],
    [`rc: |\n  machine k.test login kiln password ${KEY}\n`, 'rc: |\n  machine k.test login kiln password ********\n'],
    [`php: define('DB_PASSWORD', '${KEY}');\n`, "php: define('DB_PASSWORD', '********');\n"],
    [`acl: |\n  user kiln on ~* +@all >${KEY}\n`, 'acl: |\n  user kiln on ~* +@all >********\n'],
    [`# password: ${KEY}\na: 1\n`, '# password: ********\na: 1\n'],
    [`# - name: KILN_TOKEN\n#   value: ${KEY}\na: 1\n`, '# - name: KILN_TOKEN\n#   value: ********\na: 1\n'],
  ])('hides the secret and nothing else: %s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  it.each([
    '# The password to use for basic authentication, a token or a secret key.\na: 1\n',
    '# password: your-password-here\na: 1\n',
    'note: |\n  Set the password with kubectl create secret, then restart.\n',
    'sh: |\n  PASSWORD=$(cat /run/kiln)\n  export TOKEN="${KILN_TOKEN}"\n',
    'url: https://k.test/a@b:c\n',
    'pem: |\n  -----BEGIN RSA PRIVATE KEY-----\n  ...\n  -----END RSA PRIVATE KEY-----\n',
  ])('leaves prose, code and examples alone: %s', (text) => {
    expect(mask(text)).toBe(text)
  })
})

describe('the form of a value', () => {
  it.each([
    ['url', `amqp://kiln:${KEY}@k.test/v`, 'amqp://kiln:********@k.test/v'],
    ['url', `https://k.test/hook?token=${KEY}`, 'https://k.test/hook?token=********'],
    ['hook', `https://k.test/webhooks/${KEY}`, 'https://k.test/webhooks/********'],
    ['x', `"kiln:$2y$10$${'aB3'.repeat(17)}ab"`, '"kiln:********"'],
    ['x', `ghp_${'a1B2'.repeat(9)}`, '"********"'],
    ['x', `eyJhbGciOiJub25lIn0.eyJzdWIiOiJraWxuIn0.${KEY}`, '"********"'],
  ])('is enough to recognise it: %s: %s', (name, value, masked) => {
    expect(mask(`${name}: ${value}\n`)).toBe(`${name}: ${masked}\n`)
  })

  it('hides a private key beside a certificate and keeps the certificate', () => {
    const line = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo'
    const certificate = `  -----BEGIN CERTIFICATE-----\n  ${line}\n  -----END CERTIFICATE-----\n`
    const key = `  -----BEGIN EC PRIVATE KEY-----\n  ${line}x\n  -----END EC PRIVATE KEY-----\n`
    expect(mask(`a: |\n${certificate}${key}`)).toBe(`a: |\n${certificate}  ********\n`)
  })
})

describe('texts inside texts', () => {
  it.each([
    ['a: "{\\"b\\": \\"{\\\\\\"password\\\\\\": \\\\\\"otter77x\\\\\\"}\\"}"\n', 'otter77x'],
    ['a: |\n  b: |\n    c:\n      password: otter77x\n', 'otter77x'],
    ['a: cGFzc3dvcmQ6IG90dGVyNzd4\n', 'cGFzc3dvcmQ6'],
    ['a: |\n  kind: Secret\n  stringData:\n    plain: otter\n', 'otter'],
    ['kind: SecretList\nitems:\n- data: {plain: b3R0ZXI=}\n', 'b3R0ZXI='],
  ])('have their secrets hidden: %s', (text, secret) => {
    expect(mask(text)).not.toContain(secret)
  })

  it('changes nothing but the bytes of the secret', () => {
    const text = `a: "{\\"user\\": \\"kiln\\", \\"password\\": \\"${KEY}\\"}" # b\n`
    expect(mask(text)).toBe(text.replace(KEY, '********'))
  })
})

describe('copies', () => {
  it.each([
    ['plain', KEY],
    ['hex', HEX],
    ['base64', btoa(KEY)],
    ['base64 behind one byte', btoa(`x${KEY}`)],
    ['base64 behind two bytes', btoa(`xy${KEY}yz`)],
  ])('of a distinctive secret are hidden: %s', (_, copy) => {
    expect(mask(`password: ${KEY}\nz: ${copy}\n`)).toBe('password: "********"\nz: "********"\n')
  })

  it('of a common word are left alone', () => {
    const rest = 'image: kiln/otter\npath: /etc/otter/x\n'
    expect(mask(`password: otter\n${rest}`)).toBe(`password: "********"\n${rest}`)
  })
})

describe('the pack’s default value', () => {
  it('makes a value that differs from it more suspicious', () => {
    expect(mask(`kiln: ${KEY}\n`, 'kiln: otter\n')).toBe('kiln: "********"\n')
  })

  it('makes an equal value that only looks random less suspicious', () => {
    expect(inspect(`salt: ${KEY}\n`, `salt: ${KEY}\n`)).toMatchObject({ secrets: [], possible: [{ path: 'salt' }] })
  })

  it('does not excuse a password', () => {
    expect(mask('password: otter\n', 'password: otter\n')).toBe('password: "********"\n')
  })
})

describe('a comment that is unchanged from the pack’s defaults', () => {
  const hash = `# - kiln:$2y$10$${'aB3'.repeat(17)}ab`

  it('is an example: its secrets are shown, not masked', () => {
    const { secrets, possible } = inspect(`${hash}\na: 1\n`, `${hash}\na: 2\n`)
    expect(secrets).toEqual([])
    expect(possible).toMatchObject([{ path: 'comment[1]', strength: 'possible', reason: 'password-hash' }])
  })

  it('is no longer an example once it has been changed', () => {
    expect(mask(`${hash}\na: 1\n`, `${hash.replace('kiln', 'otter')}\n`)).toBe('# - kiln:********\na: 1\n')
  })

  it('has a private key masked between its header and footer', () => {
    const line = `# ${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo'}\n`
    const [begin, end] = ['BEGIN', 'END'].map((word) => `# -----${word} RSA PRIVATE KEY-----\n`)
    const text = `${begin}${line}${line}${end}a: 1\n`
    expect(mask(text, text)).toBe(`${begin}# ********\n${end}a: 1\n`)
  })
})

describe('evidence', () => {
  it('contains all reasons for a place', () => {
    const [place] = inspect(`token: ghp_${'a1B2'.repeat(9)}\n`).secrets
    expect(place && evidenceOf(place)).toEqual(expect.arrayContaining(['token-pattern', 'key-name']))
  })

  it('is absent when there is only one reason', () => {
    const [place] = inspect(`password: ${KEY}\n`).secrets
    expect(place && evidenceOf(place)).toEqual(['key-name'])
    expect(place).not.toHaveProperty('evidence')
  })

  it('is one sentence for each reason', () => {
    expect(reasonWords('key-name')).toBe('Its key names a credential.')
  })
})

describe('a possible secret', () => {
  it('is listed with its strength, not masked', () => {
    const { secrets, possible } = inspect('secret: kiln-auth\n')
    expect(secrets).toEqual([])
    expect(possible).toMatchObject([{ path: 'secret', strength: 'possible', reason: 'key-name' }])
  })
})
