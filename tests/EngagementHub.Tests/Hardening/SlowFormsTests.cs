using System.Net;
using System.Net.Sockets;
using System.Text;
using EngagementHub.Core.Data;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Hardening;

/// <summary>Who has little and sends it slowly, or asks for one thing in many ways, takes nothing from others: neither their turn nor the memory.</summary>
[Trait("Runs", "Once")]
public sealed class SlowFormsTests(SlowFormsTests.OneAtATime hub) : IClassFixture<SlowFormsTests.OneAtATime>
{
    private const string Head = "POST /comments/preview HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    [Theory]
    [InlineData("Content-Length: 10\r\n\r\n", "Text=", "hello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n", "5\r\nText=\r\n", "5\r\nhello\r\n0\r\n\r\n")]
    public async Task A_form_that_comes_in_slowly_takes_nobody_s_turn_and_is_answered_when_it_is_whole(string length, string first, string last)
    {
        using var http = new HttpClient { BaseAddress = hub.ClientOptions.BaseAddress };
        using var slow = await Begin(length, first);

        using var other = await http.GetAsync("/search?q=chairs", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        var said = await End(slow, last);
        Assert.StartsWith("HTTP/1.1 200", said, StringComparison.Ordinal);
        Assert.Contains("<p>hello</p>", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_longer_than_any_page_s_is_refused_before_it_is_read()
    {
        using var longer = await Begin($"Content-Length: {5 * 1024 * 1024}\r\n\r\n", "", awaited: "HTTP/1.1 413");
    }

    [Fact]
    public void Pages_that_are_asked_for_under_ever_new_names_are_not_all_kept()
    {
        var shelf = new SharedShelf(new Editions(), TimeProvider.System);
        SharedKey[] keys = [.. Enumerable.Range(0, 200).Select(i => new SharedKey("", $"host-{i}", "", "/"))];

        foreach (var key in keys)
        {
            var made = shelf.Begin();
            made.Bytes = new SharedBytes(new byte[1024 * 1024], "text/html");
            shelf.Keep(key, made);
        }

        Assert.InRange(keys.Count(key => shelf.Before(key) is not null), 1, 64);
    }

    // What begins to be read was let in: only then is the server asked to go on sending.
    private async Task<TcpClient> Begin(string length, string first, string awaited = "HTTP/1.1 100")
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, hub.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + length), TestContext.Current.CancellationToken);
        var said = new byte[awaited.Length];
        await stream.ReadExactlyAsync(said, TestContext.Current.CancellationToken);
        Assert.Equal(awaited, Encoding.ASCII.GetString(said));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(first), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> End(TcpClient socket, string last)
    {
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(last), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var said = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return said[said.IndexOf("HTTP/1.1", StringComparison.Ordinal)..];
    }

    /// <summary>A hub that works on one request at a time and lets nobody wait.</summary>
    public sealed class OneAtATime : HubFixture
    {
        public OneAtATime()
        {
            Listen(0);
        }

        public int Port => ClientOptions.BaseAddress.Port;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Overload:Fewest", "1");
            builder.UseSetting("Overload:Most", "1");
            builder.UseSetting("Overload:LineSeconds", "0");
        }
    }
}
