using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EngagementHub.Core.Data;
using EngagementHub.Core.Web.Overload;
using EngagementHub.Tests.Conversation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Core;

/// <summary>More comes than can be done: the rest is told so at once, and what was acknowledged is kept.</summary>
public sealed class OverloadTests(OverloadTests.BusyHub hub) : IClassFixture<OverloadTests.BusyHub>
{
    [Fact]
    public async Task Who_cannot_be_served_now_is_told_so_calmly_and_when_to_come_again()
    {
        var reader = await hub.As("priya");
        using (await hub.BusyAsync())
        {
            var page = await reader.Open("/search?q=chairs");
            page.MustBe(HttpStatusCode.ServiceUnavailable);
            Assert.Equal("The hub is very busy", page.Heading);
            Assert.Contains("what you wrote is still there", page.Text, StringComparison.Ordinal);
            using var again = await reader.Http.GetAsync(new Uri("/search?q=chairs", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(TimeSpan.FromSeconds(BusyAnswer.RetrySeconds), again.Headers.RetryAfter?.Delta);
            Assert.Contains("default-src 'self'", again.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        (await reader.Open("/search?q=chairs")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Programs_are_told_in_json()
    {
        var reader = await hub.As("");
        using var busy = await hub.BusyAsync();

        using var answer = await reader.Http.GetAsync(new Uri("/api/v1/services", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(503, told.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/_content/EngagementHub.Themes.GovUk/dist/theme.css")]
    public async Task Health_and_files_that_never_change_are_answered_however_busy_it_is(string url)
    {
        var anybody = await hub.As("");
        using var busy = await hub.BusyAsync();

        (await anybody.Open(url)).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Readers_get_a_page_that_is_kept_however_busy_it_is_and_it_is_made_anew_for_them()
    {
        var (reader, moderator) = (await hub.As("priya"), await hub.As("mina"));
        (await reader.Open("/")).MustBe(HttpStatusCode.OK);
        using var busy = await hub.BusyAsync();

        (await reader.Open("/")).MustBe(HttpStatusCode.OK);
        hub.Services.GetRequiredService<Editions>().ChangeShown();
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reader.Open("/")));

        Assert.All(readers, page => page.MustBe(HttpStatusCode.OK));
        (await moderator.Open("/")).MustBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Readers_who_come_at_once_to_a_page_that_nobody_read_before_wait_for_the_one_who_makes_it()
    {
        var (priya, tom) = (await hub.As("priya"), await hub.As("tom"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? priya : tom).Open("/blogs")));

        Assert.All(pages, page => page.MustBe(HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_comment_is_kept_exactly_when_it_was_acknowledged()
    {
        var (on, writer) = (await hub.Open(), await hub.As("grace"));
        await ConversationFixture.Write(writer, on, "The first, with the code accepted");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => writer.Post($"/comments/write?on={on}", ("Key", Guid.NewGuid().ToString("N")), ("Shown", "named"), ("Text", $"One of forty, number {i}"))));

        var taken = answers.Count(a => a.Status == HttpStatusCode.OK);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{a.Status}: {a.Text}"));
        // A page that follows an acknowledgement may itself be refused: the address says that the comment was taken.
        var acknowledged = answers.Count(a => !a.Url.StartsWith("/comments/write", StringComparison.Ordinal));
        Assert.Equal(acknowledged + 1, await hub.CountAsync(on));
        Assert.InRange(taken, 0, acknowledged);
    }

    [Fact]
    public async Task What_was_refused_is_not_kept_and_is_taken_when_it_is_sent_again()
    {
        var (on, writer) = (await hub.Open(), await hub.As("tom"));
        await ConversationFixture.Write(writer, on, "The first, with the code accepted");
        (string, string)[] fields = [("Key", Guid.NewGuid().ToString("N")), ("Shown", "named"), ("Text", "Sent twice because the hub was busy")];
        using (await hub.BusyAsync())
        {
            (await writer.Post($"/comments/write?on={on}", fields)).MustBe(HttpStatusCode.ServiceUnavailable);
        }

        Assert.Equal(1, await hub.CountAsync(on));
        (await writer.Post($"/comments/write?on={on}", fields)).MustBe(HttpStatusCode.OK);
        Assert.Equal(2, await hub.CountAsync(on));
    }

    /// <summary>A hub that works on one request at a time and lets nobody wait.</summary>
    public sealed class BusyHub : ConversationFixture
    {
        /// <summary>Takes the only place.</summary>
        public async Task<IDisposable> BusyAsync()
        {
            var place = await Services.GetRequiredService<Admission>().EnterAsync(CancellationToken.None);
            Assert.NotNull(place);
            return place;
        }

        public Task<int> CountAsync(SubjectRef on) => In(async (services, _) =>
            await services.GetRequiredService<EngagementHub.Conversation.IConversation>().CountsAsync([on], CancellationToken.None) is var counts && counts.TryGetValue(on, out var count) ? count.Published + count.Waiting : 0);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Overload:Fewest", "1");
            builder.UseSetting("Overload:Most", "1");
            builder.UseSetting("Overload:LineSeconds", "0");
        }
    }
}
