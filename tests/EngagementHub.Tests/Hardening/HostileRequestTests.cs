using System.Net;
using EngagementHub.Tests.Identity;

namespace EngagementHub.Tests.Hardening;

/// <summary>Requests that no page of the hub would make.</summary>
public sealed class HostileRequestTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    private const string Administrator = "administrator";

    [Fact]
    public async Task A_defect_shows_a_calm_page_and_nothing_of_what_is_inside()
    {
        using var http = await hub.Browser(Administrator);
        foreach (var (method, url) in ((string, string)[])[("GET", "/"), ("GET", "/audit"), ("POST", "/staff/invite")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            request.Headers.Add(CrawledHub.ThrowHeader, "1");

            var answer = await Answer.To(http, request);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
            Problems.None(Protection.Lacks(answer));
            Assert.All((string[])["Secret", "SELECT", "InvalidOperation", ".cs:"], word => Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal));
            Assert.Contains("Sorry, there is a problem", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_has_not_changed_is_answered_with_the_same_protection()
    {
        using var http = await hub.Browser("");
        var first = await Answer.To(http, HttpMethod.Get, "/blogs/permanent-secretary/feed");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/blogs/permanent-secretary/feed");
        again.Headers.Add("If-None-Match", first.Header("ETag"));

        var answer = await Answer.To(http, again);

        Assert.Equal(HttpStatusCode.NotModified, answer.Status);
        Problems.None(Protection.Lacks(answer));
    }

    [Fact]
    public async Task No_form_is_taken_that_another_site_sent()
    {
        using var http = await hub.Browser(Administrator);
        var before = await hub.Rows();
        List<string> taken = [];
        foreach (var route in hub.Routes.Where(r => r.Takes("POST") && r.Pattern is not ("/hooks/{source}" or "/mail/unsubscribe/{token}" or "/mail/notices/{token}")))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, route.Somewhere) { Content = CrawledHub.Fields(("Accept", "true")) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            var answer = await Answer.To(http, request);
            taken.AddRange(answer.Status == HttpStatusCode.Forbidden ? [] : [answer.ToString()]);
        }

        Problems.None(taken);
        Assert.Equal(before, await hub.Rows());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("https://localhost.evil.example")]
    [InlineData("https://evil-localhost")]
    public async Task No_other_site_may_read_an_answer(string origin)
    {
        using var http = await hub.Browser("staff-member");
        foreach (var (method, url) in ((string, string)[])[("GET", "/"), ("GET", "/api/v1/services"), ("GET", "/comments/mine.json"), ("OPTIONS", "/api/v1/services"), ("OPTIONS", "/comments/write")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");

            Problems.None(Protection.Lacks(await Answer.To(http, request)));
        }
    }

    [Fact]
    public async Task Signing_in_leads_to_a_place_in_the_hub_whatever_the_address_says()
    {
        foreach (var elsewhere in LocalAddressTests.Elsewhere)
        {
            using var http = await hub.Browser("");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = CrawledHub.Fields(("persona", "staff-member"), ("ReturnUrl", elsewhere.Data)) };

            var answer = await Answer.To(http, request);

            // What holds a character that nobody can type is not taken at all.
            Assert.Equal(answer.Status == HttpStatusCode.UnprocessableEntity ? "" : "/", answer.Header("Location"));
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("CONNECT")]
    [InlineData("DEBUG")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task A_method_that_no_page_uses_is_refused_and_echoes_nothing(string method)
    {
        using var http = await hub.Browser(Administrator);
        var before = await hub.Rows();
        foreach (var url in (string[])["/", "/staff/intranet-editor", "/api/v1/services", "/health/live"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            request.Headers.Add("X-Marker", "what-only-the-sender-knows");

            var answer = await Answer.To(http, request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.DoesNotContain("what-only-the-sender-knows", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(before, await hub.Rows());
    }
}
