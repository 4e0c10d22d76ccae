using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace EngagementHub.Tests.Identity;

/// <summary>The hub and a provider that others wrote, each on a port of its own, with a browser between them.</summary>
[Trait("Runs", "Once")]
public sealed class RealProviderTests
{
    [Theory]
    [InlineData("client_secret_basic")]
    [InlineData("client_secret_post")]
    [InlineData("private_key_jwt")]
    public async Task Somebody_signs_in_and_out(string authentication)
    {
        var folder = Directory.CreateTempSubdirectory("hub-certificate").FullName;
        using var key = RSA.Create(2048);
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        await using var provider = await OpenIdProvider.StartAsync(address, authentication, authentication == "private_key_jwt" ? Jwk(key) : null);
        await using var hub = new HubBehind(provider.Issuer, address, authentication, CertificateFile(key, folder));
        using var browser = new Browser();

        var login = await browser.Go($"{address}/account/sign-in?returnUrl=/notifications");
        var consent = await browser.Submit(login, ("login", "rosa"), ("password", "any"));
        var page = await browser.Submit(consent);

        Assert.Equal($"{address}/notifications", browser.Address);
        Assert.Contains("Rosa of the provider", page.DocumentElement.TextContent, StringComparison.Ordinal);
        var out1 = await browser.SubmitTo(page, ".hub-account");
        Assert.Equal("You are signed out here", out1.QuerySelector("h1")!.TextContent.Trim());
        var asked = await browser.Go(out1.QuerySelector("main a")!.GetAttribute("href")!);
        var done = await browser.Submit(asked, ("logout", "yes"));
        Assert.Equal("You are signed out", done.QuerySelector("h1")!.TextContent.Trim());
        Directory.Delete(folder, recursive: true);
    }

    private static string Jwk(RSA key)
    {
        var parameters = key.ExportParameters(false);
        return JsonSerializer.Serialize(new { kty = "RSA", use = "sig", alg = "PS256", n = WebEncoders.Base64UrlEncode(parameters.Modulus!), e = WebEncoders.Base64UrlEncode(parameters.Exponent!) });
    }

    private static string CertificateFile(RSA key, string folder)
    {
        var request = new CertificateRequest("CN=hub", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder, "client.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "pass"));
        return file;
    }

    private sealed class HubBehind : HubFixture
    {
        private readonly string _issuer, _authentication, _certificate;

        public HubBehind(string issuer, string address, string authentication, string certificate)
        {
            (_issuer, _authentication, _certificate) = (issuer, authentication, certificate);
            Listen(new Uri(address).Port);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
            builder.UseSetting("Oidc:Authority", _issuer);
            builder.UseSetting("Oidc:ClientId", "hub");
            if (_authentication == "private_key_jwt")
            {
                builder.UseSetting("Oidc:ClientCertificateFile", _certificate);
                builder.UseSetting("Oidc:ClientCertificatePassword", "pass");
                return;
            }

            builder.UseSetting("Oidc:ClientSecret", "a secret: of the tests");
            builder.UseSetting("Oidc:ClientAuthentication", _authentication);
        }
    }

    /// <summary>Cookies for both hosts, redirects by itself, forms filled in.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true });

        public string Address { get; private set; } = "";

        public void Dispose() => _http.Dispose();

        public Task<IHtmlDocument> Go(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

        public Task<IHtmlDocument> Submit(IHtmlDocument page, params (string Name, string Value)[] typed) => SubmitTo(page, "form", typed);

        public Task<IHtmlDocument> SubmitTo(IHtmlDocument page, string form, params (string Name, string Value)[] typed)
        {
            var element = (IHtmlFormElement)page.QuerySelector(form)!;
            return Send(new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Address), element.GetAttribute("action"))) { Content = new FormUrlEncodedContent(FormFields.Of(element, null, typed)) });
        }

        private async Task<IHtmlDocument> Send(HttpRequestMessage request)
        {
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            Address = answer.RequestMessage!.RequestUri!.ToString();
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{Address} answered {answer.StatusCode}: {text}");
            return await new HtmlParser().ParseDocumentAsync(text);
        }
    }
}
