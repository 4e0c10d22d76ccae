using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>The hub behind haproxy with the settings of docs/deploy, as departments run it: two who read one request must read it alike.</summary>
[Trait("Runs", "Once")]
public sealed class BehindTheProxyTests(BehindTheProxyTests.ProxiedHub hub) : IClassFixture<BehindTheProxyTests.ProxiedHub>
{
    private const string Second = "GET /smuggled HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n";

    public static TheoryData<string, string> Ambiguous => WireTests.Ambiguous;

    [Theory, MemberData(nameof(Ambiguous))]
    public async Task Nothing_reaches_the_hub_that_the_proxy_did_not_read_as_a_request(string what, string head)
    {
        hub.MustHaveProxy();
        var said = await Say($"POST /account/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 10.9.8.7\r\nContent-Type: application/x-www-form-urlencoded\r\n{head}{Second}");

        // What lay hidden in another's body would come without the mark that the proxy puts on each request, or with the sender's own.
        Assert.All(hub.Seen, marked => Assert.Equal("127.0.0.1", marked.ForwardedFor));
        Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), $"{what}: {said.Split('\r')[0]}");
    }

    [Fact]
    public async Task An_ordinary_request_reaches_the_hub_with_the_mark_of_the_proxy()
    {
        hub.MustHaveProxy();

        Assert.StartsWith("HTTP/1.1 200", await Say("GET /how-anonymous HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.Contains(hub.Seen, marked => marked is { Path: "/how-anonymous", ForwardedFor: "127.0.0.1" });
    }

    [Fact]
    public async Task The_proxy_speaks_TLS_1_2_and_1_3_and_nothing_older()
    {
        hub.MustHaveProxy();
        await EncryptedTests.Speaks(hub.EncryptedPort);
    }

    private async Task<string> Say(string bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, hub.ProxyPort, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A hub that notes who reached it, and two proxies before it: one plain, one with a certificate.</summary>
    public sealed class ProxiedHub : HubFixture, IAsyncLifetime
    {
        private readonly List<Process> _proxies = [];

        public ProxiedHub()
        {
            Listen(0);
        }

        public int ProxyPort { get; private set; }

        public int EncryptedPort { get; private set; }

        internal ConcurrentQueue<(string Path, string ForwardedFor)> Seen { get; } = [];

        public void MustHaveProxy() => Assert.SkipWhen(_proxies.Count == 0, "haproxy is not installed: apt-get install haproxy");

        public async ValueTask InitializeAsync()
        {
            if (!((string[])["/usr/sbin/haproxy", "/usr/local/sbin/haproxy"]).Any(File.Exists))
            {
                return;
            }

            ProxyPort = await StartAsync("plain", "");
            EncryptedPort = await StartAsync("encrypted", $" ssl crt {SelfSigned.In(Folder)} alpn h2,http/1.1 ssl-min-ver TLSv1.2");
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var proxy in _proxies)
            {
                proxy.Kill();
                await proxy.WaitForExitAsync();
                proxy.Dispose();
            }

            await base.DisposeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Note(Seen)));
        }

        // The words that the file itself says to write for a certificate.
        private async Task<int> StartAsync(string name, string certificate)
        {
            var (file, port, node) = (Path.Combine(Folder, $"{name}.cfg"), HostProcess.FreePort(), $"127.0.0.1:{ClientOptions.BaseAddress.Port}");
            var shipped = await File.ReadAllTextAsync(Path.Combine(HostProcess.Root, "docs", "deploy", "haproxy.cfg"));
            await File.WriteAllTextAsync(file, shipped.Replace("    bind \"${HUB_BIND}\"", $"    bind \"${{HUB_BIND}}\"{certificate}", StringComparison.Ordinal));
            var start = new ProcessStartInfo("haproxy", ["-db", "-q", "-f", file]) { RedirectStandardError = true };
            foreach (var (key, value) in ((string, string)[])[("HUB_BIND", $"127.0.0.1:{port}"), ("HUB_ONE", node), ("HUB_TWO", node), ("HUB_SOCKET", Path.Combine(Folder, $"{name}.sock"))])
            {
                start.Environment[key] = value;
            }

            _proxies.Add(Process.Start(start)!);
            await OpensAsync(port);
            return port;
        }

        private static async Task OpensAsync(int port)
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                using var client = new TcpClient();
                try
                {
                    await client.ConnectAsync(IPAddress.Loopback, port);
                    return;
                }
                catch (SocketException)
                {
                    await Task.Delay(20);
                }
            }

            throw new TimeoutException("haproxy did not open within 30 seconds");
        }

        private sealed class Note(ConcurrentQueue<(string, string)> seen) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((context, following) =>
                {
                    if (!context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                    {
                        seen.Enqueue((context.Request.Path, $"{context.Request.Headers["X-Forwarded-For"]}"));
                    }

                    return following(context);
                });
                next(app);
            };
        }
    }
}
