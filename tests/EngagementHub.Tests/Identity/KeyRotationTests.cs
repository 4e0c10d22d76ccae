using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

/// <summary>What holds when keys, or the certificate that encrypts them, are replaced while people are signed in.</summary>
public sealed class KeyRotationTests
{
    [Fact]
    public async Task After_the_keys_have_rotated_sessions_and_the_secrets_of_ticket_systems_hold_on_every_node()
    {
        await using var before = new HubFixture();
        var (cookie, secret) = (await SignIn(before, "tom"), Box(before).Encrypt("a token"));
        before.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));

        await using var after = new Restarted(before);
        var later = await SignIn(after, "sam");

        Assert.NotEqual(KeyOf(secret), KeyOf(Box(after).Encrypt("a token")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Open(before, cookie), await Open(after, cookie)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Open(after, later), await Open(before, later)));
        Assert.Equal("a token", Box(after).Decrypt(secret));
    }

    [Fact]
    public async Task A_new_certificate_beside_the_former_one_loses_nothing()
    {
        await using var before = new Certified();
        var (cookie, secret) = (await SignIn(before, "tom"), Box(before).Encrypt("a token"));

        await using var after = new Certified { Before = before, KnowsFormer = true };

        Assert.Equal(HttpStatusCode.OK, await Open(after, cookie));
        Assert.Equal("a token", Box(after).Decrypt(secret));
    }

    [Fact]
    public async Task Without_the_former_certificate_people_sign_in_again_and_secrets_are_asked_for()
    {
        await using var before = new Certified();
        var (cookie, secret) = (await SignIn(before, "tom"), Box(before).Encrypt("a token"));

        await using var after = new Certified { Before = before };

        Assert.NotEqual(HttpStatusCode.OK, await Open(after, cookie));
        Assert.Equal("Enter the secret again", Assert.Throws<SourceTroubleException>(() => Box(after).Decrypt(secret)).Cure);
        Assert.Equal(HttpStatusCode.OK, await Open(after, await SignIn(after, "tom")));
    }

    private static Secrets Box(HubFixture hub) => hub.Services.CreateScope().ServiceProvider.GetRequiredService<Secrets>();

    // What is protected begins with the framework's mark and the identifier of its key.
    private static string KeyOf(string text) => text[..26];

    private static async Task<string> SignIn(HubFixture hub, string persona)
    {
        using var http = hub.CreateDefaultClient();
        using var form = new FormUrlEncodedContent([new("persona", persona)]);
        using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
    }

    private static async Task<HttpStatusCode> Open(HubFixture hub, string cookie)
    {
        using var http = hub.CreateDefaultClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/notifications") { Headers = { { "Cookie", cookie } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private sealed class Certified : HubFixture
    {
        public Certified? Before { get; init; }

        public bool KnowsFormer { get; init; }

        private string File => Path.Combine(Folder, "keys.pfx");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            System.IO.File.WriteAllBytes(File, certificate.Export(X509ContentType.Pkcs12, "pass"));
            builder.UseSetting("Keys:CertificateFile", File).UseSetting("Keys:CertificatePassword", "pass");
            if (Before is { } before)
            {
                builder.UseSetting("Database:Connection", before.Database);
            }

            if (KnowsFormer)
            {
                builder.UseSetting("Keys:Former:0:CertificateFile", Before!.File).UseSetting("Keys:Former:0:CertificatePassword", "pass");
            }
        }
    }
}
