using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Hardening;

/// <summary>What arrives on the wire, as tools send it and no browser does.</summary>
[Trait("Runs", "Once")]
public sealed class WireTests(WireTests.ListeningHub hub) : IClassFixture<WireTests.ListeningHub>
{
    private const string Second = "GET /smuggled HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n";

    // Each is one request to one reader and more than one to another.
    public static TheoryData<string, string> Ambiguous => new()
    {
        { "length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 50\r\n\r\n0\r\n\r\n" },
        { "two lengths", "Content-Length: 0\r\nContent-Length: 44\r\n\r\n" },
        { "two lengths in one", "Content-Length: 0, 44\r\n\r\n" },
        { "a negative length", "Content-Length: -1\r\n\r\n" },
        { "a length in hex", "Content-Length: 0x0\r\n\r\n" },
        { "chunks by another name", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
        { "chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" },
        { "chunks before something", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
        { "a space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" },
        { "a folded line", "X-Folded: a\r\n Transfer-Encoding: chunked\r\n\r\n" },
        { "a chunk size with a sign", "Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" },
        { "a chunk size in words", "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" },
        { "a chunk size that overflows", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n" },
        { "a bare line feed in a chunk's line", "Transfer-Encoding: chunked\r\n\r\n0;a\nb\r\n\r\n" },
        { "a header with NUL", "X-Odd: a\0b\r\n\r\n" },
        { "a bare carriage return", "X-Odd: a\rTransfer-Encoding: chunked\r\n\r\n" },
    };

    [Theory, MemberData(nameof(Ambiguous))]
    public async Task A_request_that_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_read(string what, string head)
    {
        var said = await Say($"POST /account/sign-in HTTP/1.1\r\nHost: 127.0.0.1:{hub.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\n{head}{Second}");

        // 422 is a page that found its form unreadable.
        Assert.True(said.StartsWith("HTTP/1.1 400", StringComparison.Ordinal) || said.StartsWith("HTTP/1.1 422", StringComparison.Ordinal), $"{what}: {said.Split('\r')[0]}");
        Assert.Equal(1, said.Split("HTTP/1.1 ").Length - 1);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET http://other.example/ HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: hub\r\nConnection: close\r\n\r\n")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n")]
    public async Task A_request_that_is_no_http_is_refused(string request)
    {
        var status = int.Parse((await Say(request))[9..12], System.Globalization.CultureInfo.InvariantCulture);

        Assert.InRange(status, 400, 505);
        Assert.NotEqual(500, status);
    }

    [Fact]
    public async Task What_a_hop_that_nobody_trusts_says_of_a_request_changes_nothing()
    {
        using var http = new HttpClient { BaseAddress = hub.ClientOptions.BaseAddress };
        var plain = await http.GetStringAsync("/how-anonymous", TestContext.Current.CancellationToken);
        foreach (var (name, value) in ((string, string)[])[("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"), ("X-Original-URL", "/staff"), ("X-Rewrite-URL", "/staff"), ("Forwarded", "for=1.2.3.4;host=evil.example;proto=https"), ("X-HTTP-Method-Override", "DELETE"), ("X-Original-Host", "evil.example")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/how-anonymous");
            request.Headers.Add(name, value);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(plain, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"), name);
        }
    }

    [Fact]
    public async Task A_new_address_in_a_header_gives_nobody_new_tries()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = hub.ClientOptions.BaseAddress };
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 8; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/comments/receipt") { Content = CrawledHub.Fields(("Code", "nothing")) };
            request.Headers.Add("X-Forwarded-For", $"10.0.0.{i}");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private async Task<string> Say(string bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, hub.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public sealed class ListeningHub : HubFixture
    {
        public ListeningHub()
        {
            Listen(0);
        }

        public int Port => ClientOptions.BaseAddress.Port;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:Receipt:Permits", "6");
            builder.UseSetting("Limits:Receipt:Seconds", "86400");
        }
    }
}
