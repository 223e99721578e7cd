import { describe, expect, it } from 'vitest'
import { namesCredential } from './credential-names.ts'

describe('namesCredential', () => {
  it.each([
    'password',
    'dbPassword',
    'DB_PASS',
    'smtp-passwd',
    'PGPASSWORD',
    'rootPwd',
    'masterPassphrase',
    'token',
    'authToken',
    'tokens',
    'secret',
    'clientSecret',
    'client_secret',
    'SHARED-SECRET',
    'apiKey',
    'NGC_API_KEY',
    'ngcApiKey',
    'apikey',
    'accessKey',
    'awsSecretAccessKey',
    'secret_key',
    'privateKey',
    'licenseKey',
    'connectionString',
    'credential',
    'db.password',
    'password2',
    'passwordBase64',
    'hmacKey',
    'psk',
  ])('takes %s for one', (name) => {
    expect(namesCredential(name)).toBe(true)
  })

  it.each([
    'secretName',
    'tokenTTL',
    'passwordSecretRef',
    'existingSecret',
    'existingSecretPasswordKey',
    'imagePullSecret',
    'secrets',
    'imagePullSecrets',
    'tlsSecret',
    'passwordSecret',
    'secretKeyRef',
    'automountServiceAccountToken',
    'allowEmptyPassword',
    'key',
    'accessKeyId',
    'tokenUrl',
    'passwordFile',
    'bypass',
    'secretRef',
    'user',
    'keyName',
    'createSecret',
    'compass',
  ])('does not take %s for one', (name) => {
    expect(namesCredential(name)).toBe(false)
  })
})
