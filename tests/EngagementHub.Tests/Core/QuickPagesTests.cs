using System.Net;
using EngagementHub.Core.Web.Shared;
using EngagementHub.Tests.Blogging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Core;

/// <summary>Who read a moment ago is answered from memory; nothing that ends their right to it is overlooked.</summary>
public class QuickPagesTests(BloggingHub hub) : IClassFixture<BloggingHub>
{
    [Fact]
    public async Task The_second_answer_has_the_headers_and_bytes_of_the_first()
    {
        var (url, cookie) = (await Post("Read again"), await Cookie("priya"));

        var (first, second) = (await Get(url, cookie), await Get(url, cookie));

        Assert.Equal(first.Headers, second.Headers);
        Assert.Equal(first.Body, second.Body);
        Assert.Contains("Your account", second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_its_headers_only_a_page_says_the_same_and_sends_nothing()
    {
        var (url, cookie) = (await Post("Only the head"), await Cookie("priya"));
        var before = await Get(url, cookie, HttpMethod.Head);

        var (whole, head) = (await Get(url, cookie), await Get(url, cookie, HttpMethod.Head));

        Assert.Equal((whole.Headers, ""), (head.Headers, head.Body));
        Assert.Equal(whole.Headers, before.Headers);
    }

    [Fact]
    public async Task A_session_that_is_ended_is_not_known_at_the_next_request()
    {
        var (url, reader) = (await Post("Read and left"), await hub.As("priya"));
        var cookie = await Cookie("tom");
        Assert.Contains("Your account", (await Get(url, cookie)).Body, StringComparison.Ordinal);
        Assert.Contains("Your account", (await Get(url, cookie)).Body, StringComparison.Ordinal);

        await Leave(cookie);

        Assert.DoesNotContain("Your account", (await Get(url, cookie)).Body, StringComparison.Ordinal);
        Assert.Contains("Your account", (await reader.Open(url)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_is_nobodys_is_nobody_however_often_it_comes()
    {
        var url = await Post("Planted");
        await Get(url, await Cookie("priya"));

        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain("Your account", (await Get(url, "hub-session=CfDJ8planted")).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_given_a_role_gets_a_page_of_their_own_at_the_next_request()
    {
        var (url, cookie, admin) = (await Post("Read and promoted"), await Cookie("sam"), await hub.As("admin"));
        Assert.Contains("Your account", (await Get(url, cookie)).Body, StringComparison.Ordinal);

        (await admin.Post("/staff/sam", ("Roles", "Moderator"))).MustBe(HttpStatusCode.OK);

        Assert.DoesNotContain("Your account", (await Get(url, cookie)).Body, StringComparison.Ordinal);
        (await admin.Post("/staff/sam")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_notice_goes_past_what_is_kept()
    {
        var (url, cookie) = (await Post("With a notice for one"), await Cookie("priya"));
        await Get(url, cookie);

        var own = await Get(url, $"{cookie}; hub-said=anything");

        Assert.DoesNotContain("Your account", own.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_adds_to_their_cookies_fills_no_memory()
    {
        var (url, cookie) = (await Post("Read with much luggage"), await Cookie("priya"));
        var longer = $"{cookie}; x={new string('y', 3000)}";
        await Get(url, cookie);

        Assert.Contains("Your account", (await Get(url, longer)).Body, StringComparison.Ordinal);

        Assert.Equal(("staff", null), (Remembered(cookie), Remembered(longer)));
    }

    private string? Remembered(string cookies) =>
        hub.Services.GetRequiredService<KnownReaders>().Remembered(new DefaultHttpContext { Request = { Scheme = "http", Headers = { Cookie = cookies } } }.Request);

    private async Task<string> Post(string title) => (await BloggingHub.Publish(await hub.As("office"), title, "Read by the team.")).Url;

    private async Task<string> Cookie(string persona)
    {
        using var http = hub.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("persona", persona)]);
        using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hub-session=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task Leave(string cookie)
    {
        using var http = hub.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out") { Headers = { { "Cookie", cookie } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<(string Headers, string Body)> Get(string url, string cookie, HttpMethod? method = null)
    {
        using var http = hub.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url) { Headers = { { "Cookie", cookie } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return (string.Join('\n', headers), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
