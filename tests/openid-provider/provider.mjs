// node provider.mjs PORT HUB AUTHENTICATION [CLIENT_KEY]: an OpenID provider for the tests; whoever types a name is that person.
import Provider from 'oidc-provider';

const [port, hub, authentication, key] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'hub',
    ...(key ? { jwks: { keys: [JSON.parse(key)] } } : { client_secret: 'a secret: of the tests' }),
    token_endpoint_auth_method: authentication,
    redirect_uris: [`${hub}/signin-oidc`],
    post_logout_redirect_uris: [`${hub}/signout-callback-oidc`],
    backchannel_logout_uri: `${hub}/signout-oidc`,
    backchannel_logout_session_required: true,
    require_auth_time: true,
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  claims: { openid: ['sub', 'roles'], profile: ['name'], email: ['email', 'email_verified'] },
  cookies: { keys: ['tests'] },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true }, backchannelLogout: { enabled: true } },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id[0].toUpperCase()}${id.slice(1)} of the provider`, email: `${id}@department.example`, email_verified: true, roles: id.startsWith('mod') ? ['Hub.Moderate'] : [] }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
