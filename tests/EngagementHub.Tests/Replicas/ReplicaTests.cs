using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Core.Data;
using EngagementHub.Tests.Blogging;
using EngagementHub.Tests.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EngagementHub.Tests.Replicas;

[Trait("Needs", "Replica"), Collection("Replica")]
public sealed class ReplicaTests(ReplicaHub hub) : IClassFixture<ReplicaHub>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "/")]
    [InlineData("tom", "/search?q=hub")]
    [InlineData("tom", "/blogs/leaders/feed")]
    [InlineData("", "/promises.csv")]
    [InlineData("", "/api/v1/levels")]
    public async Task What_readers_look_at_is_read_from_the_replica(string reader, string url)
    {
        await Post($"For {reader} at {url}");
        await hub.Serves();

        var (page, from) = await hub.Read(await hub.As(reader), url);

        page.MustBe(HttpStatusCode.OK);
        Assert.Equal(["replica"], from);
    }

    [Theory]
    [InlineData("office", "/")]
    [InlineData("tom", "/notifications")]
    [InlineData("tom", "/comments/mine")]
    public async Task Whoever_has_something_to_do_and_what_is_ones_own_is_read_from_the_primary(string reader, string url)
    {
        await hub.Serves();

        var (page, from) = await hub.Read(await hub.As(reader), url);

        page.MustBe(HttpStatusCode.OK);
        Assert.DoesNotContain("replica", from);
    }

    [Fact]
    public async Task Struck_words_are_gone_at_once_on_every_node_while_the_replica_has_not_replayed_it()
    {
        var url = await Post("About pay");
        var id = await Comment(url, "Ask Zebedee Quill about it");
        await using var other = new SecondReplicaNode(hub);
        var (here, there) = (await hub.As("tom"), await other.As("sam"));
        await hub.Serves();
        Assert.Contains("Zebedee Quill", (await here.Open(url)).Text, StringComparison.Ordinal);
        await ReplicaHub.StopReplaying();
        try
        {
            (await (await (await hub.As("mina")).Open($"/moderation/{id}/redact")).Submit(("Words", "Zebedee Quill"), ("Clause", "1"), ("Reason", "name"))).MustBe(HttpStatusCode.OK);

            var (page, from) = await hub.Read(here, url);
            Assert.DoesNotContain("Zebedee Quill", page.Body, StringComparison.Ordinal);
            Assert.Equal(["primary"], from);
            Assert.DoesNotContain("Zebedee Quill", (await there.Open(url)).Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Zebedee Quill", (await there.Open("/search?q=Zebedee+Quill")).Document.QuerySelector("main ol, main ul")?.TextContent ?? "", StringComparison.Ordinal);
        }
        finally
        {
            await ReplicaHub.ReplayAgain();
        }

        await hub.Serves();
        Assert.DoesNotContain("Zebedee Quill", (await hub.Read(here, $"{url}?again")).Page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wrote_finds_it_on_another_node_at_once()
    {
        await using var other = new SecondReplicaNode(hub);
        var (office, reader) = (await hub.As("office"), await other.As("tom"));

        foreach (var word in Enumerable.Range(0, 15).Select(i => $"unmistakable{(char)('a' + i)}"))
        {
            (await BloggingHub.Publish(office, $"The {word} question", "Read by the team.")).MustBe(HttpStatusCode.OK);

            Assert.Contains($"The {word} question", (await reader.Open($"/search?q={word}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_replica_that_is_killed_is_left_out_said_once_and_read_again_when_it_is_back()
    {
        var (reader, url) = (await hub.As("tom"), await Post("Read through a kill"));
        await hub.Serves();
        hub.Said.Clear();
        await ReplicaHub.KillStandby();
        try
        {
            foreach (var look in Enumerable.Range(0, 5))
            {
                var (page, from) = await hub.Read(reader, $"{url}?look={look}");
                page.MustBe(HttpStatusCode.OK);
                Assert.Equal(["primary"], from);
                await hub.Replicas.LookAsync(Cancellation);
            }

            Assert.Contains("does not answer", Assert.Single(hub.Said.All), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await reader.Open("/health/ready")).Status);
            Assert.Contains("does not answer", (await (await hub.As("admin")).Open("/administration")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await ReplicaHub.StartStandby();
        }

        await hub.Serves();
        Assert.Equal(["replica"], (await hub.Read(reader, $"{url}?back")).From);
        Assert.Contains("again", hub.Said.All[^1], StringComparison.Ordinal);
        Assert.Equal(2, hub.Said.All.Count);
    }

    [Fact]
    public async Task Nothing_is_written_through_a_replica()
    {
        await hub.Serves();
        await using var scope = hub.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        Assert.NotNull(await hub.Replicas.TurnAsync(db, Cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM core_search", Cancellation));
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);

        await hub.Replicas.TurnBackAsync(db);
        Assert.Equal(0, await db.SaveChangesAsync(Cancellation));
    }

    private async Task<string> Post(string title)
    {
        (await BloggingHub.Publish(await hub.As("office"), title, "Read by the team.")).MustBe(HttpStatusCode.OK);
        return (await (await hub.As("office")).Open("/blogs/leaders")).Document.QuerySelectorAll("main a").First(a => a.TextContent.Trim() == title).GetAttribute("href")!;
    }

    private async Task<Guid> Comment(string post, string text)
    {
        var form = (await (await hub.As("tom")).Open(post)).Document.QuerySelectorAll("main a[href*='/comments/write?on='], main form[action*='/comments/write']").First();
        var on = SubjectRef.Parse(Uri.UnescapeDataString((form.GetAttribute("href") ?? form.GetAttribute("action"))!.Split("on=")[1].Split('&', '#')[0]));
        await ConversationFixture.Write(await hub.As("tom"), on, text);
        return await hub.In(async (services, db) =>
        {
            var received = Assert.Single(await services.GetRequiredService<IConversation>().ReceivedAsync([on]));
            var comment = await db.Comments.Include(c => c.Decisions).SingleAsync(c => c.Id == received.Id, Cancellation);
            comment.Approve(new(People.Mina, hub.Clock.Now));
            return comment.Id;
        });
    }
}
